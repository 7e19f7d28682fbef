import { ImSdkError } from '../errors.js';
import { UnfinishedWork } from '../unfinished-work.js';
import { FUNCTION_MISSING, loadAddon, type Addon, type NativeArgument } from './addon.js';
import { CompletionFlag, CompletionRecords } from './completion-records.js';
import { within } from './deadline.js';
import { EventSource } from './event-source.js';
import { Receivers, type Receiver } from './receivers.js';

/** What a call came to. `code` is the engine's; strings are `''` where the engine gave none. */
export interface Reply {
  readonly code: number;
  readonly desc: string;
  /** The engine's JSON text, or `''`. */
  readonly json: string;
  /** Where in `json` the integers stand that a number would round (lib/json/parse.ts). */
  readonly exactIntegers: string | undefined;
  /**
   * The id that the engine gave the message. Of a save, a raw JSON string's contents; of TIMMsgSendMessage, the id
   * itself, in the interim reply and in the last one; `''` for all others.
   */
  readonly messageId: string;
  /** Of a save: the conversation that the engine filed it under. A raw JSON string's contents. */
  readonly conversationId: string;
  /**
   * How many failures to store the engine had reported by then. It reports that of a save after its
   * answer: a higher number later can concern this one.
   */
  readonly storeFailures: number;
}

/** Told what the engine says of a call before it answers. */
export type InterimListener = (reply: Reply) => void;

/**
 * This environment's end of the native bridge: numbers the calls, and hands each reply to whoever
 * waits for it. One for each JavaScript environment (main thread, worker).
 */
export class Bridge {
  readonly addon: Addon;
  /** What the engine tells of its own accord. */
  readonly events: EventSource;
  /** What the clients of this environment wait for. */
  readonly unfinished: UnfinishedWork;
  readonly #channel: number;
  readonly #functions: ReadonlyMap<string, number>;
  readonly #receivers = new Receivers();
  readonly #interimListeners = new Map<number, InterimListener>();
  /** Calls whose reply is taken when it comes, and that the process does not stay alive for. */
  readonly #detached = new Set<number>();
  #lastId = 0;
  /** What the process stays alive for: calls that are not detached, and holders. */
  #holders = 0;

