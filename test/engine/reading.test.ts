/** Listing, finding, importing and deleting messages of the store. */
import { TIMElemType, TIMErrCode, TIMMsgStatus, type Json_get_msg_param, type Tim } from 'node-imsdk';
import {
  GROUP,
  listBob,
  logInClient,
  makeFolder,
  readBack,
  stored,
  text,
  texts,
  toBob,
  toGroup,
} from './client.js';

/** A client whose conversation with bob has the messages '0' to '9', oldest first. */
async function clientWithTen(): Promise<Tim> {
  const tim = await logInClient();
  const saves = Array.from({ length: 10 }, (_, i) => tim.TIMMsgSaveMsg(toBob(text(`${i}`))));
  for (const result of await Promise.all(saves)) stored(result);
  return tim;
}

async function list(tim: Tim, params: Json_get_msg_param): Promise<(string | undefined)[]> {
  return texts(stored(await tim.TIMMsgGetMsgList(toBob(params))));
}

describe('TIMMsgGetMsgList', () => {
  test('gives the newest messages first, as many as asked for', async () => {
    const tim = await clientWithTen();
    expect(await list(tim, { msg_getmsglist_param_count: 3 })).toEqual(['9', '8', '7']);
    expect(await list(tim, { msg_getmsglist_param_count: 100 })).toHaveLength(10);
  });

  test('goes through a conversation page by page, each from the last message of the one before', async () => {
    const tim = await clientWithTen();
    const pages: (string | undefined)[][] = [];
    let params: Json_get_msg_param = { msg_getmsglist_param_count: 4 };
    for (;;) {
      const page = stored(await tim.TIMMsgGetMsgList(toBob(params)));
      const last = page.at(-1);
      if (last === undefined) break;
      pages.push(texts(page));
      expect(typeof last.message_unique_id).toBe('bigint');
      params = { msg_getmsglist_param_count: 4, msg_getmsglist_param_last_msg: last };
    }
    expect(pages).toEqual([
      ['9', '8', '7', '6'],
      ['5', '4', '3', '2'],
      ['1', '0'],
    ]);
  });

  test('gives newer messages, with is_forward', async () => {
    const tim = await clientWithTen();
    const middle = (await listBob(tim))[5];
    const newer = await list(tim, {
      msg_getmsglist_param_count: 100,
      msg_getmsglist_param_is_forward: true,
      ...(middle === undefined ? {} : { msg_getmsglist_param_last_msg: middle }),
    });
    expect(newer.sort()).toEqual(['6', '7', '8', '9']);
  });

  test('gives only the kinds of element asked for', async () => {
    const tim = await clientWithTen();
    const custom = { elem_type: TIMElemType.kTIMElem_Custom, custom_elem_data: 'mine' };
    stored(await tim.TIMMsgSaveMsg(toBob({ message_elem_array: [custom] })));
    const found = await tim.TIMMsgGetMsgList(
      toBob({
        msg_getmsglist_param_count: 100,
        msg_getmsglist_param_message_type_array: [TIMElemType.kTIMElem_Custom],
      }),
    );
    expect(stored(found).map(({ message_elem_array: elements }) => elements)).toEqual([
      [expect.objectContaining(custom)],
    ]);
  });

  test('gives nothing for a conversation that has none, and one conversation only', async () => {
    const tim = await clientWithTen();
    stored(await tim.TIMMsgSaveMsg(toGroup(text('to the group'))));
    const params = { msg_getmsglist_param_count: 100 };
    expect(stored(await tim.TIMMsgGetMsgList({ ...toBob(params), conv_id: 'nobody' }))).toEqual([]);
    expect(texts(stored(await tim.TIMMsgGetMsgList(toGroup(params))))).toEqual(['to the group']);
    expect(await list(tim, params)).not.toContain('to the group');
  });

  test.each([
    ['a count of 0', { msg_getmsglist_param_count: 0 }],
    ['no count', {}],
  ])('resolves with the engine’s 6017 for %s', async (_what, params) => {
    const tim = await clientWithTen();
    expect(await tim.TIMMsgGetMsgList(toBob(params))).toMatchObject({
      code: TIMErrCode.ERR_INVALID_PARAMETERS,
      desc: 'count is zero',
    });
  });
});

describe('TIMMsgFindMessages', () => {
  test('gives those that the store has', async () => {
    const tim = await logInClient();
    const ids: string[] = [];
    for (const content of ['one', 'two', 'three']) {
      const message = stored(await tim.TIMMsgSaveMsg(toGroup(text(content))));
      ids.push(message.message_msg_id ?? '');
    }
    const [first = '', , third = ''] = ids;
    const result = await tim.TIMMsgFindMessages({ json_message_id_array: [third, '-1-1', first] });
    expect(texts(stored(result)).sort()).toEqual(['one', 'three']);
    expect(stored(result).every(({ message_conv_id: id }) => id === GROUP)).toBe(true);
  });

  test('gives nothing for an id that nothing has', async () => {
    const tim = await logInClient();
    expect(stored(await tim.TIMMsgFindMessages({ json_message_id_array: ['-1795424449-1'] }))).toEqual([]);
  });

  test.each([
    ['no ids', []],
    ['what is no id', ['not an id']],
  ])('resolves with the engine’s 6017 for %s', async (_what, json_message_id_array) => {
    const tim = await logInClient();
    expect(await tim.TIMMsgFindMessages({ json_message_id_array })).toMatchObject({
      code: TIMErrCode.ERR_INVALID_PARAMETERS,
    });
  });

  test.each([
    ['params', null],
    ['json_message_id_array', {}],
    ['json_message_id_array', { json_message_id_array: 'an id' }],
  ])('refuses a wrong %s: %j', async (field, params) => {
    const tim = await logInClient();
    await expect(tim.TIMMsgFindMessages(params as never)).rejects.toMatchObject({
      code: 'ERR_IMSDK_INVALID_ARGUMENT',
      field,
    });
  });
});

