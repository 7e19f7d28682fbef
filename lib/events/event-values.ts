import { parseExact } from '../json/parse.js';
import type { NativeEventValue } from '../native/addon.js';
import type { ValueKind } from './event-table.js';

/** A plain value or a JSON text; NULL becomes `''`, which the engine's own functions take for the same. */
export type RawValue = string | number | boolean;

/** What the engine said in one event: as it said it, and read. Its JSON is read once, when it is first asked for. */
export class EventValues {
  readonly raw: readonly RawValue[];
  readonly #kinds: readonly ValueKind[];
  readonly #exactIntegers: readonly (string | undefined)[];
  #read: unknown[] | undefined;

  constructor(
    kinds: readonly ValueKind[],
    values: readonly NativeEventValue[],
    exactIntegers: readonly (string | undefined)[],
  ) {
    this.#kinds = kinds;
    this.raw = values.map((value) => value ?? '');
    this.#exactIntegers = exactIntegers;
  }

  /**
   * The values with their JSON read; an empty array or object where the engine gave none.
   *
   * @throws SyntaxError when it is not JSON, or not of the kind that it should be.
   */
  read(): readonly unknown[] {
    this.#read ??= this.raw.map((value, index) => this.#readOne(value, index));
    return this.#read;
  }

  #readOne(value: RawValue, index: number): unknown {
    const kind = this.#kinds[index];
    if (kind === 'plain' || kind === undefined) return value;
    if (value === '') return kind === 'array' ? [] : {};
    const parsed = parseExact(String(value), this.#exactIntegers[index]);
    const isOfKind = kind === 'array' ? Array.isArray(parsed) : isObject(parsed);
    if (!isOfKind) throw new SyntaxError(`not an ${kind}`);
    return parsed;
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
