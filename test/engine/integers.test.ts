/** 64-bit integers are exact both ways: numbers while they are safe integers, bigints beyond. */
import { inspect } from 'node:util';
import type { Json_value_msg } from 'node-imsdk';
import { queryStore } from './sqlite.js';
import { listBob, logInClient, makeFolder, readBack, stored, text, toBob, toGroup } from './client.js';

const MAX_UINT64 = 2n ** 64n - 1n;

test('message_unique_id has the digits that the file of the store has', async () => {
  const store = makeFolder();
  const tim = await logInClient({}, store);
  const messages: Json_value_msg[] = [];
  for (let i = 0; i < 20; i++) messages.push(stored(await tim.TIMMsgSaveMsg(toBob(text(`${i}`)))));
  const read = await Promise.all(messages.map((message) => readBack(tim, message)));
  expect(read.map((message) => message.message_unique_id)).toEqual(
    messages.map((message) => message.message_unique_id),
  );
  await tim.TIMUninit();

  // The engine makes the id of a one-to-one message from its time and its random number.
  const ids = queryStore(store, 'SELECT (time << 32) | rand FROM message ORDER BY id').flat();
  expect(messages.map(({ message_unique_id: id }) => String(id))).toEqual(ids);
  for (const { message_unique_id: id } of messages) {
    expect(typeof id).toBe('bigint');
    expect(id).toBeGreaterThan(Number.MAX_SAFE_INTEGER);
  }
});

test('an id that a number holds exactly is a number', async () => {
  const tim = await logInClient();
  const message = stored(await tim.TIMMsgSaveMsg(toGroup(text('hello'))));
  const expected = (BigInt(message.message_seq ?? 0) << 32n) | BigInt(message.message_rand ?? 0);
  expect(message.message_unique_id).toBe(Number(expected));
});

