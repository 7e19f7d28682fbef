import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import {
  assertOptionalString,
  assertOptions,
  assertUserId,
  fieldsOf,
  optionsOf,
  readInitParams,
} from '../arguments.js';
import { ImSdkError } from '../errors.js';
import { callsModule } from '../later.js';
import { sharedBarrier, type CommitBarrier } from '../message-store/commit/commit-barrier.js';
import { EngineSession } from '../message-store/engine-session.js';
import type { Durability, SaveContext } from '../message-store/save.js';
import type { NativeArgument } from '../native/addon.js';
import { sharedBridge, type Bridge, type InterimListener, type Reply } from '../native/bridge.js';
import { waitFor, watchDeadline, within, type CallOptions } from '../native/deadline.js';
import { CLOSED, NOT_PENDING, PendingCalls, type PendingCall } from '../pending-calls.js';
import { toResult } from '../result.js';
import type {
  CallParams,
  CamelCaseCallParams,
  commonResult,
  initParam,
  loginParam,
  logoutParam,
  sdkconfig,
} from '../types/index.js';
import { TIMLogLevel } from '../types/enums.js';
import type { CallMembers, CallName, EngineCall } from './calls.js';

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
  /**
   * Which lines the engine logs, beside the store and to listeners of `log`: those of this level, from kTIMLog_Test
   * (everything) to kTIMLog_Error, and of higher ones. Of the client that opens the engine. Default: kTIMLog_Error.
   */
  logLevel?: TIMLogLevel;
}

/** How long TIMUninit waits for saves that are under way, then for other calls, then for the disk, in milliseconds. */
const PATIENCE = { saves: 10_000, others: 1_000, disk: 10_000 } as const;

/** How long a call waits for a store that is being opened again, in milliseconds: it takes about one. */
const REOPENING_LIMIT = 500;

/** The parts of a reply that a call without a JSON result lacks. */
const NO_JSON = { json: '', exactIntegers: undefined } as const;

/**
 * A client's lifetime, and how its calls reach the engine: what the methods of {@link Tim} are made of.
 */
export abstract class EngineClient implements AsyncDisposable {
  readonly #bridge: Bridge;
  readonly #barrier: CommitBarrier;
  readonly #session: EngineSession;
  readonly #options: Required<Pick<TimOptions, 'durability' | 'localOnly'>>;
  readonly #saveContext: SaveContext;
  readonly #others: PendingCalls;
  #closing: Promise<number> | undefined;
  #keepsAlive = false;
  #loggingOut: ReturnType<EngineSession['logOut']> | undefined;

