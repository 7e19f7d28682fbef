import { types } from 'node:util';
import { ImSdkError } from '../errors.js';
import { asJsonSees } from '../json/json-view.js';
import { LONG_TEXT, type JsonContent } from '../json/json-text.js';
import { elementFields, keptElementTypes } from '../types/elements.js';
import { TIMElemType } from '../types/enums.js';
import { int32, uint32, type Field, type FieldTable } from '../types/fields.js';
import { messageFields } from '../types/message.js';
import { assertGroupTips } from './validation-group-tips.js';
import { formatPath, refuse, refuseAs } from './validation-refusal.js';

/** The deepest nesting of objects and arrays. The engine's JSON parser takes quadratic time in it, and overflows the stack. */
export const MAX_DEPTH = 64;

/** The engine refuses JSON of this many bytes (2 MiB) and more. */
export const JSON_LIMIT = 2 * 1024 * 1024;

/** What is checked of a field, flat: one of these for each entry of a table. */
export interface Check {
  readonly kind: Exclude<Field['kind'], 'message'> | 'sender' | 'given-elements';
  readonly min: number;
  readonly max: number;
  readonly values: readonly number[] | undefined;
  readonly minLong: bigint;
  readonly maxLong: bigint;
  readonly fields: Checks;
  readonly item: Check | undefined;
}

/** The checks of an object. A Map is what V8 finds a name in fastest. */
interface Checks {
  readonly byName: ReadonlyMap<string, Check>;
  /** The field without which the engine's store loses the object. */
  readonly needed: string | undefined;
}

const NO_CHECKS: Checks = { byName: new Map(), needed: undefined };

const NO_CHECK: Omit<Check, 'kind'> = {
  min: 0,
  max: 0,
  values: undefined,
  minLong: 0n,
  maxLong: 0n,
  fields: NO_CHECKS,
  item: undefined,
};

/** A check made from the description of a field. */
export function compile(field: Field): Check {
  switch (field.kind) {
    case 'integer':
      return { ...NO_CHECK, kind: field.kind, min: field.min, max: field.max, values: field.values };
    case 'long':
      return { ...NO_CHECK, kind: field.kind, minLong: field.min, maxLong: field.max };
    case 'object':
      return { ...NO_CHECK, kind: field.kind, fields: compileTable(field.fields) };
    case 'array':
      return { ...NO_CHECK, kind: field.kind, item: compile(field.item) };
    case 'message':
      return givenMessage;
    default:
      return { ...NO_CHECK, kind: field.kind };
  }
}

function compileTable(table: FieldTable): Checks {
  const entries = Object.entries(table);
  return {
    byName: new Map(entries.map(([name, field]) => [name, compile(field)])),
    needed: entries.find(([, field]) => field.needed)?.[0],
  };
}

/**
 * As {@link compile}, for a message that is not saved: the JSON types count, and not what the store keeps. The engine
 * gives messages with values that no table lists, and takes them back.
 */
function compileGiven(field: Field): Check {
  switch (field.kind) {
    case 'integer':
      return { ...NO_CHECK, kind: 'integer', min: int32.min, max: uint32.max };
    case 'object':
      return { ...NO_CHECK, kind: 'object', fields: compileGivenTable(field.fields) };
    case 'array':
      return { ...NO_CHECK, kind: 'array', item: compileGiven(field.item) };
    case 'unsaved-array':
      return { ...NO_CHECK, kind: 'array', item: givenMessage };
    case 'elements':
      return { ...NO_CHECK, kind: 'given-elements' };
    default:
      return compile(field);
  }
}

function compileGivenTable(table: FieldTable): Checks {
  return {
    byName: new Map(Object.entries(table).map(([name, field]) => [name, compileGiven(field)])),
    needed: undefined,
  };
}

const givenFields = new Map<string, Check>();
const givenMessage: Check = {
  ...NO_CHECK,
  kind: 'object',
  fields: { byName: givenFields, needed: undefined },
};
for (const [name, check] of compileGivenTable(messageFields).byName) givenFields.set(name, check);

/** By elem_type: what the engine gives in the messages that it hands out. */
const givenElementChecks: readonly Checks[] = Object.values(elementFields).map((table) =>
  compileGivenTable({ ...table, elem_type: { kind: 'ignored' } }),
);

const messageChecks: Checks = {
  byName: new Map([
    ...compileTable(messageFields).byName,
    ['message_sender', { ...compile(messageFields.message_sender), kind: 'sender' }],
  ]),
  needed: undefined,
};