test.each([
  ['0', 0, 0],
  ['the largest safe integer', Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  ['a safe integer as a bigint', 42n, 42],
  ['2^53 + 1', 2n ** 53n + 1n, 2n ** 53n + 1n],
  ['2^63 - 1', 2n ** 63n - 1n, 2n ** 63n - 1n],
  ['2^63', 2n ** 63n, 2n ** 63n],
  ['2^64 - 1', MAX_UINT64, MAX_UINT64],
])('a 64-bit field of %s is stored and read back exactly', async (_what, message_version, expected) => {
  const tim = await logInClient();
  const message = stored(await tim.TIMMsgSaveMsg(toBob(text('hello', { message_version }))));
  expect(message.message_version).toBe(expected);
  expect((await readBack(tim, message)).message_version).toBe(expected);
});

test('bigints in every 64-bit field change nothing that the engine sets itself', async () => {
  const tim = await logInClient();
  const message = stored(
    await tim.TIMMsgSaveMsg(
      toBob(
        text('hello', {
          message_seq: MAX_UINT64,
          message_rand: MAX_UINT64,
          message_unique_id: MAX_UINT64,
          message_client_time: 2 ** 40,
          message_server_time: 2 ** 40,
          message_custom_str: '123456789012345678901234567890',
        }),
      ),
    ),
  );
  expect(message.message_unique_id).not.toBe(MAX_UINT64);
  expect(message.message_custom_str).toBe('123456789012345678901234567890');
  expect(await readBack(tim, message)).toMatchObject({
    message_elem_array: [{ text_elem_content: 'hello' }],
  });
});

test.each([
  ['message_version', -1],
  ['message_version', MAX_UINT64 + 1n],
  ['message_version', 2 ** 53],
  ['message_version', 0.5],
  ['message_custom_int', 2 ** 31],
  ['message_custom_int', -(2 ** 31) - 1],
  ['message_custom_int', NaN],
])('a number that the engine would change is refused: %s %p', async (name, value) => {
  const tim = await logInClient();
  await expect(tim.TIMMsgSaveMsg(toBob(text('hello', { [name]: value })))).rejects.toMatchObject({
    code: 'ERR_IMSDK_INVALID_ARGUMENT',
    field: `params.${name}`,
  });
});

test('a message that was read goes back to the engine as it is', async () => {
  const tim = await logInClient();
  for (const content of ['oldest', 'middle', 'newest']) {
    stored(await tim.TIMMsgSaveMsg(toBob(text(content, { message_version: MAX_UINT64 }))));
  }
  const [, middle] = await listBob(tim);
  if (middle === undefined) throw new Error('three messages were saved');
  expect(typeof middle.message_unique_id).toBe('bigint');

  const older = await tim.TIMMsgGetMsgList(
    toBob({ msg_getmsglist_param_count: 10, msg_getmsglist_param_last_msg: middle }),
  );
  expect(stored(older).map((message) => message.message_elem_array)).toEqual([
    [{ elem_type: 0, text_elem_content: 'oldest' }],
  ]);
  expect(await tim.TIMMsgDelete(toBob({ msg_delete_param_msg: middle }))).toMatchObject({ code: 0 });
  expect(await listBob(tim)).toHaveLength(2);
  const copy = stored(await tim.TIMMsgSaveMsg(toBob(middle)));
  expect(copy.message_version).toBe(MAX_UINT64);
});

describe('a result', () => {
  test('is written by JSON.stringify, with large integers as decimal strings', async () => {
    const tim = await logInClient();
    const result = await tim.TIMMsgSaveMsg({ ...toBob(text('你好 😀')), user_data: 'mine' });
    const message = stored(result);
    const json = JSON.parse(JSON.stringify(result)) as Record<string, unknown>;
    const { message_unique_id: id, ...others } = message;
    const expected = { ...others, message_unique_id: String(id) };
    expect(json).toEqual({
      code: 0,
      desc: 'OK',
      json_param: expected,
      json_params: expected,
      user_data: 'mine',
    });
    expect(JSON.parse(JSON.stringify(await listBob(tim)))).toEqual([expected]);
  });

  test('spreads, assigns and destructures as a plain object', async () => {
    const tim = await logInClient();
    const result = await tim.TIMMsgSaveMsg({ ...toBob(text('hello')), user_data: 'mine' });
    const { code, json_param: message } = result;
    expect(code).toBe(0);
    expect({ ...result }).toEqual(Object.assign({}, result));
    expect(Object.keys(result)).toEqual(['code', 'desc', 'json_param', 'json_params', 'user_data']);
    expect({ ...message }).toEqual(message);
    expect(Object.keys(message ?? {})).not.toContain('toJSON');
    expect(Object.entries(message ?? {}).every(([, value]) => typeof value !== 'function')).toBe(true);
  });

  test('goes through structuredClone, and so to another thread, with its bigints', async () => {
    const tim = await logInClient();
    const result = await tim.TIMMsgSaveMsg(toBob(text('你好 😀')));
    const message = stored(result);
    const clone = structuredClone(result);
    expect({ ...clone }).toEqual({ ...result });
    expect(clone.json_param?.message_unique_id).toBe(message.message_unique_id);
    expect(structuredClone(await listBob(tim))).toEqual(await listBob(tim));
  });

  test('is printed with its contents', async () => {
    const tim = await logInClient();
    const result = await tim.TIMMsgSaveMsg(toBob(text('你好')));
    const printed = inspect(result, { depth: 5 });
    expect(printed).toContain("text_elem_content: '你好'");
    expect(printed).toContain(`message_unique_id: ${String(stored(result).message_unique_id)}n`);
    expect(printed).not.toMatch(/Getter|toJSON/);
  });

  test('has one object under both names, which a caller may change or replace', async () => {
    const tim = await logInClient();
    const result = await tim.TIMMsgSaveMsg(toBob(text('hello')));
    const message = stored(result);
    expect(result.json_params).toBe(message);
    message.message_custom_str = 'changed';
    expect(result.json_param?.message_custom_str).toBe('changed');
    result.json_param = { message_custom_str: 'replaced' };
    expect(result.json_params).toEqual({ message_custom_str: 'replaced' });
  });
});
