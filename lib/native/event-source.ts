import type { Addon, NativeEventValue } from './addon.js';

/** Who listens to an event. */
export interface EventReceiver {
  /** `values` as the engine's callback got them, JSON as text; `exactIntegers` as {@link Addon.openChannel} says. */
  receive(values: readonly NativeEventValue[], exactIntegers: readonly (string | undefined)[]): void;
  /** So many events are missing: too many waited for this environment. */
  missed(count: number): void;
}

const NONE: readonly undefined[] = [];

/** The engine's events in this environment. It asks the native side for those alone that somebody listens to. */
export class EventSource {
  readonly #addon: Addon;
  readonly #channel: number;
  readonly #indices: ReadonlyMap<string, number>;
  readonly #receivers = new Map<number, Set<EventReceiver>>();

  constructor(addon: Addon, channel: number) {
    this.#addon = addon;
    this.#channel = channel;
    this.#indices = new Map(addon.eventNames().map((name, index) => [name, index]));
  }

  /**
   * Listens from now on. Whatever a receiver throws becomes an uncaught exception of the process, and others are told
   * all the same.
   *
   * @param setter - The engine function that sets the event's callback.
   * @returns Stops listening.
   */
  listen(setter: string, receiver: EventReceiver): () => void {
    const index = this.#indices.get(setter);
    if (index === undefined) throw new TypeError(`${setter} is not in the event table`);
    const receivers = this.#receivers.get(index) ?? new Set();
    if (receivers.size === 0) this.#addon.listen(this.#channel, index);
    this.#receivers.set(index, receivers.add(receiver));
    return () => {
      if (receivers.delete(receiver) && receivers.size === 0) this.#addon.unlisten(this.#channel, index);
    };
  }

  /** Called by the native side. */
  dispatch(
    index: number,
    values: readonly NativeEventValue[],
    exactIntegers: readonly (string | undefined)[] = NONE,
  ): void {
    this.#tell(index, (receiver) => receiver.receive(values, exactIntegers));
  }

  /** Called by the native side. */
  dispatchDropped(index: number, count: number): void {
    this.#tell(index, (receiver) => receiver.missed(count));
  }

  #tell(index: number, tell: (receiver: EventReceiver) => void): void {
    // A copy: a receiver may stop listening, or another one begin.
    for (const receiver of [...(this.#receivers.get(index) ?? [])]) {
      try {
        tell(receiver);
      } catch (error) {
        // As Node.js does with what an EventTarget's listener throws.
        process.nextTick(() => {
          throw error;
        });
      }
    }
  }
}
