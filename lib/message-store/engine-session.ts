import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ImSdkError } from '../errors.js';
import { loadSavingModules } from '../later.js';
import { CallFlag } from '../native/addon.js';
import type { Bridge, Reply } from '../native/bridge.js';
import { within } from '../native/deadline.js';
import { loadEngine, type EngineLoad } from '../native/load-engine.js';
import { TIMErrCode, TIMLogLevel, type initParam, type SdkConfigJson } from '../types/index.js';
import { ProcessSession, type SessionIdentity, type SessionUser } from './process-session.js';
import { openStoreAnswers } from './commit/store-marker.js';
import { UserStore } from './commit/user-store.js';
import { LOCAL_ONLY_CONFIG, LOCAL_ONLY_SERVERS } from './local-only.js';
import {
  defaultStoreFolder,
  lockFile,
  prepareStoreFolder,
  storeClosed,
  storeUnusable,
} from './store-folder.js';

/** What decides how the engine is opened. */
export interface EngineSettings {
  sdkappid: number;
  localOnly: boolean;
  libraryPath: string | undefined;
  consoleLog: boolean;
  logLevel: TIMLogLevel;
}

/** How long the engine may take to become ready or to open a store, in milliseconds; it takes about 10. */
const OPENING_LIMIT = 10_000;

/** How long the engine may take to close, in milliseconds; with 10,000 uncommitted messages it takes 30. */
const CLOSING_LIMIT = 10_000;

/** How long calls of other clients may take before the engine is closed under them, in milliseconds. */
const OTHERS_PATIENCE = 1000;

/** How long a store may take to open that a login or a commit was to open, in milliseconds; it takes about 5. */
const CUT_OPENING_LIMIT = 1000;

/** Asks for a message that cannot exist: changes nothing, and the code tells what state the engine is in. */
const PROBE = ['TIMMsgFindMessages', ['["node-imsdk"]']] as const;

/** How long a probe of an engine that is ending waits for its answer, in milliseconds. */
const PROBE_LIMIT = 100;

/**
 * A client's part in the process's one engine: opens it or joins it, logs in, and closes it when the
 * last client leaves. What the clients of all threads have to agree on is kept by the native side
 * (src-native/process/session.h).
 */
export class EngineSession {
  readonly #bridge: Bridge;
  readonly #settings: EngineSettings;
  readonly #process: ProcessSession;
  #config: Required<SdkConfigJson> | undefined;
  #opening: Promise<number> | undefined;
  #isLoaded = false;

  constructor(bridge: Bridge, settings: EngineSettings) {
    this.#bridge = bridge;
    this.#settings = settings;
    this.#process = new ProcessSession(bridge.addon);
  }

  /** Whether this client has opened or joined the engine. */
  get isOpen(): boolean {
    return this.#config !== undefined;
  }

  /** Whether it is open, or this client is opening it. */
  get isActive(): boolean {
    return this.isOpen || this.#opening !== undefined;
  }

  /** Loads the library; every call needs it, also one that the engine will refuse. */
  async load(): Promise<void> {
    await this.#loadEngine().loaded;
    this.#isLoaded = true;
  }

  #loadEngine(): EngineLoad {
    return loadEngine(this.#bridge, this.#settings.libraryPath, this.#settings.consoleLog);
  }

  /** Whether {@link load} has succeeded. */
  get isLoaded(): boolean {
    return this.#isLoaded;
  }

  /** Who is logged in, whichever client of the process did it. */
  get user(): SessionUser | undefined {
    return this.#process.user;
  }

  /**
   * Whether an answer says no more than that the store is just being opened again: by a commit, or by the engine where
   * it renews a local-only login. It looks at that before it carries a call out, and takes saves all the same.
   */
  isReopening({ code, desc }: Reply): boolean {
    const isClosed = code === (TIMErrCode.ERR_SDK_NOT_LOGGED_IN as number) && desc === 'not init database';
    return isClosed && this.#settings.localOnly && this.user !== undefined;
  }

  /**
   * Opens the engine and waits until it is ready, or joins the one that is open; once, however often it is
   * called meanwhile.
   *
   * @returns 0, or the engine's code.
   */
  async open(params: initParam): Promise<number> {
    if (this.isOpen) return 0;
    this.#opening ??= this.#open(engineConfig(params)).finally(() => (this.#opening = undefined));
    return this.#opening;
  }

