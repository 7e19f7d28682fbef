import { randomBytes } from 'node:crypto';
import type { ExactJson } from './parse.js';

/** Marks the digits of an integer among JSON strings; random, so that no text of a user's can be taken for one. */
const MARK = `integer:${randomBytes(12).toString('hex')}:`;

/** A string or a number of JSON. */
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/gs;

/** More digits than a safe integer has at least. */
const DIGITS = /^-?\d{16,20}$/;

/**
 * Parses JSON of the caller's, with the integers that a number would round as bigints.
 *
 * @param isInteger - Of which fields a string of digits is an integer too: JSON.stringify writes a bigint of a result so.
 * @throws SyntaxError when `text` is not JSON.
 */
export function parseText(text: string, isInteger: (field: string) => boolean): ExactJson {
  const marked = text.replace(TOKEN, (token) => (DIGITS.test(token) ? `"${MARK}${token}"` : token));
  return JSON.parse(marked, (field, value: unknown) => {
    if (typeof value !== 'string') return value;
    if (value.startsWith(MARK)) return asNumber(BigInt(value.slice(MARK.length)));
    return DIGITS.test(value) && isInteger(field) ? asNumber(BigInt(value)) : value;
  }) as ExactJson;
}

function asNumber(integer: bigint): number | bigint {
  return Number.isSafeInteger(Number(integer)) ? Number(integer) : integer;
}
