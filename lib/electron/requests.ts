import { describe } from '../message-store/validation-refusal.js';
import { ImSdkError } from '../errors.js';
import { assertPlainData } from './plain-data.js';
import type { CallbackPlace, Request } from './protocol.js';

/** The longest name of a method, an event or a callback, and the longest id of a document. */
const MAX_NAME = 64;

/** A call has parameters and options, and few functions among them. */
const MAX_ARGS = 2;
const MAX_CALLBACKS = 4;

/** What a call's arguments are to the caller. */
const ARGUMENT_NAMES = ['params', 'options'] as const;

/** Checks a document's id. */
export function parseDocument(value: unknown): string {
  return parseName(value, 'document');
}

/**
 * A page's request, copied field by field once each is what it has to be: nothing else of what a page sent is used.
 *
 * @throws ImSdkError `ERR_IMSDK_INVALID_ARGUMENT`, `ERR_IMSDK_MESSAGE_TOO_LARGE`.
 */
export function parseRequest(value: unknown): Request {
  if (!isRecord(value)) return refuse('request', 'an object', value);
  const { type } = value;
  switch (type) {
    case 'call':
      return parseCall(value);
    case 'cancel':
      return { type, id: parseId(value['id']) };
    case 'subscribe':
    case 'unsubscribe':
      return { type, event: parseName(value['event'], 'event') };
    default:
      return refuse('request.type', 'call, cancel, subscribe or unsubscribe', type);
  }
}

function parseCall({ id, method, args, callbacks, hasSignal }: Record<string, unknown>): Request {
  if (!isList(args, MAX_ARGS)) return refuse('request.args', 'a list of two arguments at most', args);
  if (!isList(callbacks, MAX_CALLBACKS)) return refuse('request.callbacks', 'a short list', callbacks);
  if (typeof hasSignal !== 'boolean') return refuse('request.hasSignal', 'true or false', hasSignal);
  const request = { type: 'call', id: parseId(id), method: parseName(method, 'method'), hasSignal } as const;
  for (const [index, name] of ARGUMENT_NAMES.entries()) assertPlainData(args[index], name);
  return { ...request, args, callbacks: callbacks.map((place) => parsePlace(place, args)) };
}

/** A function can only stand where nothing else does. */
function parsePlace(value: unknown, args: readonly unknown[]): CallbackPlace {
  if (!isRecord(value)) return refuse('request.callbacks', 'a list of places', value);
  const { argument } = value;
  if (argument !== 0 && argument !== 1) return refuse('request.callbacks', 'a list of places', value);
  const name = parseName(value['name'], 'callback');
  const holder = args[argument];
  if (!isRecord(holder) || name in holder) return refuse('request.callbacks', 'a list of places', value);
  return { argument, name };
}

function parseId(value: unknown): number {
  return Number.isSafeInteger(value) ? (value as number) : refuse('request.id', 'a whole number', value);
}

function parseName(value: unknown, field: string): string {
  const isName = typeof value === 'string' && value !== '' && value.length <= MAX_NAME;
  return isName ? value : refuse(`request.${field}`, 'a short name', value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: unknown, most: number): value is unknown[] {
  return Array.isArray(value) && value.length <= most;
}

function refuse(field: string, expected: string, value: unknown): never {
  throw new ImSdkError(
    'ERR_IMSDK_INVALID_ARGUMENT',
    `${field} must be ${expected}; it is ${describe(value)}.`,
    { field },
  );
}
