import { ImSdkError } from '../errors.js';
import { placeKey, restoreJsonForm, takeApart, type Crossing } from './crossing.js';
import { fromErrorData } from './error-data.js';
import type { EventNotice, MaxCalls, Notice, PageBridge, Reply } from './protocol.js';

const MAX_CALLS: MaxCalls = 1024;

/** A call without an answer. */
interface PendingCall {
  readonly id: number;
  readonly method: string;
  readonly crossing: Crossing;
  readonly onAbort: () => void;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  /** How often its callbacks were called. */
  heard: number;
  reply: Reply | undefined;
}

/** The page's end of the channel: its calls, and what it hears. */
export class Connection {
  readonly #bridge: PageBridge;
  /** How many listen to each event. */
  readonly #wanted = new Map<string, number>();
  readonly #eventListeners: ((notice: EventNotice) => void)[] = [];
  /** With the main process. */
  readonly #sent = new Map<number, PendingCall>();
  /** Kept back while {@link MAX_CALLS} are with the main process; in order. */
  readonly #waiting = new Set<PendingCall>();
  /** Begins anywhere, so that a second copy of this code in the page does not use the same. */
  #nextId = Math.floor(Math.random() * 2 ** 40);

  constructor(bridge: PageBridge) {
    this.#bridge = bridge;
    bridge.listen((notice) => this.#onNotice(notice));
  }

  /** Has the events that this page listens to told to a function. */
  onEvent(listener: (notice: EventNotice) => void): void {
    this.#eventListeners.push(listener);
  }

  /**
   * Asks to be told of an event, for one more of those who listen, or one less.
   *
   * @returns Rejects when the main process refuses.
   */
  async listen(event: string, isWanted: boolean): Promise<void> {
    const before = this.#wanted.get(event) ?? 0;
    const now = before + (isWanted ? 1 : -1);
    this.#wanted.set(event, now);
    if (before > 0 && now > 0) return;
    const reply = await this.#bridge.request({ type: now > 0 ? 'subscribe' : 'unsubscribe', event });
    if (!reply.ok) throw fromErrorData(reply.error);
  }

  /** Calls a method of Tim in the main process. */
  call(method: string, args: readonly unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const crossing = takeApart(args);
      if (crossing.signal?.aborted) throw aborted(method, crossing.signal);
      const call: PendingCall = {
        id: this.#nextId++,
        method,
        crossing,
        onAbort: () => this.#abort(call),
        resolve,
        reject,
        heard: 0,
        reply: undefined,
      };
      crossing.signal?.addEventListener('abort', call.onAbort, { once: true });
      if (this.#sent.size < MAX_CALLS) void this.#send(call);
      else this.#waiting.add(call);
    });
  }

  async #send(call: PendingCall): Promise<void> {
    const { id, method, crossing } = call;
    const { args, places: callbacks, signal } = crossing;
    this.#sent.set(id, call);
    try {
      call.reply = await this.#bridge.request({
        type: 'call',
        ...{ id, method, args, callbacks, hasSignal: signal !== undefined },
      });
      this.#settleIfComplete(call);
    } catch (error) {
      if (this.#end(call)) call.reject(unanswered(call, error));
    }
  }

  /** What its callbacks were told comes first, whatever arrives first. */
  #settleIfComplete(call: PendingCall): void {
    const { reply } = call;
    if (reply !== undefined && call.heard >= reply.told && this.#end(call)) settle(call, reply);
  }

  #abort(call: PendingCall): void {
    if (this.#waiting.has(call)) {
      this.#end(call);
      call.reject(aborted(call.method, call.crossing.signal));
    } else {
      // The answer says whether the engine had got the message.
      this.#bridge.request({ type: 'cancel', id: call.id }).catch(() => undefined);
    }
  }

  #onNotice(notice: Notice): void {
    switch (notice.type) {
      case 'event':
        for (const listener of this.#eventListeners) listener(notice);
        return;
      case 'callback':
        return this.#onCallback(notice);
      case 'closed':
        for (const call of [...this.#waiting]) {
          if (this.#end(call)) call.reject(closed(call.method, false));
        }
        for (const id of notice.unanswered) {
          const call = this.#sent.get(id);
          if (call !== undefined && this.#end(call)) call.reject(closed(call.method, true));
        }
    }
  }

  #onCallback({ id, place, args }: Extract<Notice, { type: 'callback' }>): void {
    const call = this.#sent.get(id);
    if (call === undefined) return;
    call.heard++;
    try {
      call.crossing.callbacks.get(placeKey(place))?.(...restoreJsonForm(args));
    } finally {
      this.#settleIfComplete(call);
    }
  }

  /** Ends a call, and makes room for the next. False where it had ended already. */
  #end(call: PendingCall): boolean {
    call.crossing.signal?.removeEventListener('abort', call.onAbort);
    if (!this.#sent.delete(call.id)) return this.#waiting.delete(call);
    const [next] = this.#waiting;
    if (next !== undefined) {
      this.#waiting.delete(next);
      void this.#send(next);
    }
    return true;
  }
}

function settle({ crossing: { signal }, resolve, reject }: PendingCall, reply: Reply): void {
  if (reply.ok) return resolve(restoreJsonForm(reply.value));
  const error = fromErrorData(reply.error);
  // The reason itself, of which the main process knows nothing.
  const isAborted = error instanceof ImSdkError && error.code === 'ERR_IMSDK_ABORTED';
  if (isAborted)
    Object.defineProperty(error, 'cause', { value: signal?.reason as unknown, configurable: true });
  reject(error);
}

/** Why there is no answer: what was asked cannot be copied, or nobody is there. */
function unanswered({ method, crossing }: PendingCall, cause: unknown): ImSdkError {
  try {
    structuredClone(crossing.args);
  } catch (uncloneable) {
    return new ImSdkError(
      'ERR_IMSDK_INVALID_ARGUMENT',
      `${method}: the arguments cannot be copied to the main process: ${String(uncloneable)}`,
      { cause: uncloneable, mayHaveBeenStored: false },
    );
  }
  return new ImSdkError(
    'ERR_IMSDK_CLOSED',
    `${method}: the main process did not answer. Is there a TimMain, and not closed? ${String(cause)}`,
    { cause, mayHaveBeenStored: true },
  );
}

function closed(method: string, mayHaveBeenStored: boolean): ImSdkError {
  return new ImSdkError(
    'ERR_IMSDK_CLOSED',
    `${method}: the main process closed TimMain before there was an answer.`,
    { mayHaveBeenStored },
  );
}

function aborted(method: string, signal: AbortSignal | undefined): ImSdkError {
  return new ImSdkError('ERR_IMSDK_ABORTED', `${method}: the signal was aborted before the call was made.`, {
    cause: signal?.reason as unknown,
    mayHaveBeenStored: false,
  });
}
