import { EventEmitter } from 'node:events';
import { assertListener } from '../events/assert-listener.js';
import { iterateOver, type EventIterationOptions } from '../events/event-iteration.js';
import { engineEvents } from '../events/event-table.js';
import { EventValues, type RawValue } from '../events/event-values.js';
import type { EngineEventName, TimEventName, TimEvents } from '../events/tim-events.js';
import { EngineClient } from './client.js';

/** Called with what an event tells. */
export type TimListener<Name extends TimEventName> = (...values: TimEvents[Name]) => void;

/**
 * Listening to what the engine tells of its own accord: {@link TimEvents}.
 *
 * Listeners are called in the order in which they were added, on the event loop, in order with the answers of calls.
 * What one throws becomes an uncaught exception of the process, as with any emitter. They stay from one TIMInit to the
 * next, and do not keep the process alive: {@link ref} does.
 */
export abstract class EventApi extends EngineClient {
  readonly #listeners = new EventEmitter().setMaxListeners(0);
  readonly #callbacks = new Map<EngineEventName, (values: readonly RawValue[]) => void>();
  readonly #stopListening = new Map<EngineEventName, () => void>();

  /**
   * Calls a listener at each event of a kind. The engine is asked for the event from then on.
   *
   * @throws ImSdkError `ERR_IMSDK_INVALID_ARGUMENT` for a name that is none, or a listener that is no function.
   */
  on<Name extends TimEventName>(name: Name, listener: TimListener<Name>): this {
    assertListener(name, listener);
    this.#listeners.on(name, listener);
    this.#update(name);
    return this;
  }

  /** As {@link on}, for the next event alone. */
  once<Name extends TimEventName>(name: Name, listener: TimListener<Name>): this {
    assertListener(name, listener);
    this.#listeners.once(name, listener);
    this.#update(name);
    return this;
  }

  /** Takes back a listener that {@link on} or {@link once} added; if it was added several times, one of them. */
  off<Name extends TimEventName>(name: Name, listener: TimListener<Name>): this {
    assertListener(name, listener);
    this.#listeners.off(name, listener);
    this.#update(name);
    return this;
  }

  /**
   * The events of a kind from now on, to be iterated over; break, or the signal, ends it.
   *
   * @example for await (const [messages] of tim.events('newMessages', { signal })) show(messages);
   * @throws ImSdkError `ERR_IMSDK_INVALID_ARGUMENT` as {@link on} does.
   */
  events<Name extends TimEventName>(
    name: Name,
    options: EventIterationOptions = {},
  ): AsyncIterableIterator<TimEvents[Name], undefined, undefined> {
    return iterateOver<Name>(this, name, options);
  }

  /** Sets the one documented callback of an event, which gets what the engine's own would; undefined for none. */
  protected setCallback(
    name: EngineEventName,
    callback: ((values: readonly RawValue[]) => void) | undefined,
  ): void {
    if (callback === undefined) this.#callbacks.delete(name);
    else this.#callbacks.set(name, callback);
    this.#update(name);
  }

  /** Brings what the native side is asked for in line with who listens. */
  #update(name: TimEventName): void {
    if (name === 'eventsDropped') return;
    const isWanted = this.#listeners.listenerCount(name) > 0 || this.#callbacks.has(name);
    const stop = this.#stopListening.get(name);
    if (isWanted === (stop !== undefined)) return;
    if (stop !== undefined) {
      stop();
      this.#stopListening.delete(name);
      return;
    }
    const { setter, values: kinds } = engineEvents[name];
    this.#stopListening.set(
      name,
      this.saveContext.bridge.events.listen(setter, {
        receive: (values, exactIntegers) =>
          this.#receive(name, new EventValues(kinds, values, exactIntegers)),
        missed: (count) => this.#missed(name, count),
      }),
    );
  }

  #receive(name: EngineEventName, values: EventValues): void {
    if (!this.isActive) return;
    try {
      this.#callbacks.get(name)?.(values.raw);
    } finally {
      if (this.#listeners.listenerCount(name) > 0) this.#emit(name, values);
    }
  }

  #emit(name: EngineEventName, values: EventValues): void {
    let read;
    try {
      read = values.read();
    } catch {
      warnUnreadable(name);
      return;
    }
    try {
      this.#listeners.emit(name, ...read);
    } finally {
      // A listener of once is gone now.
      this.#update(name);
    }
  }

  #missed(name: EngineEventName, count: number): void {
    if (!this.isActive) return;
    if (this.#listeners.emit('eventsDropped' satisfies TimEventName, name, count)) return;
    process.emitWarning(
      `${count} events ${name} were not delivered: too many waited while the event loop was busy.`,
      { type: 'NodeImsdkWarning', code: 'NODE_IMSDK_EVENTS_DROPPED' },
    );
  }
}

const warned = new Set<EngineEventName>();

/** Once for each kind. Without what the engine sent: messages are private. */
function warnUnreadable(name: EngineEventName): void {
  if (warned.has(name)) return;
  warned.add(name);
  process.emitWarning(
    `The engine sent an event ${name} that is not JSON of its kind; listeners do not get it.`,
    {
      type: 'NodeImsdkWarning',
      code: 'NODE_IMSDK_EVENT_UNREADABLE',
    },
  );
}
