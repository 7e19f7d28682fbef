import { assertOptionalSignal, optionsOf, refuse } from '../arguments.js';
import { ImSdkError } from '../errors.js';
import type { TimEventName, TimEvents } from './tim-events.js';

/** How events are iterated over. */
export interface EventIterationOptions {
  /** Ends the iteration: it rejects with `ERR_IMSDK_ABORTED`, the signal's reason being its cause. */
  signal?: AbortSignal;
  /**
   * How many events may wait for the loop's body; with one more the iteration rejects with `ERR_IMSDK_EVENTS_LOST`
   * after those. Default: 1024.
   */
  limit?: number;
}

/** What has listeners for events of a kind. */
interface Emitter<Name extends TimEventName> {
  on(name: Name, listener: (...values: TimEvents[Name]) => void): unknown;
  off(name: Name, listener: (...values: TimEvents[Name]) => void): unknown;
}

/**
 * The events of a kind that an emitter tells its listeners, from now on.
 *
 * @throws ImSdkError `ERR_IMSDK_INVALID_ARGUMENT` for a name, a limit or a signal that is none.
 */
export function iterateOver<Name extends TimEventName>(
  emitter: Emitter<Name>,
  name: Name,
  options: EventIterationOptions,
): AsyncIterableIterator<TimEvents[Name], undefined, undefined> {
  const given = optionsOf(options, 'signal', 'limit');
  assertOptionalSignal(given.signal);
  const { limit = 1 } = given;
  if (!(Number.isSafeInteger(limit) && limit > 0)) refuse('options.limit', 'a whole number above 0', limit);
  const listen = (receive: (values: TimEvents[Name]) => void): (() => void) => {
    const listener = (...values: TimEvents[Name]): void => receive(values);
    emitter.on(name, listener);
    return () => emitter.off(name, listener);
  };
  return new EventIteration(name, listen, given);
}

interface Waiter<Values> {
  resolve(result: IteratorResult<Values, undefined>): void;
  reject(error: ImSdkError): void;
}

/** Events one after the other, those that came meanwhile included. */
class EventIteration<Values> implements AsyncIterableIterator<Values, undefined, undefined> {
  readonly #stopListening: () => void;
  readonly #signal: AbortSignal | undefined;
  readonly #limit: number;
  readonly #name: string;
  #waiting: Values[] = [];
  #waiters: Waiter<Values>[] = [];
  #failure: ImSdkError | undefined;
  #hasEnded = false;

  /** @param listen - Begins to listen; returns what stops it. */
  constructor(
    name: string,
    listen: (listener: (values: Values) => void) => () => void,
    { signal, limit = 1024 }: EventIterationOptions,
  ) {
    this.#name = name;
    this.#limit = limit;
    this.#signal = signal;
    this.#stopListening = listen((values) => this.#receive(values));
    if (signal?.aborted === true) this.#abort();
    else signal?.addEventListener('abort', this.#abort, { once: true });
  }

  next(): Promise<IteratorResult<Values, undefined>> {
    const [values] = this.#waiting.splice(0, 1);
    if (values !== undefined) return Promise.resolve({ done: false, value: values });
    if (this.#failure !== undefined) {
      const failure = this.#failure;
      this.#failure = undefined;
      return Promise.reject(failure);
    }
    if (this.#hasEnded) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve, reject) => this.#waiters.push({ resolve, reject }));
  }

  return(): Promise<IteratorResult<Values, undefined>> {
    this.#end();
    this.#waiting = [];
    this.#failure = undefined;
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #receive(values: Values): void {
    const waiter = this.#waiters.shift();
    if (waiter !== undefined) {
      waiter.resolve({ done: false, value: values });
    } else if (this.#waiting.length < this.#limit) {
      this.#waiting.push(values);
    } else {
      this.#end(lost(this.#name, this.#limit));
    }
  }

  readonly #abort = (): void => {
    this.#waiting = [];
    this.#end(
      new ImSdkError('ERR_IMSDK_ABORTED', `The iteration over ${this.#name} was aborted.`, {
        cause: this.#signal?.reason,
      }),
    );
  };

  #end(failure?: ImSdkError): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#stopListening();
    this.#signal?.removeEventListener('abort', this.#abort);
    const [first, ...others] = this.#waiters.splice(0);
    if (failure !== undefined && first !== undefined) first.reject(failure);
    else {
      this.#failure = failure;
      first?.resolve({ done: true, value: undefined });
    }
    for (const waiter of others) waiter.resolve({ done: true, value: undefined });
  }
}

function lost(name: string, limit: number): ImSdkError {
  return new ImSdkError(
    'ERR_IMSDK_EVENTS_LOST',
    `More than ${limit} events ${name} waited for the iteration, and the ones after those are lost. ` +
      'Take them faster, or raise `limit`.',
  );
}