/** By elem_type. The field itself is checked before its table is chosen. */
const elementChecks: readonly (Checks | undefined)[] = Object.entries(elementFields).map(([type, table]) =>
  (keptElementTypes as readonly number[]).includes(Number(type))
    ? compileTable({ ...table, elem_type: { kind: 'ignored' } })
    : undefined,
);

const groupTipsChecks = elementChecks[TIMElemType.kTIMElem_GroupTips];

const KEPT_TYPES = '0-7, 9 or 12 (TIMElemType)';
const GIVEN_TYPES = 'a number of TIMElemType';

/** Whether a part is more than half. */
export function isMostly(part: number, all: number): boolean {
  return 2 * part > all;
}

/**
 * One walk over a message or another parameter, as JSON.stringify would see it. It refuses what the engine would lose or
 * change, and counts what bounds a message's size.
 */
export class JsonWalk implements JsonContent {
  /** Whether there is a bigint anywhere, which JSON.stringify alone cannot write. */
  hasBigInt = false;
  /** UTF-16 units of all known strings. */
  characters = 0;
  /** UTF-16 units of the other strings. */
  foreignCharacters = 0;
  /** UTF-16 units of all strings that are long by themselves. */
  longCharacters = 0;
  /** Objects and arrays of all kinds. */
  containers = 0;
  /** Items of all arrays. */
  items = 0;
  /** `message_sender`, where there is one. */
  sender: string | undefined;

  /** Where the walk is: names and indices from the parameter to the current object, and the objects on the way. */
  readonly #path: (string | number)[];
  readonly #objects: object[] = [];
  readonly #depthOfRoot: number;

  /**
   * @param path - Where the message is, such as `['params', 3]`; nothing for another parameter.
   */
  constructor(path: readonly (string | number)[] = []) {
    this.#path = [...path];
    this.#depthOfRoot = Math.max(path.length - 1, 0);
  }

  /** Whether strings that are long by themselves are most of the text. */
  get isMostlyLongText(): boolean {
    return isMostly(this.longCharacters, this.characters + this.foreignCharacters);
  }

  /** Checks a parameter that is no message to save. */
  parameter(name: string, check: Check, value: unknown): void {
    this.#value(check, name, value);
  }

  /** Checks a message to save, and returns it as JSON.stringify sees it: what its `toJSON` returns, if it has one. */
  message(message: unknown): object {
    const seen = this.#evaluate(message, '');
    if (!isRecord(seen)) {
      return refuse(
        this.#path,
        'a message, which is an object',
        seen,
        'Pass an object with message_elem_array.',
      );
    }
    this.#object(messageChecks, seen);
    this.#assertCanFit();
    return seen;
  }

