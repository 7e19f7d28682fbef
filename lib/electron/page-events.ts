/** What a page listens to. The engine's own values cross, and are read here: JSON once, and only where it is wanted. */
import { assertListener } from '../events/assert-listener.js';
import { engineEvents } from '../events/event-table.js';
import { EventValues, type RawValue } from '../events/event-values.js';
import type { EngineEventName, TimEventName } from '../events/tim-events.js';
import type { Connection } from './connection.js';
import type { EventNotice } from './protocol.js';

export type Listener = (...values: never[]) => void;
type RawListener = (values: readonly RawValue[]) => void;

/** A listener, and whether it is for the next event alone. */
interface Listening {
  readonly listener: Listener;
  readonly isOnce: boolean;
}

/** The listeners of a page's TimRender: those of `on`, and one documented callback for each event. */
export class PageEvents {
  readonly #connection: Connection;
  readonly #listeners = new Map<string, Listening[]>();
  readonly #callbacks = new Map<string, RawListener>();
  readonly #subscribed = new Set<string>();

  constructor(connection: Connection) {
    this.#connection = connection;
    connection.onEvent((notice) => this.#receive(notice));
  }

  /** As Tim's `on` and `once`. */
  add(name: TimEventName, listener: Listener, isOnce: boolean): void {
    assertListener(name, listener);
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), { listener, isOnce }]);
    this.#update(name);
  }

  /** As Tim's `off`. */
  remove(name: TimEventName, listener: Listener): void {
    assertListener(name, listener);
    const listeners = this.#listeners.get(name) ?? [];
    const last = listeners.findLastIndex((listening) => listening.listener === listener);
    this.#listeners.set(name, last < 0 ? listeners : listeners.toSpliced(last, 1));
    this.#update(name);
  }

  /** Sets the documented callback of an event; undefined for none. */
  setCallback(name: EngineEventName, callback: RawListener | undefined): void {
    if (callback === undefined) this.#callbacks.delete(name);
    else this.#callbacks.set(name, callback);
    this.#update(name);
  }

  /** Brings what the main process tells in line with who listens. */
  #update(name: string): void {
    if (name === 'eventsDropped') return;
    const isWanted = (this.#listeners.get(name)?.length ?? 0) > 0 || this.#callbacks.has(name);
    if (isWanted === this.#subscribed.has(name)) return;
    if (isWanted) this.#subscribed.add(name);
    else this.#subscribed.delete(name);
    // What the main process refuses is an unhandled rejection of the page: there is no call to reject.
    void this.#connection.listen(name, isWanted);
  }

  #receive({ event, values: raw, exactIntegers, missed }: EventNotice): void {
    if (missed > 0) this.#missed(event, missed);
    if (raw === undefined || !Object.hasOwn(engineEvents, event)) return;
    const values = new EventValues(engineEvents[event as EngineEventName].values, raw, exactIntegers);
    report(() => this.#callbacks.get(event)?.(values.raw));
    if ((this.#listeners.get(event)?.length ?? 0) > 0) report(() => this.#emit(event, values.read()));
  }

  #missed(event: string, count: number): void {
    if ((this.#listeners.get('eventsDropped')?.length ?? 0) > 0)
      return this.#emit('eventsDropped', [event, count]);
    // eslint-disable-next-line no-console -- as Tim warns of it where nobody listens
    console.warn(
      `${count} events ${event} were not delivered: too many waited while the main process was busy.`,
    );
  }

  #emit(name: string, values: readonly unknown[]): void {
    const listeners = this.#listeners.get(name) ?? [];
    this.#listeners.set(
      name,
      listeners.filter(({ isOnce }) => !isOnce),
    );
    this.#update(name);
    for (const { listener } of listeners) report(() => listener(...(values as never[])));
  }
}

/** Runs a listener of the page. What it throws is the page's uncaught error, and keeps no other from being called. */
function report(run: () => void): void {
  try {
    run();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
