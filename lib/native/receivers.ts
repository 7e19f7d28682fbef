import type { Reply } from './bridge.js';

/** Who waits for a call. */
export interface Receiver {
  /** Called at most once with the answer. */
  receive(reply: Reply): void;
  /** Called instead when the engine ended before it had answered: only of calls that its callbacks answer. */
  lost?(): void;
}

const RECENT = 2048;

/**
 * Who waits for which call, by the call's number. Numbers are given in order, and most calls are answered soon: those
 * are kept in an array that goes round, and what still waits when its place is needed again in a map. (A map of all
 * rebuilds itself every thousand calls.)
 */
export class Receivers {
  readonly #ids = new Array<number>(RECENT).fill(0);
  readonly #recent = new Array<Receiver | undefined>(RECENT).fill(undefined);
  readonly #others = new Map<number, Receiver>();

  set(id: number, receiver: Receiver): void {
    const place = id % RECENT;
    const before = this.#recent[place];
    if (before !== undefined) this.#others.set(this.#ids[place] as number, before);
    this.#ids[place] = id;
    this.#recent[place] = receiver;
  }

  has(id: number): boolean {
    return this.#isRecent(id) || this.#others.has(id);
  }

  /** Returns and forgets it. */
  take(id: number): Receiver | undefined {
    if (this.#isRecent(id)) {
      const place = id % RECENT;
      const receiver = this.#recent[place];
      this.#recent[place] = undefined;
      return receiver;
    }
    const receiver = this.#others.get(id);
    if (receiver !== undefined) this.#others.delete(id);
    return receiver;
  }

  /** The numbers of all calls that are waited for. */
  ids(): number[] {
    return [...this.#others.keys(), ...this.#ids.filter((id) => this.#isRecent(id))];
  }

  #isRecent(id: number): boolean {
    const place = id % RECENT;
    return this.#ids[place] === id && this.#recent[place] !== undefined;
  }
}
