/**
 * How each engine function is called: what it takes of the parameter object, in the order of the call table
 * (src-native/sdk/call_table.cc), and whether it changes the store. Beside each of the three headers stand its functions in
 * the header's order; those with a method of another form are called by that method.
 */
import { conversationListFilterFields, convItemFields, draftFields } from '../types/conversation.js';
import { experimentalRequestFields } from '../types/experimental.js';
import { arrayOf, message, object, string } from '../types/fields.js';
import {
  batchSendFields,
  downloadElemFields,
  getMsgListFields,
  msgDeleteFields,
  msgLocatorFields,
  searchMessageFields,
} from '../types/message-params.js';
import { messageExtensionFields } from '../types/message-results.js';
import { setConfigFields, type JSONCongfig } from '../types/settings.js';
import { getUserProfileListFields, selfStatusFields, userProfileItemFields } from '../types/user.js';
import {
  flag,
  int32,
  json,
  jsonOrText,
  mapped,
  member,
  nested,
  optional,
  rewrittenMessage,
  text,
  uint32,
  uint64,
  type MemberOf,
  type Parameter,
} from './parameters.js';
import { extensionKeys, withReceivers } from './parameter-rules.js';

/** How a function is called. */
export interface EngineCall<Parameters extends readonly Parameter[] = readonly Parameter[]> {
  readonly parameters: Parameters;
  /** Whether it changes the store: a flush then covers it. */
  readonly writes: boolean;
}

/** A function that changes the store. */
function writes<Parameters extends readonly Parameter[]>(...parameters: Parameters): EngineCall<Parameters> {
  return { parameters, writes: true };
}

/** A function that does not: the store answers it, or the service. */
function asks<Parameters extends readonly Parameter[]>(...parameters: Parameters): EngineCall<Parameters> {
  return { parameters, writes: false };
}

const aMessage = message();
const messages = arrayOf(aMessage);
const strings = arrayOf(string);
const conversation = [text('conv_id'), member('conv_type', 'TIMConvType')] as const;
const camelCaseConversation = [text('convId'), member('convType', 'TIMConvType')] as const;
const receiveOption = member('opt', 'TIMReceiveMessageOpt');
const filter = json('params', object(conversationListFilterFields));
const conversations = json('conversation_id_array', strings);

/** TIMSetConfig's parameter. */
export const settings = json('json_config', object<JSONCongfig>(setConfigFields));

/** callExperimentalAPI's parameter. */
export const experimentalRequest = json('json_param', object(experimentalRequestFields));

