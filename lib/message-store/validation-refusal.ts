import { ImSdkError } from '../errors.js';

/** The steps from a parameter to a field of it: names and array indices. */
export type Path = readonly (string | number)[];

/** How much of a name or a string of the caller's goes into a message. */
const SHOWN_CHARACTERS = 60;

const PLAIN_NAME = /^[A-Za-z_$][\w$]*$/;

/** A path as a program would write it: `params.message_elem_array[0].elem_type`. */
export function formatPath(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (!PLAIN_NAME.test(step) || step.length > SHOWN_CHARACTERS) text += `[${quote(step)}]`;
    else text += text === '' ? step : `.${step}`;
  }
  return text;
}

/** A value in a few words. Calls nothing of the value's own, which may be hostile. */
export function describe(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'bigint':
      return `${value}n`;
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value);
    case 'boolean':
    case 'undefined':
      return String(value);
    case 'function':
      return 'a function';
    case 'symbol':
      return 'a symbol';
    default:
      if (value === null) return 'null';
      return isArray(value) ? 'an array' : 'an object';
  }
}

/** Refuses a field. `expectation` completes "must be", `consequence` says what the engine would do, and the way out. */
export function refuse(
  path: Path,
  expectation: string,
  found: unknown,
  consequence: string,
  cause?: unknown,
): never {
  refuseAs(path, `must be ${expectation}; it is ${describe(found)}. ${consequence}`, cause);
}

/** Refuses a field with a sentence of its own. */
export function refuseAs(path: Path, sentence: string, cause?: unknown): never {
  const field = formatPath(path);
  throw new ImSdkError('ERR_IMSDK_INVALID_ARGUMENT', `${field} ${sentence}`, {
    field,
    ...(cause === undefined ? {} : { cause }),
  });
}

function quote(text: string): string {
  return JSON.stringify(text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text);
}

/** Array.isArray, which throws for a revoked proxy. */
function isArray(value: unknown): boolean {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}
