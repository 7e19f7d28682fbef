import fc from 'fast-check';
import { ImSdkError } from '../../lib/errors.js';
import { stringifyExact } from '../../lib/json/stringify.js';
import { validateMessageList, validateSave } from '../../lib/message-store/validation.js';
import { anything, boom, fail, revoked, trap } from '../fixtures/hostile-values.js';
import { documentedMessage, everyField, refusal, validate, withElement } from './validation-examples.js';

describe('what throws when it is read', () => {
  test.each<[string, object, string]>([
    [
      'a getter',
      {
        get message_custom_str() {
          return fail();
        },
      },
      'params.message_custom_str',
    ],
    [
      'a getter of an unknown name',
      {
        get mine() {
          return fail();
        },
      },
      'params.mine',
    ],
    [
      'a getter in an element',
      withElement({
        elem_type: 0,
        get text_elem_content() {
          return fail();
        },
      }),
      'params.message_elem_array[0].text_elem_content',
    ],
    [
      'a getter of elem_type',
      withElement({
        get elem_type() {
          return fail();
        },
      }),
      'params.message_elem_array[0].elem_type',
    ],
    [
      'a getter of an item',
      { message_group_at_user_array: Object.defineProperty(['a'], 0, { get: fail }) },
      'params.message_group_at_user_array[0]',
    ],
    [
      'a getter deep down',
      {
        message_sender_profile: {
          get user_profile_nick_name() {
            return fail();
          },
        },
      },
      'params.message_sender_profile.user_profile_nick_name',
    ],
    ['a toJSON', { message_sender_profile: { toJSON: fail } }, 'params.message_sender_profile'],
    ['a toJSON of the message', { toJSON: fail }, 'params'],
    [
      'a toJSON that is a getter',
      {
        message_custom_str: {
          get toJSON() {
            return fail();
          },
        },
      },
      'params.message_custom_str',
    ],
    [
      'an item of an unknown array',
      { mine: [Object.defineProperty([], 0, { get: fail, enumerable: true })] },
      'params.mine[0][0]',
    ],
  ])('%s is refused with its path and the cause', (_what, message, field) => {
    expect(refusal(() => validate(message))).toMatchObject({
      code: 'ERR_IMSDK_INVALID_ARGUMENT',
      field,
      cause: boom,
    });
  });

  test.each([
    ['a proxy', trap],
    ['a revoked proxy', revoked],
  ])('%s is refused wherever it is', (_what, make) => {
    for (const message of [
      make(),
      { mine: make() },
      { mine: [make()] },
      { message_elem_array: make() },
      withElement(make()),
    ]) {
      expect(refusal(() => validate(message))).toMatchObject({ code: 'ERR_IMSDK_INVALID_ARGUMENT' });
    }
    for (const field of ['conv_id', 'conv_type', 'user_data']) {
      expect(refusal(() => validate({}, { [field]: make() })).field).toBeDefined();
    }
    expect(refusal(() => validateSave(make() as never, { userId: 'alice' })).field).toBe('conv_id');
    expect(refusal(() => validateMessageList(make() as never, { userId: 'alice' })).field).toBe('conv_id');
  });

  test('a proxy that answers like a plain message is one', () => {
    expect(() => validate(new Proxy(documentedMessage(), {}))).not.toThrow();
  });
});

