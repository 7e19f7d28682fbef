import { randomBytes } from 'node:crypto';
import { stringifyExact } from './stringify.js';

/** Stands in JSON for a long string; random, so that no text of a user's can be taken for it. */
const MARK = `text:${randomBytes(12).toString('hex')}`;

/** From this many UTF-16 units on a string is long: to copy it takes a fortieth of what JSON.stringify takes to write it. */
export const LONG_TEXT = 2048;

/**
 * JSON as the addon takes it: a text; or a text, a mark, and the long strings that the mark stands for in it, in order,
 * before each whether it is Latin-1. The call thread puts them in their places (src-native/bridge/json_argument.h).
 */
export type JsonText = string | DividedJson;
type DividedJson = readonly [json: string, mark: string, ...longTexts: (boolean | string)[]];

/** V8 does not even look at a string that it keeps as Latin-1. */
const BEYOND_LATIN1 = /[\u0100-\uffff]/;

/** What is known of a value that is to be written. */
export interface JsonContent {
  /** Whether it holds a bigint, which JSON.stringify alone throws at. */
  readonly hasBigInt: boolean;
  /** Whether most of its text are strings of {@link LONG_TEXT} and more. */
  readonly isMostlyLongText: boolean;
}

/**
 * What {@link stringifyExact} writes, with long strings beside it where they are most of it.
 *
 * @throws as {@link stringifyExact} does.
 */
export function toJsonText(value: unknown, { hasBigInt, isMostlyLongText }: JsonContent): JsonText {
  if (!isMostlyLongText) return stringifyExact(value, hasBigInt);
  const longTexts: (boolean | string)[] = [];
  const json = stringifyExact(value, hasBigInt, (text) => {
    if (text.length < LONG_TEXT) return text;
    longTexts.push(!BEYOND_LATIN1.test(text), text);
    return MARK;
  });
  return longTexts.length > 0 ? [json, MARK, ...longTexts] : json;
}

/** At most so many bytes of UTF-8: a UTF-16 unit is three at most, and six in an escaped form. */
export function mostBytes(json: JsonText): number {
  if (typeof json === 'string') return json.length * 3;
  return longTextsOf(json).reduce((bytes, { length }) => bytes + length * 6, json[0].length * 3);
}

/** The whole text. */
export function joined(json: JsonText): string {
  if (typeof json === 'string') return json;
  const [text, mark] = json;
  const longTexts = longTextsOf(json);
  return text.replaceAll(`"${mark}"`, () => JSON.stringify(longTexts.shift()));
}

function longTextsOf([, , ...longTexts]: DividedJson): string[] {
  return longTexts.filter((item) => typeof item === 'string');
}
