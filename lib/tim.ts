import {
  assertConversation,
  assertDurability,
  assertInitParams,
  assertObject,
  assertOptionalString,
  assertOptions,
  toJson,
} from './arguments.js';
import { ImSdkError } from './errors.js';
import { sharedBarrier, type CommitBarrier } from './message-store/commit/commit-barrier.js';
import { EngineSession } from './message-store/engine-session.js';
import {
  asFiledBy,
  Save,
  type Durability,
  type SaveContext,
  type SaveOptions,
} from './message-store/save.js';
import { assertJsonSize, assertUserId, validateMessageList } from './message-store/validation.js';
import { stringifyExact } from './json/stringify.js';
import { CallFlag, type NativeArgument } from './native/addon.js';
import { sharedBridge, type Bridge, type Reply } from './native/bridge.js';
import { within } from './native/deadline.js';
import { PendingCalls, type PendingCall } from './pending-calls.js';
import { toResult } from './result.js';
import {
  type commonResult,
  type Json_value_msg,
  type callExperimentalAPIParam,
  type getLoginUserIDParam,
  type initParam,
  type loginParam,
  type logoutParam,
  type MsgDeleteParams,
  type MsgFindMessagesParams,
  type MsgGetMsgListParams,
  type MsgImportMsgListParams,
  type MsgSaveMsgParams,
  type sdkconfig,
  type TIMSetConfigParam,
} from './types/index.js';

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

const CLOSED = 'the client was closed before there was an answer.';

/** The parts of a reply that a call without a JSON result lacks. */
const NO_JSON = {
  json: '',
  exactIntegers: undefined,
  messageId: '',
  conversationId: '',
  storeFailures: 0,
} as const;

/** Experimental operations whose callback never comes; they resolve when the engine has taken them. */
const OPERATIONS_WITHOUT_CALLBACK: ReadonlySet<unknown> = new Set([
  'internal_operation_enable_quic_channel',
  'internal_operation_init_local_storage',
  'internal_operation_set_application_id',
  'internal_operation_set_cos_save_region_for_conversation',
  'internal_operation_set_custom_server_info',
  'internal_operation_set_database_encrypt_info',
  'internal_operation_set_env',
  'internal_operation_set_ignore_repeat_login',
  'internal_operation_set_ipv6_prior',
  'internal_operation_set_max_retry_count',
  'internal_operation_set_packet_request_timeout',
  'internal_operation_set_ui_platform',
  'internal_operation_update_proxy_info',
  'internal_operation_write_log',
]);

/**
 * A client of Tencent Cloud Chat's C engine.
 *
 * The engine is one per process: clients with the same app id, store and mode share it, on whatever
 * thread they are; one that differs is refused at TIMInit.
 *
 * What the engine answered resolves, whatever the code; what never reached the engine, or has no
 * answer, rejects with {@link ImSdkError}.
 */
export class Tim implements AsyncDisposable {
  readonly #session: EngineSession;
  readonly #bridge: Bridge;
  readonly #options: Required<Pick<TimOptions, 'durability' | 'localOnly'>>;
  readonly #barrier: CommitBarrier;
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
   *   `_ENGINE_IN_USE`, `_INVALID_ARGUMENT`.
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

