/** Strings: what JavaScript has is what the store has, and a lone surrogate becomes U+FFFD as in every Web API. */
import { TIMConvType, type Json_value_msg, type Tim } from 'node-imsdk';
import { LONG_TEXT } from '../../lib/json/json-text.js';
import { listBob, logInClient, makeFolder, readBack, stored, text, texts, toBob } from './client.js';

/** Saves a string wherever a message has one of the application's own, and reads it back from each place. */
async function roundTrip(tim: Tim, value: string): Promise<(string | undefined)[]> {
  const message: Json_value_msg = {
    message_elem_array: [
      { elem_type: 0, text_elem_content: value },
      { elem_type: 3, custom_elem_data: value },
    ],
    message_custom_str: value,
    message_cloud_custom_str: value,
  };
  const acknowledged = stored(await tim.TIMMsgSaveMsg(toBob(message)));
  const read = await readBack(tim, acknowledged);
  return [acknowledged, read].flatMap(({ message_elem_array: [first, second] = [], ...rest }) => [
    first?.text_elem_content,
    second?.custom_elem_data,
    rest.message_custom_str,
    rest.message_cloud_custom_str,
  ]);
}

/** So often that each copy is long enough to be passed beside the JSON; the bars keep surrogates apart. */
function long(value: string): string {
  return Array(Math.ceil(LONG_TEXT / (value.length + 1)) + 1)
    .fill(value)
    .join('|');
}

const kinds = [
  ['nothing', ''],
  ['Chinese', '你好，世界'],
  ['surrogate pairs', '😀𝒳🀄'],
  ['emoji of several joined code points', '👩‍👩‍👧 🇨🇳 ❤️'],
  ['combining characters, neither composed nor decomposed', 'é e\u0301 \u0301'],
  ['line and paragraph separators', '\u2028 \u2029'],
  ['every control character of ASCII', String.fromCharCode(...Array(32).keys(), 127)],
  ['C1 controls, a byte order mark, non-characters', '\u0080\u009f\ufeff\ufffe\uffff\ufdd0'],
  ['private use', '\ue000\uf8ff\u{10ffff}'],
  ['right-to-left with marks', '\u202eשלום\u202c مرحبا \u200f'],
  ['what looks like JSON', '{"a":[1,"b\\"]}\\u0041\\n'],
  ['what looks like SQL', `'; DROP TABLE message; --`],
  ['what looks like a format', '%s %n %d {} ${x}'],
  ['U+FFFD itself', '\ufffd'],
] as const;

test.each(kinds)('%s comes back as it was', async (_what, value) => {
  const tim = await logInClient();
  expect(await roundTrip(tim, value)).toEqual(Array(8).fill(value));
});

test.each(kinds)('a long text of %s comes back as it was', async (_what, value) => {
  const tim = await logInClient();
  expect(await roundTrip(tim, long(value))).toEqual(Array(8).fill(long(value)));
});

const loneSurrogates = [
  ['a lone high surrogate', 'a\ud83db', 'a\ufffdb'],
  ['a lone low surrogate', 'a\ude00b', 'a\ufffdb'],
  ['a high surrogate at the end', 'a\ud83d', 'a\ufffd'],
  ['surrogates in the wrong order', '\ude00\ud83d', '\ufffd\ufffd'],
  ['a lone one beside a pair', '\ud83d😀', '\ufffd😀'],
] as const;

test.each(loneSurrogates)('%s becomes U+FFFD, and nothing else is lost', async (_what, value, wellFormed) => {
  const tim = await logInClient();
  expect(await roundTrip(tim, value)).toEqual(Array(8).fill(wellFormed));
});

test.each(loneSurrogates)('%s in a long text becomes U+FFFD', async (_what, value, wellFormed) => {
  const tim = await logInClient();
  const [acknowledged, ...others] = await roundTrip(tim, long(value));
  expect(acknowledged).toBe(long(value).replaceAll(value, wellFormed));
  expect(new Set(others)).toEqual(new Set([acknowledged]));
});

test('long texts stand beside short ones, large integers and each other', async () => {
  const tim = await logInClient();
  const [latin1, chinese] = ['é"\\\n'.repeat(LONG_TEXT), '你好😀'.repeat(LONG_TEXT)];
  const elements = [
    { elem_type: 0, text_elem_content: chinese },
    { elem_type: 4, file_elem_file_size: 3, file_elem_file_name: latin1, file_elem_business_id: 7 },
    { elem_type: 3, custom_elem_data: latin1, custom_elem_desc: 'short', custom_elem_ext: latin1 },
  ];
  const { message_elem_array, message_unique_id } = stored(
    await tim.TIMMsgSaveMsg(toBob({ message_elem_array: elements, message_unique_id: 2n ** 63n + 1n })),
  );
  expect(message_elem_array).toHaveLength(3);
  for (const element of elements) expect(message_elem_array).toContainEqual(expect.objectContaining(element));
  expect(message_unique_id).not.toBeUndefined();
});

