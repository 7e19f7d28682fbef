/** A call of every method that answers at once, with parameters that the engine takes. */
import { TIMConvType, type commonResult, type Json_value_msg, type Tim } from 'node-imsdk';
import { BOB, GROUP, text, toBob, toGroup } from './client.js';

/** Messages that the calls are about: as the store has them, or only of the form of such. */
export interface Subjects {
  toBob: Json_value_msg;
  inGroup: Json_value_msg;
}

type Call = (tim: Tim, subjects: Subjects) => Promise<commonResult<unknown> | number>;

const bob = { convId: BOB, convType: TIMConvType.kTIMConv_C2C };
const bobs = { conversation_id_array: ['c2c_bob'] };
const c2cOnly = { params: { conversation_list_filter_conv_type: TIMConvType.kTIMConv_C2C } };
const extension = { message_extension_key: 'key', message_extension_value: 'value' };

export const calls: Record<string, Call> = {
  TIMProfileGetUserProfileList: (tim) =>
    tim.TIMProfileGetUserProfileList({
      json_get_user_profile_list_param: { friendship_getprofilelist_param_identifier_array: [BOB] },
    }),
  TIMProfileModifySelfUserProfile: (tim) =>
    tim.TIMProfileModifySelfUserProfile({
      json_modify_self_user_profile_param: { user_profile_item_nick_name: 'Alice' },
    }),
  TIMSubscribeUserInfo: (tim) => tim.TIMSubscribeUserInfo({ json_user_id_list: [BOB] }),
  TIMUnsubscribeUserInfo: (tim) => tim.TIMUnsubscribeUserInfo({ json_user_id_list: [] }),
  TIMGetUserStatus: (tim) => tim.TIMGetUserStatus({ id_array: [BOB] }),
  TIMSetSelfStatus: (tim) => tim.TIMSetSelfStatus({ status: { user_status_custom_status: 'busy' } }),
  TIMSubscribeUserStatus: (tim) => tim.TIMSubscribeUserStatus({ id_array: [BOB] }),
  TIMUnsubscribeUserStatus: (tim) => tim.TIMUnsubscribeUserStatus({ id_array: [] }),

  TIMConvGetConvList: (tim) => tim.TIMConvGetConvList(),
  TIMConvGetConvInfo: (tim) =>
    tim.TIMConvGetConvInfo({
      json_get_conv_list_param: [
        { get_conversation_list_param_conv_id: BOB, get_conversation_list_param_conv_type: 1 },
      ],
    }),
  TIMConvGetConversationListByFilter: (tim) => tim.TIMConvGetConversationListByFilter(c2cOnly),
  TIMConvCreate: (tim) => tim.TIMConvCreate(bob),
  TIMConvDelete: (tim) => tim.TIMConvDelete(bob),
  TIMConvDeleteConversationList: (tim) => tim.TIMConvDeleteConversationList({ ...bobs, clearMessage: true }),
  TIMConvSetDraft: (tim) =>
    tim.TIMConvSetDraft({
      ...bob,
      draftParam: {
        draft_edit_time: 1_551_271_429,
        draft_msg: { message_elem_array: [{ elem_type: 0, text_elem_content: 'half a sen' }] },
        draft_user_define: '',
      },
    }),
  TIMConvCancelDraft: (tim) => tim.TIMConvCancelDraft(bob),
  TIMConvSetConversationCustomData: (tim) =>
    tim.TIMConvSetConversationCustomData({ ...bobs, custom_data: 'mine' }),
  TIMConvPinConversation: (tim) => tim.TIMConvPinConversation({ ...bob, isPinned: true }),
  TIMConvMarkConversation: (tim) =>
    tim.TIMConvMarkConversation({ ...bobs, mark_type: 2n ** 63n, enable_mark: true }),
  TIMConvGetTotalUnreadMessageCount: (tim) => tim.TIMConvGetTotalUnreadMessageCount(),
  TIMConvGetUnreadMessageCountByFilter: (tim) => tim.TIMConvGetUnreadMessageCountByFilter(c2cOnly),
  TIMConvSubscribeUnreadMessageCountByFilter: (tim) =>
    tim.TIMConvSubscribeUnreadMessageCountByFilter(c2cOnly),
  TIMConvUnsubscribeUnreadMessageCountByFilter: (tim) =>
    tim.TIMConvUnsubscribeUnreadMessageCountByFilter(c2cOnly),
  TIMConvCleanConversationUnreadMessageCount: (tim) =>
    tim.TIMConvCleanConversationUnreadMessageCount({
      conversation_id: 'c2c_bob',
      clean_timestamp: 0,
      clean_sequence: 0,
    }),
  TIMConvCreateConversationGroup: (tim) =>
    tim.TIMConvCreateConversationGroup({ ...bobs, group_name: 'work' }),
  TIMConvGetConversationGroupList: (tim) => tim.TIMConvGetConversationGroupList(),
  TIMConvDeleteConversationGroup: (tim) => tim.TIMConvDeleteConversationGroup({ group_name: 'work' }),
  TIMConvRenameConversationGroup: (tim) =>
    tim.TIMConvRenameConversationGroup({ old_name: 'work', new_name: 'play' }),
  TIMConvAddConversationsToGroup: (tim) =>
    tim.TIMConvAddConversationsToGroup({ ...bobs, group_name: 'work' }),
  TIMConvDeleteConversationsFromGroup: (tim) =>
    tim.TIMConvDeleteConversationsFromGroup({ ...bobs, group_name: 'work' }),

  TIMMsgSendNewMsg: (tim) => tim.TIMMsgSendNewMsg(toBob(text('hello'))),
  TIMMsgCancelSend: (tim) => tim.TIMMsgCancelSend({ conv_id: BOB, conv_type: 1, message_id: 'alice-1-1' }),
  TIMMsgBatchSend: (tim) =>
    tim.TIMMsgBatchSend({
      params: { msg_batch_send_param_identifier_array: [BOB], msg_batch_send_param_msg: text('hello') },
    }),
  TIMMsgDownloadMergerMessage: (tim, { toBob: message }) =>
    tim.TIMMsgDownloadMergerMessage({ params: message }),
  TIMMsgSetLocalCustomData: (tim, { toBob: message }) =>
    tim.TIMMsgSetLocalCustomData({ json_msg_param: message }),
  TIMMsgSetC2CReceiveMessageOpt: (tim) => tim.TIMMsgSetC2CReceiveMessageOpt({ params: [BOB], opt: 1 }),
  TIMMsgGetC2CReceiveMessageOpt: (tim) => tim.TIMMsgGetC2CReceiveMessageOpt({ params: [BOB] }),
  TIMMsgSetGroupReceiveMessageOpt: (tim) => tim.TIMMsgSetGroupReceiveMessageOpt({ group_id: GROUP, opt: 1 }),
  TIMMsgSetAllReceiveMessageOpt: (tim) =>
    tim.TIMMsgSetAllReceiveMessageOpt({
      opt: 2,
      start_hour: 22,
      start_minute: 0,
      start_second: 0,
      duration: 28_800,
    }),
  TIMMsgSetAllReceiveMessageOpt2: (tim) =>
    tim.TIMMsgSetAllReceiveMessageOpt2({ opt: 2, start_time_stamp: 1_900_000_000, duration: 3600 }),
  TIMMsgGetAllReceiveMessageOpt: (tim) => tim.TIMMsgGetAllReceiveMessageOpt(),
  TIMMsgGetMsgList: (tim) => tim.TIMMsgGetMsgList(toBob({ msg_getmsglist_param_count: 1 })),
  TIMMsgRevoke: (tim, { toBob: message }) =>
    tim.TIMMsgRevoke({ conv_id: BOB, conv_type: 1, json_msg_param: message }),
  TIMMsgModifyMessage: (tim, { toBob: message }) => tim.TIMMsgModifyMessage({ params: message }),
  TIMMsgDelete: (tim, { toBob: message }) => tim.TIMMsgDelete(toBob({ msg_delete_param_msg: message })),
  TIMMsgListDelete: (tim, { inGroup: message }) => tim.TIMMsgListDelete(toGroup([message])),
  TIMMsgClearHistoryMessage: (tim) => tim.TIMMsgClearHistoryMessage({ conv_id: GROUP, conv_type: 2 }),
  TIMMsgFindMessages: (tim) => tim.TIMMsgFindMessages({ json_message_id_array: ['-1-1'] }),
  TIMMsgFindByMsgLocatorList: (tim) =>
    tim.TIMMsgFindByMsgLocatorList(toBob([{ message_locator_time: 1, message_locator_seq: 1 }])),
  TIMMsgSearchLocalMessages: (tim) =>
    tim.TIMMsgSearchLocalMessages({ params: { msg_search_param_keyword_array: ['hello'] } }),
  TIMMsgSearchCloudMessages: (tim) =>
    tim.TIMMsgSearchCloudMessages({
      params: { msg_search_param_keyword_array: ['hello'], msg_search_param_search_count: 10 },
    }),
  TIMMsgSendMessageReadReceipts: (tim, { inGroup: message }) =>
    tim.TIMMsgSendMessageReadReceipts({ json_msg_array: [message] }),
  TIMMsgGetMessageReadReceipts: (tim, { inGroup: message }) =>
    tim.TIMMsgGetMessageReadReceipts({ json_msg_array: JSON.stringify([message]) }),
  TIMMsgSetMessageExtensions: (tim, { toBob: message }) =>
    tim.TIMMsgSetMessageExtensions({ json_msg: message, json_extension_array: [extension] }),
  TIMMsgGetMessageExtensions: (tim, { toBob: message }) =>
    tim.TIMMsgGetMessageExtensions({ json_msg: message }),
  TIMMsgDeleteMessageExtensions: (tim, { toBob: message }) =>
    tim.TIMMsgDeleteMessageExtensions({ json_msg: message, json_extension_key_array: ['key', extension] }),
  TIMMsgAddMessageReaction: (tim, { toBob: message }) =>
    tim.TIMMsgAddMessageReaction({ json_msg: message, reaction_id: 'smile' }),
  TIMMsgRemoveMessageReaction: (tim, { toBob: message }) =>
    tim.TIMMsgRemoveMessageReaction({ json_msg: message, reaction_id: 'smile' }),
  TIMMsgGetMessageReactions: (tim, { toBob: message }) =>
    tim.TIMMsgGetMessageReactions({ json_msg_array: [message], max_user_count_per_reaction: 10 }),
  TIMMsgGetAllUserListOfMessageReaction: (tim, { toBob: message }) =>
    tim.TIMMsgGetAllUserListOfMessageReaction({
      json_msg: message,
      reaction_id: 'smile',
      next_seq: 0,
      count: 20,
    }),
  TIMMsgTranslateText: (tim) =>
    tim.TIMMsgTranslateText({
      json_source_text_array: ['你好'],
      source_language: 'auto',
      target_language: 'en',
    }),
  TIMMsgConvertVoiceToText: (tim) =>
    tim.TIMMsgConvertVoiceToText({ url: 'http://127.0.0.1/sound', language: 'en' }),
  TIMPinGroupMessage: (tim, { inGroup: message }) =>
    tim.TIMPinGroupMessage({ group_id: GROUP, json_msg: message, is_pinned: true }),
  TIMGetPinnedGroupMessageList: (tim) => tim.TIMGetPinnedGroupMessageList({ group_id: GROUP }),
  TIMMsgReportReaded: (tim) => tim.TIMMsgReportReaded({ conv_id: BOB, conv_type: 1 }),
  TIMMsgMarkAllMessageAsRead: (tim) => tim.TIMMsgMarkAllMessageAsRead(),
};
