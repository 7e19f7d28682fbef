import { Pause } from './pause.js';

/** What a call is told that {@link PendingCall.close} ends. */
export const CLOSED = 'the client was closed before there was an answer.';

/** A call that has no answer yet. */
export interface PendingCall {
  /** Rejects it with `ERR_IMSDK_CLOSED`. */
  close(): void;
}

/** The calls of one client that have no answer yet: what TIMUninit waits for. */
export class PendingCalls {
  readonly #calls = new Set<PendingCall>();
  readonly #untilIdle = new Pause();

  add(call: PendingCall): void {
    this.#calls.add(call);
  }

  remove(call: PendingCall): void {
    if (this.#calls.delete(call) && this.#calls.size === 0) this.#untilIdle.end();
  }

  /** Resolves when none is pending, or after `patience` milliseconds; then closes those that still are. */
  async finish(patience: number): Promise<void> {
    if (this.#calls.size > 0) await this.#untilIdle.wait(patience);
    for (const call of this.#calls) call.close();
  }
}
