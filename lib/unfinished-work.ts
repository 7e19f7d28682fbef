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
