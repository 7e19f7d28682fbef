/** Conversations in local-only mode, where the engine has none, and profiles. */
import type { Tim, TIMConvType } from 'node-imsdk';
import { BOB, logInClient, stored, text, toBob } from './client.js';

const bob = { convId: BOB, convType: 1 };
const NO_KIND = 9 as TIMConvType;
const filter = (params: object): { params: object } => ({ params });

test('a save makes no conversation, and neither do a draft or TIMConvCreate', async () => {
  const tim = await logInClient();
  stored(await tim.TIMMsgSaveMsg(toBob(text('hello'))));
  const draftParam = {
    draft_edit_time: 1_551_271_429,
    draft_msg: { message_elem_array: [{ elem_type: 0, text_elem_content: 'half a sen' }] },
    draft_user_define: 'mine',
  };
  expect(await tim.TIMConvSetDraft({ ...bob, draftParam })).toBe(0);
  expect(await tim.TIMConvCreate(bob)).toMatchObject({ code: 0, json_param: undefined });
  expect(await tim.TIMConvGetConvList()).toMatchObject({ code: 0, json_param: [] });
  const which = { get_conversation_list_param_conv_id: BOB, get_conversation_list_param_conv_type: 1 };
  expect(await tim.TIMConvGetConvInfo({ json_get_conv_list_param: [which] })).toMatchObject({
    code: 0,
    json_param: [],
  });
});

test('a page of none has no list', async () => {
  const tim = await logInClient();
  const page = filter({ conversation_list_filter_count: 0 });
  expect(stored(await tim.TIMConvGetConversationListByFilter(page))).toEqual({
    conversation_list_result_is_finished: true,
    conversation_list_result_next_seq: 0,
  });
});

test('the groups are an array to code for the documented API, and the same object under both names', async () => {
  const result = await (await logInClient()).TIMConvGetConversationGroupList({ user_data: 'mine' });
  expect(result).toEqual({
    code: 0,
    desc: '',
    json_param: { conv_group_array: [] },
    json_params: { conv_group_array: [] },
    user_data: 'mine',
  });
  expect(result.json_params).toBe(result.json_param);
});

describe('the engine’s own answers to values that it does not take', () => {
  const draftParam = { draft_edit_time: 0, draft_msg: { message_elem_array: [] }, draft_user_define: '' };

  test.each<[string, (tim: Tim) => Promise<{ code: number } | number>, number]>([
    ['a draft of nobody', (tim) => tim.TIMConvSetDraft({ convId: '', convType: 1, draftParam }), -4],
    ['a draft of no kind', (tim) => tim.TIMConvSetDraft({ ...bob, convType: NO_KIND, draftParam }), -4],
    ['no conversations', (tim) => tim.TIMConvGetConvInfo({ json_get_conv_list_param: [] }), 6017],
    ['to pin nothing', (tim) => tim.TIMConvPinConversation({ ...bob, convId: '', isPinned: true }), -4],
    ['to delete nothing', (tim) => tim.TIMConvDelete({ ...bob, convId: '' }), -4],
    [
      'to delete no conversations',
      (tim) => tim.TIMConvDeleteConversationList({ conversation_id_array: [], clearMessage: false }),
      6017,
    ],
    ['data for none', (tim) => tim.TIMConvSetConversationCustomData({ ...none, custom_data: 'x' }), 6017],
    ['no data', (tim) => tim.TIMConvSetConversationCustomData({ ...none, custom_data: '' }), -4],
    [
      'a mark for none',
      (tim) => tim.TIMConvMarkConversation({ ...none, mark_type: 1, enable_mark: true }),
      6017,
    ],
    ['a group without a name', (tim) => tim.TIMConvCreateConversationGroup({ ...none, group_name: '' }), -4],
    ['an empty filter', (tim) => tim.TIMConvGetUnreadMessageCountByFilter(filter({})), -3],
    [
      'an empty filter to subscribe to',
      (tim) => tim.TIMConvSubscribeUnreadMessageCountByFilter(filter({})),
      -3,
    ],
    ['an empty filter to leave', (tim) => tim.TIMConvUnsubscribeUnreadMessageCountByFilter(filter({})), -3],
    ['an id that is none', (tim) => tim.TIMConvCleanConversationUnreadMessageCount(clean('bogus')), -5],
    ['the profiles of nobody', (tim) => tim.TIMProfileGetUserProfileList(profilesOf([])), 6017],
    ['a profile without a change', (tim) => tim.TIMProfileModifySelfUserProfile(unchanged), 6017],
  ])('%s', async (_what, call, code) => {
    const answer = await call(await logInClient());
    expect(typeof answer === 'number' ? answer : answer.code).toBe(code);
  });

  const none = { conversation_id_array: [] };
  const unchanged = { json_modify_self_user_profile_param: {} };
  const clean = (conversation_id: string) => ({ conversation_id, clean_timestamp: 0, clean_sequence: 0n });
  const profilesOf = (users: string[]) => ({
    json_get_user_profile_list_param: { friendship_getprofilelist_param_identifier_array: users },
  });
});