  async #open(config: Required<SdkConfigJson>): Promise<number> {
    await this.#loadEngine().verified;
    const loading = this.load();
    // Another thread loads the library, for some milliseconds. Where both fail, it is the library that is told of.
    const preparing = prepareStoreFolder(config.sdk_config_config_file_path);
    loadSavingModules();
    await Promise.allSettled([loading, preparing]);
    await loading;
    const folder = await preparing;
    const { sdkappid, localOnly } = this.#settings;
    const identity = JSON.stringify({ sdkappid, folder, localOnly } satisfies SessionIdentity);
    const { addon } = this.#bridge;
    for (const limit = Date.now() + OPENING_LIMIT; ;) {
      const joined = addon.joinSession(identity);
      if (joined === 'conflict') throw this.#conflict();
      if (joined === 'first' || joined === 'joined') {
        const code = joined === 'first' ? await this.#openFirst(folder, config) : 0;
        if (code === 0) this.#config = config;
        return code;
      }
      if (joined === 'replace') await this.#closeLast();
      if (Date.now() > limit) throw busy();
      await delay(1);
    }
  }

  async #openFirst(folder: string, config: Required<SdkConfigJson>): Promise<number> {
    try {
      this.#lock(folder);
    } catch (error) {
      this.#bridge.addon.abandonSession(false);
      throw error;
    }
    return this.#start(config);
  }

  /** Initialises the engine and waits until it is ready; the session learns what came of it. */
  async #start(config: Required<SdkConfigJson>): Promise<number> {
    const { addon } = this.#bridge;
    try {
      const code = await this.#initialise(config);
      if (code === 0) {
        await this.#ready();
        addon.sessionOpened();
      } else {
        addon.unlockStore();
        addon.abandonSession(false);
      }
      return code;
    } catch (error) {
      // The engine may come back and have the store open, so that the lock stays.
      addon.abandonSession(true);
      throw error;
    }
  }

  #lock(folder: string): void {
    const { held, holder, failure } = this.#bridge.addon.lockStore(lockFile(folder));
    if (held) return;
    if (failure !== '') throw storeUnusable(folder, `its lock file: ${failure}`);
    const who = holder === process.pid ? 'another copy of node-imsdk in this process' : `process ${holder}`;
    throw new ImSdkError(
      'ERR_IMSDK_STORE_IN_USE',
      `The store ${folder} is in use by ${who}. The engine would acknowledge saves from here and store ` +
        'none of them. Close the other one first, or give another `config_path` to TIMInit.',
      { field: 'config_path', holderPid: holder },
    );
  }

  async #initialise(config: Required<SdkConfigJson>): Promise<number> {
    const { consoleLog, logLevel } = this.#settings;
    // Settings hold for the next TIMInit only: TIMUninit resets them.
    const settings = {
      set_config_is_log_output_console: consoleLog,
      // Both are needed for the error lines that tell of lost messages (src-native/process/log_watch.h).
      set_config_log_level: Math.min(logLevel, consoleLog ? TIMLogLevel.kTIMLog_Debug : logLevel),
      set_config_callback_log_level: logLevel,
      ...(this.#settings.localOnly ? LOCAL_ONLY_CONFIG : {}),
    };
    const call = this.#bridge.callWithin.bind(this.#bridge, OPENING_LIMIT);
    // The engine gets them in this order: the answers can be waited for together.
    const set = [call('TIMSetConfig', [JSON.stringify(settings)])];
    if (this.#settings.localOnly) {
      set.push(call('callExperimentalAPI', [JSON.stringify(LOCAL_ONLY_SERVERS)], CallFlag.answerOnReturn));
    }
    const initialised = call('TIMInit', [this.#settings.sdkappid, JSON.stringify(config)]);
    const [{ code }] = await Promise.all([initialised, ...set]);
    return code;
  }

  /**
   * TIMInit returns before the engine is ready. Until then calls are answered with 6013, or, where the last session's
   * store is still being closed, from that store (experiment: for up to 5 ms, on a busy machine for up to 20). When it
   * is ready, nobody is logged in.
   */
  async #ready(): Promise<void> {
    let answer: Reply;
    const limit = Date.now() + OPENING_LIMIT;
    do {
      answer = await this.#probe();
      const { code } = answer;
      if (code === TIMErrCode.ERR_SDK_NOT_LOGGED_IN) return;
      // A client that does not wait for this may have logged in already.
      if (code !== TIMErrCode.ERR_SDK_NOT_INITIALIZED && this.user !== undefined) return;
      await delay(1);
    } while (Date.now() < limit);
    throw new ImSdkError(
      'ERR_IMSDK_TIMEOUT',
      `The engine was not ready ${OPENING_LIMIT} ms after TIMInit: it answers ${answer.code} ${answer.desc}.`,
    );
  }

  #probe(): Promise<Reply> {
    return this.#bridge.callWithin(OPENING_LIMIT, ...PROBE);
  }

  /**
   * Logs in without a network: resolves once saves are accepted, and keeps it so.
   *
   * @returns The engine's code: 0, or 6013 before TIMInit.
   */
  async logInLocally(userId: string): Promise<Pick<Reply, 'code' | 'desc'>> {
    const { code, desc } = await this.#probe();
    if (code === TIMErrCode.ERR_SDK_NOT_INITIALIZED) return { code, desc };
    const current = this.user;
    if (current === undefined) {
      // Known at once, so that of two logins made together the second finds the first.
      this.#process.user = { userId, online: false };
      this.#bridge.addon.startLocalLogin(userId);
    } else if (current.userId !== userId) {
      throw anotherUser(current.userId);
    }
    const { revision } = this.#process;
    const isOver = (): boolean => this.#process.revision !== revision;
    // Saves are acknowledged before the database is open, and lost if it never opens.
    const isStoreOpen = await openStoreAnswers(this.#bridge, OPENING_LIMIT, isOver);
    if (isOver()) throw loggedOutMeanwhile();
    if (isStoreOpen) return { code: 0, desc: '' };
    this.#bridge.addon.stopLocalLogin();
    this.#process.user = undefined;
    const folder = String(this.#process.identity?.folder);
    throw storeUnusable(folder, 'the engine cannot open its database there (is the path too long?)');
  }

  /** Logs in at the service, and waits for its answer. */
  async logIn(userId: string, userSig: string, onSubmit: (callId: number) => void): Promise<Reply> {
    // While it is under way the engine takes saves already, as those of nobody in particular.
    this.#process.user ??= { userId, online: false };
    const reply = await this.#bridge.call('TIMLogin', [userId, userSig], 0, onSubmit);
    if (reply.code === 0) this.#process.user = { userId, online: true };
    else if (!this.#process.user.online) this.#process.user = undefined;
    return reply;
  }

  /**
   * Logs out. In local-only mode the engine answers TIMLogout only when its hopeless login attempt
   * ends, up to 30 seconds later; opening it afresh comes to the same at once.
   */
  async logOut(): Promise<Pick<Reply, 'code' | 'desc'>> {
    if (!this.#settings.localOnly) {
      const reply = await this.#bridge.call('TIMLogout', []);
      if (reply.code === 0) this.#process.user = undefined;
      return reply;
    }
    if (!(await this.#mayReopen())) {
      // Nobody to log out. The engine would wait for a login that another client is about to make.
      const { code, desc } = await this.#probe();
      return code === TIMErrCode.ERR_SDK_NOT_INITIALIZED ? { code, desc } : { code: 0, desc: '' };
    }
    const config = this.#config ?? engineConfig({ config_path: this.#process.identity?.folder });
    const wasOpen = this.isOpen;
    this.#config = undefined;
    const reopen = async (): Promise<Pick<Reply, 'code' | 'desc'>> => {
      await this.#shutDown();
      const code = await this.#start(config);
      if (code === 0 && wasOpen) this.#config = config;
      return { code, desc: '' };
    };
    return this.#withinClosingLimit(reopen());
  }

  /** Whether the engine is this client's to be closed and opened again: false where nobody is logged in, or no longer. */
  #mayReopen(): Promise<boolean> {
    return whenFree(() =>
      this.user === undefined ? false : this.#bridge.addon.reopenSession() || undefined,
    );
  }

  /** Resolves when this client is not opening the engine, or not any more, whatever came of it. */
  async openingEnded(): Promise<void> {
    await this.#opening?.catch(() => undefined);
  }

  /** Leaves the engine; the last client to leave closes it. Resolves when the store is closed on disk. */
  async close(): Promise<number> {
    await this.openingEnded();
    if (!this.isOpen) return 0;
    const left = await this.#leave();
    this.#config = undefined;
    return left === 'last' ? this.#closeLast() : 0;
  }

  /** Waits while another client closes the engine and opens it again, as one that logs out. */
  #leave(): Promise<'left' | 'last'> {
    return whenFree(() => {
      const left = this.#bridge.addon.leaveSession();
      return left === 'busy' ? undefined : left;
    });
  }

  #closeLast(): Promise<number> {
    const { addon } = this.#bridge;
    // However long it takes: until then the engine has the store open, and cannot be opened again.
    const closed = this.#shutDown().finally(() => {
      addon.unlockStore();
      addon.sessionClosed();
    });
    return this.#withinClosingLimit(closed);
  }

  #withinClosingLimit<T>(closed: Promise<T>): Promise<T> {
    return within(closed, CLOSING_LIMIT, () => {
      this.#bridge.detachAll();
      return new ImSdkError(
        'ERR_IMSDK_TIMEOUT',
        `The engine has not closed for ${CLOSING_LIMIT} ms: it hangs in TIMUninit, or in a call before it. ` +
          'End this process and start a new one: TIMInit is refused here until the engine comes back.',
      );
    });
  }

  /** Calls of all clients are refused meanwhile ({@link Addon.isEngineClosing}). */
  async #shutDown(): Promise<number> {
    const { addon, unfinished } = this.#bridge;
    const store = UserStore.of(this.#process);
    // The engine never answers what is under way when it is closed.
    await Promise.all([unfinished.finish(OTHERS_PATIENCE), this.#otherThreadsFinished()]);
    const { user } = this;
    // From here on no commit reaches the engine (src-native/process/store_switch.h).
    this.#process.user = undefined;
    if (user?.online === false) await this.#storeOpened();
    addon.stopLocalLogin();
    const { code } = await this.#bridge.call('TIMUninit', []);
    await this.#ended();
    if (store !== undefined) {
      await storeClosed(store.folder);
      store.unlink();
    }
    addon.engineEnded();
    return code;
  }

  /** Waits for what the clients of other threads wait for. */
  async #otherThreadsFinished(): Promise<void> {
    const limit = Date.now() + OTHERS_PATIENCE;
    while (this.#bridge.addon.isAnyoneBusy() && Date.now() < limit) await delay(1);
  }

  /**
   * Waits until the engine has opened the store that a login or a commit asked for, which nobody may wait for: as in a
   * worker that was terminated. Closed before, it opens it all the same, in the next session, and keeps it open
   * (experiment).
   */
  #storeOpened(): Promise<void> {
    return this.#probeUntil((code) => code !== TIMErrCode.ERR_SDK_NOT_LOGGED_IN, CUT_OPENING_LIMIT);
  }

  /**
   * TIMUninit returns some milliseconds before the engine has ended. Until then it answers as before, or it does not
   * answer.
   */
  #ended(): Promise<void> {
    return this.#probeUntil((code) => code === TIMErrCode.ERR_SDK_NOT_INITIALIZED, CLOSING_LIMIT);
  }

  /** Probes the engine until its answer is as wanted, or so many milliseconds are over. */
  async #probeUntil(isWanted: (code: number | undefined) => boolean, milliseconds: number): Promise<void> {
    for (const limit = Date.now() + milliseconds; Date.now() < limit;) {
      if (isWanted(await this.#probeBriefly())) return;
      await delay(1);
    }
  }

  /** The code of a probe; undefined where there is none soon, as for one that the ending engine swallows. */
  #probeBriefly(): Promise<number | undefined> {
    return new Promise((resolve) => {
      const end = (code?: number): void => {
        clearTimeout(timer);
        resolve(code);
      };
      const receiver = { receive: ({ code }: Reply) => end(code), lost: () => end() };
      const id = this.#bridge.submit(...PROBE, receiver, CallFlag.isUrgent);
      const timer = setTimeout(() => {
        this.#bridge.abandon(id);
        end();
      }, PROBE_LIMIT);
    });
  }

  #conflict(): ImSdkError {
    const { sdkappid = 0, folder = 'another store' } = this.#process.identity ?? {};
    return new ImSdkError(
      'ERR_IMSDK_ENGINE_IN_USE',
      `The engine is one per process, and this process has it open for app ${sdkappid} in ${folder}. ` +
        'Close that client first (TIMUninit), or use the same app id, config_path and mode.',
    );
  }
}

