/**
 * How an engine function's arguments are read from the documented parameter object: which member, and what it must be.
 *
 * Refused is what cannot be passed, or what the engine would take for something else. What the engine answers with a code
 * of its own (an empty id, an unknown enum member) is left to it.
 */
import { refuse } from '../arguments.js';
import type { JsonText } from '../json/json-text.js';
import { parseText } from '../json/parse-text.js';
import { checkedJson, surfacing } from '../message-store/validation.js';
import { refuseAs } from '../message-store/validation-refusal.js';
import { assertStorable } from '../message-store/validation-size.js';
import { compile, JsonWalk } from '../message-store/validation-walk.js';
import type { NativeArgument } from '../native/addon.js';
import type { Field } from '../types/fields.js';
import { messageFields } from '../types/message.js';

/** One argument of an engine function. */
export interface Parameter<Name extends string = string, Argument extends NativeArgument = NativeArgument> {
  /** The member of the parameter object. */
  readonly name: Name;
  /** The argument made from the member's value. */
  readonly read: (value: unknown) => Argument;
}

/** The members that a list of parameters reads. */
export type MemberOf<Parameters extends readonly Parameter[]> = Parameters[number]['name'];

/** A string: an id, a name, a path. */
export function text<Name extends string>(name: Name): Parameter<Name> {
  return {
    name,
    read(value) {
      if (typeof value !== 'string') return refuse(name, 'a string', value);
      if (!value.includes('\0')) return value;
      return refuse(name, 'without a NUL character, at which the engine would cut it', value);
    },
  };
}

/** True or false. */
export function flag<Name extends string>(name: Name): Parameter<Name> {
  return {
    name,
    read: (value) => (typeof value === 'boolean' ? value : refuse(name, 'true or false', value)),
  };
}

function integer<Name extends string>(name: Name, min: number, max: number, what: string): Parameter<Name> {
  return {
    name,
    read(value) {
      const isInRange = typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
      return isInRange ? value : refuse(name, what, value);
    },
  };
}

const INT32_MAX = 2 ** 31 - 1;
const UINT32_MAX = 2 ** 32 - 1;
const UINT64_MAX = 2n ** 64n - 1n;

/** A number of an enum; the engine itself answers to one that is none. */
export function member<Name extends string>(name: Name, ofEnum: string): Parameter<Name> {
  return integer(name, -INT32_MAX - 1, INT32_MAX, `a number of ${ofEnum}`);
}

/** A whole number of 32 bits, signed. */
export function int32<Name extends string>(name: Name): Parameter<Name> {
  return integer(name, -INT32_MAX - 1, INT32_MAX, `a whole number from ${-INT32_MAX - 1} to ${INT32_MAX}`);
}

/** A whole number of 32 bits, unsigned. */
export function uint32<Name extends string>(name: Name): Parameter<Name> {
  return integer(name, 0, UINT32_MAX, `a whole number from 0 to ${UINT32_MAX}`);
}

/** A whole number of 64 bits, unsigned: a safe integer, a bigint, or the digits, as the documented API has some. */
export function uint64<Name extends string>(name: Name): Parameter<Name> {
  return {
    name,
    read(value) {
      if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number;
      const big = typeof value === 'string' && /^\d{1,20}$/.test(value) ? BigInt(value) : value;
      if (typeof big === 'bigint' && big >= 0n && big <= UINT64_MAX) return big;
      return refuse(name, `a whole number from 0 to ${UINT64_MAX}, as a bigint from 2^53 on`, value);
    },
  };
}

/**
 * An object or an array, passed as JSON.
 *
 * @param field - What is in it.
 */
export function json<Name extends string>(name: Name, field: Field): Parameter<Name, JsonText> {
  const check = compile(field);
  const kind = field.kind === 'array' ? 'an array' : 'an object';
  return {
    name,
    read(value) {
      if (typeof value !== 'object' || value === null) return refuse(name, kind, value);
      const walk = new JsonWalk();
      surfacing(() => walk.parameter(name, check, value), name);
      return checkedJson(() => value, walk, name);
    },
  };
}

/**
 * A message that the engine writes over the one in its store, all of it: checked as one to save is, as the engine takes
 * what its store cannot keep, and keeps the rest.
 */
export function rewrittenMessage<Name extends string>(name: Name): Parameter<Name> {
  return {
    name,
    read(value) {
      const walk = new JsonWalk([name]);
      surfacing(() => {
        const message = walk.message(value);
        assertStorable(message, walk, [name]);
        const { message_elem_array: elements } = message as { message_elem_array?: unknown };
        if (elements === undefined) refuseAs([name, 'message_elem_array'], WOULD_BE_EMPTIED);
      }, name);
      return checkedJson(() => value, walk, name);
    },
  };
}

const WOULD_BE_EMPTIED =
  'is missing, and the engine would store the message without its elements. Pass the message as the engine gave it, ' +
  'with what is to change.';

/** As {@link json}, of messages; JSON text is taken too, as the documented API has it for some. */
export function jsonOrText<Name extends string>(name: Name, field: Field): Parameter<Name> {
  const { read } = json(name, field);
  return { name, read: (value) => read(typeof value === 'string' ? parseMessages(name, value) : value) };
}

const integerFields: ReadonlySet<string> = new Set(
  Object.entries<Field>(messageFields).flatMap(([name, { kind }]) => (kind === 'long' ? [name] : [])),
);

function parseMessages(name: string, text: string): unknown {
  try {
    return parseText(text, (field) => integerFields.has(field));
  } catch {
    // Without the cause: JSON.parse quotes what it cannot read, and messages are private.
    return refuseAs([name], `is text of ${text.length} characters that is no JSON.`);
  }
}

/** A parameter whose member may be left out: the engine gets `absent` then. */
export function optional<Name extends string>(
  { name, read }: Parameter<Name>,
  absent: NativeArgument,
): Parameter<Name> {
  return { name, read: (value) => (value === undefined ? absent : read(value)) };
}

/** A parameter whose value is changed before it is read. */
export function mapped<Name extends string>(
  { name, read }: Parameter<Name>,
  change: (value: unknown) => unknown,
): Parameter<Name> {
  return { name, read: (value) => read(surfacing(() => change(value), name)) };
}

/** A member of an object that another parameter has passed already; the engine gets `absent` where it is left out. */
export function nested<Name extends string>(
  name: Name,
  member: string,
  make: (path: string) => Parameter,
  absent: NativeArgument,
): Parameter<Name> {
  const inner = optional(make(`${name}.${member}`), absent);
  return { name, read: (value) => inner.read((value as Record<string, unknown>)[member]) };
}
