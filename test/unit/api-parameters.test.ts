/** How arguments are read from parameter objects: each of every call refuses what it cannot pass, by its name. */
import { calls, type EngineCall } from '../../lib/api/calls.js';
import * as read from '../../lib/api/parameters.js';
import { ImSdkError } from '../../lib/errors.js';
import { parseExact } from '../../lib/json/parse.js';
import { arrayOf, message, object, string, uint32 } from '../../lib/types/fields.js';

function refusal(run: () => unknown): ImSdkError {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(ImSdkError);
    return error as ImSdkError;
  }
  throw new Error('nothing was refused');
}

/** The bare field of an error's path, without the way into it. */
const rootOf = (field: string | undefined): string | undefined => field?.split(/[.[]/)[0];

/** What is read of a filter that another parameter has checked. */
const pages = new Set<unknown>(calls.TIMConvGetConversationListByFilter.parameters.slice(1));
const wrongPage = { conversation_list_filter_next_seq: {}, conversation_list_filter_count: {} };

const table = Object.entries(calls as Record<string, EngineCall>).flatMap(([call, { parameters }]) =>
  parameters.map((parameter) => [call, parameter.name, parameter] as const),
);

describe.each(table)('%s, %s', (_call, name, parameter) => {
  test('refuses a wrong value by its name', () => {
    const error = refusal(() => parameter.read(pages.has(parameter) ? wrongPage : Symbol('wrong')));
    expect(error).toMatchObject({ code: 'ERR_IMSDK_INVALID_ARGUMENT' });
    expect(rootOf(error.field)).toBe(name);
    expect(error.message.length).toBeLessThan(250);
  });
});

describe('a text', () => {
  test.each(['', 'bob', '你好'])('is passed: %j', (value) => {
    expect(read.text('conv_id').read(value)).toBe(value);
  });

  test.each([undefined, null, 5, ['bob'], 'a\0b'])('is refused: %j', (value) => {
    expect(refusal(() => read.text('conv_id').read(value)).field).toBe('conv_id');
  });
});

describe('a whole number', () => {
  test.each([
    [read.uint32, 0],
    [read.uint32, 4_294_967_295],
    [read.int32, -2_147_483_648],
    [read.int32, 2_147_483_647],
    [read.uint64, Number.MAX_SAFE_INTEGER],
    [read.uint64, 2n ** 64n - 1n],
  ])('is passed as it is: %p of %p', (make, value) => {
    expect(make('n').read(value)).toBe(value);
  });

  test('is taken as digits where the documented API has it so', () => {
    expect(read.uint64('next_seq').read('18446744073709551615')).toBe(2n ** 64n - 1n);
  });

  test.each([
    [read.uint32, -1],
    [read.uint32, 4_294_967_296],
    [read.uint32, 1.5],
    [read.uint32, '1'],
    [read.uint32, 1n],
    [read.int32, 2_147_483_648],
    [read.uint64, -1],
    [read.uint64, 2 ** 53],
    [read.uint64, 2n ** 64n],
    [read.uint64, '18446744073709551616'],
    [read.uint64, '-1'],
    [read.uint64, '1e3'],
    [read.uint64, undefined],
  ])('is refused: %p of %p', (make, value) => {
    expect(refusal(() => make('n').read(value)).field).toBe('n');
  });
});

describe('JSON', () => {
  const strings = read.json('ids', arrayOf(string));
  const given = read.json('json_msg', message());

  test('is written with 64-bit integers in full', () => {
    expect(given.read({ message_unique_id: 2n ** 63n, message_seq: 7 })).toBe(
      '{"message_unique_id":9223372036854775808,"message_seq":7}',
    );
  });

  test.each([
    ['ids', strings, 'bob'],
    ['ids', strings, { length: 1 }],
    ['ids[1]', strings, ['bob', 5]],
    ['ids[0]', strings, [undefined]],
    ['json_msg', given, []],
    ['json_msg', given, null],
    ['json_msg.message_seq', given, { message_seq: '7' }],
    ['json_msg.message_custom_str', given, { message_custom_str: 5 }],
    ['json_msg.message_elem_array[0]', given, { message_elem_array: [null] }],
    ['json_msg.message_elem_array[0].elem_type', given, { message_elem_array: [{}] }],
    ['json_msg.message_elem_array[0].elem_type', given, { message_elem_array: [{ elem_type: 13 }] }],
    [
      'json_msg.message_elem_array[0].text_elem_content',
      given,
      { message_elem_array: [{ elem_type: 0, text_elem_content: 5 }] },
    ],
  ])('is refused with the path %s', (field, parameter, value) => {
    expect(refusal(() => parameter.read(value))).toMatchObject({ code: 'ERR_IMSDK_INVALID_ARGUMENT', field });
  });

  test('names what a table does not have, and passes it', () => {
    expect(read.json('params', object({ known: uint32 })).read({ unknown: { deep: [1] } })).toBe(
      '{"unknown":{"deep":[1]}}',
    );
  });

  test('takes back what a save would refuse: kinds that the store drops, numbers of later versions', () => {
    const report = { elem_type: 8, group_report_elem_report_type: 999 };
    const tip = { group_tips_group_change_info_flag: 10 };
    const tips = { elem_type: 5, group_tips_elem_group_change_info_array: [tip] };
    const merged = { elem_type: 12, merge_elem_message_array: [{ message_seq: 1 }] };
    const value = { message_elem_array: [report, tips, merged, { elem_type: -1 }], message_priority: 77 };
    expect(given.read(value)).toBe(JSON.stringify(value));
  });

  test.each([
    ['json_msg', given, {}],
    ['json_msg', given, { message_seq: undefined }],
    ['messages[1]', read.json('messages', arrayOf(message())), [{ message_seq: 1 }, {}]],
    [
      'json_msg.message_elem_array[0].merge_elem_message_array[0]',
      given,
      { message_elem_array: [{ elem_type: 12, merge_elem_message_array: [{}] }] },
    ],
  ])('a message without any field, which crashes the engine, is refused at %s', (field, parameter, value) => {
    const error = refusal(() => parameter.read(value));
    expect(error).toMatchObject({ field, message: expect.stringContaining('crash') });
  });

  test('is not nested deeper than the engine can parse', () => {
    let value: unknown[] = [];
    for (let depth = 0; depth < 200; depth++) value = [value];
    const error = refusal(() => read.json('params', object({})).read({ unknown: value }));
    expect(error.message).toContain('nested');
  });

  test('is refused where JSON cannot say it', () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    const anything = read.json('params', object({}));
    expect(refusal(() => anything.read(cycle)).message).toContain('cycle');
    expect(refusal(() => anything.read({ toJSON: () => undefined })).field).toBe('params');
  });

  test('is refused past 2 MiB by its own name', () => {
    const error = refusal(() => strings.read(['x'.repeat(2 * 1024 * 1024)]));
    expect(error).toMatchObject({ code: 'ERR_IMSDK_MESSAGE_TOO_LARGE', field: 'ids' });
  });

  test('of a hostile value is a refusal', () => {
    const hostile = {
      get message_seq(): never {
        throw new Error('mine');
      },
    };
    expect(refusal(() => given.read(hostile))).toMatchObject({ code: 'ERR_IMSDK_INVALID_ARGUMENT' });
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    expect(refusal(() => strings.read(proxy)).field).toBe('ids');
  });
});

