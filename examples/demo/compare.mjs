// What was given against what is stored, field by field.

/**
 * One field. `verdict`: 'kept' as it was given, 'set' by the engine to a value of its own, 'dropped' by its store.
 * @typedef {{ path: string, given: unknown, stored: unknown, verdict: 'kept' | 'set' | 'dropped' }} ComparedField
 */

/**
 * Compares each field that was given, down to the last string and number.
 * @param {import('node-imsdk').Json_value_msg} given
 * @param {import('node-imsdk').Json_value_msg} stored
 * @returns {ComparedField[]}
 */
export function compareMessages(given, stored) {
  const aligned = { ...stored, message_elem_array: alignElements(given, stored) };
  return [...leaves(given)].map(([path, value]) => {
    const found = path.reduce((at, key) => at?.[key], aligned);
    return { path: formatPath(path), given: value, stored: found, verdict: verdictOn(value, found) };
  });
}

/** The stored elements in the order in which they were given: the sample has one of each kind. */
function alignElements(given, stored) {
  return given.message_elem_array.map(({ elem_type: type }) =>
    stored.message_elem_array.find((element) => element.elem_type === type),
  );
}

/** @returns {Generator<[path: (string | number)[], value: unknown]>} */
function* leaves(value, path = []) {
  const entries = value !== null && typeof value === 'object' ? Object.entries(value) : [];
  if (entries.length === 0) yield [path, value];
  for (const [key, inner] of entries) {
    yield* leaves(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

function formatPath(path) {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${key}`)).join('');
}

function verdictOn(given, stored) {
  if (Object.is(given, stored)) return 'kept';
  // What the store lacks is read back absent, or empty.
  return stored ? 'set' : 'dropped';
}
