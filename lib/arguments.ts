/** Checks of arguments that hold for every call; a message itself is checked by message-store/validation.ts. */
import { ImSdkError } from './errors.js';
import { stringifyExact } from './json/stringify.js';
import { describe } from './message-store/validation-refusal.js';

const MAX_UINT32 = 2 ** 32 - 1;
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
  const fields: Partial<T> = {};
  for (const name of names) fields[name] = readField(params, name);
  return fields as Pick<T, Name>;
}

function readField<T extends object, Name extends keyof T & string>(params: T, name: Name): T[Name] {
  try {
    return params[name];
  } catch (cause) {
    throw new ImSdkError(
      'ERR_IMSDK_INVALID_ARGUMENT',
      `${name} cannot be read: its getter or proxy threw. Pass a plain value.`,
      { field: name, cause },
    );
  }
}

/** A call's parameter object. */
export function assertObject(name: string, params: unknown): asserts params is object {
  if (typeof params !== 'object' || params === null)
    refuse('params', `an object with the parameters of ${name}`, params);
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

/** Where the store and the log are to be. */
export function assertInitParams(params: unknown): void {
  assertObject('TIMInit', params);
  const { json_config: config, ...folders } = params as { json_config?: unknown } & Record<string, unknown>;
  assertOptionalString(folders, 'config_path');
  assertOptionalString(folders, 'log_path');
  if (config === undefined) return;
  if (typeof config !== 'object' || config === null) refuse('json_config', 'an object', config);
  for (const name of ['sdk_config_config_file_path', 'sdk_config_log_file_path']) {
    assertOptionalString(config as Record<string, unknown>, name, `json_config.${name}`);
  }
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

/** The options of a client. */
export function assertOptions(options: {
  sdkappid: unknown;
  localOnly: unknown;
  durability: unknown;
  consoleLog: unknown;
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
  assertOptionalString(options, 'libraryPath');
}

/** When a save settles. */
export function assertDurability(value: unknown, field: string): void {
  if (value !== 'committed' && value !== 'ack') refuse(field, "'committed' or 'ack'", value);
}

/** A parameter's JSON text. @throws ImSdkError `ERR_IMSDK_INVALID_ARGUMENT` when it has none. */
export function toJson(value: unknown, field: string): string {
  if (typeof value !== 'object' || value === null) refuse(field, 'an object or an array', value);
  try {
    return stringifyExact(value);
  } catch (cause) {
    return refuse(field, 'a value that has a JSON form', value, cause);
  }
}
