/** What the engine's callback brings: everything that C allows, and JavaScript does not expect. */
import type { Tim } from '../../lib/index.js';
import { TIMConvType } from '../../lib/index.js';
import { clearFaults, messageFor, openTim, script, textOf, type FaultyReply } from './scripted-engine';

const save = 'TIMMsgSaveMsg';
const list = 'TIMMsgGetMsgList';
let tim: Tim;

beforeEach(async () => {
  tim = await openTim();
});

afterEach(async () => {
  await clearFaults(tim);
  await tim.TIMUninit();
});

/** Asks for bob's messages, and has the engine answer this. */
async function answered(reply: FaultyReply): ReturnType<Tim['TIMMsgGetMsgList']> {
  await script(tim, { function: list, replies: [reply] });
  return tim.TIMMsgGetMsgList({ conv_id: 'bob', conv_type: TIMConvType.kTIMConv_C2C, params: {} });
}

function hex(...parts: (string | number[])[]): string {
  return Buffer.concat(parts.map((part) => Buffer.from(part as string))).toString('hex');
}

test('NULL for the description and the JSON are an empty description and no JSON', async () => {
  const result = await answered({ desc: null, json: null });
  expect(result).toEqual({ code: 0, desc: '', json_param: undefined, json_params: undefined });
});

test('NULLs with a code resolve a save with that code', async () => {
  await script(tim, { function: save, replies: [{ code: 6017, desc: null, json: null }] });
  await expect(tim.TIMMsgSaveMsg(messageFor('hello'))).resolves.toMatchObject({
    code: 6017,
    desc: '',
    json_param: undefined,
  });
});

test.each([
  ['no JSON', null],
  ['an empty JSON', ''],
  ['a JSON without ids', '{}'],
  ['ids that are no JSON strings', '{"message_conv_id":"bo\\xb","message_msg_id":"-1-\\x1"}'],
])('a save that is acknowledged with %s rejects as one that may have been stored', async (_, json) => {
  await script(tim, { function: save, replies: [{ code: 0, json }] });
  await expect(tim.TIMMsgSaveMsg(messageFor('hello'))).rejects.toMatchObject({
    code: 'ERR_IMSDK_NOT_VERIFIED',
    mayHaveBeenStored: true,
  });
});

test('bytes that are no UTF-8 become U+FFFD, one for each ill-formed part', async () => {
  const invalid = [0xff, 0xc0, 0xe2, 0x82, 0x41, 0xed, 0xa0, 0x80, 0xf0, 0x9f, 0x92];
  const { code, desc, json_param } = await answered({
    descHex: hex('d', invalid),
    jsonHex: hex('[{"text":"', invalid, '"}]'),
  });
  const repaired = new TextDecoder().decode(Uint8Array.from(invalid));
  expect(code).toBe(0);
  expect(desc).toBe(`d${repaired}`);
  expect(json_param).toEqual([{ text: repaired }]);
});

test('text beyond Latin-1 and beyond the basic plane arrives whole', async () => {
  const text = 'Grüße, 你好, 👋🏽, \u0000-free';
  await expect(tim.TIMMsgSaveMsg(messageFor('👋 ü 你'))).resolves.toMatchObject({ code: 0 });
  const { json_param } = await answered({ jsonHex: hex(JSON.stringify([{ text }])) });
  expect(json_param).toEqual([{ text }]);
});

test.each([1, 2, 20, 100])('JSON cut to %i bytes resolves, and throws where it is read', async (bytes) => {
  await tim.TIMMsgSaveMsg(messageFor('hello'));
  await script(tim, { function: list, replies: [{ cutJsonTo: bytes }] });
  const result = await tim.TIMMsgGetMsgList({
    conv_id: 'bob',
    conv_type: TIMConvType.kTIMConv_C2C,
    params: { msg_getmsglist_param_count: 1 },
  });
  expect(result.code).toBe(0);
  expect(() => result.json_param).toThrow(expect.objectContaining({ code: 'ERR_IMSDK_ENGINE' }));
  await expect(tim.TIMMsgSaveMsg(messageFor('next'))).resolves.toMatchObject({ code: 0 });
});

