import { MAX_DEPTH } from '../message-store/validation-walk.js';
import { formatPath } from '../message-store/validation-refusal.js';
import { ImSdkError } from '../errors.js';

/** The engine refuses JSON of this many bytes (2 MiB), and each UTF-16 unit of a string takes at least one. */
const MAX_SIZE = 2 * 1024 * 1024;

/** The least that a value and what separates it from the next take in JSON, in bytes. */
const VALUE_SIZE = 2;

/** A little more than a message may have, which then says so with words of its own. */
const DEPTH_LIMIT = MAX_DEPTH + 16;

/** Names with a meaning for the objects that a program copies them into. */
const FORBIDDEN_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Refuses what a page sent unless it is plain data of a bounded size: what structured clone delivers can be a cycle, a
 * graph that grows exponentially when it is written as JSON, an array of four billion holes, a Map.
 *
 * @param path - What the value is to the caller, such as `params`.
 * @throws ImSdkError `ERR_IMSDK_INVALID_ARGUMENT` with the field, `ERR_IMSDK_MESSAGE_TOO_LARGE`.
 */
export function assertPlainData(value: unknown, path: string): void {
  new PlainDataWalk(path).value(value);
}

class PlainDataWalk {
  readonly #path: (string | number)[];
  #size = 0;

  constructor(path: string) {
    this.#path = [path];
  }

  value(value: unknown): void {
    this.#add(VALUE_SIZE);
    switch (typeof value) {
      case 'string':
        return this.#add(value.length);
      case 'object':
        if (value !== null) this.#container(value);
        return;
      case 'function':
      case 'symbol':
        return this.#refuse(`is a ${typeof value}, which has no JSON form.`);
      default:
    }
  }

  #container(value: object): void {
    if (this.#path.length > DEPTH_LIMIT) this.#refuse(`is nested more than ${DEPTH_LIMIT} levels deep.`);
    const depth = this.#path.length;
    this.#path.push(0);
    if (Array.isArray(value)) {
      // Holes count too: JSON writes each.
      for (let index = 0; index < value.length; index++) {
        this.#path[depth] = index;
        this.value(value[index]);
      }
    } else {
      // Independent of the realm, and what a clone is cannot be disguised.
      if (Object.prototype.toString.call(value) !== '[object Object]') {
        this.#path.length = depth;
        this.#refuse(`must be plain data; it is a ${Object.prototype.toString.call(value).slice(8, -1)}.`);
      }
      for (const [name, item] of Object.entries(value)) {
        this.#path[depth] = name;
        if (FORBIDDEN_NAMES.has(name)) this.#refuse('is a name that no field has.');
        this.#add(name.length);
        this.value(item);
      }
    }
    this.#path.length = depth;
  }

  #add(size: number): void {
    this.#size += size;
    if (this.#size <= MAX_SIZE) return;
    throw new ImSdkError(
      'ERR_IMSDK_MESSAGE_TOO_LARGE',
      `The arguments are larger than the 2 MiB of JSON that the engine reads; the limit is passed at ` +
        `${formatPath(this.#path)}.`,
      { field: formatPath(this.#path) },
    );
  }

  #refuse(sentence: string): never {
    const field = formatPath(this.#path);
    throw new ImSdkError('ERR_IMSDK_INVALID_ARGUMENT', `${field} ${sentence}`, { field });
  }
}
