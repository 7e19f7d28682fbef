import { randomBytes } from 'node:crypto';

/** Marks the digits of a bigint among JSON strings; random, so that no text of a user's can be taken for one. */
const MARK = `bigint:${randomBytes(12).toString('hex')}:`;
const MARKED = new RegExp(`"${MARK}(-?\\d+)"`, 'g');

/**
 * JSON.stringify, in which a bigint is written as the integer that it is.
 *
 * @param hasBigInt - Whether the value holds one, where the caller knows; otherwise it is found out.
 * @throws TypeError for a cycle, and whatever a getter or a `toJSON` throws.
 */
export function stringifyExact(value: unknown, hasBigInt?: boolean): string {
  // With a toJSON on BigInt.prototype, JSON.stringify would write strings instead of throwing.
  const isUnknown = hasBigInt === undefined;
  if (hasBigInt === true || (isUnknown && 'toJSON' in BigInt.prototype)) return stringifyMarked(value);
  try {
    return requireText(JSON.stringify(value), value);
  } catch (error) {
    if (isUnknown && error instanceof TypeError) return stringifyMarked(value);
    throw error;
  }
}

function stringifyMarked(value: unknown): string {
  return requireText(JSON.stringify(value, markBigInt), value).replace(MARKED, '$1');
}

/** `this` holds the value as it was before a `toJSON`, which a program may have put on BigInt.prototype. */
function markBigInt(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const original = this[key];
  return typeof original === 'bigint' ? `${MARK}${original}` : value;
}

function requireText(text: string | undefined, value: unknown): string {
  if (text === undefined) throw new TypeError(`a ${typeof value} has no JSON form`);
  return text;
}
