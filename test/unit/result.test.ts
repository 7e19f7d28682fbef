/** What the engine answered, as the documented result. */
import { inspect } from 'node:util';
import { ImSdkError } from '../../lib/errors.js';
import type { Reply } from '../../lib/native/bridge.js';
import { toResult } from '../../lib/result.js';
import { throwIfFailed } from '../../lib/throw-if-failed.js';
import { describeErrorCode } from '../../lib/types/index.js';

const OK = { code: 0, desc: 'OK', json: '{"a":1}', exactIntegers: undefined };

function reply(parts: Partial<Reply> = {}): Reply {
  return { ...OK, messageId: '', conversationId: '', storeFailures: 0, ...parts };
}

const LARGE = reply({ json: '{"id":9007199254740993}', exactIntegers: '[["id","9007199254740993"]]' });

describe('toResult', () => {
  test('has the documented fields, in their order', () => {
    const result = toResult(reply(), 'mine');
    expect(Object.keys(result)).toEqual(['code', 'desc', 'json_param', 'json_params', 'user_data']);
    expect({ ...result }).toEqual({
      code: 0,
      desc: 'OK',
      json_param: { a: 1 },
      json_params: { a: 1 },
      user_data: 'mine',
    });
  });

  test('has no result where the engine gave no JSON', () => {
    const result = toResult(reply({ code: 6014, desc: 'not login', json: '' }), undefined);
    expect({ ...result }).toEqual({
      code: 6014,
      desc: 'not login',
      json_param: undefined,
      json_params: undefined,
      user_data: undefined,
    });
  });

  test('parses at the first read, once, for both names', () => {
    const parse = jest.spyOn(JSON, 'parse');
    try {
      const result = toResult<{ a: number }>(reply(), undefined);
      expect(result.code).toBe(0);
      expect(parse).not.toHaveBeenCalled();
      expect(result.json_params).toBe(result.json_param);
      expect(result.json_param).toEqual({ a: 1 });
      expect(parse).toHaveBeenCalledTimes(1);
    } finally {
      parse.mockRestore();
    }
  });

  test.each(['json_param', 'json_params'] as const)(
    'takes another value for %s, before a read or after',
    (name) => {
      const unread = toResult<unknown>(reply({ json: 'not JSON' }), undefined);
      unread[name] = { b: 2 };
      expect(unread.json_param).toEqual({ b: 2 });
      expect(unread.json_params).toBe(unread.json_param);

      const read = toResult<unknown>(reply(), undefined);
      expect(read.json_param).toEqual({ a: 1 });
      read[name] = undefined;
      expect(read.json_param).toBeUndefined();
      expect(read.json_params).toBeUndefined();
    },
  );

  test('has large integers as bigints, and as decimal strings in JSON', () => {
    const result = toResult<{ id: bigint }>(LARGE, undefined);
    expect(result.json_param?.id).toBe(9007199254740993n);
    expect(JSON.parse(JSON.stringify(result))).toEqual({
      code: 0,
      desc: 'OK',
      json_param: { id: '9007199254740993' },
      json_params: { id: '9007199254740993' },
    });
  });

  test('goes through structuredClone', () => {
    const clone = structuredClone(toResult<{ id: bigint }>(LARGE, 'mine'));
    expect(clone).toEqual({
      code: 0,
      desc: 'OK',
      json_param: { id: 9007199254740993n },
      json_params: { id: 9007199254740993n },
      user_data: 'mine',
    });
  });

  test('is printed as a plain object of the same contents, at any depth', () => {
    const result = toResult<{ id: bigint }>(LARGE, 'mine');
    expect(inspect(result)).toBe(inspect({ ...result }));
    expect(inspect({ nested: result })).toBe(inspect({ nested: { ...result } }));
    expect(inspect({ a: { b: result } }, { depth: 1 })).toBe(
      inspect({ a: { b: { ...result } } }, { depth: 1 }),
    );
  });

  test('can be read and set through a proxy, and frozen', () => {
    const result = toResult<unknown>(reply(), undefined);
    Object.freeze(result);
    const proxy = new Proxy(result, {});
    expect(proxy.json_params).toEqual({ a: 1 });
    proxy.json_param = { b: 2 };
    expect(result.json_params).toEqual({ b: 2 });
  });

  test('tells at every read that the engine answered with what is no JSON', () => {
    const result = toResult(reply({ code: 7, json: '{"a":' }), undefined);
    expect(result.code).toBe(7);
    for (let reads = 0; reads < 2; reads++) {
      expect(() => result.json_param).toThrow(
        expect.objectContaining({
          code: 'ERR_IMSDK_ENGINE',
          engineCode: 7,
          message: expect.stringContaining('5 characters that are not JSON') as string,
        }) as Error,
      );
    }
  });
});

describe('throwIfFailed', () => {
  test('returns the same result for code 0', () => {
    const result = toResult(reply(), undefined);
    expect(throwIfFailed(result)).toBe(result);
  });

  test.each([
    [6014, 'not login', 'The engine answered 6014: not login'],
    [-4, '', `The engine answered -4: ${describeErrorCode(-4)}`],
    [6013, undefined, `The engine answered 6013: ${describeErrorCode(6013)}`],
  ])('throws for code %p with desc %p, with the code in engineCode', (code, desc, message) => {
    const attempt = (): unknown => throwIfFailed({ code, desc });
    expect(attempt).toThrow(ImSdkError);
    expect(attempt).toThrow(
      expect.objectContaining({ code: 'ERR_IMSDK_ENGINE', engineCode: code, message }) as Error,
    );
  });
});
