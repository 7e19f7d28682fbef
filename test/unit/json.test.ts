/** JSON in which integers of 64 bits are exact. */
import { inspect } from 'node:util';
import fc from 'fast-check';
import { joined, LONG_TEXT, mostBytes, toJsonText } from '../../lib/json/json-text.js';
import { parseExact, type ExactJson } from '../../lib/json/parse.js';
import { stringifyExact } from '../../lib/json/stringify.js';

/** Whether an integer is written in full, and a number would round it. */
function isRounded(value: number | bigint): boolean {
  return /^-?\d+$/.test(String(value)) && !Number.isSafeInteger(Number(value));
}

/**
 * Where the integers stand that a number would round: what src-native/bridge/json_scan.cc finds in the
 * text, found in the value.
 */
function places(value: ExactJson, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value === 'number' || typeof value === 'bigint') {
    return isRounded(value) ? [[...path, BigInt(value).toString()]] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => places(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => places(item, [...path, key]));
}

function parse(text: string, found: (string | number)[][]): ExactJson {
  return parseExact(text, found.length === 0 ? undefined : JSON.stringify(found));
}

/** A value as it comes back: an integer is a number as long as that holds it. */
function normal(value: ExactJson): ExactJson {
  if (typeof value === 'bigint') return isRounded(value) ? value : Number(value);
  if (typeof value === 'number') return isRounded(value) ? BigInt(value) : value + 0;
  if (Array.isArray(value)) return value.map(normal);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, normal(item)]));
}

const key = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '__proto__', 'constructor', 'toJSON', 'value', '0', 'a"b', 'message_unique_id'),
);

const { json } = fc.letrec<{ json: ExactJson }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.constantFrom(null, true, false),
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n }),
    fc.bigInt({ min: 2n ** 53n - 3n, max: 2n ** 53n + 3n }),
    fc.array(tie('json')),
    fc.dictionary(key, tie('json')),
  ),
}));

