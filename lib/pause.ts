/** Waits with a limit each, which may be ended before, together. */
export class Pause {
  readonly #ends = new Set<() => void>();

  /** Resolves after `limit` milliseconds, or at {@link end}. The process stays alive meanwhile. */
  async wait(limit: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.#ends.delete(end);
        resolve();
      };
      const timer = setTimeout(end, limit);
      this.#ends.add(end);
    });
  }

  /** Ends the waits that are under way. */
  end(): void {
    for (const end of this.#ends) end();
  }
}
