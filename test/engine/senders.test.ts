/** Whose message it is, and the conversation that it lands in. */
import { TIMConvType, type Json_value_msg, type MsgSaveMsgParams } from 'node-imsdk';
import { queryStore } from './sqlite.js';
import {
  ALICE,
  BOB,
  GROUP,
  logInClient,
  makeFolder,
  readBack,
  stored,
  text,
  texts,
  toBob,
  toGroup,
} from './client.js';

const ofTheUser: [string, Json_value_msg][] = [
  ['without a sender', {}],
  ['with an empty sender', { message_sender: '' }],
  ['with the user as the sender', { message_sender: ALICE }],
];

describe.each(ofTheUser)('a one-to-one message %s', (_what, sender) => {
  test.each([
    ['is_from_self absent', {}],
    ['is_from_self true', { message_is_from_self: true }],
    ['is_from_self false', { message_is_from_self: false }],
  ])('and %s counts as sent by the user, in the conversation asked for', async (_flag, flag) => {
    const store = makeFolder();
    const tim = await logInClient({}, store);
    const message = stored(await tim.TIMMsgSaveMsg(toBob(text('hello', { ...sender, ...flag }))));
    for (const copy of [message, await readBack(tim, message)]) {
      expect(copy).toMatchObject({
        message_conv_id: BOB,
        message_conv_type: TIMConvType.kTIMConv_C2C,
        message_is_from_self: true,
        message_is_read: true,
      });
    }
    const list = await tim.TIMMsgGetMsgList(toBob({ msg_getmsglist_param_count: 10 }));
    expect(texts(stored(list))).toEqual(['hello']);
    await tim.TIMUninit();
    expect(queryStore(store, 'SELECT sid, is_self FROM message')).toEqual([[BOB, '1']]);
  });
});

test.each([
  ['absent', {}],
  ['true', { message_is_from_self: true }],
  ['false', { message_is_from_self: false }],
])('a one-to-one message of the peer counts as received, with is_from_self %s', async (_flag, flag) => {
  const tim = await logInClient();
  const message = stored(await tim.TIMMsgSaveMsg(toBob(text('hello', { message_sender: BOB, ...flag }))));
  expect(await readBack(tim, message)).toMatchObject({
    message_conv_id: BOB,
    message_sender: BOB,
    message_is_from_self: false,
  });
});

test('messages both ways stand in one conversation, in order', async () => {
  const tim = await logInClient();
  for (const [content, message_sender] of [
    ['1', ALICE],
    ['2', BOB],
    ['3', ''],
    ['4', BOB],
  ] as const) {
    stored(await tim.TIMMsgSaveMsg(toBob(text(content, { message_sender }))));
  }
  const list = stored(await tim.TIMMsgGetMsgList(toBob({ msg_getmsglist_param_count: 10 }))).reverse();
  expect(list.map(({ message_is_from_self: isFromSelf }) => isFromSelf)).toEqual([true, false, true, false]);
  expect(texts(list)).toEqual(['1', '2', '3', '4']);
});

test.each([
  ['without a sender', {}],
  ['with the user as the sender', { message_sender: ALICE }],
])('a message of the user to themselves %s is in their own conversation', async (_what, sender) => {
  const tim = await logInClient();
  const params: MsgSaveMsgParams = {
    conv_id: ALICE,
    conv_type: TIMConvType.kTIMConv_C2C,
    params: text('a note', sender),
  };
  const message = stored(await tim.TIMMsgSaveMsg(params));
  expect(await readBack(tim, message)).toMatchObject({
    message_conv_id: ALICE,
    message_is_from_self: true,
  });
  const list = await tim.TIMMsgGetMsgList({ ...params, params: { msg_getmsglist_param_count: 10 } });
  expect(texts(stored(list))).toEqual(['a note']);
});

test.each(['carol', ' bob', 'BOB'])(
  'a one-to-one message of a third user, %j, is refused: it would be filed under the sender',
  async (message_sender) => {
    const tim = await logInClient();
    await expect(tim.TIMMsgSaveMsg(toBob(text('hello', { message_sender })))).rejects.toMatchObject({
      code: 'ERR_IMSDK_INVALID_ARGUMENT',
      field: 'params.message_sender',
    });
    const list = await tim.TIMMsgGetMsgList({
      ...toBob({ msg_getmsglist_param_count: 10 }),
      conv_id: message_sender,
    });
    expect(stored(list)).toEqual([]);
  },
);

describe('a group message', () => {
  test.each(ofTheUser)('%s counts as sent by the user', async (_what, sender) => {
    const tim = await logInClient();
    const message = stored(await tim.TIMMsgSaveMsg(toGroup(text('hello', sender))));
    expect(await readBack(tim, message)).toMatchObject({
      message_conv_id: GROUP,
      message_conv_type: TIMConvType.kTIMConv_Group,
      message_is_from_self: true,
    });
  });

  test('of any member counts as received', async () => {
    const tim = await logInClient();
    for (const message_sender of [BOB, 'carol']) {
      const message = stored(await tim.TIMMsgSaveMsg(toGroup(text('hello', { message_sender }))));
      expect(await readBack(tim, message)).toMatchObject({
        message_conv_id: GROUP,
        message_sender,
        message_is_from_self: false,
      });
    }
  });

  test('of the user keeps who the user is in the group', async () => {
    const tim = await logInClient();
    const member = { group_member_info_identifier: ALICE, group_member_info_name_card: '名片 card' };
    const message = stored(
      await tim.TIMMsgSaveMsg(
        toGroup(text('hello', { message_sender: ALICE, message_sender_group_member_info: member })),
      ),
    );
    expect(await readBack(tim, message)).toMatchObject({
      message_is_from_self: true,
      message_sender_group_member_info: member,
    });
  });

  test('does not mix with the one-to-one conversation of the same id', async () => {
    const tim = await logInClient();
    stored(await tim.TIMMsgSaveMsg(toBob(text('to bob'))));
    stored(await tim.TIMMsgSaveMsg({ ...toGroup(text('to the group')), conv_id: BOB }));
    const list = await tim.TIMMsgGetMsgList(toBob({ msg_getmsglist_param_count: 10 }));
    expect(texts(stored(list))).toEqual(['to bob']);
  });
});

test('messages of a list are filed as single ones are, those of the user in order and those of the peer in order', async () => {
  const tim = await logInClient();
  const messages = [
    text('1', { message_sender: ALICE, message_is_from_self: false }),
    text('2', { message_sender: BOB }),
    text('3'),
    text('4', { message_sender: BOB }),
  ];
  expect(await tim.TIMMsgImportMsgList(toBob(messages))).toMatchObject({ code: 0 });
  const list = stored(await tim.TIMMsgGetMsgList(toBob({ msg_getmsglist_param_count: 10 }))).reverse();
  // Which of the two come first is not the same in every run of the engine.
  const ofTheUser = list.filter(({ message_is_from_self: isFromSelf }) => isFromSelf);
  expect(texts(ofTheUser)).toEqual(['1', '3']);
  expect(texts(list.filter((message) => !ofTheUser.includes(message)))).toEqual(['2', '4']);
});

test('the message passed is not changed', async () => {
  const tim = await logInClient();
  const message = text('hello', { message_sender: ALICE, message_is_from_self: false });
  const copy = structuredClone(message);
  stored(await tim.TIMMsgSaveMsg(toBob(message)));
  await tim.TIMMsgImportMsgList(toBob([message]));
  expect(message).toEqual(copy);
});
