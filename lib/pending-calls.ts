import { Pause } from './pause.js';
import type { Unfinished, UnfinishedWork } from './unfinished-work.js';

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

/**
 * The calls of one client that have no answer yet: what TIMUninit waits for. An array in which each knows its place: a
 * set takes several times as long for each call, and rebuilds itself all the time.
 */
export class PendingCalls implements Unfinished {
  readonly #calls: PendingCall[] = [];
  readonly #untilIdle = new Pause();
  readonly #unfinished: UnfinishedWork;

  /** @param unfinished - Where they are told of, together. */
  constructor(unfinished: UnfinishedWork) {
    this.#unfinished = unfinished;
  }

  add(call: PendingCall): void {
    if (this.#calls.length === 0) this.#unfinished.add(this);
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
    this.#unfinished.remove(this);
    this.#untilIdle.end();
  }

  /** Resolves when none is pending, or after `patience` milliseconds; then closes those that still are. */
  async finish(patience: number): Promise<void> {
    if (this.#calls.length > 0) await this.#untilIdle.wait(patience);
    for (const call of [...this.#calls]) call.close();
  }
}
