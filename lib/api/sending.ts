import { assertOptionalFunction, fieldsOf, optionsOf } from '../arguments.js';
import { parseExact } from '../json/parse.js';
import type { Reply } from '../native/bridge.js';
import type { CallOptions } from '../native/deadline.js';
import { toResult } from '../result.js';
import type {
  BatchSendResult,
  commonResponse,
  commonResult,
  DownloadProgress,
  Json_value_msg,
  MsgBatchSendParams,
  MsgCancelSendParams,
  MsgDownloadElemToPathParams,
  MsgDownloadMergerMessageParams,
  MsgSendMessageParams,
  MsgSendMessageParamsV2,
  SendMessageResult,
} from '../types/index.js';
import { SavingApi } from './saving.js';

/** Options of a message that is sent. */
export interface SendMessageOptions extends CallOptions {
  /**
   * Told the message's id as soon as the engine has made it, before the service answers: for TIMMsgCancelSend, and to
   * show the message. Not called where the engine refuses the call at once.
   */
  onMessageId?: (messageId: string) => void;
}

/** Options of a download. */
export interface DownloadOptions extends CallOptions {
  /** Told now and then how far it is. */
  onProgress?: (progress: DownloadProgress) => void;
}

/** Sending messages, and fetching their files (TIMMessageManager.h). */
export abstract class SendingApi extends SavingApi {
  /**
   * Sends a message, and resolves when the service has answered (TIMMessageManager.h).
   *
   * @returns The message as it was sent, whatever the code, and its id. Without a connection the engine answers 6032 or
   *   6014 at once, and keeps nothing in the store.
   */
  async TIMMsgSendMessage(
    params: MsgSendMessageParams,
    options?: SendMessageOptions,
  ): Promise<SendMessageResult> {
    return this.#send('TIMMsgSendMessage', params, options, ({ messageId }) => messageId);
  }

  /**
   * As {@link TIMMsgSendMessage}, but resolves with the message's id as soon as there is one, `''` where the engine
   * refuses the call at once; a callback hears of the rest. The documented API's own form.
   */
  TIMMsgSendMessageV2(params: MsgSendMessageParamsV2): Promise<string> {
    return new Promise((resolve, reject) => {
      const { callback } = fieldsOf('TIMMsgSendMessageV2', params, 'callback');
      assertOptionalFunction(callback, 'callback');
      const sent = this.ask('TIMMsgSendMessage', params, {}, ({ messageId }) => resolve(messageId));
      // What the callback throws is nobody's to catch, as in any callback.
      void sent.then(({ reply, userData }) => {
        resolve(reply.messageId);
        callback?.(asResponse(reply, userData), userData);
      }, reject);
    });
  }

  /**
   * Sends a message (TIMMessageManager.h). The header is going to give it up for TIMMsgSendMessage.
   */
  TIMMsgSendNewMsg(
    params: MsgSendMessageParams,
    options?: CallOptions,
  ): Promise<commonResult<Json_value_msg>> {
    return this.request('TIMMsgSendNewMsg', params, options);
  }

  /**
   * Sends a message and tells its id beforehand (TIMMessageManager.h). The header is going to give it up for
   * TIMMsgSendMessage, which does the same.
   */
  async TIMMsgSendNewMsgEx(
    params: MsgSendMessageParams,
    options?: SendMessageOptions,
  ): Promise<SendMessageResult> {
    const idOf = (reply: Reply): string => parsed<Json_value_msg>(reply)?.message_msg_id ?? '';
    return this.#send('TIMMsgSendNewMsgEx', params, options, idOf);
  }

  /** Stops sending a message; 8020 where it is sent already or not known (TIMMessageManager.h). */
  TIMMsgCancelSend(params: MsgCancelSendParams, options?: CallOptions): Promise<commonResult<string>> {
    return this.request('TIMMsgCancelSend', params, options);
  }

  /** Sends a message to several users, but to no group (TIMMessageManager.h). */
  TIMMsgBatchSend(
    params: MsgBatchSendParams,
    options?: CallOptions,
  ): Promise<commonResult<BatchSendResult[]>> {
    return this.request('TIMMsgBatchSend', params, options);
  }

  /**
   * Downloads a file, picture, sound or video of a message, and resolves when it is there (TIMMessageManager.h).
   *
   * @returns Code 0, or the engine's code: 6009 where the download fails, 6017 for an empty URL, -4 for an empty path. A
   *   download that fails leaves an empty or incomplete file.
   */
  async TIMMsgDownloadElemToPath(
    params: MsgDownloadElemToPathParams,
    options: DownloadOptions = {},
  ): Promise<commonResult<string>> {
    const given = fieldsOf('TIMMsgDownloadElemToPath', params, 'callback', 'user_data');
    const { callback, user_data: lastArgument = '' } = given;
    assertOptionalFunction(callback, 'callback');
    const tell = progressListener(options);
    const { reply, userData } = await this.ask('TIMMsgDownloadElemToPath', params, options, (interim) => {
      callback?.(interim.code, interim.desc, interim.json, lastArgument);
      tell(interim);
    });
    callback?.(reply.code, reply.desc, reply.json, lastArgument);
    return toResult(reply, userData);
  }

  /** The messages in the merger element of a message, fetched from the service (TIMMessageManager.h). */
  async TIMMsgDownloadMergerMessage(
    params: MsgDownloadMergerMessageParams,
    options: DownloadOptions = {},
  ): Promise<commonResult<Json_value_msg[]>> {
    const tell = progressListener(options);
    const { reply, userData } = await this.ask('TIMMsgDownloadMergerMessage', params, options, tell);
    return toResult(reply, userData);
  }

  /** @param idOf - The message's id in what the engine says before it answers, or in its answer. */
  async #send(
    name: 'TIMMsgSendMessage' | 'TIMMsgSendNewMsgEx',
    params: MsgSendMessageParams,
    options: SendMessageOptions = {},
    idOf: (reply: Reply) => string,
  ): Promise<SendMessageResult> {
    const { onMessageId } = optionsOf(options, 'onMessageId');
    assertOptionalFunction(onMessageId, 'options.onMessageId');
    let messageId = '';
    const learn = (reply: Reply): void => {
      if (messageId !== '') return;
      messageId = idOf(reply);
      if (messageId !== '') onMessageId?.(messageId);
    };
    const { reply, userData } = await this.ask(name, params, options, learn);
    // An answer that was there first has the id too.
    learn(reply);
    return Object.assign(toResult<Json_value_msg>(reply, userData), { message_id: messageId });
  }
}

/** Tells who wants to know how far a download is. */
function progressListener(options: DownloadOptions): (interim: Reply) => void {
  const { onProgress } = optionsOf(options, 'onProgress');
  assertOptionalFunction(onProgress, 'options.onProgress');
  return (interim) => {
    const progress = parsed<DownloadProgress>(interim);
    if (progress !== undefined) onProgress?.(progress);
  };
}

/** What the engine says before it answers; undefined where that is no JSON, as nobody waits for it. */
function parsed<T>({ json, exactIntegers }: Reply): T | undefined {
  try {
    return parseExact(json, exactIntegers) as T;
  } catch {
    return undefined;
  }
}

/** A reply as a documented callback gets it. */
function asResponse({ code, desc, json }: Reply, userData: string | undefined): commonResponse {
  return { code, desc, json_param: json, json_params: json, user_data: userData };
}