  /** The engine's version, such as `8.0.5903` (TIMManager.h). */
  async TIMGetSDKVersion(): Promise<string> {
    return (await this.#call('TIMGetSDKVersion', [])).json;
  }

  /** The service's time in seconds since 1970; without a connection, this machine's (TIMManager.h). */
  async TIMGetServerTime(): Promise<number> {
    return Number((await this.#call('TIMGetServerTime', [])).json);
  }

  /** Settings of the engine; most count only before TIMInit (TIMManager.h, SetConfig). */
  async TIMSetConfig(params: TIMSetConfigParam): Promise<commonResult<unknown>> {
    assertObject('TIMSetConfig', params);
    const reply = await this.#call('TIMSetConfig', [toJson(params.json_config, 'json_config')]);
    params.callback?.(reply.code, reply.desc, reply.json, params.user_data);
    return toResult<unknown>(reply, params.user_data);
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

  /** 1 logged in, 2 logging in (in local-only mode: saves are accepted), 3 logged out, 4 logging out (TIMManager.h). */
  async TIMGetLoginStatus(): Promise<number> {
    return (await this.#call('TIMGetLoginStatus', [])).code;
  }

  /** The user whose login has succeeded, in `json_param`; the local user in local-only mode; `''` for nobody. */
  async TIMGetLoginUserID(params: getLoginUserIDParam = {}): Promise<commonResult<string>> {
    const reply = await this.#call('TIMGetLoginUserID', []);
    const userId = reply.json === '' ? (this.#session.user?.userId ?? '') : reply.json;
    return toResult<string>({ ...reply, json: JSON.stringify(userId) }, params.userData);
  }

  /**
   * Operations of TIMExperimentalAPI.h. Those whose callback never comes resolve when the engine has taken them.
   */
  async callExperimentalAPI(params: callExperimentalAPIParam): Promise<commonResult<unknown>> {
    assertObject('callExperimentalAPI', params);
    const { json_param: operation, user_data: userData } = params;
    const json = toJson(operation, 'json_param');
    const hasCallback = !OPERATIONS_WITHOUT_CALLBACK.has(operation.request_internal_operation);
    const flags = hasCallback ? 0 : CallFlag.answerOnReturn;
    return toResult<unknown>(await this.#call('callExperimentalAPI', [json], flags), userData);
  }

  /**
   * Saves a message of one's own making into a conversation of the local store.
   *
   * @param params - Conversation and message; see {@link MsgSaveMsgParams}. `user_data` comes back with the result.
   * @param options - When the promise settles, a time limit in milliseconds, an abort signal.
   * @returns The engine's answer: code 0 and the message as stored in `json_param`; -3 or -4 for parameters that
   *   the engine refuses at once (an empty `conv_id`), 6013 before TIMInit, 6014 before TIMLogin.
   * @throws ImSdkError before the call: `ERR_IMSDK_INVALID_ARGUMENT` or `_MESSAGE_TOO_LARGE` for what the engine
   *   would lose, change or misplace (`field` says where). After it: `_NOT_STORED`, `_NOT_VERIFIED`, `_MISPLACED`,
   *   `_TIMEOUT`, `_ABORTED`, `_CLOSED`.
   */
  TIMMsgSaveMsg(params: MsgSaveMsgParams, options: SaveOptions = {}): Promise<commonResult<Json_value_msg>> {
    return new Promise((resolve, reject) => {
      this.#refuseWhileEnding('TIMMsgSaveMsg');
      const durability = options.durability ?? this.#options.durability;
      assertDurability(durability, 'options.durability');
      const pending: PendingCall = { close: () => save.fail('ERR_IMSDK_CLOSED', CLOSED) };
      const save = new Save(
        this.#saveContext,
        params,
        { ...options, durability },
        {
          resolve: (result) => {
            this.#saves.remove(pending);
            resolve(result);
          },
          reject: (error) => {
            this.#saves.remove(pending);
            reject(error);
          },
        },
      );
      this.#saves.add(pending);
    });
  }

  /**
   * Saves several messages into one conversation, as TIMMsgSaveMsg does each; resolves when they are on disk.
   * Where some are of the user and some are not, the engine keeps the order of each kind and may mix the two: to
   * keep one order, save them one by one.
   *
   * @throws ImSdkError as TIMMsgSaveMsg does before the call, with `params[3].…` as the field.
   */
  async TIMMsgImportMsgList(params: MsgImportMsgListParams): Promise<commonResult<unknown>> {
    const user = this.#session.user;
    const { hasBigInt } = validateMessageList(params, { userId: user?.userId });
    const messages = params.params.map((message) => asFiledBy(user, { ...params, params: message }));
    const json = stringifyExact(messages, hasBigInt);
    assertJsonSize(json);
    const reply = await this.#call(
      'TIMMsgImportMsgList',
      [params.conv_id, params.conv_type, json],
      CallFlag.usesStore,
    );
    if (reply.code === 0) {
      this.#barrier.acknowledged(reply);
      await this.#barrier.flush();
    }
    return toResult(reply, params.user_data);
  }

  /**
   * Messages of a conversation, newest first unless asked otherwise; the engine wants a count (TIMMessageManager.h).
   *
   * It orders them by their time, in seconds, and then by their sequence numbers. Those of saved group messages
   * are all 1: within a second they come in no particular order.
   */
  async TIMMsgGetMsgList(params: MsgGetMsgListParams): Promise<commonResult<Json_value_msg[]>> {
    return this.#callOnConversation('TIMMsgGetMsgList', params);
  }

  /** Messages by their ids, those that the store has. */
  async TIMMsgFindMessages(params: MsgFindMessagesParams): Promise<commonResult<Json_value_msg[]>> {
    assertObject('TIMMsgFindMessages', params);
    const json = toJson(params.json_message_id_array, 'json_message_id_array');
    return toResult(await this.#call('TIMMsgFindMessages', [json], CallFlag.usesStore), params.user_data);
  }

  /** Deletes one message, from the store or at the service too (TIMMessageManager.h, MsgDeleteParam). */
  async TIMMsgDelete(params: MsgDeleteParams): Promise<commonResult<unknown>> {
    return this.#callOnConversation('TIMMsgDelete', params);
  }

  /** Resolves when every save that the engine has acknowledged so far is on disk, whatever its durability. */
  flush(): Promise<void> {
    return this.#barrier.flush();
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

  #refuseWhileEnding(name: string): void {
    if (this.#closing !== undefined) throw ending(name, 'closing', 'TIMUninit');
    if (this.#loggingOut !== undefined) throw ending(name, 'logging out', 'TIMLogout');
  }

  async #callOnConversation<T>(
    name: string,
    params: { conv_id: string; conv_type: number; params: object; user_data?: string },
  ): Promise<commonResult<T>> {
    assertObject(name, params);
    assertConversation(params);
    const json = toJson(params.params, 'params');
    const reply = await this.#call(name, [params.conv_id, params.conv_type, json], CallFlag.usesStore);
    return toResult(reply, params.user_data);
  }

  #call(name: string, args: readonly NativeArgument[], flags = 0): Promise<Reply> {
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
      this.#refuseWhileEnding(name);
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
