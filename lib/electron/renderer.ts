/** `node-imsdk/renderer`: Tim in a page. Nothing of Node.js or of Electron is needed there. */
import { ImSdkError } from '../errors.js';
import type { TimListener } from '../api/events.js';
import { documentedCallback } from '../events/documented-callback.js';
import { iterateOver, type EventIterationOptions } from '../events/event-iteration.js';
import { engineEvents, type EngineEvent } from '../events/event-table.js';
import type { EngineEventName, TimEventName, TimEvents } from '../events/tim-events.js';
import type { Tim } from '../tim.js';
import type { CallbackParams } from '../types/index.js';
import { Connection } from './connection.js';
import { pageMethods, type CallbackMethod, type PageMethod } from './methods.js';
import { PageEvents, type Listener } from './page-events.js';
import type { PageBridge } from './protocol.js';

export { ImSdkError, type ImSdkErrorCode, type ImSdkErrorDetails } from '../errors.js';
export { throwIfFailed } from '../throw-if-failed.js';
export type { EventIterationOptions } from '../events/event-iteration.js';
export type { TimEventName, TimEvents } from '../events/tim-events.js';
export type { TimListener } from '../api/events.js';
export type { CallbackMethod, PageMethod } from './methods.js';
export type { PageBridge } from './protocol.js';

/** What a {@link TimRender} is made with. */
export interface TimRenderOptions {
  /** What `exposeTim` has put into the page. Default: `window.nodeImsdk`. */
  bridge?: PageBridge;
}

/** One connection a bridge, however many TimRender a page makes. */
const connections = new WeakMap<PageBridge, Connection>();

function connectionOf(bridge: PageBridge): Connection {
  let connection = connections.get(bridge);
  if (connection === undefined) connections.set(bridge, (connection = new Connection(bridge)));
  return connection;
}

/** Listening, as Tim does it. */
interface Listening {
  /** Calls a listener at each event of a kind, from the next one on. */
  on<Name extends TimEventName>(name: Name, listener: TimListener<Name>): this;
  /** As `on`, for the next event alone. */
  once<Name extends TimEventName>(name: Name, listener: TimListener<Name>): this;
  /** Takes back a listener that `on` or `once` added. */
  off<Name extends TimEventName>(name: Name, listener: TimListener<Name>): this;
  /** The events of a kind from now on, to be iterated over. */
  events<Name extends TimEventName>(
    name: Name,
    options?: EventIterationOptions,
  ): AsyncIterableIterator<TimEvents[Name], undefined, undefined>;
}

/** The methods of Tim: each hands its arguments to the one of the same name in the main process. */
class RemoteMethods {
  readonly #connection: Connection;
  readonly #events: PageEvents;

  constructor(bridge: PageBridge) {
    this.#connection = connectionOf(bridge);
    this.#events = new PageEvents(this.#connection);
  }

  on(name: TimEventName, listener: Listener): this {
    this.#events.add(name, listener, false);
    return this;
  }

  once(name: TimEventName, listener: Listener): this {
    this.#events.add(name, listener, true);
    return this;
  }

  off(name: TimEventName, listener: Listener): this {
    this.#events.remove(name, listener);
    return this;
  }

  events(
    name: TimEventName,
    options: EventIterationOptions = {},
  ): AsyncIterableIterator<unknown, undefined, undefined> {
    return iterateOver(this as Listening, name, options);
  }

  TIMRemoveRecvNewMsgCallback(): void {
    this.#events.setCallback('newMessages', undefined);
  }

  static {
    for (const method of pageMethods) {
      define(this.prototype, method, function (this: RemoteMethods, ...args) {
        return this.#connection.call(method, args);
      });
    }
    for (const [event, { setter }] of Object.entries(engineEvents) as [EngineEventName, EngineEvent][]) {
      define(this.prototype, setter, function (this: RemoteMethods, params) {
        this.#events.setCallback(event, documentedCallback(setter, params as CallbackParams<unknown[]>));
      });
    }
  }
}

function define(prototype: object, name: string, value: (...args: unknown[]) => unknown): void {
  Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
}

const RemoteTim = RemoteMethods as unknown as new (
  bridge: PageBridge,
) => Pick<Tim, PageMethod | CallbackMethod> & Listening;

/**
 * Tim in a page: the same methods with the same parameters, results and errors. TimMain in the main process answers.
 *
 * @example
 * const tim = new TimRender();
 * await tim.TIMInit();
 * const { code } = await tim.TIMMsgSaveMsg(params);
 */
export class TimRender extends RemoteTim {
  /** @throws ImSdkError `ERR_IMSDK_INVALID_ARGUMENT` in a page whose preload script has not called `exposeTim`. */
  constructor({ bridge = (globalThis as { nodeImsdk?: PageBridge }).nodeImsdk }: TimRenderOptions = {}) {
    if (bridge === undefined) {
      throw new ImSdkError(
        'ERR_IMSDK_INVALID_ARGUMENT',
        'There is no window.nodeImsdk: call exposeTim() of node-imsdk/preload in the preload script of this window.',
        { field: 'bridge' },
      );
    }
    super(bridge);
  }
}

export default TimRender;
