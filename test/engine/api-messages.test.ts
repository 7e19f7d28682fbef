/** Messages that are in the store: marking, changing, finding and deleting them; sending without a service. */
import { ImSdkError, type Json_value_msg, type Tim } from 'node-imsdk';
import { BOB, GROUP, listBob, logInClient, readBack, stored, text, texts, toBob, toGroup } from './client.js';

/** Larger than the store keeps of a message. */
const TOO_LARGE = 'x'.repeat(310_000);

async function refusal(call: Promise<unknown>): Promise<ImSdkError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ImSdkError);
  return error as ImSdkError;
}

async function saveToBob(tim: Tim, content: string, fields: Json_value_msg = {}): Promise<Json_value_msg> {
  return stored(await tim.TIMMsgSaveMsg(toBob(text(content, fields))));
}

describe('TIMMsgSetLocalCustomData', () => {
  test('sets the data of a message, and leaves the rest as it is', async () => {
    const tim = await logInClient();
    const message = await saveToBob(tim, 'hello', { message_cloud_custom_str: 'cloud' });
    const marked = { ...message, message_custom_str: '看过', message_custom_int: -7 };
    expect(await tim.TIMMsgSetLocalCustomData({ json_msg_param: marked, user_data: 'mine' })).toEqual({
      code: 0,
      desc: 'OK',
      json_param: undefined,
      json_params: undefined,
      user_data: 'mine',
    });
    const before = { ...message, message_custom_str: undefined, message_custom_int: undefined };
    const after = await readBack(tim, message);
    expect(after).toMatchObject({ message_custom_str: '看过', message_custom_int: -7 });
    expect({ ...after, message_custom_str: undefined, message_custom_int: undefined }).toEqual(before);
  });

  test('is answered with 0 for a message that is not there', async () => {
    const tim = await logInClient();
    const message = await saveToBob(tim, 'hello');
    const elsewhere = { ...message, message_rand: 1, message_custom_str: 'lost' };
    expect(await tim.TIMMsgSetLocalCustomData({ json_msg_param: elsewhere })).toMatchObject({ code: 0 });
    expect(await readBack(tim, message)).toMatchObject({ message_custom_str: '' });
  });

  test('refuses what would cost the message its elements', async () => {
    const tim = await logInClient();
    const message = await saveToBob(tim, 'hello');
    const { message_elem_array: _elements, ...bare } = message;
    const large = { ...message, message_custom_str: TOO_LARGE };
    expect(await refusal(tim.TIMMsgSetLocalCustomData({ json_msg_param: bare }))).toMatchObject({
      code: 'ERR_IMSDK_INVALID_ARGUMENT',
      field: 'json_msg_param.message_elem_array',
    });
    expect(await refusal(tim.TIMMsgSetLocalCustomData({ json_msg_param: large }))).toMatchObject({
      code: 'ERR_IMSDK_MESSAGE_TOO_LARGE',
      field: 'json_msg_param',
    });
    expect(texts([await readBack(tim, message)])).toEqual(['hello']);
  });
});

describe('TIMMsgModifyMessage', () => {
  test('changes a message, and returns it as it is now', async () => {
    const tim = await logInClient();
    const message = await saveToBob(tim, 'hello');
    const params = { ...message, ...text('good night'), message_cloud_custom_str: 'edited' };
    const answer = stored(await tim.TIMMsgModifyMessage({ params }));
    for (const changed of [answer, await readBack(tim, message)]) {
      expect(texts([changed])).toEqual(['good night']);
      expect(changed).toMatchObject({
        message_msg_id: message.message_msg_id,
        message_unique_id: message.message_unique_id,
        message_cloud_custom_str: 'edited',
      });
    }
  });

  test('refuses what the store would not keep', async () => {
    const tim = await logInClient();
    const message = await saveToBob(tim, 'hello');
    const report = { ...message, message_elem_array: [{ elem_type: 8 }] };
    const large = { ...message, ...text(TOO_LARGE) };
    expect(await refusal(tim.TIMMsgModifyMessage({ params: report }))).toMatchObject({
      field: 'params.message_elem_array[0].elem_type',
    });
    expect(await refusal(tim.TIMMsgModifyMessage({ params: large }))).toMatchObject({
      code: 'ERR_IMSDK_MESSAGE_TOO_LARGE',
    });
    expect(texts([await readBack(tim, message)])).toEqual(['hello']);
  });

  test('is answered with 6017 for a message that was not sent or saved', async () => {
    const tim = await logInClient();
    expect(await tim.TIMMsgModifyMessage({ params: text('hello') })).toMatchObject({ code: 6017 });
  });
});