  #known(text: string): void {
    this.characters += text.length;
    if (text.length >= LONG_TEXT) this.longCharacters += text.length;
  }

  #foreign(text: string): void {
    this.foreignCharacters += text.length;
    if (text.length >= LONG_TEXT) this.longCharacters += text.length;
  }

  #object(checks: Checks, object: object): void {
    this.#enter(object);
    const record = object as Record<string, unknown>;
    const { byName, needed } = checks;
    let name: string | undefined;
    try {
      const isPlain = hasPlainPrototype(object);
      if (!isPlain) this.#refuseCollection(object);
      for (name in record) {
        const check = byName.get(name);
        if (!isPlain && !Object.hasOwn(record, name)) {
          if (check !== undefined) this.#refuseInherited(name);
          continue;
        }
        const value = record[name];
        if (check === undefined) {
          this.#unknownField(checks, name, value);
          continue;
        }
        switch (check.kind) {
          case 'string':
            if (typeof value === 'string') {
              this.#known(value);
              continue;
            }
            break;
          case 'boolean':
            if (typeof value === 'boolean') continue;
            break;
          case 'integer':
            if (
              typeof value === 'number' &&
              value >= check.min &&
              value <= check.max &&
              Number.isInteger(value) &&
              (check.values === undefined || check.values.includes(value))
            ) {
              continue;
            }
            break;
          case 'long':
            if (typeof value === 'number' && value >= 0 && Number.isSafeInteger(value)) continue;
            break;
          default:
        }
        if (value !== undefined) this.#value(check, name, value);
      }
      if (needed !== undefined && record[needed] === undefined) this.#refuseWithout(needed);
    } catch (error) {
      if (error instanceof ImSdkError) throw error;
      refuseAs(
        name === undefined ? this.#path : [...this.#path, name],
        'cannot be read: its getter, toJSON or proxy threw. Pass a plain value.',
        error,
      );
    }
    this.#leave();
  }

  /**
   * A field that the engine does not know. Of an object that it reads, it reads the names and values of all fields, and
   * loses the object where it cannot; what is inside an unknown one it leaves alone.
   */
  #unknownField(checks: Checks, name: string, given: unknown): void {
    const isRead = checks !== NO_CHECKS;
    if (isRead && name === '') this.#refuseNameless();
    switch (typeof given) {
      case 'string':
        this.#foreign(given);
        return;
      case 'number':
        if (isRead) this.#readable(name, given);
        return;
      case 'bigint':
      case 'object':
      case 'function': {
        const value = this.#evaluate(given, name);
        if (isRead && (typeof value === 'number' || typeof value === 'bigint')) this.#readable(name, value);
        this.#unknown(name, value);
        return;
      }
      default:
    }
  }

  /** A known value that was not plainly right: nested, unusual, or wrong. */
  #value(check: Check, step: string | number, given: unknown): void {
    const value = this.#evaluate(given, step);
    switch (check.kind) {
      case 'string':
        return this.#string(step, value);
      case 'sender':
        return this.#sender(step, value);
      case 'hex':
        return this.#hex(step, value);
      case 'boolean':
        if (typeof value === 'boolean') return;
        return this.#refuse(step, 'true or false', value, 'The engine would take its default instead.');
      case 'double':
        return this.#double(step, value);
      case 'integer':
        return this.#integer(check, step, value);
      case 'long':
        return this.#long(check, step, value);
      case 'object':
        if (!isRecord(value)) {
          return this.#refuse(
            step,
            'an object',
            value,
            'The engine would leave it out. Leave it out, or pass an object.',
          );
        }
        if (check === givenMessage && isEmptyInJson(value)) this.#refuseEmptyMessage(step);
        this.#path.push(step);
        this.#object(check.fields, value);
        this.#path.pop();
        return;
      case 'array':
        return this.#array(check, step, value);
      case 'elements':
        return this.#elements(step, value, (element) => this.#checksOfElement(element));
      case 'given-elements':
        return this.#elements(step, value, (element) => this.#checksOfGivenElement(element));
      case 'unsaved-array':
        return this.#unsavedArray(step, value);
      case 'ignored':
        if (typeof value === 'number' || typeof value === 'bigint') this.#readable(step, value);
        return this.#unknown(step, value);
    }
  }

  #string(step: string | number, value: unknown): void {
    if (typeof value !== 'string') {
      return this.#refuse(
        step,
        'a string',
        value,
        "The engine would take '' instead. Leave it out, or pass a string.",
      );
    }
    this.#known(value);
  }

  #sender(step: string | number, value: unknown): void {
    this.#string(step, value);
    const sender = value as string;
    if (sender.includes('\0')) {
      return this.#refuse(step, 'without a NUL character', sender, 'The engine would cut it off there.');
    }
    this.sender = sender;
  }

  #hex(step: string | number, value: unknown): void {
    this.#string(step, value);
    if (!/^(?:[0-9a-f]{2})*$/.test(value as string)) {
      this.#refuse(
        step,
        'lower-case hexadecimal digits, two for each byte',
        value,
        'The engine keeps the bytes that they stand for, and would turn anything else into other bytes.',
      );
    }
  }

  #double(step: string | number, value: unknown): void {
    if (typeof value !== 'number') {
      return this.#refuse(
        step,
        'a number',
        value,
        'The engine would take 0 instead. Leave it out, or pass a number.',
      );
    }
    // Larger ones come back as "inf", which is no JSON.
    if (!(Math.abs(value) <= MAX_DOUBLE)) {
      this.#refuse(step, `a number of up to ${MAX_DOUBLE} in size`, value, 'The engine would lose it.');
    }
    this.#readable(step, value);
  }

  /** The engine's parser gives up an object for a number that it cannot hold, and for one that is too close to 0. */
  #readable(step: string | number, value: number | bigint): void {
    if (typeof value === 'bigint' ? value >= MIN_INT64 && value <= MAX_UINT64 : isReadable(value)) return;
    this.#refuse(
      step,
      `0, a whole number from ${MIN_INT64} to ${MAX_UINT64}, or a number from ${MIN_DOUBLE} in size`,
      value,
      'The engine would lose what it stands in. Leave it out, or pass it as a string.',
    );
  }

  #integer(check: Check, step: string | number, value: unknown): void {
    if (typeof value === 'bigint') this.hasBigInt = true;
    const number = typeof value === 'bigint' ? Number(value) : value;
    const isInRange =
      typeof number === 'number' && Number.isInteger(number) && number >= check.min && number <= check.max;
    if (isInRange && (check.values === undefined || check.values.includes(number))) return;
    const range =
      check.values === undefined
        ? `a whole number from ${check.min} to ${check.max}`
        : `one of ${check.values.join(', ')}`;
    this.#refuse(step, range, value, 'The engine would take another number instead.');
  }

  #long(check: Check, step: string | number, value: unknown): void {
    if (typeof value === 'bigint') {
      this.hasBigInt = true;
      if (value >= check.minLong && value <= check.maxLong) return;
    } else if (Number.isSafeInteger(value) && (value as number) >= 0) {
      return;
    }
    this.#refuse(
      step,
      `a whole number from ${check.minLong} to ${check.maxLong}, as a bigint from 2^53 on`,
      value,
      'The engine would take another number instead.',
    );
  }

  #array(check: Check, step: string | number, value: unknown): void {
    if (!Array.isArray(value)) {
      return this.#refuse(
        step,
        'an array',
        value,
        'The engine would leave it out. Leave it out, or pass an array.',
      );
    }
    const item = check.item as Check;
    this.#path.push(step);
    this.#enter(value);
    for (let index = 0; index < value.length; index++) {
      const given = this.#item(value, index);
      if (item.kind === 'string' && typeof given === 'string') this.#known(given);
      else this.#value(item, index, given);
    }
    this.#leave();
    this.#path.pop();
  }

  #elements(step: string | number, value: unknown, checksOf: (element: object) => Checks): void {
    if (!Array.isArray(value)) {
      return this.#refuse(
        step,
        'an array of elements',
        value,
        'The engine would take the message for one without any. Leave it out, or pass an array.',
      );
    }
    this.#path.push(step);
    this.#enter(value);
    for (let index = 0; index < value.length; index++) {
      const element = this.#evaluate(this.#item(value, index), index);
      if (!isRecord(element)) {
        this.#refuse(
          index,
          'an element, which is an object',
          element,
          'The engine would drop it, and answer as if it had not.',
        );
      }
      this.#path.push(index);
      const checks = checksOf(element);
      this.#object(checks, element);
      if (checks === groupTipsChecks) assertGroupTips(element, this.#path);
      this.#path.pop();
    }
    this.#leave();
    this.#path.pop();
  }

  #elementType(element: object, expectation: string): number {
    const type = this.#evaluate(this.#read(element, 'elem_type'), 'elem_type');
    if (typeof type === 'bigint') this.hasBigInt = true;
    const number = typeof type === 'bigint' ? Number(type) : type;
    if (typeof number === 'number' && Number.isInteger(number)) return number;
    return this.#refuse('elem_type', expectation, type, 'The engine would take the element for text (0).');
  }

  #checksOfGivenElement(element: object): Checks {
    const type = this.#elementType(element, GIVEN_TYPES);
    const checks = type === TIMElemType.kTIMElem_Invalid ? NO_CHECKS : givenElementChecks[type];
    return checks ?? this.#refuse('elem_type', GIVEN_TYPES, type, 'The engine would drop the element.');
  }

  #checksOfElement(element: object): Checks {
    const number = this.#elementType(element, KEPT_TYPES);
    const checks = elementChecks[number];
    if (checks === undefined) {
      const fate =
        number === 8 || number === 11
          ? 'The engine takes elements of this type, and its store drops them.'
          : 'The engine would drop the element and acknowledge the save.';
      return this.#refuse(
        'elem_type',
        KEPT_TYPES,
        number,
        `${fate} Save the data as a custom element (3) instead.`,
      );
    }
    return checks;
  }

  #unsavedArray(step: string | number, value: unknown): void {
    if (Array.isArray(value) && value.length === 0) return;
    this.#refuse(
      step,
      'an empty array',
      value,
      "The engine's store drops what is in it. Leave it out, and save its contents as messages of their own.",
    );
  }

  /** What the engine does not read, and its parser and JSON.stringify have to get through all the same. */
  #unknown(step: string | number, value: unknown): void {
    if (typeof value === 'bigint') this.hasBigInt = true;
    if (typeof value === 'string') this.#foreign(value);
    if (typeof value !== 'object' || value === null) return;
    this.#path.push(step);
    if (Array.isArray(value)) {
      this.#enter(value);
      for (let index = 0; index < value.length; index++) {
        this.#unknown(index, this.#evaluate(this.#item(value, index), index));
      }
      this.#leave();
    } else {
      this.#object(NO_CHECKS, value);
    }
    this.#path.pop();
  }

  #item(array: readonly unknown[], index: number): unknown {
    this.items++;
    this.#assertCanFit();
    return this.#read(array, index);
  }

  #read(object: object, step: string | number): unknown {
    try {
      return (object as Record<string | number, unknown>)[step];
    } catch (cause) {
      return refuseAs(
        [...this.#path, step],
        'cannot be read: its getter or proxy threw. Pass a plain value.',
        cause,
      );
    }
  }

  /** A value as JSON.stringify sees it. */
  #evaluate(given: unknown, step: string | number): unknown {
    if (given === null || (typeof given !== 'object' && typeof given !== 'function')) return given;
    try {
      return asJsonSees(given, step);
    } catch (cause) {
      const path = step === '' ? this.#path : [...this.#path, step];
      return refuseAs(path, 'cannot be read: its toJSON threw. Pass a plain value.', cause);
    }
  }

  #enter(object: object): void {
    this.containers++;
    this.#assertCanFit();
    this.#objects.push(object);
    if (this.#objects.length + this.#depthOfRoot <= MAX_DEPTH) return;
    refuseAs(
      this.#path,
      new Set(this.#objects).size < this.#objects.length
        ? 'is part of a cycle: it contains itself, which JSON cannot say. Pass a tree.'
        : `is nested more than ${MAX_DEPTH} deep, where the engine's parser gets slow and then crashes. ` +
            'Flatten it, or pass it as a string.',
    );
  }

  #leave(): void {
    this.#objects.pop();
  }

  /** Ends a walk that would go on for very long, as over an object that contains another one in many places. */
  #assertCanFit(): void {
    // A container has two brackets, an item a comma or a bracket before it, a character a byte at least.
    const leastBytes = 2 * this.containers + this.items + this.characters + this.foreignCharacters;
    if (leastBytes < JSON_LIMIT) return;
    throw tooMuchJson(leastBytes, formatPath(this.#path.slice(0, 1)));
  }

  /** Of these, JSON.stringify writes `{}`. */
  #refuseCollection(object: object): void {
    const kind = types.isMap(object) ? 'a Map' : types.isSet(object) ? 'a Set' : undefined;
    if (kind === undefined) return;
    refuseAs(this.#path, `is ${kind}, of which JSON would have nothing. Pass a plain object or an array.`);
  }

  #refuseEmptyMessage(step: string | number): never {
    return refuseAs(
      [...this.#path, step],
      'is a message without any field, at which the engine would crash. Pass the message as the engine gave it.',
    );
  }

  #refuseWithout(name: string): never {
    return refuseAs(
      [...this.#path, name],
      "is missing, and without it the engine's store loses what it belongs to.",
    );
  }

  #refuseNameless(): never {
    return refuseAs(
      [...this.#path, ''],
      'has no name, for which the engine would lose the whole object. Name it.',
    );
  }

  #refuseInherited(name: string): never {
    return refuseAs(
      [...this.#path, name],
      "is inherited from the object's prototype, and JSON has an object's own fields only. Copy it into the object.",
    );
  }

  #refuse(step: string | number, expectation: string, found: unknown, consequence: string): never {
    return refuse([...this.#path, step], expectation, found, consequence);
  }
}

/** The doubles that the engine gives back, by size. */
const MAX_DOUBLE = 1.7e308;
const MIN_DOUBLE = 2.2250738585072014e-308;

/** The whole numbers that the engine's parser reads. */
const MIN_INT64 = -(2n ** 63n);
const MAX_UINT64 = 2n ** 64n - 1n;

/** Whether the engine's parser reads a number as JSON.stringify writes it: `null`, digits, or with an exponent from 1e21 on. */
function isReadable(value: number): boolean {
  const size = Math.abs(value);
  if (size < 1) return size === 0 || size >= MIN_DOUBLE;
  // Of -2^63 the digits are rounded, to a number below it.
  return !Number.isInteger(value) || size >= 1e21 || (value > -(2 ** 63) && value < 2 ** 64);
}

/** The error of a call whose JSON the engine would refuse. */
export function tooMuchJson(bytes: number, field: string): ImSdkError {
  return new ImSdkError(
    'ERR_IMSDK_MESSAGE_TOO_LARGE',
    `The JSON of ${field} has at least ${bytes} bytes; the engine refuses ${JSON_LIMIT} (2 MiB) and more. Split it.`,
    { field },
  );
}

/** Whether JSON writes an object as `{}`. */
export function isEmptyInJson(object: object): boolean {
  return Object.values(object).every((value) => ['undefined', 'function', 'symbol'].includes(typeof value));
}

/** What JSON writes as an object. */
function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether all that for...in finds in an object is its own. */
function hasPlainPrototype(object: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === Object.prototype || prototype === null;
}
