/** Checks of arguments that hold for every call. */
import { inspect } from 'node:util';
import * as check from '../../lib/arguments.js';
import { ImSdkError } from '../../lib/errors.js';

/** The refusal that a check throws. */
function refusal(run: () => unknown): ImSdkError {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(ImSdkError);
    expect(error).toMatchObject({ code: 'ERR_IMSDK_INVALID_ARGUMENT' });
    return error as ImSdkError;
  }
  throw new Error('nothing was refused');
}

describe('a refusal', () => {
  test('says the field, what it must be and what it is', () => {
    const error = refusal(() => check.refuse('conv_id', 'a string', 5));
    expect(error).toMatchObject({ field: 'conv_id', message: 'conv_id must be a string; it is 5.' });
    expect(error).not.toHaveProperty('mayHaveBeenStored');
  });

  test('carries a cause where there is one', () => {
    const cause = new Error('mine');
    expect(refusal(() => check.refuse('a', 'b', 1, cause)).cause).toBe(cause);
    expect(
      Object.hasOwn(
        refusal(() => check.refuse('a', 'b', 1)),
        'cause',
      ),
    ).toBe(false);
  });

  test.each([
    ['a long string', 'x'.repeat(10_000)],
    ['a long array', Array(10_000).fill('x')],
    ['a deep object', { a: { b: { c: 'x'.repeat(10_000) } } }],
    ['text of many lines', 'line\n'.repeat(1000)],
    ['a wide object', Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`field ${i}`, i]))],
    ['a function', () => 'a\nb'],
  ])('stays on one line of readable length for %s', (_what, value) => {
    const { message } = refusal(() => check.refuse('field', 'something else', value));
    expect(message.length).toBeLessThan(200);
    expect(message).not.toContain('\n');
  });

  test('reads nothing of a hostile value', () => {
    const hostile = {
      get secret(): never {
        throw new Error('read');
      },
      toString(): never {
        throw new Error('printed');
      },
      [inspect.custom](): never {
        throw new Error('inspected');
      },
    };
    expect(refusal(() => check.refuse('field', 'something else', hostile)).message).toContain(
      'field must be',
    );
  });
});

test.each([undefined, null, 'text', 5, true])('parameters that are no object are refused: %p', (params) => {
  const error = refusal(() => check.fieldsOf('TIMLogin', params as never));
  expect(error).toMatchObject({ field: 'params' });
  expect(error.message).toContain('TIMLogin');
});

describe('a string that may be left out', () => {
  test.each([{}, { name: undefined }, { name: '' }, { name: 'x' }])('is taken from %p', (params) => {
    expect(() => check.assertOptionalString(params, 'name')).not.toThrow();
  });

  test.each([{ name: null }, { name: 5 }, { name: ['x'] }])('is refused in %p', (params) => {
    expect(refusal(() => check.assertOptionalString(params, 'name')).field).toBe('name');
    expect(refusal(() => check.assertOptionalString(params, 'name', 'outer.name')).field).toBe('outer.name');
  });
});

describe('a conversation', () => {
  test.each([
    ['bob', 1],
    ['@TGS#1', 2],
    // For these the engine has a code of its own.
    ['', 1],
    ['bob', 0],
    ['bob', 99],
    ['bob', -(2 ** 31)],
    ['bob', 2 ** 31 - 1],
  ])('of %j and type %p is taken', (conv_id, conv_type) => {
    expect(() => check.assertConversation({ conv_id, conv_type })).not.toThrow();
  });

  test.each([undefined, null, 5, {}, ['bob'], 'a\0b'])('with an id of %p is refused', (conv_id) => {
    expect(refusal(() => check.assertConversation({ conv_id, conv_type: 1 })).field).toBe('conv_id');
  });

  test.each([undefined, null, '1', 1.5, NaN, Infinity, 2 ** 31, -(2 ** 31) - 1, 1n, true])(
    'with a type of %p is refused',
    (conv_type) => {
      expect(refusal(() => check.assertConversation({ conv_id: 'bob', conv_type })).field).toBe('conv_type');
    },
  );
});

describe('options of a client', () => {
  const good = { sdkappid: 1, localOnly: false, durability: 'committed', consoleLog: false, logLevel: 6 };

  test.each([
    {},
    { sdkappid: 2 ** 32 - 1 },
    { localOnly: true, consoleLog: true },
    { durability: 'ack' },
    { libraryPath: '/a/library' },
    { libraryPath: undefined },
    { logLevel: 1 },
  ])('are taken: %p', (options) => {
    expect(() => check.assertOptions({ ...good, ...options })).not.toThrow();
  });

  test.each([
    ['sdkappid', { sdkappid: 0 }],
    ['sdkappid', { sdkappid: -1 }],
    ['sdkappid', { sdkappid: 2 ** 32 }],
    ['sdkappid', { sdkappid: 1.5 }],
    ['sdkappid', { sdkappid: NaN }],
    ['sdkappid', { sdkappid: '1' }],
    ['sdkappid', { sdkappid: 1n }],
    ['sdkappid', { sdkappid: undefined }],
    ['localOnly', { localOnly: 1 }],
    ['localOnly', { localOnly: null }],
    ['durability', { durability: 'disk' }],
    ['durability', { durability: null }],
    ['consoleLog', { consoleLog: 'yes' }],
    ['logLevel', { logLevel: 0 }],
    ['logLevel', { logLevel: 7 }],
    ['logLevel', { logLevel: 'info' }],
    ['libraryPath', { libraryPath: 5 }],
    ['libraryPath', { libraryPath: null }],
  ])('are refused for their %s: %p', (field, options) => {
    expect(refusal(() => check.assertOptions({ ...good, ...options })).field).toBe(field);
  });
});

describe('parameters of TIMInit', () => {
  test.each([
    {},
    { config_path: 'store', log_path: 'log' },
    { json_config: {} },
    { json_config: { sdk_config_config_file_path: 'store', sdk_config_log_file_path: 'log' } },
    { electron_log: true },
  ])('are taken: %j', (params) => {
    expect(() => check.readInitParams(params)).not.toThrow();
  });

  test.each([
    ['params', null],
    ['config_path', { config_path: 5 }],
    ['log_path', { log_path: null }],
    ['json_config', { json_config: null }],
    ['json_config', { json_config: 'store' }],
    ['json_config.sdk_config_config_file_path', { json_config: { sdk_config_config_file_path: 5 } }],
    ['json_config.sdk_config_log_file_path', { json_config: { sdk_config_log_file_path: 5 } }],
  ])('are refused for %s: %j', (field, params) => {
    expect(refusal(() => check.readInitParams(params as never)).field).toBe(field);
  });
});

describe('a user id', () => {
  test.each(['', 'a'.repeat(122), 'é'.repeat(61)])('may be %p', (userId) => {
    expect(() => check.assertUserId(userId, 'userID')).not.toThrow();
  });

  test.each(['a'.repeat(123), 'é'.repeat(62), 'a\0', 5, null, undefined])('is not %p', (userId) => {
    expect(refusal(() => check.assertUserId(userId, 'userID')).field).toBe('userID');
  });
});
