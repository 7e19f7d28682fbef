/** Checks of arguments that hold for every call; a message itself is checked by message-store/validation.ts. */
import { ImSdkError } from './errors.js';
import { describe, refuseAs } from './message-store/validation-refusal.js';
import type { initParam } from './types/index.js';

const MAX_UINT32 = 2 ** 32 - 1;
/** The longest user id, in bytes of UTF-8: the engine names a folder by app id and hexadecimal user id. */
const USER_ID_LIMIT = 122;
const INT32 = { min: -(2 ** 31), max: 2 ** 31 - 1 } as const;

/** @throws ImSdkError `ERR_IMSDK_INVALID_ARGUMENT`, always. */
export function refuse(field: string, expected: string, value: unknown, cause?: unknown): never {
  throw new ImSdkError(
    'ERR_IMSDK_INVALID_ARGUMENT',
    `${field} must be ${expected}; it is ${describe(value)}.`,
    {
      field,
      ...(cause === undefined ? {} : { cause }),
    },
  );
}

/**
 * Fields of a call's parameter object, each read once: what has been checked is what is passed on.
 *
 * @throws ImSdkError `ERR_IMSDK_INVALID_ARGUMENT` where `params` is no object, or a getter or proxy throws.
 */
export function fieldsOf<T extends object, Name extends keyof T & string>(
  call: string,
  params: T,
  ...names: Name[]
): Pick<T, Name> {
  assertObject(call, params);
  return readFields(params, names, '');
}

/** As {@link fieldsOf}, of a call's options. */
export function optionsOf<T extends object, Name extends keyof T & string>(
  options: T,
  ...names: Name[]
): Pick<T, Name> {
  if (!isObject(options)) refuse('options', 'an object', options);
  return readFields(options, names, 'options.');
}

function readFields<T extends object, Name extends keyof T & string>(
  object: T,
  names: readonly Name[],
  prefix: string,
): Pick<T, Name> {
  const fields: Partial<T> = {};
  for (const name of names) {
    try {
      fields[name] = object[name];
    } catch (cause) {
      const field = prefix + name;
      throw new ImSdkError(
        'ERR_IMSDK_INVALID_ARGUMENT',
        `${field} cannot be read: its getter or proxy threw. Pass a plain value.`,
        { field, cause },
      );
    }
  }
  return fields as Pick<T, Name>;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** A call's parameter object. */
function assertObject(name: string, params: unknown): asserts params is object {
  if (!isObject(params)) refuse('params', `an object with the parameters of ${name}`, params);
}

/** A field that may be left out, and is a string otherwise. `path` is what the error calls it. */
export function assertOptionalString<K extends string>(
  params: { [key in K]?: unknown },
  field: K,
  path: string = field,
): void {
  const value = params[field];
  if (value !== undefined && typeof value !== 'string') refuse(path, 'a string', value);
}

/** A documented callback, or a listener among a call's options. */
export function assertOptionalFunction(value: unknown, field: string): void {
  if (value !== undefined && typeof value !== 'function') refuse(field, 'a function', value);
}

/**
 * The signal among a call's options. It is known by its class's name: `instanceof` refuses the signals of other realms,
 * such as a page's frames.
 */
export function assertOptionalSignal(value: unknown): asserts value is AbortSignal | undefined {
  if (value !== undefined && className(value) !== 'AbortSignal') {
    refuse('options.signal', 'an AbortSignal', value);
  }
}

/** Undefined for a proxy that throws. */
function className(value: unknown): string | undefined {
  try {
    return Object.prototype.toString.call(value).slice('[object '.length, -1);
  } catch {
    return undefined;
  }
}

/** Where the store and the log are to be. @throws ImSdkError `ERR_IMSDK_INVALID_ARGUMENT`. */
export function readInitParams(params: initParam): initParam {
  const { json_config: config, ...folders } = fieldsOf(
    'TIMInit',
    params,
    'config_path',
    'log_path',
    'json_config',
  );
  assertOptionalString(folders, 'config_path');
  assertOptionalString(folders, 'log_path');
  if (config === undefined) return folders;
  if (!isObject(config)) refuse('json_config', 'an object', config);
  const inConfig = ['sdk_config_config_file_path', 'sdk_config_log_file_path'] as const;
  const json_config = readFields(config, inConfig, 'json_config.');
  for (const name of inConfig) assertOptionalString(json_config, name, `json_config.${name}`);
  return { ...folders, json_config };
}

/** The conversation that a call is about; the engine itself answers -4 for an empty id or an unknown type. */
export function assertConversation(params: { conv_id: unknown; conv_type: unknown }): void {
  if (typeof params.conv_id !== 'string') refuse('conv_id', 'a string', params.conv_id);
  if (params.conv_id.includes('\0')) {
    refuse('conv_id', 'without a NUL character, at which the engine would cut it', params.conv_id);
  }
  const { conv_type: type } = params;
  if (!(Number.isInteger(type) && (type as number) >= INT32.min && (type as number) <= INT32.max)) {
    refuse('conv_type', 'a number of TIMConvType', type);
  }
}

/**
 * A user id: a string without a NUL, of at most 122 bytes. With a longer one the engine cannot open its database, and
 * acknowledges saves that it does not store.
 */
export function assertUserId(userId: unknown, field: string): asserts userId is string {
  if (typeof userId !== 'string') refuse(field, 'a string', userId);
  if (userId.includes('\0'))
    refuse(field, 'without a NUL character, at which the engine would cut it', userId);
  const bytes = Buffer.byteLength(userId);
  if (bytes > USER_ID_LIMIT) {
    refuseAs(
      [field],
      `has ${bytes} bytes of UTF-8, and at most ${USER_ID_LIMIT} are possible: with more the engine cannot open the ` +
        "user's database, and acknowledges saves that it does not store. Choose a shorter id.",
    );
  }
}

/** The options of a client. */
export function assertOptions(options: {
  sdkappid: unknown;
  localOnly: unknown;
  durability: unknown;
  consoleLog: unknown;
  logLevel: unknown;
  libraryPath?: unknown;
}): void {
  const { sdkappid } = options;
  // The engine truncates to 32 bits without a word.
  if (!(Number.isInteger(sdkappid) && (sdkappid as number) >= 1 && (sdkappid as number) <= MAX_UINT32)) {
    refuse('sdkappid', `a whole number from 1 to ${MAX_UINT32}`, sdkappid);
  }
  assertDurability(options.durability, 'durability');
  if (typeof options.localOnly !== 'boolean') refuse('localOnly', 'true or false', options.localOnly);
  if (typeof options.consoleLog !== 'boolean') refuse('consoleLog', 'true or false', options.consoleLog);
  const { logLevel: level } = options;
  // Without the error lines lost messages would go unnoticed.
  if (!(Number.isInteger(level) && (level as number) >= 1 && (level as number) <= 6)) {
    refuse('logLevel', 'a number of TIMLogLevel from kTIMLog_Test to kTIMLog_Error', level);
  }
  assertOptionalString(options, 'libraryPath');
}

/** When a save settles. */
export function assertDurability(value: unknown, field: string): void {
  if (value !== 'committed' && value !== 'ack') refuse(field, "'committed' or 'ack'", value);
}
