import { performance } from 'node:perf_hooks';

/** How often the monitor's timer is due, in milliseconds. */
const INTERVAL = 1;

/**
 * How late a timer of 1 ms fires. perf_hooks.monitorEventLoopDelay cannot be told when to begin without missing
 * the first stall, the whole burst if that starves the loop; this one runs from well before, and counts what
 * falls between `start` and `stop`, the stalls under way at either moment included.
 */
export class LoopDelay {
  #delays = [];
  #isCounting = false;
  #lastTick = performance.now();
  #onNextTick;
  #timer = setInterval(() => this.#tick(), INTERVAL);

  start() {
    this.#isCounting = true;
  }

  /** Resolves with the delays, in milliseconds, once the stall that may be under way has ended. */
  async stop() {
    await new Promise((resolve) => (this.#onNextTick = resolve));
    clearInterval(this.#timer);
    return this.#delays;
  }

  #tick() {
    const now = performance.now();
    if (this.#isCounting) this.#delays.push(Math.max(0, now - this.#lastTick - INTERVAL));
    this.#lastTick = now;
    this.#onNextTick?.();
  }
}
