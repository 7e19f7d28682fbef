/** What every plain call answers before TIMInit, without a user, and to a user in local-only mode. */
import { TIMErrCode, type commonResult, type Tim } from 'node-imsdk';
import { calls as callTable, type CallName } from '../../lib/api/calls.js';
import { calls, type Subjects } from './api-calls.js';
import { logInClient, makeClient, openClient, stored, text, toBob, toGroup } from './client.js';

interface Answer {
  /** The code before TIMInit. Default: 6013. */
  closed?: number;
  /** The code without a user. Default: 6014. */
  nobody?: number;
  /** The code, or those of several that come by turns, to a user whom no service knows. */
  code: number | readonly number[];
  /** The result to such a user. */
  json?: unknown;
}

/** The engine takes these without a look at its state. */
const always = { closed: 0, nobody: 0, code: 0 };
const premium: Answer = { code: 7013 };
const premiumList: Answer = { code: 7013, json: [] };
const needsService: Answer = { code: TIMErrCode.ERR_SDK_NOT_LOGGED_IN };
const unread = { conv_get_total_unread_message_count_result_unread_count: 0 };
const nothingFound = { msg_search_result_search_cursor: '', msg_search_result_total_count: 0 };
const message = (fields: object): unknown => expect.objectContaining(fields);

/** Tested in a file of their own. */
const elsewhere = [
  'TIMMsgDownloadElemToPath',
  'TIMMsgGetGroupMessageReadMemberList',
  'TIMMsgSendMessage',
  'TIMMsgSendNewMsgEx',
] as const;

const answers: Record<Exclude<CallName, (typeof elsewhere)[number]>, Answer> = {
  TIMProfileGetUserProfileList: { code: 0, json: [] },
  TIMProfileModifySelfUserProfile: needsService,
  TIMSubscribeUserInfo: premium,
  TIMUnsubscribeUserInfo: premium,
  TIMGetUserStatus: premiumList,
  TIMSetSelfStatus: needsService,
  TIMSubscribeUserStatus: premium,
  TIMUnsubscribeUserStatus: premium,

  TIMConvGetConvList: { code: 0, json: [] },
  TIMConvGetConvInfo: { code: 0, json: [] },
  TIMConvGetConversationListByFilter: {
    code: 0,
    json: {
      conversation_list_result_conv_list: [],
      conversation_list_result_is_finished: true,
      conversation_list_result_next_seq: 0,
    },
  },
  TIMConvCreate: always,
  TIMConvDelete: { code: 6017 },
  TIMConvDeleteConversationList: { code: 6017, json: [] },
  TIMConvSetDraft: always,
  TIMConvCancelDraft: always,
  TIMConvSetConversationCustomData: { code: 7012, json: [] },
  TIMConvPinConversation: { code: 7012 },
  TIMConvMarkConversation: premiumList,
  TIMConvGetTotalUnreadMessageCount: { code: 0, json: unread },
  TIMConvGetUnreadMessageCountByFilter: { code: 0, json: unread },
  TIMConvSubscribeUnreadMessageCountByFilter: always,
  TIMConvUnsubscribeUnreadMessageCountByFilter: always,
  TIMConvCleanConversationUnreadMessageCount: needsService,
  TIMConvCreateConversationGroup: premiumList,
  TIMConvGetConversationGroupList: { code: 0, json: { conv_group_array: [] } },
  TIMConvDeleteConversationGroup: premium,
  TIMConvRenameConversationGroup: premium,
  TIMConvAddConversationsToGroup: premiumList,
  TIMConvDeleteConversationsFromGroup: premiumList,

  TIMMsgSendNewMsg: {
    code: 6032,
    json: message({ message_conv_id: 'bob', message_elem_array: text('hello').message_elem_array }),
  },
  TIMMsgCancelSend: { code: 8020, json: {} },
  TIMMsgBatchSend: {
    code: 6032,
    json: [
      {
        msg_batch_send_result_code: 6032,
        msg_batch_send_result_desc: 'invalid receiver userid',
        msg_batch_send_result_identifier: 'bob',
        msg_batch_send_result_msg: message({ message_conv_id: 'bob' }),
      },
    ],
  },
  TIMMsgDownloadMergerMessage: { code: 6017, json: [] },
  TIMMsgSetLocalCustomData: { code: 0 },
  TIMMsgSetC2CReceiveMessageOpt: { code: 6017 },
  TIMMsgGetC2CReceiveMessageOpt: {
    code: 0,
    json: [{ msg_recv_msg_opt_result_identifier: 'bob', msg_recv_msg_opt_result_opt: 0 }],
  },
  TIMMsgSetGroupReceiveMessageOpt: { code: 7012 },
  TIMMsgSetAllReceiveMessageOpt: needsService,
  TIMMsgSetAllReceiveMessageOpt2: needsService,
  TIMMsgGetAllReceiveMessageOpt: needsService,
  TIMMsgGetMsgList: { code: 0, json: [message({ message_conv_id: 'bob' })] },
  TIMMsgRevoke: { code: 6017 },
  TIMMsgModifyMessage: { code: 0, json: message({ message_conv_id: 'bob' }) },
  TIMMsgDelete: { code: 0 },
  TIMMsgListDelete: { code: 0 },
  TIMMsgClearHistoryMessage: needsService,
  TIMMsgFindMessages: { code: 0, json: [] },
  TIMMsgFindByMsgLocatorList: { code: 0, json: [] },
  TIMMsgSearchLocalMessages: { code: 7013, json: nothingFound },
  TIMMsgSearchCloudMessages: { code: 9508, json: nothingFound },
  TIMMsgSendMessageReadReceipts: always,
  // The engine looks at the message first, and this one asks for no receipts.
  TIMMsgGetMessageReadReceipts: { closed: -4, nobody: -4, code: -4 },
  TIMMsgSetMessageExtensions: premiumList,
  TIMMsgGetMessageExtensions: premiumList,
  TIMMsgDeleteMessageExtensions: premiumList,
  TIMMsgAddMessageReaction: premium,
  TIMMsgRemoveMessageReaction: premium,
  TIMMsgGetMessageReactions: premiumList,
  TIMMsgGetAllUserListOfMessageReaction: {
    code: 7013,
    json: {
      message_reaction_user_result_is_finished: true,
      message_reaction_user_result_next_seq: 0,
      message_reaction_user_result_user_info_array: [],
    },
  },
  TIMMsgTranslateText: { code: TIMErrCode.ERR_SDK_NOT_LOGGED_IN, json: [] },
  TIMMsgConvertVoiceToText: needsService,
  TIMPinGroupMessage: premium,
  TIMGetPinnedGroupMessageList: premiumList,
  TIMMsgReportReaded: needsService,
  TIMMsgMarkAllMessageAsRead: { code: [7012, 7008] },
};

