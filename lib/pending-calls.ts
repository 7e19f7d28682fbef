import { Pause } from './pause.js';

/** What a call is told that {@link PendingCall.close} ends. */
export const CLOSED = 'the client was closed before there was an answer.';

/** A call that has no answer yet. */
export interface PendingCall {
  /** Where it is among those that are pending; kept by {@link PendingCalls}. */
  place: number;
  /** Rejects it with `ERR_IMSDK_CLOSED`. */
  close(): void;
}

/** What {@link PendingCall.place} is of a call that is not pending. */
export const NOT_PENDING = -1;

/** Those that have calls, of all clients of this JavaScript environment. */
const busy = new Set<PendingCalls>();

/** {@link PendingCalls.finish}, for all clients of this JavaScript environment: the engine closes under them. */
export async function finishEveryCall(patience: number): Promise<void> {
  await Promise.all([...busy].map((calls) => calls.finish(patience)));
}

/**
 * The calls of one client that have no answer yet: what TIMUninit waits for. An array in which each knows its place: a
 * set takes several times as long for each call, and rebuilds itself all the time.
 */
export class PendingCalls {
  readonly #calls: PendingCall[] = [];
  readonly #untilIdle = new Pause();

  add(call: PendingCall): void {
    if (this.#calls.length === 0) busy.add(this);
    call.place = this.#calls.push(call) - 1;
  }

  remove(call: PendingCall): void {
    const { place } = call;
    if (place === NOT_PENDING) return;
    call.place = NOT_PENDING;
    const last = this.#calls.pop() as PendingCall;
    if (last !== call) {
      this.#calls[place] = last;
      last.place = place;
    }
    if (this.#calls.length > 0) return;
    busy.delete(this);
    this.#untilIdle.end();
  }

  /** Resolves when none is pending, or after `patience` milliseconds; then closes those that still are. */
  async finish(patience: number): Promise<void> {
    if (this.#calls.length > 0) await this.#untilIdle.wait(patience);
    for (const call of [...this.#calls]) call.close();
  }
}
