/** Parsed JSON in which an integer that a number would round is a bigint. */
export type ExactJson =
  null | boolean | number | bigint | string | ExactJson[] | { [key: string]: ExactJson };

/** A place in a JSON text: keys and indices, then the integer's digits. */
type Place = (string | number)[];

/**
 * Parses the engine's JSON at JSON.parse's speed, then puts the integers back that a number rounds.
 *
 * @param text - JSON.
 * @param exactIntegers - Their places as src-native/bridge/json_scan.cc found them on the engine's
 *   thread, or undefined when there are none.
 * @throws SyntaxError when `text` is not JSON.
 */
export function parseExact(text: string, exactIntegers: string | undefined): ExactJson {
  const value = JSON.parse(text) as ExactJson;
  if (exactIntegers === undefined) return value;
  const root: { [key: string]: ExactJson } = { value };
  for (const place of JSON.parse(exactIntegers) as Place[]) restore(root, place);
  return root['value'] as ExactJson;
}

function restore(root: { [key: string]: ExactJson }, place: Place): void {
  const exact = BigInt(place.at(-1) as string);
  const path = ['value', ...place.slice(0, -1)];
  const last = path.at(-1) as string;
  let holder: unknown = root;
  for (const key of path.slice(0, -1)) holder = (holder as Record<string, unknown> | undefined)?.[key];
  const fields = holder as Record<string, unknown> | undefined;
  // Of a key that stands twice in an object the last counts, and that may be another value.
  if (fields?.[last] !== Number(exact)) return;
  fields[last] = exact;
  hideBigInts(fields);
}

/** Lets JSON.stringify write an object's bigints, at which it would throw, as strings of digits. */
export function hideBigInts(fields: object): void {
  if (Object.hasOwn(fields, 'toJSON')) return;
  Object.defineProperty(fields, 'toJSON', { value: withDecimalStrings, configurable: true, writable: true });
}

/** Whether a value has bigints that its `toJSON`, which {@link parseExact} gave it, would write as strings. */
export function hidesBigInts(value: object): boolean {
  return (value as { toJSON?: unknown }).toJSON === withDecimalStrings;
}

/** JSON.stringify throws at a bigint: a message of the engine's writes its large integers as strings instead. */
function withDecimalStrings(this: object): unknown {
  if (Array.isArray(this)) return this.map(decimalString);
  return Object.fromEntries(Object.entries(this).map(([key, value]) => [key, decimalString(value)]));
}

function decimalString(value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
