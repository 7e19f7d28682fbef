/** What of a call stays in the page, and what a copy of a result lacks. */
import { assertOptionalSignal } from '../arguments.js';
import { hideBigInts } from '../json/parse.js';
import type { CallbackPlace } from './protocol.js';

export type Callback = (...args: readonly unknown[]) => void;

/** A call's arguments, taken apart: structured clone refuses functions and abort signals. */
export interface Crossing {
  /** What is copied to the main process. */
  readonly args: readonly unknown[];
  /** The functions among them, by {@link placeKey}. */
  readonly callbacks: ReadonlyMap<string, Callback>;
  /** Where they were. */
  readonly places: readonly CallbackPlace[];
  /** `signal` of the options. */
  readonly signal: AbortSignal | undefined;
}

/** Takes a call's arguments apart. @throws ImSdkError `ERR_IMSDK_INVALID_ARGUMENT` for a signal that is none. */
export function takeApart(given: readonly unknown[]): Crossing {
  const callbacks = new Map<string, Callback>();
  const places: CallbackPlace[] = [];
  let signal: AbortSignal | undefined;
  const args = given.map((value, argument) => {
    if (typeof value !== 'object' || value === null || (argument !== 0 && argument !== 1)) return value;
    const staying = new Set<string>();
    for (const [name, property] of Object.entries(value as Record<string, unknown>)) {
      if (typeof property !== 'function') continue;
      const place = { argument, name } as const;
      places.push(place);
      callbacks.set(placeKey(place), property as Callback);
      staying.add(name);
    }
    const wanted = (value as { signal?: unknown }).signal;
    if (argument === 1 && wanted !== undefined) {
      assertOptionalSignal(wanted);
      signal = wanted;
      staying.add('signal');
    }
    if (staying.size === 0) return value;
    return Object.fromEntries(Object.entries(value).filter(([name]) => !staying.has(name)));
  });
  return { args, callbacks, places, signal };
}

/** The key of a function's place. */
export function placeKey({ argument, name }: CallbackPlace): string {
  return `${argument}.${name}`;
}

/** Lets JSON.stringify write the large integers of a copied result, as it can those of the original. */
export function restoreJsonForm<T>(result: T, seen = new Set<unknown>()): T {
  if (typeof result !== 'object' || result === null || seen.has(result)) return result;
  seen.add(result);
  let hasBigInt = false;
  for (const value of Object.values(result)) {
    if (typeof value === 'bigint') hasBigInt = true;
    else if (typeof value === 'object') restoreJsonForm(value, seen);
  }
  if (hasBigInt) hideBigInts(result);
  return result;
}
