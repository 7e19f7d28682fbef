import {
  assertConversation,
  assertInitParams,
  assertObject,
  assertOptionalString,
  assertOptions,
  toJson,
} from '../arguments.js';
import { ImSdkError } from '../errors.js';
import { sharedBarrier, type CommitBarrier } from '../message-store/commit/commit-barrier.js';
import { EngineSession } from '../message-store/engine-session.js';
import type { Durability, SaveContext } from '../message-store/save.js';
import { assertUserId } from '../message-store/validation.js';
import { CallFlag, type NativeArgument } from '../native/addon.js';
import { sharedBridge, type Bridge, type Reply } from '../native/bridge.js';
import { within } from '../native/deadline.js';
import { PendingCalls, type PendingCall } from '../pending-calls.js';
import { toResult } from '../result.js';
import type { commonResult, initParam, loginParam, logoutParam, sdkconfig } from '../types/index.js';

/** Why a call rejects that TIMUninit no longer waits for. */
export const CLOSED = 'the client was closed before there was an answer.';

/** What a client is made with. */
export interface TimOptions extends sdkconfig {
  /**
   * Never talk to the service: the real engine and its real store, with nothing sent beyond 127.0.0.1.
   * Logins need no signature then. Default: false.
   */
  localOnly?: boolean;
  /** Absolute path of the engine's library. Default: searched for (README, "Finding the engine"). */
  libraryPath?: string;
  /** When the promise of a save settles. Default: 'committed', when the message is in the store on disk. */
  durability?: Durability;
  /** Let the engine write its log to the console (stdout). Default: false. */
  consoleLog?: boolean;
}

/** How long TIMUninit waits for saves that are under way, then for other calls, then for the disk, in milliseconds. */
const PATIENCE = { saves: 10_000, others: 1_000, disk: 10_000 } as const;

/** The parts of a reply that a call without a JSON result lacks. */
const NO_JSON = {
  json: '',
  exactIntegers: undefined,
  messageId: '',
  conversationId: '',
  storeFailures: 0,
} as const;

/**
 * A client's lifetime, and how its calls reach the engine: what the methods of {@link Tim} are made of.
 */
export abstract class EngineClient implements AsyncDisposable {
  readonly #bridge: Bridge;
  readonly #barrier: CommitBarrier;
  readonly #session: EngineSession;
  readonly #options: Required<Pick<TimOptions, 'durability' | 'localOnly'>>;
  readonly #saveContext: SaveContext;
  readonly #saves = new PendingCalls();
  readonly #others = new PendingCalls();
  #closing: Promise<number> | undefined;
  #loggingOut: ReturnType<EngineSession['logOut']> | undefined;