test('a long text of all kinds of characters comes back as it was', async () => {
  const value = '你好 world 😀\u0000\u2028'.repeat(5000);
  const tim = await logInClient();
  const message = stored(await tim.TIMMsgSaveMsg(toBob(text(value))));
  expect(texts([message, await readBack(tim, message)])).toEqual([value, value]);
});

describe('a conversation id', () => {
  test.each([
    ['Chinese and emoji', '群聊 😀', '群聊 😀'],
    ['spaces, slashes and quotes', ' a/b\\c"d\'e ', ' a/b\\c"d\'e '],
    ['control characters', 'a\u0001\n\tb', 'a\u0001\n\tb'],
    ['a lone surrogate', 'a\ud83db', 'a\ufffdb'],
    ['10,000 characters', 'x'.repeat(10_000), 'x'.repeat(10_000)],
  ])('of %s holds its messages', async (_what, conv_id, expected) => {
    const tim = await logInClient();
    for (const conv_type of [TIMConvType.kTIMConv_C2C, TIMConvType.kTIMConv_Group]) {
      const message = stored(await tim.TIMMsgSaveMsg({ conv_id, conv_type, params: text(`${conv_type}`) }));
      expect(message.message_conv_id).toBe(expected);
      const list = await tim.TIMMsgGetMsgList({
        conv_id,
        conv_type,
        params: { msg_getmsglist_param_count: 10 },
      });
      expect(texts(stored(list))).toEqual([`${conv_type}`]);
    }
  });

  test('with a NUL is refused by every call', async () => {
    const tim = await logInClient();
    const message = stored(await tim.TIMMsgSaveMsg({ ...toBob(text('x')), conv_id: 'a' }));
    const conv_id = 'a\0b';
    const calls = [
      tim.TIMMsgSaveMsg({ ...toBob(text('x')), conv_id }),
      tim.TIMMsgImportMsgList({ ...toBob([text('x')]), conv_id }),
      tim.TIMMsgGetMsgList({ ...toBob({ msg_getmsglist_param_count: 1 }), conv_id }),
      tim.TIMMsgDelete({ ...toBob({ msg_delete_param_msg: message }), conv_id }),
    ];
    for (const outcome of await Promise.allSettled(calls)) {
      expect(outcome).toMatchObject({ reason: { code: 'ERR_IMSDK_INVALID_ARGUMENT', field: 'conv_id' } });
    }
    await readBack(tim, message);
  });
});

describe('user_data', () => {
  test.each([
    ['nothing', undefined],
    ['an empty string', ''],
    ['Chinese and emoji', '我的 😀'],
    ['a NUL inside', 'a\0b'],
    ['a lone surrogate', 'a\ud83db'],
    ['a megabyte', '用户'.repeat(2 ** 19)],
  ])('of %s comes back as it was', async (_what, user_data) => {
    const tim = await logInClient();
    const saved = await tim.TIMMsgSaveMsg({ ...toBob(text('hello')), user_data });
    expect(saved.user_data === user_data).toBe(true);
    const refused = await tim.TIMMsgSaveMsg({ ...toBob(text('hello')), conv_id: '', user_data });
    expect(refused.user_data === user_data).toBe(true);
    const id = stored(saved).message_msg_id ?? '';
    const found = await tim.TIMMsgFindMessages({ json_message_id_array: [id], user_data });
    expect(found.user_data === user_data).toBe(true);
  });

  test('of many saves at once comes back with the save that it belongs to', async () => {
    const tim = await logInClient();
    const results = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        tim.TIMMsgSaveMsg({ ...toBob(text(`${i}`)), user_data: `user data ${i}` }),
      ),
    );
    for (const [i, result] of results.entries()) {
      expect(result.user_data).toBe(`user data ${i}`);
      expect(texts([stored(result)])).toEqual([`${i}`]);
    }
  });

  test.each([5, null, {}])('that is not a string is refused: %j', async (user_data) => {
    const tim = await logInClient();
    await expect(tim.TIMMsgSaveMsg({ ...toBob(text('hello')), user_data } as never)).rejects.toMatchObject({
      code: 'ERR_IMSDK_INVALID_ARGUMENT',
      field: 'user_data',
    });
  });
});

test('strings survive the end of the process life', async () => {
  const store = makeFolder();
  const value = '你好\u0000 😀\u2028\ud83d';
  const tim = await logInClient({}, store);
  stored(await tim.TIMMsgSaveMsg(toBob(text(value))));
  await tim.TIMUninit();
  expect(texts(await listBob(await logInClient({}, store)))).toEqual([value.toWellFormed()]);
});
