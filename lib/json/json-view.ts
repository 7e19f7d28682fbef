import { types } from 'node:util';
import { hidesBigInts } from './parse.js';

/** What stringifyExact takes a value for: what its `toJSON` returns, and a boxed primitive for what is in the box. */
export function asJsonSees(given: unknown, step: string | number): unknown {
  if (given === null || (typeof given !== 'object' && typeof given !== 'function')) return given;
  if (hidesBigInts(given)) return given;
  const { toJSON } = given as { toJSON?: unknown };
  const value =
    typeof toJSON === 'function' ? (toJSON as (key: string) => unknown).call(given, String(step)) : given;
  return types.isBoxedPrimitive(value) ? unbox(value) : value;
}

/** A field or an item as stringifyExact sees it. */
export function valueForJson(object: object, step: string | number): unknown {
  return asJsonSees((object as Record<string | number, unknown>)[step], step);
}

function unbox(value: object): unknown {
  if (types.isNumberObject(value)) return Number(value);
  if (types.isStringObject(value)) return String(value);
  if (types.isBooleanObject(value)) return Boolean.prototype.valueOf.call(value);
  return types.isBigIntObject(value) ? BigInt.prototype.valueOf.call(value) : value;
}