  /**
   * Makes a client; nothing is loaded or opened before the first call.
   *
   * @throws ImSdkError `ERR_IMSDK_INVALID_ARGUMENT` for a wrong option, `ERR_IMSDK_ADDON_NOT_FOUND` where this
   *   platform has no native addon.
   */
  constructor(options: TimOptions) {
    const given = optionsOf(
      options,
      'sdkappid',
      'localOnly',
      'libraryPath',
      'durability',
      'consoleLog',
      'logLevel',
    );
    const { sdkappid, localOnly = false, durability = 'committed', libraryPath, consoleLog = false } = given;
    const { logLevel = TIMLogLevel.kTIMLog_Error } = given;
    assertOptions({ sdkappid, localOnly, libraryPath, durability, consoleLog, logLevel });
    this.#options = { localOnly, durability };
    this.#bridge = sharedBridge();
    this.#barrier = sharedBarrier(this.#bridge);
    this.#others = new PendingCalls(this.#bridge.unfinished);
    this.#session = new EngineSession(this.#bridge, {
      sdkappid,
      localOnly,
      libraryPath,
      consoleLog,
      logLevel,
    });
    this.#saveContext = {
      bridge: this.#bridge,
      barrier: this.#barrier,
      session: this.#session,
      pending: new PendingCalls(this.#bridge.unfinished),
    };
  }

  /**
   * Opens the engine and its store, and resolves once it is ready.
   *
   * @param params - Where the store is; see {@link initParam}. Default: the platform's folder for application data.
   * @returns 0, or the engine's code (TIMManager.h). 0 at once when this client is open already.
   * @throws ImSdkError `ERR_IMSDK_LIBRARY_NOT_FOUND`, `_LIBRARY_UNUSABLE`, `_STORE_IN_USE`, `_STORE_UNUSABLE`,
   *   `_ENGINE_IN_USE`, `_INVALID_ARGUMENT`, and `_TIMEOUT` when the engine hangs or is not ready within 10 seconds.
   */
  async TIMInit(params: initParam = {}, options: CallOptions = {}): Promise<number> {
    const folders = readInitParams(params);
    const opening = async (): Promise<number> => {
      if (this.#closing !== undefined) await this.#closing;
      // Meanwhile the session is closed and opened again: to open it as well would be to use it twice.
      await this.#loggingOut?.catch(() => undefined);
      return this.#session.open(folders);
    };
    return waitFor('TIMInit', opening(), options);
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
  TIMUninit(options: CallOptions = {}): Promise<number> {
    this.#closing ??= this.#close().finally(() => {
      this.#closing = undefined;
      this.unref();
    });
    return waitFor('TIMUninit', this.#closing, options);
  }

  /** As TIMUninit, for `await using`. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.TIMUninit();
  }

  /**
   * Logs in, and resolves when the service has answered; in local-only mode, when saves are accepted. Waits for a
   * TIMInit that is under way, as the engine's does.
   *
   * @throws ImSdkError `ERR_IMSDK_INVALID_ARGUMENT` for an id of more than 122 bytes or with a NUL, or, in
   *   local-only mode, while another user is logged in; `ERR_IMSDK_STORE_UNUSABLE` when the engine cannot open
   *   the user's database; `ERR_IMSDK_CLOSED` when another client logs the user out or closes the engine meanwhile.
   */
  async TIMLogin(params: loginParam, options: CallOptions = {}): Promise<commonResult<string>> {
    const given = fieldsOf('TIMLogin', params, 'userID', 'userSig', 'userData');
    const { userID, userSig = '', userData } = given;
    assertUserId(userID, 'userID');
    assertOptionalString(given, 'userSig');
    await this.#loggingOut?.catch(() => undefined);
    const loggingIn = this.#track('TIMLogin', async (call) => {
      await this.#session.load();
      await this.#session.openingEnded();
      endUnlessWaitedFor(call);
      // An empty id or signature goes to the engine, which answers -4.
      return this.#options.localOnly && userID !== ''
        ? this.#session.logInLocally(userID)
        : this.#session.logIn(userID, userSig, call.submitted);
    });
    const reply = await waitFor('TIMLogin', loggingIn, options);
    return toResult<string>({ code: reply.code, desc: reply.desc, ...NO_JSON }, userData);
  }

  /**
   * Waits for what is pending, as TIMUninit does, writes everything to disk and logs out (TIMManager.h). Calls
   * made from now on reject with `ERR_IMSDK_CLOSED` until it has resolved, but for TIMLogin, which waits for it;
   * then the engine answers saves with 6014. Calling it again joins the one that is under way. The user is logged out
   * for all clients, on whatever thread: their calls are waited for, for a second, and refused until it has resolved.
   */
  async TIMLogout(params: logoutParam = {}, options: CallOptions = {}): Promise<commonResult<string>> {
    const { userData } = fieldsOf('TIMLogout', params, 'userData');
    if (this.#closing !== undefined) throw ending('TIMLogout', 'the client is closing', 'TIMUninit');
    this.#loggingOut ??= this.#logOut().finally(() => (this.#loggingOut = undefined));
    const reply = await waitFor('TIMLogout', this.#loggingOut, options);
    return toResult<string>({ code: reply.code, desc: reply.desc, ...NO_JSON }, userData);
  }

  /**
   * Resolves when everything that the engine has acknowledged so far is on disk: saves, whatever their durability, and
   * what other calls changed in the store.
   *
   * @throws ImSdkError `ERR_IMSDK_NOT_STORED` when some of it could not be stored, `ERR_IMSDK_NOT_VERIFIED` when that
   *   cannot be found out, `ERR_IMSDK_CLOSED` while a client closes the engine or logs the user out.
   */
  async flush(options: CallOptions = {}): Promise<void> {
    this.#refuseWhileEngineCloses('flush');
    return waitFor('flush', this.#barrier.flush(), options);
  }

  /**
   * Keeps the process alive for this client's events, as calls under way do by themselves, until {@link unref} or
   * TIMUninit.
   */
  ref(): this {
    if (!this.#keepsAlive) this.#bridge.hold();
    this.#keepsAlive = true;
    return this;
  }

  /** Takes {@link ref} back. */
  unref(): this {
    if (this.#keepsAlive) this.#bridge.release();
    this.#keepsAlive = false;
    return this;
  }

  /** Whether the engine's events concern this client: from TIMInit to TIMUninit. */
  protected get isActive(): boolean {
    return this.#session.isActive;
  }

  /** What saves are made with. */
  protected get saveContext(): SaveContext {
    return this.#saveContext;
  }

  /** When a save settles that does not say. */
  protected get durability(): Durability {
    return this.#options.durability;
  }

  async #close(): Promise<number> {
    await this.#loggingOut?.catch(() => undefined);
    try {
      await this.#finishCalls(this.#session.isOpen);
    } catch (lost) {
      await this.#session.close();
      throw lost;
    }
    return this.#session.close();
  }

  async #logOut(): ReturnType<EngineSession['logOut']> {
    await this.#session.load();
    // Also where it was another client that has opened the engine: the user is logged out for all.
    await this.#finishCalls(this.#session.user !== undefined);
    return this.#session.logOut();
  }

  /** Waits for calls under way and for the disk: the engine never answers what is under way when it is closed. */
  async #finishCalls(hasStore: boolean): Promise<void> {
    await this.#saveContext.pending.finish(PATIENCE.saves);
    await this.#others.finish(PATIENCE.others);
    if (hasStore) await within(this.#barrier.flush(), PATIENCE.disk, notFlushed);
  }

  /** @throws ImSdkError `ERR_IMSDK_CLOSED` while this client, or one that it shares the engine with, closes or logs out. */
  protected refuseWhileEnding(name: string): void {
    if (this.#closing !== undefined) throw ending(name, 'the client is closing', 'TIMUninit');
    if (this.#loggingOut !== undefined) throw ending(name, 'the client is logging out', 'TIMLogout');
    this.#refuseWhileEngineCloses(name);
  }

  #refuseWhileEngineCloses(name: string): void {
    if (!this.#bridge.addon.isEngineClosing()) return;
    throw ending(name, 'a client is closing the engine or logging the user out', 'TIMUninit or TIMLogout');
  }

  /**
   * Calls an engine function as the table of calls says.
   *
   * @param params - The documented parameter object.
   */
  protected async request<Name extends CallName, T>(
    name: Name,
    params: CallMembers<Name> & CallParams & CamelCaseCallParams,
    options?: CallOptions,
  ): Promise<commonResult<T>> {
    const { reply, userData } = await this.ask(name, params, options);
    return toResult(reply, userData);
  }

  /**
   * {@link request}, for a result of another form.
   *
   * @param onInterim - Told what the engine says before it answers.
   */
  protected async ask<Name extends CallName>(
    name: Name,
    params: CallMembers<Name> & CallParams & CamelCaseCallParams,
    options?: CallOptions,
    onInterim?: InterimListener,
  ): Promise<{ reply: Reply; userData: string | undefined }> {
    const { parameters, writes }: EngineCall = callsModule().calls[name];
    const names = parameters.map((parameter) => parameter.name);
    const members = fieldsOf(name, params as Record<string, unknown>, ...names);
    const own: CallParams & CamelCaseCallParams = fieldsOf(name, params, 'user_data', 'userData');
    assertOptionalString(own, 'user_data');
    assertOptionalString(own, 'userData');
    const args = parameters.map((parameter) => parameter.read(members[parameter.name]));
    const failuresBefore = this.#bridge.addon.storeFailures();
    const reply = await this.call(name, args, 0, options, onInterim);
    // Without a user there is no store, and 0 is the answer to what has no effect.
    if (writes && reply.code === 0 && this.#session.user !== undefined) {
      // A function that answers by its return alone comes without the count.
      const storeFailures = Math.max(reply.storeFailures, failuresBefore);
      this.#barrier.acknowledged({ storeFailures });
    }
    return { reply, userData: own.user_data ?? own.userData };
  }

  /** Calls an engine function so that TIMUninit waits for it. */
  protected call(
    name: string,
    args: readonly NativeArgument[],
    flags = 0,
    options: CallOptions = {},
    onInterim?: InterimListener,
  ): Promise<Reply> {
    const run = async (call: CallUnderWay): Promise<Reply> => {
      await this.#session.load();
      for (const limit = performance.now() + REOPENING_LIMIT; ;) {
        endUnlessWaitedFor(call);
        const reply = await this.#bridge.call(name, args, flags, call.submitted, onInterim);
        if (performance.now() > limit || !this.#session.isReopening(reply)) return reply;
        await delay(1);
      }
    };
    return this.#track(name, run, options);
  }

  /**
   * Runs a call so that TIMUninit waits for it, and rejects it when it takes too long.
   *
   * @param run - Makes the call, and tells its id.
   */
  #track<T>(name: string, run: (call: CallUnderWay) => Promise<T>, options: CallOptions = {}): Promise<T> {
    return new Promise((resolve, reject) => {
      this.refuseWhileEnding(name);
      let callId: number | undefined;
      const call = { isOver: false, submitted: (id: number) => void (callId = id) };
      const stopWatching = watchDeadline(options, (code, message, cause) => {
        const neverReachedEngine = callId === undefined || this.#bridge.abandon(callId);
        end();
        reject(notWaitedFor(name, code, message, neverReachedEngine, cause));
      });
      const pending: PendingCall = {
        place: NOT_PENDING,
        close: () => {
          if (callId !== undefined) this.#bridge.detach(callId);
          end();
          reject(new ImSdkError('ERR_IMSDK_CLOSED', `${name}: ${CLOSED}`));
        },
      };
      const end = (): void => {
        call.isOver = true;
        stopWatching();
        this.#others.remove(pending);
      };
      this.#others.add(pending);
      run(call).then(resolve, reject).finally(end);
    });
  }
}

/** A call on its way: told its id when it is queued, and asked whether anybody still waits for it. */
interface CallUnderWay {
  readonly isOver: boolean;
  readonly submitted: (callId: number) => void;
}

/** To be called before the engine is asked. */
function endUnlessWaitedFor({ isOver }: CallUnderWay): void {
  if (isOver) throw new Error('nobody waits for it any longer');
}

function notWaitedFor(
  name: string,
  code: 'ERR_IMSDK_TIMEOUT' | 'ERR_IMSDK_ABORTED',
  message: string,
  neverReachedEngine: boolean,
  cause: unknown,
): ImSdkError {
  const outcome = neverReachedEngine ? 'The engine was not asked.' : 'The engine may still carry it out.';
  return new ImSdkError(code, `${name}: ${message} ${outcome}`, {
    mayHaveBeenStored: !neverReachedEngine,
    ...(cause === undefined ? {} : { cause }),
  });
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
    `${name}: ${what}. Call it before ${by}, or once that has resolved.`,
    { mayHaveBeenStored: false },
  );
}