const table = Object.entries(answers).map(([name, answer]) => [name, calls[name]!, answer] as const);

/** Of the form of a message, for an engine that has none. */
const imagined: Subjects = {
  toBob: { ...text('hello'), message_conv_id: 'bob', message_conv_type: 1, message_msg_id: '-1-1' },
  inGroup: { ...text('hello'), message_conv_id: '@TGS#test', message_conv_type: 2, message_msg_id: '-1-1' },
};

function codeOf(answer: commonResult<unknown> | number): number {
  return typeof answer === 'number' ? answer : answer.code;
}

test('every call of the table is tested here', () => {
  const tested = [...Object.keys(answers), ...elsewhere].sort();
  expect(tested).toEqual(Object.keys(callTable).sort());
  expect(Object.keys(calls).sort()).toEqual(Object.keys(answers).sort());
});

describe('before TIMInit', () => {
  test.each(table)('%s is answered by the engine', async (_name, call, { closed = 6013 }) => {
    expect(codeOf(await call(makeClient(), imagined))).toBe(closed);
  });
});

describe('without a user', () => {
  test.each(table)('%s is answered by the engine', async (_name, call, { nobody = 6014 }) => {
    expect(codeOf(await call(await openClient(), imagined))).toBe(nobody);
  });
});

describe('to a user whom no service knows', () => {
  const save = async (tim: Tim): Promise<Subjects> => ({
    toBob: stored(await tim.TIMMsgSaveMsg(toBob(text('hello')))),
    inGroup: stored(await tim.TIMMsgSaveMsg(toGroup(text('hello')))),
  });

  test.each(table)('%s is answered by the engine', async (_name, call, { code, json }) => {
    const tim = await logInClient();
    const answer = await call(tim, await save(tim));
    expect([code].flat()).toContain(codeOf(answer));
    if (typeof answer === 'number') return;
    expect(answer).toMatchObject({ json_param: json, user_data: undefined });
    expect(answer.json_params).toBe(answer.json_param);
    expect(typeof answer.desc).toBe('string');
  });
});

test('user_data comes back, in both of the documented spellings', async () => {
  const tim = await logInClient();
  expect(await tim.TIMConvGetConvList({ userData: 'mine' })).toMatchObject({ code: 0, user_data: 'mine' });
  expect(await tim.TIMConvGetTotalUnreadMessageCount({ user_data: 'mine' })).toMatchObject({
    user_data: 'mine',
  });
});