test('a save whose JSON is cut rejects as one that may have been stored', async () => {
  await script(tim, { function: save, replies: [{ cutJsonTo: 40 }] });
  await expect(tim.TIMMsgSaveMsg(messageFor('hello'))).rejects.toMatchObject({
    code: 'ERR_IMSDK_NOT_VERIFIED',
    mayHaveBeenStored: true,
  });
});

test('16 MB of JSON arrive whole', async () => {
  const bytes = 16 * 1024 * 1024;
  await script(tim, { function: save, replies: [{ padJsonTo: bytes }] });
  const { code, json_param } = await tim.TIMMsgSaveMsg(messageFor('hello'));
  expect(code).toBe(0);
  expect(textOf(json_param)).toBe('hello');
  const { padding } = json_param as unknown as { padding: string };
  expect(padding.length).toBeGreaterThan(bytes - 1000);
  expect(padding).toBe('x'.repeat(padding.length));
});

test('integers beyond 64 bits keep every digit', async () => {
  const digits = ['9007199254740993', '18446744073709551616', '-170141183460469231731687303715884105728'];
  const { json_param } = await answered({ json: `[{"numbers":[1,${digits.join()},1e400,0.5]}]` });
  const [{ numbers }] = json_param as unknown as [{ numbers: unknown[] }];
  expect(numbers).toEqual([1, ...digits.map(BigInt), Infinity, 0.5]);
});

test('codes at both ends of 32 bits arrive as they are', async () => {
  for (const code of [2 ** 31 - 1, -(2 ** 31) + 1]) {
    await expect(answered({ code, desc: 'odd', json: '' })).resolves.toMatchObject({ code, desc: 'odd' });
  }
});

test('JSON nested ten thousand deep resolves', async () => {
  const depth = 10_000;
  const { code, json_param } = await answered({ json: '['.repeat(depth) + ']'.repeat(depth) });
  expect(code).toBe(0);
  expect(json_param).toHaveLength(1);
});

describe('JSON that stays outside of the heap until it is read', () => {
  /** Answers of sizes about the one from which they stay outside, in one turn of the event loop. */
  const texts = Array.from({ length: 40 }, (_, index) =>
    (index % 2 === 0 ? 'a' : '你').repeat(980 + 2 * index),
  );

  async function answeredAtOnce(): Promise<Awaited<ReturnType<typeof answered>>[]> {
    for (const text of texts)
      await script(tim, { function: list, replies: [{ json: JSON.stringify([text]) }] });
    return Promise.all(
      texts.map(() =>
        tim.TIMMsgGetMsgList({ conv_id: 'bob', conv_type: TIMConvType.kTIMConv_C2C, params: {} }),
      ),
    );
  }

  test('is that of its own answer, in whatever order it is read', async () => {
    const results = await answeredAtOnce();
    const read = results.map(({ json_param }) => json_param).reverse();
    expect(read.reverse()).toEqual(texts.map((text) => [text]));
  });

  test('can be read when the client is closed', async () => {
    const results = await answeredAtOnce();
    await tim.TIMUninit();
    expect(results.map(({ json_params }) => json_params)).toEqual(texts.map((text) => [text]));
    tim = await openTim();
  });

  test('does not pile up where it is never read: the garbage collector knows how large it is', async () => {
    const [rounds, calls, bytes] = [40, 16, 512 * 1024];
    const json = JSON.stringify(['x'.repeat(bytes)]);
    await script(tim, { function: list, times: rounds * calls, replies: [{ json }] });
    let collected = 0;
    const registry = new FinalizationRegistry(() => collected++);
    for (let round = 0; round < rounds; round++) {
      const results = await Promise.all(
        Array.from({ length: calls }, () =>
          tim.TIMMsgGetMsgList({ conv_id: 'bob', conv_type: TIMConvType.kTIMConv_C2C, params: {} }),
        ),
      );
      for (const result of results) registry.register(result, undefined);
      // What is collected is told in turns of their own.
      await new Promise(setImmediate);
    }
    expect(collected).toBeGreaterThan((rounds * calls) / 2);
    // With a sanitizer, and other work on the machine, it takes half a minute.
  }, 120_000);
});