describe('deleting', () => {
  test('TIMMsgListDelete deletes the messages of its list, and no others', async () => {
    const tim = await logInClient();
    const [first, , third] = [
      await saveToBob(tim, 'one'),
      await saveToBob(tim, 'two', { message_sender: BOB }),
      await saveToBob(tim, 'three'),
    ];
    expect(await tim.TIMMsgListDelete(toBob([first, third]))).toMatchObject({ code: 0, desc: 'OK' });
    expect(texts(await listBob(tim))).toEqual(['two']);
  });

  test('a second one of a kind of conversation within a second is answered with 7008, and deletes nothing', async () => {
    const tim = await logInClient();
    const [first, second] = [await saveToBob(tim, 'one'), await saveToBob(tim, 'two')];
    const [deleted, list] = await Promise.all([
      tim.TIMMsgDelete(toBob({ msg_delete_param_msg: first })),
      tim.TIMMsgListDelete(toBob([second])),
    ]);
    expect(deleted).toMatchObject({ code: 0 });
    // On a machine that stood still in between the second is over.
    expect([0, 7008]).toContain(list.code);
    expect(texts(await listBob(tim))).toEqual(list.code === 0 ? [] : ['two']);
  });

  test('an empty list is answered with -3', async () => {
    expect(await (await logInClient()).TIMMsgListDelete(toBob([]))).toMatchObject({ code: -3 });
  });

  test('TIMMsgClearHistoryMessage needs the service, and deletes nothing without', async () => {
    const tim = await logInClient();
    await saveToBob(tim, 'hello');
    stored(await tim.TIMMsgSaveMsg(toGroup(text('hello'))));
    expect(await tim.TIMMsgClearHistoryMessage({ conv_id: BOB, conv_type: 1 })).toMatchObject({ code: 6011 });
    expect(await tim.TIMMsgClearHistoryMessage({ conv_id: GROUP, conv_type: 2 })).toMatchObject({
      code: 6014,
    });
    expect(texts(await listBob(tim))).toEqual(['hello']);
  });

  test('a conversation can be cleared from the store alone, by an experimental operation', async () => {
    const tim = await logInClient();
    await saveToBob(tim, 'hello');
    stored(await tim.TIMMsgSaveMsg(toGroup(text('in the group'))));
    const json_param = {
      request_internal_operation: 'internal_operation_clear_local_history_message',
      request_clear_local_history_message_conversation_id_param: 'c2c_bob',
      request_clear_local_history_message_begin_timestamp_param: 0,
      request_clear_local_history_message_end_timestamp_param: 0,
    } as const;
    expect(await tim.callExperimentalAPI({ json_param })).toMatchObject({ code: 0 });
    expect(await listBob(tim)).toEqual([]);
    const inGroup = await tim.TIMMsgGetMsgList(toGroup({ msg_getmsglist_param_count: 9 }));
    expect(texts(stored(inGroup))).toEqual(['in the group']);
  });
});

describe('TIMMsgFindByMsgLocatorList', () => {
  test('finds a message by its time and its numbers', async () => {
    const tim = await logInClient();
    const wanted = await saveToBob(tim, 'wanted');
    await saveToBob(tim, 'another');
    const locator = {
      message_locator_conv_id: BOB,
      message_locator_conv_type: 1,
      message_locator_is_revoked: false,
      message_locator_is_self: true,
      message_locator_time: wanted.message_client_time,
      message_locator_seq: wanted.message_seq,
      message_locator_rand: wanted.message_rand,
      message_locator_unique_id: wanted.message_unique_id,
    };
    expect(texts(stored(await tim.TIMMsgFindByMsgLocatorList(toBob([locator]))))).toEqual(['wanted']);
  });

  test('is answered with 6017 for an empty list', async () => {
    expect(await (await logInClient()).TIMMsgFindByMsgLocatorList(toBob([]))).toMatchObject({ code: 6017 });
  });
});