/**
 * Asks until there is an answer, which another client that is opening or closing the engine holds up.
 *
 * @param ask - Undefined for none yet.
 */
async function whenFree<T>(ask: () => T | undefined): Promise<T> {
  for (const limit = Date.now() + OPENING_LIMIT; ;) {
    const answer = ask();
    if (answer !== undefined) return answer;
    if (Date.now() > limit) throw busy();
    await delay(1);
  }
}

function busy(): ImSdkError {
  return new ImSdkError(
    'ERR_IMSDK_ENGINE_IN_USE',
    'Another client in this process has been opening or closing the engine for 10 seconds. Try again.',
  );
}

function loggedOutMeanwhile(): ImSdkError {
  return new ImSdkError(
    'ERR_IMSDK_CLOSED',
    'TIMLogin: another client has logged the user out, or closed the engine, before the store was open. Call it again.',
    { mayHaveBeenStored: false },
  );
}

function anotherUser(userId: string): ImSdkError {
  return new ImSdkError(
    'ERR_IMSDK_INVALID_ARGUMENT',
    `${JSON.stringify(userId)} is logged in; call TIMLogout before another user logs in.`,
    { field: 'userID' },
  );
}

/** The engine's configuration from TIMInit's parameter: absolute paths, and the log beside the store by default. */
function engineConfig(params: initParam): Required<SdkConfigJson> {
  const folder = path.resolve(
    params.config_path ?? params.json_config?.sdk_config_config_file_path ?? defaultStoreFolder(),
  );
  return {
    sdk_config_config_file_path: folder,
    sdk_config_log_file_path: path.resolve(
      params.log_path ?? params.json_config?.sdk_config_log_file_path ?? path.join(folder, 'log'),
    ),
  };
}
