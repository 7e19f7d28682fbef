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

/** What somebody waits for, as a client's calls: who closes the engine lets it come to its end. */
export interface Unfinished {
  /** Resolves when it has, or after `patience` milliseconds. */
  finish(patience: number): Promise<void>;
}

/** All that is unfinished in this JavaScript environment. */
export class UnfinishedWork {
  readonly #all = new Set<Unfinished>();
  readonly #onChange: (isBusy: boolean) => void;

  /** @param onChange - Told when there is some, and when there is none any more. */
  constructor(onChange: (isBusy: boolean) => void) {
    this.#onChange = onChange;
  }

  add(some: Unfinished): void {
    this.#all.add(some);
    if (this.#all.size === 1) this.#onChange(true);
  }

  remove(some: Unfinished): void {
    if (this.#all.delete(some) && this.#all.size === 0) this.#onChange(false);
  }

  /** {@link Unfinished.finish}, for all of it. */
  async finish(patience: number): Promise<void> {
    await Promise.all([...this.#all].map((some) => some.finish(patience)));
  }
}

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
