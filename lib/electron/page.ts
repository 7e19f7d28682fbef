import { ImSdkError } from '../errors.js';
import { engineEvents } from '../events/event-table.js';
import type { EngineEventName } from '../events/tim-events.js';
import type { EventReceiver } from '../native/event-source.js';
import type { Frame, WebContents } from './electron-api.js';
import { toErrorData } from './error-data.js';
import type { PageMethod } from './methods.js';
import type { CallbackPlace, Channel, MaxCalls, Notice, Reply, Request } from './protocol.js';

const CHANNEL: Channel = 'node-imsdk';
const MAX_CALLS: MaxCalls = 1024;

type Call = Extract<Request, { type: 'call' }>;

/** What pages are served with. */
export interface PageServer {
  /** Makes a call for a page. */
  call(page: Page, method: PageMethod, args: readonly unknown[]): Promise<unknown>;
  /** The methods that a page may call. */
  methodsFor(frame: Frame): ReadonlySet<string>;
  /** Has an event of the engine told; returns what ends that. */
  listen(event: EngineEventName, receiver: EventReceiver): () => void;
  /** A page is gone: reloaded, navigated away, crashed or closed. */
  onPageEnd(page: Page): void;
  /** A window is gone. */
  onWindowEnd(contents: WebContents): void;
}

/** One document in a window: its calls under way and the events that it listens to. */
export class Page {
  /** The id that its preload script made. */
  readonly document: string;
  readonly #frame: Frame;
  readonly #server: PageServer;
  readonly #methods: ReadonlySet<string>;
  readonly #window: { calls: number };
  readonly #calls = new Map<number, AbortController>();
  /** What ends each. */
  readonly #subscriptions = new Map<string, () => void>();

  /**
   * @param window - Counts the calls of the window without an answer, those of documents before this one too.
   */
  constructor(document: string, frame: Frame, server: PageServer, window: { calls: number }) {
    this.document = document;
    this.#frame = frame;
    this.#server = server;
    this.#methods = server.methodsFor(frame);
    this.#window = window;
  }

  /** How many events it is told of. */
  get subscriptions(): number {
    return this.#subscriptions.size;
  }

  /** Does what the page asks for. Calls are made in the order in which they come. */
  async handle(request: Request): Promise<Reply> {
    switch (request.type) {
      case 'call':
        return this.#call(request);
      case 'cancel':
        this.#calls.get(request.id)?.abort();
        break;
      case 'subscribe':
        this.#subscribe(request.event);
        break;
      case 'unsubscribe':
        this.#unsubscribe(request.event);
    }
    return { ok: true, value: undefined, told: 0 };
  }

  /** Tells the page something, if it is still there. */
  tell(notice: Notice): void {
    if (this.#frame.isDestroyed()) this.end();
    else this.#frame.send(CHANNEL, this.document, notice);
  }

  /** Tells the page that its calls get no answer any more. */
  close(): void {
    this.tell({ type: 'closed', unanswered: [...this.#calls.keys()] });
  }

  /** The page is gone. What the engine has of it goes on to its end; nobody is told. */
  end(): void {
    for (const event of [...this.#subscriptions.keys()]) this.#unsubscribe(event);
    this.#calls.clear();
  }

  #subscribe(event: string): void {
    if (!isEngineEvent(event)) throw unknownEvent(event);
    if (this.#subscriptions.has(event)) return;
    const stop = this.#server.listen(event, {
      receive: (values, exactIntegers) =>
        this.tell({ type: 'event', event, values, exactIntegers, missed: 0 }),
      missed: (count) => this.tell({ type: 'event', event, exactIntegers: [], missed: count }),
    });
    this.#subscriptions.set(event, stop);
  }

  #unsubscribe(event: string): void {
    this.#subscriptions.get(event)?.();
    this.#subscriptions.delete(event);
  }

  async #call({ id, method, args, callbacks, hasSignal }: Call): Promise<Reply> {
    if (!this.#methods.has(method)) throw notAllowed(method);
    if (this.#calls.has(id)) throw inUse(id);
    if (this.#window.calls >= MAX_CALLS) throw tooMany();
    const controller = new AbortController();
    this.#calls.set(id, controller);
    this.#window.calls++;
    let told = 0;
    try {
      const full = withCallbacks(args, callbacks, (place, values) => {
        told++;
        this.tell({ type: 'callback', id, place, args: values });
      });
      if (hasSignal) full[1] = { ...(full[1] as object | undefined), signal: controller.signal };
      const result = await this.#server.call(this, method as PageMethod, full);
      // Read here, where what a getter throws is an answer.
      const value: unknown = typeof result === 'object' && result !== null ? { ...result } : result;
      return { ok: true, value, told };
    } catch (error) {
      return { ok: false, error: toErrorData(error), told };
    } finally {
      this.#calls.delete(id);
      this.#window.calls--;
    }
  }
}

/** The arguments, with functions again where the page has some. */
function withCallbacks(
  args: readonly unknown[],
  places: readonly CallbackPlace[],
  onCall: (place: CallbackPlace, values: readonly unknown[]) => void,
): unknown[] {
  const full = [...args];
  for (const place of places) {
    const callback = (...values: readonly unknown[]): void => onCall(place, values);
    full[place.argument] = { ...(full[place.argument] as object), [place.name]: callback };
  }
  return full;
}

function notAllowed(method: string): ImSdkError {
  return new ImSdkError(
    'ERR_IMSDK_NOT_ALLOWED',
    `${JSON.stringify(method)} is not among the methods that this page may call: those of TimMain's option allow.`,
    { field: 'method' },
  );
}

function isEngineEvent(name: string): name is EngineEventName {
  return Object.hasOwn(engineEvents, name);
}

function unknownEvent(event: string): ImSdkError {
  return new ImSdkError('ERR_IMSDK_INVALID_ARGUMENT', `There is no event ${JSON.stringify(event)}.`, {
    field: 'event',
  });
}

function inUse(id: number): ImSdkError {
  return new ImSdkError(
    'ERR_IMSDK_INVALID_ARGUMENT',
    `request.id ${id} is in use by a call without an answer.`,
    {
      field: 'request.id',
    },
  );
}

function tooMany(): ImSdkError {
  return new ImSdkError(
    'ERR_IMSDK_NOT_ALLOWED',
    `${MAX_CALLS} calls of this window have no answer yet: wait for some of them.`,
    { mayHaveBeenStored: false },
  );
}