  constructor(addon: Addon) {
    this.addon = addon;
    this.#functions = new Map(addon.functionNames().map((name, index) => [name, index]));
    const records = new CompletionRecords();
    const tell = (callId: number, reply: Reply, flags: number): void => {
      if (flags === 0) this.#take(callId)?.receive(reply);
      else if (flags === CompletionFlag.isInterim) this.#interimListeners.get(callId)?.(reply);
      else this.#take(callId)?.lost?.();
    };
    this.#channel = addon.openChannel(
      records.memory,
      (count, texts, page) => records.forEach(addon, count, texts, page, tell),
      (event, values, exactIntegers) => this.events.dispatch(event, values, exactIntegers),
      (event, count) => this.events.dispatchDropped(event, count),
    );
    this.events = new EventSource(addon, this.#channel);
    this.unfinished = new UnfinishedWork((isBusy) => addon.setBusy(this.#channel, isBusy));
  }

  /**
   * Queues a call of an engine function for the call thread.
   *
   * @returns The call's id, for {@link abandon}.
   * @throws ImSdkError `ERR_IMSDK_INVALID_ARGUMENT` when a text argument holds a NUL, at which the
   *   engine would cut it.
   */
  submit(name: string, args: readonly NativeArgument[], receiver: Receiver, flags = 0): number {
    const functionIndex = this.#functions.get(name);
    if (functionIndex === undefined) throw new TypeError(`${name} is not in the call table`);
    const id = this.#expect(receiver);
    const refused = this.addon.call(this.#channel, id, functionIndex, flags, ...args);
    if (refused === undefined) return id;
    this.#take(id);
    throw new ImSdkError(
      'ERR_IMSDK_INVALID_ARGUMENT',
      `${name}: argument ${refused + 1} contains a NUL character, at which the engine would cut it. Remove it.`,
      { field: `arguments[${refused}]` },
    );
  }

  /** Stops waiting for a call. True when it had not reached the engine, and now will not. */
  abandon(id: number): boolean {
    if (this.#take(id) === undefined) return false;
    return this.addon.cancel(this.#channel, id);
  }

  /** From now on the process does not stay alive for a call; its reply is still taken. */
  detach(id: number): void {
    if (!this.#receivers.has(id) || this.#detached.has(id)) return;
    this.#detached.add(id);
    this.release();
  }

  /** {@link detach}, for all calls: the engine hangs. */
  detachAll(): void {
    for (const id of this.#receivers.ids()) this.detach(id);
  }

  /**
   * Calls an engine function, and resolves with its answer.
   *
   * @param flags - Of {@link CallFlag}.
   * @param onSubmit - Told the call's id, for {@link detach}.
   * @param onInterim - Told what the engine says of the call before it answers: TIMMsgSendMessage's message id (in
   *   `messageId`; not where the answer, which has it too, was there first), TIMMsgSendNewMsgEx's (in `json`), the
   *   progress of TIMMsgDownloadElemToPath and TIMMsgDownloadMergerMessage (in `json`).
   * @throws ImSdkError `ERR_IMSDK_CLOSED` when the engine ended before it had answered.
   */
  call(
    name: string,
    args: readonly NativeArgument[],
    flags = 0,
    onSubmit?: (id: number) => void,
    onInterim?: InterimListener,
  ): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const id = this.submit(
        name,
        args,
        {
          receive: (reply) => {
            if (reply.code === FUNCTION_MISSING) reject(functionMissing(name));
            else resolve(reply);
          },
          lost: () => reject(engineClosed(name)),
        },
        flags,
      );
      if (onInterim !== undefined) this.#interimListeners.set(id, onInterim);
      onSubmit?.(id);
    });
  }

  /**
   * {@link call} for a call that an engine in order answers soon.
   *
   * @param limit - Milliseconds; past them a call that has not reached the engine will not.
   * @throws ImSdkError `ERR_IMSDK_TIMEOUT` when the limit is over.
   */
  callWithin(limit: number, name: string, args: readonly NativeArgument[], flags = 0): Promise<Reply> {
    let id = 0;
    const reply = this.call(name, args, flags, (submitted) => (id = submitted));
    return this.#answerWithin(limit, reply, id, name);
  }

  /** See {@link Addon.switchStore}; limited as {@link callWithin} is. */
  switchStore(limit: number, requests: readonly [string, string]): Promise<Reply> {
    let id = 0;
    const reply = new Promise<Reply>((resolve) => {
      id = this.#expect({ receive: resolve });
      this.addon.switchStore(this.#channel, id, ...requests);
    });
    return this.#answerWithin(limit, reply, id, 'the commit of the store');
  }

  #answerWithin(limit: number, reply: Promise<Reply>, id: number, what: string): Promise<Reply> {
    return within(reply, limit, () => {
      this.abandon(id);
      return new ImSdkError(
        'ERR_IMSDK_TIMEOUT',
        `The engine has not answered ${what} for ${limit} ms: it hangs there, or in a call before it. ` +
          'Unless it comes back, only a new process helps.',
      );
    });
  }

  /** See {@link Addon.load}. */
  load(path: string, consoleLog: boolean): Promise<Reply> {
    return new Promise((resolve) =>
      this.addon.load(this.#channel, this.#expect({ receive: resolve }), path, consoleLog),
    );
  }

  /** From now on the process stays alive, until {@link release} is called as often. */
  hold(): void {
    if (this.#holders++ === 0) this.addon.ref(this.#channel);
  }

  release(): void {
    if (--this.#holders === 0) this.addon.unref(this.#channel);
  }

  #expect(receiver: Receiver): number {
    this.hold();
    const id = ++this.#lastId;
    this.#receivers.set(id, receiver);
    return id;
  }

  #take(id: number): Receiver | undefined {
    const receiver = this.#receivers.take(id);
    if (receiver === undefined) return undefined;
    if (this.#interimListeners.size > 0) this.#interimListeners.delete(id);
    if (this.#detached.size === 0 || !this.#detached.delete(id)) this.release();
    return receiver;
  }
}

/** The error of a call that the engine had not answered when it was closed. */
export function engineClosed(name: string): ImSdkError {
  return new ImSdkError(
    'ERR_IMSDK_CLOSED',
    `${name}: the engine was closed before there was an answer, by another client's TIMUninit or TIMLogout, or by ` +
      'this one. It may have been carried out.',
    { mayHaveBeenStored: true },
  );
}

function functionMissing(name: string): ImSdkError {
  return new ImSdkError(
    'ERR_IMSDK_LIBRARY_UNUSABLE',
    `The loaded engine library has no function ${name}. node-imsdk is made for engine 8.0.5906: run ` +
      '`npx node-imsdk fetch-sdk`, or point `libraryPath` at that version.',
  );
}

let shared: Bridge | undefined;

/** The bridge of this environment, made when first asked for. */
export function sharedBridge(): Bridge {
  shared ??= new Bridge(loadAddon());
  return shared;
}
