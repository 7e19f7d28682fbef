/** A wait with a limit that may be ended before; one at a time. */
export class Pause {
  #end: (() => void) | undefined;

  /** Resolves after `limit` milliseconds, or at {@link end}. The process stays alive meanwhile. */
  async wait(limit: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, limit);
      this.#end = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#end = undefined;
  }

  /** Ends the wait that is under way, if there is one. */
  end(): void {
    this.#end?.();
  }
}