describe('what stringifyExact writes, parseExact reads', () => {
  test('for any JSON with 64-bit integers', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = stringifyExact(value);
        expect(parse(text, places(value))).toEqual(normal(value));
      }),
      { numRuns: 500 },
    );
  });

  test('again and again: what was read is written as it was', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = stringifyExact(normal(value));
        const once = parse(text, places(value));
        expect(stringifyExact(once)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test('as other programs do: without bigints it is what JSON.stringify and JSON.parse do', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(stringifyExact(value)).toBe(JSON.stringify(value));
        expect(stringifyExact(value, false)).toBe(JSON.stringify(value));
        expect(parseExact(JSON.stringify(value), undefined)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('what stands beside the JSON', () => {
  const content = { hasBigInt: true, isMostlyLongText: true };

  test('are the long strings, wherever they are, and joined it is what stringifyExact writes', () => {
    const long = fc
      .tuple(fc.string({ unit: 'binary', minLength: 1 }), fc.boolean())
      .map(([unit, isLong]) => (isLong ? unit.repeat(LONG_TEXT) : unit));
    const values = fc.dictionary(key, fc.oneof(long, fc.array(long), fc.bigInt(), fc.constant(null)));
    fc.assert(
      fc.property(values, (value) => {
        const text = toJsonText(value, content);
        expect(joined(text)).toBe(stringifyExact(value));
        const isDivided = typeof text !== 'string';
        expect(isDivided).toBe(Object.values(value).flat().some(isLong));
        if (isDivided) expect(text[0].length).toBeLessThan(joined(text).length);
        expect(mostBytes(text)).toBeGreaterThanOrEqual(Buffer.byteLength(joined(text)));
      }),
    );
  });

  test('is told to be Latin-1 where it is', () => {
    const latin1 = '\0\xff'.repeat(LONG_TEXT);
    const other = `${latin1}\u0100`;
    expect(toJsonText([latin1, other, 'short'], content)).toEqual([
      expect.any(String),
      expect.any(String),
      ...[true, latin1, false, other],
    ]);
  });

  test('is nothing where long strings are not most of the text', () => {
    const text = 'x'.repeat(LONG_TEXT);
    expect(toJsonText([text], { ...content, isMostlyLongText: false })).toBe(JSON.stringify([text]));
  });

  test('is also what a program makes of bigints by itself', () => {
    const { prototype } = BigInt as unknown as { prototype: { toJSON?: () => string } };
    prototype.toJSON = () => 'replaced';
    try {
      expect(joined(toJsonText({ id: 2n ** 60n, text: 'x'.repeat(LONG_TEXT) }, content))).toBe(
        `{"id":1152921504606846976,"text":"${'x'.repeat(LONG_TEXT)}"}`,
      );
    } finally {
      delete prototype.toJSON;
    }
  });

  function isLong(value: unknown): boolean {
    return typeof value === 'string' && value.length >= LONG_TEXT;
  }
});

describe('parseExact', () => {
  test.each([
    ['9007199254740993', [['9007199254740993']], 9007199254740993n],
    ['[1,-9223372036854775808]', [[1, '-9223372036854775808']], [1, -9223372036854775808n]],
    [
      '{"a":[{"b":18446744073709551615}]}',
      [['a', 0, 'b', '18446744073709551615']],
      { a: [{ b: 18446744073709551615n }] },
    ],
  ])('puts a rounded integer of %s back', (text, found, value) => {
    expect(parse(text, found)).toEqual(value);
  });

  test.each([
    ['another integer', '{"a":9007199254740993,"a":1}', { a: 1 }],
    ['an object', '{"a":9007199254740993,"a":{"b":2}}', { a: { b: 2 } }],
    ['nothing', '{"a":9007199254740993,"a":null}', { a: null }],
  ])('leaves a key that stands twice at its last value: %s', (_what, text, value) => {
    expect(parse(text, [['a', '9007199254740993']])).toEqual(value);
  });

  test('passes over a place that is not there', () => {
    expect(parse('{"a":1}', [['b', 'c', 0, '9007199254740993']])).toEqual({ a: 1 });
  });

  test('keeps a field of the name toJSON', () => {
    const text = '{"toJSON":1,"a":9007199254740993}';
    const value = parse(text, [['a', '9007199254740993']]);
    expect(value).toEqual({ toJSON: 1, a: 9007199254740993n });
    expect(stringifyExact(value)).toBe(text);
  });

  test.each(['', '{', '{"a":}', 'undefined', '[1,]'])('throws a SyntaxError for %j', (text) => {
    expect(() => parseExact(text, undefined)).toThrow(SyntaxError);
  });

  describe('gives an object with bigints that', () => {
    const value = parse('{"id":9007199254740993,"ids":[1,9007199254740993],"name":"x"}', [
      ['id', '9007199254740993'],
      ['ids', 1, '9007199254740993'],
    ]);

    test('JSON.stringify writes, with decimal strings', () => {
      expect(JSON.stringify({ value })).toBe(
        '{"value":{"id":"9007199254740993","ids":[1,"9007199254740993"],"name":"x"}}',
      );
    });

    test('has no further field to see, spread, clone or print', () => {
      expect(Object.keys(value as object)).toEqual(['id', 'ids', 'name']);
      const expected = { id: 9007199254740993n, ids: [1, 9007199254740993n], name: 'x' };
      expect({ ...(value as object) }).toStrictEqual(expected);
      expect(structuredClone(value)).toStrictEqual(expected);
      expect(inspect(value)).toBe(inspect(expected));
    });

    test('may get another toJSON', () => {
      const other = Object.assign(parse('{"id":9007199254740993}', [['id', '9007199254740993']]) as object, {
        toJSON: () => 'mine',
      });
      expect(JSON.stringify(other)).toBe('"mine"');
    });
  });
});

describe('stringifyExact', () => {
  test.each([
    [0n, '0'],
    [-1n, '-1'],
    [2n ** 64n - 1n, '18446744073709551615'],
    [10n ** 30n, '1000000000000000000000000000000'],
    [{ a: [1n, { b: -9223372036854775808n }] }, '{"a":[1,{"b":-9223372036854775808}]}'],
  ])('writes %p as digits', (value, text) => {
    expect(stringifyExact(value)).toBe(text);
    expect(stringifyExact(value, true)).toBe(text);
  });

  test('takes no text for a bigint, whatever it looks like', () => {
    const looksLikeOne = ['bigint:0:1', '"bigint:000000000000000000000000:1"', '1n', '12345678901234567890'];
    expect(JSON.parse(stringifyExact([1n, ...looksLikeOne]))).toEqual([1, ...looksLikeOne]);
  });

  test('writes digits too where a program has given BigInt a toJSON', () => {
    const prototype = BigInt.prototype as { toJSON?: () => string };
    prototype.toJSON = function (this: bigint) {
      return `${this}n`;
    };
    try {
      expect(stringifyExact({ a: 1n })).toBe('{"a":1}');
      expect(stringifyExact({ a: 1n }, true)).toBe('{"a":1}');
    } finally {
      delete prototype.toJSON;
    }
  });

  test('asks a toJSON, and finds bigints in what it returns', () => {
    expect(stringifyExact({ a: { toJSON: () => ({ b: 1n }) }, when: new Date(0) })).toBe(
      '{"a":{"b":1},"when":"1970-01-01T00:00:00.000Z"}',
    );
  });

  test('leaves out what JSON.stringify leaves out', () => {
    const value = { a: undefined, b: () => 1, c: Symbol('c'), d: [undefined, NaN], e: 1n };
    expect(stringifyExact(value)).toBe('{"d":[null,null],"e":1}');
  });

  test.each([
    ['undefined', undefined],
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
  ])('throws a TypeError for %s, which has no JSON form', (_what, value) => {
    expect(() => stringifyExact(value)).toThrow(TypeError);
    expect(() => stringifyExact(value, false)).toThrow(TypeError);
  });

  test('throws a TypeError for a cycle, with bigints or without', () => {
    const cycle: Record<string, unknown> = { a: 1n };
    cycle['self'] = cycle;
    expect(() => stringifyExact(cycle)).toThrow(TypeError);
    expect(() => stringifyExact(cycle, false)).toThrow(TypeError);
  });

  test('throws a TypeError for a bigint that was said not to be there', () => {
    expect(() => stringifyExact({ a: 1n }, false)).toThrow(TypeError);
  });

  test('throws what a getter or a toJSON throws', () => {
    const error = new Error('mine');
    const throwing = {
      get a(): never {
        throw error;
      },
    };
    expect(() => stringifyExact(throwing)).toThrow(error);
    expect(() =>
      stringifyExact({
        toJSON: () => {
          throw error;
        },
      }),
    ).toThrow(error);
  });
});