export const calls = {
  // TIMManager.h
  TIMProfileGetUserProfileList: asks(
    json('json_get_user_profile_list_param', object(getUserProfileListFields)),
  ),
  TIMProfileModifySelfUserProfile: asks(
    json('json_modify_self_user_profile_param', object(userProfileItemFields)),
  ),
  TIMSubscribeUserInfo: asks(json('json_user_id_list', strings)),
  TIMUnsubscribeUserInfo: asks(json('json_user_id_list', strings)),
  TIMGetUserStatus: asks(json('id_array', strings)),
  TIMSetSelfStatus: asks(json('status', object(selfStatusFields))),
  TIMSubscribeUserStatus: asks(json('id_array', strings)),
  TIMUnsubscribeUserStatus: asks(json('id_array', strings)),

  // TIMConversationManager.h
  TIMConvGetConvList: asks(),
  TIMConvGetConvInfo: asks(json('json_get_conv_list_param', arrayOf(object(convItemFields)))),
  TIMConvGetConversationListByFilter: asks(
    filter,
    nested('params', 'conversation_list_filter_next_seq', uint64, 0),
    nested('params', 'conversation_list_filter_count', uint32, 20),
  ),
  TIMConvDelete: writes(...camelCaseConversation),
  TIMConvDeleteConversationList: writes(conversations, flag('clearMessage')),
  TIMConvSetDraft: writes(...camelCaseConversation, json('draftParam', object(draftFields))),
  TIMConvCancelDraft: writes(...camelCaseConversation),
  TIMConvSetConversationCustomData: writes(conversations, text('custom_data')),
  TIMConvPinConversation: writes(...camelCaseConversation, flag('isPinned')),
  TIMConvMarkConversation: writes(conversations, uint64('mark_type'), flag('enable_mark')),
  TIMConvGetTotalUnreadMessageCount: asks(),
  TIMConvGetUnreadMessageCountByFilter: asks(filter),
  TIMConvSubscribeUnreadMessageCountByFilter: asks(filter),
  TIMConvUnsubscribeUnreadMessageCountByFilter: asks(filter),
  TIMConvCleanConversationUnreadMessageCount: writes(
    text('conversation_id'),
    uint64('clean_timestamp'),
    uint64('clean_sequence'),
  ),
  TIMConvCreateConversationGroup: writes(text('group_name'), conversations),
  TIMConvGetConversationGroupList: asks(),
  TIMConvDeleteConversationGroup: writes(text('group_name')),
  TIMConvRenameConversationGroup: writes(text('old_name'), text('new_name')),
  TIMConvAddConversationsToGroup: writes(text('group_name'), conversations),
  TIMConvDeleteConversationsFromGroup: writes(text('group_name'), conversations),
  TIMConvCreate: writes(...camelCaseConversation),

  // TIMMessageManager.h
  TIMMsgSendMessage: writes(...conversation, json('params', aMessage)),
  TIMMsgCancelSend: writes(...conversation, text('message_id')),
  TIMMsgBatchSend: writes(mapped(json('params', object(batchSendFields)), withReceivers)),
  TIMMsgDownloadElemToPath: asks(json('params', object(downloadElemFields)), text('path')),
  TIMMsgDownloadMergerMessage: asks(json('params', aMessage)),
  TIMMsgSetLocalCustomData: writes(rewrittenMessage('json_msg_param')),
  TIMMsgSetC2CReceiveMessageOpt: asks(json('params', strings), receiveOption),
  TIMMsgGetC2CReceiveMessageOpt: asks(json('params', strings)),
  TIMMsgSetGroupReceiveMessageOpt: asks(text('group_id'), receiveOption),
  TIMMsgSetAllReceiveMessageOpt: asks(
    receiveOption,
    int32('start_hour'),
    int32('start_minute'),
    int32('start_second'),
    uint32('duration'),
  ),
  TIMMsgSetAllReceiveMessageOpt2: asks(receiveOption, uint32('start_time_stamp'), uint32('duration')),
  TIMMsgGetAllReceiveMessageOpt: asks(),
  TIMMsgGetMsgList: asks(...conversation, json('params', object(getMsgListFields))),
  TIMMsgRevoke: writes(...conversation, json('json_msg_param', aMessage)),
  TIMMsgModifyMessage: writes(rewrittenMessage('params')),
  TIMMsgDelete: writes(...conversation, json('params', object(msgDeleteFields))),
  TIMMsgListDelete: writes(...conversation, json('params', messages)),
  TIMMsgClearHistoryMessage: writes(...conversation),
  TIMMsgFindMessages: asks(json('json_message_id_array', strings)),
  TIMMsgFindByMsgLocatorList: asks(...conversation, json('params', arrayOf(object(msgLocatorFields)))),
  TIMMsgSearchLocalMessages: asks(json('params', object(searchMessageFields))),
  TIMMsgSearchCloudMessages: asks(json('params', object(searchMessageFields))),
  TIMMsgSendMessageReadReceipts: writes(jsonOrText('json_msg_array', messages)),
  TIMMsgGetMessageReadReceipts: asks(jsonOrText('json_msg_array', messages)),
  TIMMsgGetGroupMessageReadMemberList: asks(
    jsonOrText('json_msg', aMessage),
    member('filter', 'TIMGroupMessageReadMembersFilter'),
    uint64('next_seq'),
    uint32('count'),
  ),
  TIMMsgSetMessageExtensions: asks(
    json('json_msg', aMessage),
    json('json_extension_array', arrayOf(object(messageExtensionFields))),
  ),
  TIMMsgGetMessageExtensions: asks(json('json_msg', aMessage)),
  TIMMsgDeleteMessageExtensions: asks(
    json('json_msg', aMessage),
    mapped(json('json_extension_key_array', strings), extensionKeys),
  ),
  TIMMsgAddMessageReaction: asks(json('json_msg', aMessage), text('reaction_id')),
  TIMMsgRemoveMessageReaction: asks(json('json_msg', aMessage), text('reaction_id')),
  TIMMsgGetMessageReactions: asks(json('json_msg_array', messages), uint32('max_user_count_per_reaction')),
  TIMMsgGetAllUserListOfMessageReaction: asks(
    json('json_msg', aMessage),
    text('reaction_id'),
    uint32('next_seq'),
    uint32('count'),
  ),
  TIMMsgTranslateText: asks(
    json('json_source_text_array', strings),
    text('source_language'),
    text('target_language'),
  ),
  TIMMsgConvertVoiceToText: asks(text('url'), text('language')),
  TIMPinGroupMessage: asks(text('group_id'), json('json_msg', aMessage), flag('is_pinned')),
  TIMGetPinnedGroupMessageList: asks(text('group_id')),
  TIMMsgSendNewMsg: writes(...conversation, json('params', aMessage)),
  TIMMsgSendNewMsgEx: writes(...conversation, json('params', aMessage)),
  TIMMsgReportReaded: writes(...conversation, optional(json('json_msg_param', aMessage), '')),
  TIMMsgMarkAllMessageAsRead: writes(),
} as const satisfies Record<string, EngineCall>;

/** An engine function in the table. */
export type CallName = keyof typeof calls;

/** The parameter object that a function reads. */
export type CallMembers<Name extends CallName> = Record<
  MemberOf<(typeof calls)[Name]['parameters']>,
  unknown
>;
