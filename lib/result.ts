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
export function toResult<T>(reply: Answer, userData: string | undefined): commonResult<T> {
  const result: commonResult<T> = { code: reply.code, desc: reply.desc };
  // The same functions for all results: with functions of their own each would be a dictionary, at five times the cost.
  Object.defineProperty(result, 'json_param', LAZY_JSON);
  Object.defineProperty(result, 'json_params', LAZY_JSON);
  result.user_data = userData;
  const json: ResultJson = { reply, value: undefined };
  Object.defineProperty(result, JSON_OF_RESULT, { value: json });
  Object.defineProperty(result, inspect.custom, PRINTS_PLAIN);
  return result;
}

/** The part of a reply that a result is made of. */
export type Answer = Pick<Reply, 'code' | 'desc' | 'json' | 'exactIntegers'>;

/** The JSON of a result: not parsed yet, or parsed, or what was set instead. */
interface ResultJson {
  /** Undefined once it is not needed any more: its text is as large as the message. */
  reply: Answer | undefined;
  value: unknown;
}

/** Not a private field, so that a result can also be read through a proxy, as user interfaces put around objects. */
const JSON_OF_RESULT = Symbol('node-imsdk: JSON of a result');

interface WithJson {
  readonly [JSON_OF_RESULT]: ResultJson;
}

const LAZY_JSON: PropertyDescriptor & ThisType<WithJson> = {
  get() {
    const json = this[JSON_OF_RESULT];
    if (json.reply !== undefined) {
      json.value = parseReply(json.reply);
      json.reply = undefined;
    }
    return json.value;
  },
  set(value: unknown) {
    const json = this[JSON_OF_RESULT];
    json.value = value;
    json.reply = undefined;
  },
  enumerable: true,
  configurable: true,
};

const PRINTS_PLAIN: PropertyDescriptor = { value: inspectPlain };

/**
 * The engine's JSON, or undefined where it gave none.
 *
 * @throws ImSdkError `ERR_IMSDK_ENGINE` when it is not JSON.
 */
function parseReply(reply: Answer): unknown {
  if (reply.json === '') return undefined;
  try {
    return parseExact(reply.json, reply.exactIntegers);
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