  /**
   * Makes a client; nothing is loaded or opened before the first call.
   *
   * @throws ImSdkError `ERR_IMSDK_INVALID_ARGUMENT` for a wrong option, `ERR_IMSDK_ADDON_NOT_FOUND` where this
   *   platform has no native addon.
   */
  constructor(options: TimOptions) {
    const { localOnly = false, durability = 'committed', libraryPath, consoleLog = false } = options;
    assertOptions({ ...options, localOnly, durability, consoleLog });
    this.#options = { localOnly, durability };
    this.#bridge = sharedBridge();
    this.#barrier = sharedBarrier(this.#bridge);
    this.#session = new EngineSession(this.#bridge, {
      sdkappid: options.sdkappid,
      localOnly,
      libraryPath,
      consoleLog,
    });
    this.#saveContext = { bridge: this.#bridge, barrier: this.#barrier, session: this.#session };
  }

  /**
   * Opens the engine and its store, and resolves once it is ready.
   *
   * @param params - Where the store is; see {@link initParam}. Default: the platform's folder for application data.
   * @returns 0, or the engine's code (TIMManager.h). 0 at once when this client is open already.
   * @throws ImSdkError `ERR_IMSDK_LIBRARY_NOT_FOUND`, `_LIBRARY_UNUSABLE`, `_STORE_IN_USE`, `_STORE_UNUSABLE`,
   *   `_ENGINE_IN_USE`, `_INVALID_ARGUMENT`, and `_TIMEOUT` when the engine hangs or is not ready within 10 seconds.
   */
  async TIMInit(params: initParam = {}): Promise<number> {
    assertInitParams(params);
    if (this.#closing !== undefined) await this.#closing;
    return this.#session.open(params);
  }

  /**
   * Waits for what is pending, writes everything to disk, closes the engine when no other client uses
   * it, and resolves when the store is closed. Calls made from now on reject with `ERR_IMSDK_CLOSED`
   * until it has resolved; then the engine answers them with 6013, as before TIMInit. Calling it again joins
   * the closing that is under way, or does nothing.
   *
   * A save without an answer after 10 seconds, or another call after 1 more, rejects with `ERR_IMSDK_CLOSED`.
   *
   * @returns 0, or the engine's code.
   * @throws ImSdkError `ERR_IMSDK_NOT_STORED` when saves with durability 'ack' turn out to be lost, and
   *   `ERR_IMSDK_NOT_VERIFIED` when that cannot be found out; the engine is closed all the same. `ERR_IMSDK_TIMEOUT`
   *   when the engine hangs and does not close within 10 seconds.
   */
  TIMUninit(): Promise<number> {
    this.#closing ??= this.#close().finally(() => (this.#closing = undefined));
    return this.#closing;
  }

  /** As TIMUninit, for `await using`. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.TIMUninit();
  }

  /**
   * Logs in, and resolves when the service has answered; in local-only mode, when saves are accepted.
   *
   * @throws ImSdkError `ERR_IMSDK_INVALID_ARGUMENT` for an id of more than 122 bytes or with a NUL, or, in
   *   local-only mode, while another user is logged in; `ERR_IMSDK_STORE_UNUSABLE` when the engine cannot open
   *   the user's database.
   */
  async TIMLogin(params: loginParam): Promise<commonResult<string>> {
    assertObject('TIMLogin', params);
    assertUserId(params.userID, 'userID');
    assertOptionalString(params, 'userSig');
    await this.#loggingOut?.catch(() => undefined);
    const reply = await this.#track('TIMLogin', async (onSubmit) => {
      await this.#session.load();
      // An empty id or signature goes to the engine, which answers -4.
      return this.#options.localOnly && params.userID !== ''
        ? this.#session.logInLocally(params.userID)
        : this.#session.logIn(params.userID, params.userSig ?? '', onSubmit);
    });
    return toResult<string>({ ...NO_JSON, ...reply }, params.userData);
  }

  /**
   * Waits for what is pending, as TIMUninit does, writes everything to disk and logs out (TIMManager.h). Calls
   * made from now on reject with `ERR_IMSDK_CLOSED` until it has resolved, but for TIMLogin, which waits for it;
   * then the engine answers saves with 6014. Calling it again joins the one that is under way.
   */
  async TIMLogout(params: logoutParam = {}): Promise<commonResult<string>> {
    assertObject('TIMLogout', params);
    if (this.#closing !== undefined) throw ending('TIMLogout', 'closing', 'TIMUninit');
    this.#loggingOut ??= this.#logOut().finally(() => (this.#loggingOut = undefined));
    return toResult<string>({ ...NO_JSON, ...(await this.#loggingOut) }, params.userData);
  }

  /** Resolves when every save that the engine has acknowledged so far is on disk, whatever its durability. */
  flush(): Promise<void> {
    return this.#barrier.flush();
  }

  /** What saves are made with. */
  protected get saveContext(): SaveContext {
    return this.#saveContext;
  }

  /** The saves that have no answer yet. */
  protected get saves(): PendingCalls {
    return this.#saves;
  }

  /** When a save settles that does not say. */
  protected get durability(): Durability {
    return this.#options.durability;
  }

  async #close(): Promise<number> {
    await this.#loggingOut?.catch(() => undefined);
    try {
      await this.#finishCalls();
    } catch (lost) {
      await this.#session.close();
      throw lost;
    }
    return this.#session.close();
  }

  async #logOut(): ReturnType<EngineSession['logOut']> {
    await this.#session.load();
    await this.#finishCalls();
    return this.#session.logOut();
  }

  /** Waits for calls under way and for the disk: the engine never answers what is under way when it is closed. */
  async #finishCalls(): Promise<void> {
    await this.#saves.finish(PATIENCE.saves);
    await this.#others.finish(PATIENCE.others);
    if (this.#session.isOpen) await within(this.#barrier.flush(), PATIENCE.disk, notFlushed);
  }

  /** @throws ImSdkError `ERR_IMSDK_CLOSED` while the client is closing or logging out. */
  protected refuseWhileEnding(name: string): void {
    if (this.#closing !== undefined) throw ending(name, 'closing', 'TIMUninit');
    if (this.#loggingOut !== undefined) throw ending(name, 'logging out', 'TIMLogout');
  }

  /** {@link call}, for the functions that take a conversation and JSON. */
  protected async callOnConversation<T>(
    name: string,
    params: { conv_id: string; conv_type: number; params: object; user_data?: string },
  ): Promise<commonResult<T>> {
    assertObject(name, params);
    assertConversation(params);
    const json = toJson(params.params, 'params');
    const reply = await this.call(name, [params.conv_id, params.conv_type, json], CallFlag.usesStore);
    return toResult(reply, params.user_data);
  }

  /** Calls an engine function so that TIMUninit waits for it. */
  protected call(name: string, args: readonly NativeArgument[], flags = 0): Promise<Reply> {
    return this.#track(name, async (onSubmit) => {
      await this.#session.load();
      return this.#bridge.call(name, args, flags, onSubmit);
    });
  }

  /**
   * Runs a call so that TIMUninit waits for it, and rejects it when it takes too long.
   *
   * @param run - Makes the call, and tells its id.
   */
  #track<T>(name: string, run: (onSubmit: (callId: number) => void) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.refuseWhileEnding(name);
      let callId: number | undefined;
      const pending: PendingCall = {
        close: () => {
          if (callId !== undefined) this.#bridge.detach(callId);
          reject(new ImSdkError('ERR_IMSDK_CLOSED', `${name}: ${CLOSED}`));
        },
      };
      this.#others.add(pending);
      const done = (): void => this.#others.remove(pending);
      run((id) => (callId = id))
        .then(resolve, reject)
        .finally(done);
    });
  }
}

function notFlushed(): ImSdkError {
  return new ImSdkError(
    'ERR_IMSDK_NOT_VERIFIED',
    `Closing: the engine has not written to disk within ${PATIENCE.disk} ms. Saves that it has acknowledged may be lost.`,
    { mayHaveBeenStored: true },
  );
}

function ending(name: string, what: string, by: string): ImSdkError {
  return new ImSdkError(
    'ERR_IMSDK_CLOSED',
    `${name}: the client is ${what}. Call it before ${by}, or once that has resolved.`,
    { mayHaveBeenStored: false },
  );
}
