import { inspect, type InspectOptionsStylized } from 'node:util';
import { ImSdkError } from './errors.js';
import { parseExact } from './json/parse.js';
import type { Reply } from './native/bridge.js';
import type { commonResult } from './types/index.js';

/**
 * What the engine answered, as the documented result. Its JSON is parsed when it is first read, as
 * many callers read `code` alone; it spreads, clones, stringifies and prints as a plain object.
 *
 * @typeParam T - What the engine's JSON holds (by its headers).
 */
export function toResult<T>(reply: Reply, userData: string | undefined): commonResult<T> {
  let parsed: T | undefined;
  let isParsed = false;
  const read = (): T | undefined => {
    if (!isParsed) {
      parsed = parseReply<T>(reply);
      isParsed = true;
    }
    return parsed;
  };
  const write = (value: T | undefined): void => {
    parsed = value;
    isParsed = true;
  };
  const result: commonResult<T> = {
    code: reply.code,
    desc: reply.desc,
    get json_param() {
      return read();
    },
    set json_param(value) {
      write(value);
    },
    get json_params() {
      return read();
    },
    set json_params(value) {
      write(value);
    },
    user_data: userData,
  };
  Object.defineProperty(result, inspect.custom, { value: inspectPlain });
  return result;
}

/**
 * The engine's JSON, or undefined where it gave none.
 *
 * @throws ImSdkError `ERR_IMSDK_ENGINE` when it is not JSON.
 */
function parseReply<T>(reply: Reply): T | undefined {
  if (reply.json === '') return undefined;
  try {
    return parseExact(reply.json, reply.exactIntegers) as T;
  } catch {
    // Without the cause: JSON.parse quotes what it cannot read, and messages are private.
    throw new ImSdkError(
      'ERR_IMSDK_ENGINE',
      `The engine answered with ${reply.json.length} characters that are not JSON.`,
      { engineCode: reply.code },
    );
  }
}

/** Prints what the getters give, and not that there are getters; `depth` is what is left of it here. */
function inspectPlain(this: object, depth: number | null, options: InspectOptionsStylized): string {
  if (depth !== null && depth < 0) return options.stylize('[Object]', 'special');
  return inspect({ ...this }, { ...options, depth });
}