describe('JSON that the documented API passes as text', () => {
  const messages = read.jsonOrText('json_msg_array', arrayOf(message()));

  test.each([
    ['[{"message_unique_id":9223372036854775807}]'],
    ['[{"message_seq":7,"message_custom_str":"12345678901234567890 \\" 9223372036854775807"}]'],
    ['[{"message_custom_str":"9223372036854775807"}]'],
  ])('is passed with its 64-bit integers: %s', (text) => {
    expect(messages.read(text)).toBe(text);
  });

  test('may have them as digits, as JSON.stringify writes the bigints of a result', () => {
    const result = parseExact(
      '[{"message_unique_id":9223372036854775807}]',
      '[[0,"message_unique_id","9223372036854775807"]]',
    );
    expect(messages.read(JSON.stringify(result))).toBe('[{"message_unique_id":9223372036854775807}]');
  });

  test.each([
    ['json_msg_array', 'not JSON'],
    ['json_msg_array', '{}'],
    ['json_msg_array[0]', '[{}]'],
    ['json_msg_array[0].message_seq', '[{"message_seq":"1"}]'],
  ])('is refused at %s: %s', (field, text) => {
    expect(refusal(() => messages.read(text)).field).toBe(field);
  });

  test('that is no JSON is not quoted in the error', () => {
    const { message: said, cause } = refusal(() => messages.read('[{"text": secret'));
    expect(said).not.toContain('secret');
    expect(cause).toBeUndefined();
  });
});

describe('a message that replaces the one in the store', () => {
  const rewritten = read.rewrittenMessage('params');
  const elements = [{ elem_type: 0, text_elem_content: 'hello' }];

  test('is passed as it is', () => {
    const value = { message_elem_array: elements, message_msg_id: '-1-1' };
    expect(rewritten.read(value)).toBe(JSON.stringify(value));
  });

  test.each([
    ['params', 'text'],
    ['params.message_elem_array', { message_msg_id: '-1-1' }],
    ['params.message_elem_array[0].elem_type', { message_elem_array: [{ elem_type: 8 }] }],
  ])('is refused at %s', (field, value) => {
    expect(refusal(() => rewritten.read(value))).toMatchObject({ field });
  });

  test('is refused where the store would keep nothing of it', () => {
    const value = { message_elem_array: elements, message_custom_str: 'x'.repeat(310_000) };
    expect(refusal(() => rewritten.read(value))).toMatchObject({
      code: 'ERR_IMSDK_MESSAGE_TOO_LARGE',
      field: 'params',
    });
  });
});

describe('rules of single parameters', () => {
  const [batch] = calls.TIMMsgBatchSend.parameters;
  const [, keys] = calls.TIMMsgDeleteMessageExtensions.parameters;
  const [, nextSeq, count] = calls.TIMConvGetConversationListByFilter.parameters;

  test.each([
    {},
    { msg_batch_send_param_identifier_array: [] },
    { msg_batch_send_param_identifier_array: 'bob' },
  ])('a message to nobody, which the engine never answers, is refused: %j', (receivers) => {
    const params = { ...receivers, msg_batch_send_param_msg: { message_elem_array: [] } };
    expect(refusal(() => batch.read(params)).field).toBe('params.msg_batch_send_param_identifier_array');
  });

  test('extensions are deleted by their keys, however they are given', () => {
    expect(keys.read(['a', { message_extension_key: 'b', message_extension_value: 'c' }])).toBe('["a","b"]');
    expect(refusal(() => keys.read([{}])).field).toBe('json_extension_key_array[0]');
  });

  test('a page of conversations is taken out of the filter', () => {
    const filter = { conversation_list_filter_next_seq: 2n ** 60n, conversation_list_filter_count: 5 };
    expect([nextSeq.read(filter), count.read(filter)]).toEqual([2n ** 60n, 5]);
    expect([nextSeq.read({}), count.read({})]).toEqual([0, 20]);
    expect(refusal(() => count.read({ conversation_list_filter_count: -1 })).field).toBe(
      'params.conversation_list_filter_count',
    );
  });
});