describe('what only the service can do', () => {
  test('withdrawing a message of another, or one in a group', async () => {
    const tim = await logInClient();
    const fromBob = await saveToBob(tim, 'hello', { message_sender: BOB });
    const inGroup = stored(await tim.TIMMsgSaveMsg(toGroup(text('hello'))));
    expect(await tim.TIMMsgRevoke({ conv_id: BOB, conv_type: 1, json_msg_param: fromBob })).toMatchObject({
      code: 6017,
      desc: 'invalid params',
    });
    expect(await tim.TIMMsgRevoke({ conv_id: GROUP, conv_type: 2, json_msg_param: inGroup })).toMatchObject({
      code: 6014,
      desc: 'not login',
    });
  });

  test('a message that could not be sent is not in the store', async () => {
    const tim = await logInClient();
    expect(await tim.TIMMsgSendNewMsg(toBob(text('hello')))).toMatchObject({ code: 6032 });
    expect(await tim.TIMMsgSendNewMsg(toGroup(text('hello')))).toMatchObject({ code: 6014 });
    expect(await listBob(tim)).toEqual([]);
  });

  test('receipts of messages whose senders want them', async () => {
    const tim = await logInClient();
    const wanted = text('hello', { message_sender: 'carol', message_need_read_receipt: true });
    const message = stored(await tim.TIMMsgSaveMsg(toGroup(wanted)));
    expect(await tim.TIMMsgSendMessageReadReceipts({ json_msg_array: [message] })).toMatchObject({
      code: 7013,
    });
    expect(await tim.TIMMsgSendMessageReadReceipts({ json_msg_array: [] })).toMatchObject({ code: -4 });
  });
});

describe('the engine’s own answers to values that it does not take', () => {
  test.each<[string, (tim: Tim) => Promise<{ code: number }>, number]>([
    [
      'an empty message id',
      (tim) => tim.TIMMsgCancelSend({ conv_id: BOB, conv_type: 1, message_id: '' }),
      -4,
    ],
    ['an empty conversation', (tim) => tim.TIMMsgClearHistoryMessage({ conv_id: '', conv_type: 1 }), -4],
    [
      'a conversation of no kind',
      (tim) => tim.TIMMsgClearHistoryMessage({ conv_id: BOB, conv_type: 77 }),
      -4,
    ],
    ['nobody', (tim) => tim.TIMMsgGetC2CReceiveMessageOpt({ params: [] }), -3],
    ['an empty group id', (tim) => tim.TIMMsgSetGroupReceiveMessageOpt({ group_id: '', opt: 1 }), -4],
    ['no texts', (tim) => tim.TIMMsgTranslateText(translate([])), -4],
    ['an empty URL', (tim) => tim.TIMMsgConvertVoiceToText({ url: '', language: '' }), -4],
    ['no group', (tim) => tim.TIMGetPinnedGroupMessageList({ group_id: '' }), -4],
    [
      'hours that do not exist',
      (tim) => tim.TIMMsgSetAllReceiveMessageOpt({ ...always, opt: 2, start_hour: 99 }),
      114011,
    ],
    ['an option that is none', (tim) => tim.TIMMsgSetAllReceiveMessageOpt({ ...always, opt: 1 }), 114011],
    ['a search at the service without a count', (tim) => tim.TIMMsgSearchCloudMessages({ params: {} }), 6017],
  ])('%s', async (_what, call, code) => {
    expect(await call(await logInClient())).toMatchObject({ code });
  });

  const always = { start_hour: 0, start_minute: 0, start_second: 0, duration: 3600 };
  const translate = (json_source_text_array: string[]) => ({
    json_source_text_array,
    source_language: 'auto',
    target_language: 'en',
  });
});