describe('TIMMsgImportMsgList', () => {
  test('has stored every message when it resolves, in order', async () => {
    const store = makeFolder();
    const tim = await logInClient({}, store);
    const messages = Array.from({ length: 200 }, (_, i) => text(`${i}`, { message_version: 2n ** 60n }));
    expect(await tim.TIMMsgImportMsgList({ ...toBob(messages), user_data: 'mine' })).toMatchObject({
      code: 0,
      json_param: undefined,
      user_data: 'mine',
    });
    const list = await listBob(tim);
    expect(texts(list)).toEqual(messages.map((_, i) => `${i}`));
    expect(list[7]?.message_version).toBe(2n ** 60n);
    await tim.TIMUninit();
    expect(texts(await listBob(await logInClient({}, store)))).toEqual(texts(list));
  });

  test.each([
    ['params', 'a message instead of a list', text('one')],
    ['params[1]', 'something else among the messages', [text('one'), 'two']],
    [
      'params[1].message_elem_array[0].elem_type',
      'an element that the store drops',
      [text('one'), { message_elem_array: [{ elem_type: 8 }] }],
    ],
    [
      'params[1].message_sender',
      'a third user’s message',
      [text('1'), text('2', { message_sender: 'carol' })],
    ],
  ])('refuses %s, and stores none: %s', async (field, _what, messages) => {
    const tim = await logInClient();
    await expect(tim.TIMMsgImportMsgList(toBob(messages) as never)).rejects.toMatchObject({
      code: 'ERR_IMSDK_INVALID_ARGUMENT',
      field,
    });
    expect(await listBob(tim)).toEqual([]);
  });
});

describe('TIMMsgDelete', () => {
  test('deletes one message, and it stays deleted', async () => {
    const store = makeFolder();
    const tim = await logInClient({}, store);
    for (const content of ['one', 'two', 'three']) stored(await tim.TIMMsgSaveMsg(toBob(text(content))));
    const [, two] = await listBob(tim);
    if (two === undefined) throw new Error('three messages were saved');
    const deleted = await tim.TIMMsgDelete({ ...toBob({ msg_delete_param_msg: two }), user_data: 'mine' });
    expect(deleted).toMatchObject({ code: 0, user_data: 'mine' });
    expect(texts(await listBob(tim))).toEqual(['one', 'three']);
    await tim.TIMUninit();
    expect(texts(await listBob(await logInClient({}, store)))).toEqual(['one', 'three']);
  });

  test('takes a message of a group off its list, leaves the others, and lets an id still find it as deleted', async () => {
    const tim = await logInClient();
    const one = stored(await tim.TIMMsgSaveMsg(toGroup(text('one'))));
    stored(await tim.TIMMsgSaveMsg(toGroup(text('two'))));
    expect(await tim.TIMMsgDelete(toGroup({ msg_delete_param_msg: one }))).toMatchObject({ code: 0 });
    const list = await tim.TIMMsgGetMsgList(toGroup({ msg_getmsglist_param_count: 100 }));
    expect(texts(stored(list))).toEqual(['two']);
    expect(await readBack(tim, one)).toMatchObject({ message_status: TIMMsgStatus.kTIMMsg_Deleted });
  });

  test('of a message that the store does not have changes nothing', async () => {
    const tim = await logInClient();
    const message = stored(await tim.TIMMsgSaveMsg(toBob(text('one'))));
    const absent = { ...message, message_rand: 1, message_seq: 1, message_msg_id: '-1795424449-1' };
    await tim.TIMMsgDelete(toBob({ msg_delete_param_msg: absent }));
    expect(texts(await listBob(tim))).toEqual(['one']);
  });
});

describe('a call about a conversation', () => {
  const calls: [string, (tim: Tim, conversation: object) => Promise<{ code: number }>][] = [
    ['TIMMsgSaveMsg', (tim, to) => tim.TIMMsgSaveMsg({ ...toBob(text('x')), ...to })],
    ['TIMMsgImportMsgList', (tim, to) => tim.TIMMsgImportMsgList({ ...toBob([text('x')]), ...to })],
    [
      'TIMMsgGetMsgList',
      (tim, to) => tim.TIMMsgGetMsgList({ ...toBob({ msg_getmsglist_param_count: 1 }), ...to }),
    ],
    ['TIMMsgDelete', (tim, to) => tim.TIMMsgDelete({ ...toBob({ msg_delete_param_msg: text('x') }), ...to })],
  ];

  test.each(calls)(
    '%s resolves with the engine’s -4 for an empty id or an unknown type',
    async (_name, call) => {
      const tim = await logInClient();
      for (const wrong of [{ conv_id: '' }, { conv_type: 0 }, { conv_type: 99 }, { conv_type: -1 }]) {
        expect(await call(tim, wrong)).toMatchObject({ code: -4 });
      }
    },
  );

  test.each(calls)('%s refuses what is no conversation', async (_name, call) => {
    const tim = await logInClient();
    for (const [field, value] of [
      ['conv_id', 5],
      ['conv_id', undefined],
      ['conv_type', '1'],
      ['conv_type', 1.5],
      ['conv_type', undefined],
      ['params', 'a string'],
      ['params', undefined],
    ] as const) {
      await expect(call(tim, { [field]: value })).rejects.toMatchObject({
        code: 'ERR_IMSDK_INVALID_ARGUMENT',
        field,
      });
    }
  });
});
