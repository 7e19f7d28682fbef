#include "sdk/event_table.h"

#include <iterator>

namespace imsdk::sdk {

// One line an event, in the order of the engine's headers (version 8.0.5906): the parameters of its
// callback but for the user data, in the tags of the call table, and the function that sets it.
constexpr EngineEvent kEvents[] = {
    // TIMManager.h
    Listen<Int, Int, Text>("TIMSetNetworkStatusListenerCallback"),
    Listen<>("TIMSetKickedOfflineCallback"),
    Listen<>("TIMSetUserSigExpiredCallback"),
    Listen<Json>("TIMSetSelfInfoUpdatedCallback"),
    Listen<Json>("TIMSetUserStatusChangedCallback"),
    Listen<Json>("TIMSetUserInfoChangedCallback"),
    Listen<Int, Text>(kLogSetter),
    // TIMConversationManager.h
    Listen<Int, Json>("TIMSetConvEventCallback"),
    Listen<Int>("TIMSetConvTotalUnreadMessageCountChangedCallback"),
    Listen<Json, Int>("TIMSetConvUnreadMessageCountChangedByFilterCallback"),
    Listen<Text, Json>("TIMSetConvConversationGroupCreatedCallback"),
    Listen<Text>("TIMSetConvConversationGroupDeletedCallback"),
    Listen<Text, Text>("TIMSetConvConversationGroupNameChangedCallback"),
    Listen<Text, Json>("TIMSetConvConversationsAddedToGroupCallback"),
    Listen<Text, Json, Uint32>("TIMSetConvConversationsDeletedFromGroupCallback"),
    // TIMMessageManager.h
    Listen<Json>("TIMAddRecvNewMsgCallback", "TIMRemoveRecvNewMsgCallback"),
    Listen<Json, Uint32, Uint32, Uint32>("TIMSetMsgElemUploadProgressCallback"),
    Listen<Json>("TIMSetMsgReadedReceiptCallback"),
    Listen<Json>("TIMSetMsgRevokeCallback"),
    Listen<Json>("TIMSetMsgUpdateCallback"),
    Listen<Text, Json>("TIMSetMsgExtensionsChangedCallback"),
    Listen<Text, Json>("TIMSetMsgExtensionsDeletedCallback"),
    Listen<Json>("TIMSetMsgReactionsChangedCallback"),
    Listen<Json>("TIMSetMsgAllMessageReceiveOptionCallback"),
    Listen<Text, Json, Bool, Text>("TIMSetMsgGroupPinnedMessageChangedCallback"),
    // TIMExperimentalAPI.h
    Listen<Text, Text>("TIMSetExperimentalNotifyCallback"),
};

const EngineEvent* const kEventTable = kEvents;
const size_t kEventTableSize = std::size(kEvents);

}  // namespace imsdk::sdk