describe('nesting', () => {
  const nested = (depth: number, wrap: (inner: unknown) => unknown): unknown =>
    depth === 0 ? 1 : wrap(nested(depth - 1, wrap));

  test.each([
    ['objects', (inner: unknown) => ({ a: inner })],
    ['arrays', (inner: unknown) => [inner]],
    ['objects that toJSON makes', (inner: unknown) => ({ toJSON: () => ({ a: inner }) })],
  ])('%s are accepted to a depth of 64, the message included, and refused beyond', (_what, wrap) => {
    expect(() => validate({ mine: nested(63, wrap) })).not.toThrow();
    const error = refusal(() => validate({ mine: nested(64, wrap) }));
    expect(error.field).toMatch(/^params\.mine/);
    expect(error.message).toMatch(/more than 64 deep/);
  });

  test('a list counts its own array', () => {
    const list = (depth: number): unknown =>
      validateMessageList(
        { conv_id: 'bob', conv_type: 1, params: [{ mine: nested(depth, (inner) => [inner]) }] } as never,
        { userId: 'alice' },
      );
    expect(() => list(62)).not.toThrow();
    expect(refusal(() => list(63)).field).toMatch(/^params\[0\]\.mine/);
  });

  test('100 000 levels are refused without a stack overflow', () => {
    let deep: unknown = {};
    for (let level = 0; level < 100_000; level++) deep = [deep];
    expect(refusal(() => validate({ mine: deep })).message).toMatch(/more than 64 deep/);
  });

  test('a cycle is called one', () => {
    const message: Record<string, unknown> = { mine: { list: [] as unknown[] } };
    (message['mine'] as { list: unknown[] }).list.push(message);
    const error = refusal(() => validate(message));
    expect(error.field).toMatch(/^params\.mine\.list\[0\]\.mine/);
    expect(error.message).toMatch(/cycle/);
  });

  test('an object in 2^60 places ends as too large, not never', () => {
    let shared: unknown = {};
    for (let level = 0; level < 60; level++) shared = [shared, shared];
    expect(refusal(() => validate({ mine: shared }))).toMatchObject({
      code: 'ERR_IMSDK_MESSAGE_TOO_LARGE',
      field: 'params',
    });
  });

  test('an array of a billion holes ends as too large, and a known one at its first hole', () => {
    expect(refusal(() => validate({ mine: new Array(1e9) })).code).toBe('ERR_IMSDK_MESSAGE_TOO_LARGE');
    expect(refusal(() => validate({ message_group_at_user_array: new Array(1e9) })).field).toBe(
      'params.message_group_at_user_array[0]',
    );
  });
});

describe('what JSON does not see', () => {
  test('a known field that is inherited is refused, an unknown one ignored', () => {
    expect(refusal(() => validate(Object.create({ message_custom_str: 'x' })))).toMatchObject({
      field: 'params.message_custom_str',
      message: expect.stringMatching(/inherited/) as unknown,
    });
    expect(() => validate(Object.create({ mine: 'x' }))).not.toThrow();
  });

  test('a Map for an object is refused', () => {
    const error = refusal(() =>
      validate({ message_sender_profile: new Map([['user_profile_nick_name', 'n']]) }),
    );
    expect(error).toMatchObject({
      field: 'params.message_sender_profile',
      message: expect.stringMatching(/is a Map/) as unknown,
    });
  });

  test('names that are not identifiers are quoted in the path, and long ones cut', () => {
    const bad = {
      get x() {
        return fail();
      },
    };
    expect(refusal(() => validate({ 'a b': [bad] })).field).toBe('params["a b"][0].x');
    expect(refusal(() => validate({ ['k'.repeat(1e6)]: bad })).field!.length).toBeLessThan(100);
  });
});

describe('whatever the value', () => {
  const places = everyField();
  /** Values as functions that make them, as fast-check would touch them to print them. */
  const hostile = fc.oneof(
    anything.map((value) => () => value),
    fc.constantFrom<() => unknown>(
      trap,
      revoked,
      () => fail,
      () => Symbol('s'),
      () => ({ toJSON: fail }),
    ),
  );

  /** Runs a validation; false where it refused as it should. */
  const isAccepted = (run: () => unknown): boolean => {
    try {
      run();
      return true;
    } catch (error) {
      expect(error).toBeInstanceOf(ImSdkError);
      expect((error as ImSdkError).field).toMatch(/^(params|conv_id|conv_type|user_data)/);
      return false;
    }
  };

  test('a validation returns, or refuses with a field; what it passes has a JSON form', () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), hostile, ({ messageWith }, make) => {
        const message = messageWith(make());
        if (isAccepted(() => validate(message))) {
          const json = stringifyExact(message);
          expect(isAccepted(() => validate(JSON.parse(json)))).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('so it does for whole messages and whole parameters', () => {
    fc.assert(
      fc.property(hostile, hostile, (makeMessage, makeParams) => {
        const [message, params] = [makeMessage(), makeParams()];
        isAccepted(() => validate(message));
        isAccepted(() => validateSave(params as never, { userId: 'alice' }));
        isAccepted(() =>
          validateMessageList({ conv_id: 'b', conv_type: 1, params: [message] } as never, { userId: 'a' }),
        );
        isAccepted(() => validate({}, { conv_id: params, conv_type: message, user_data: message }));
      }),
      { numRuns: 1000 },
    );
  });
});
