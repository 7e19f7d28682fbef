import type { CallOptions } from '../native/deadline.js';
import type {
  BatchSendResult,
  commonResult,
  Json_value_msg,
  MsgBatchSendParams,
  MsgCancelSendParams,
  MsgSendMessageParams,
} from '../types/index.js';
import { SavingApi } from './saving.js';

/** Sending messages, and fetching their files (TIMMessageManager.h). */
export abstract class SendingApi extends SavingApi {
  /**
   * Sends a message (TIMMessageManager.h).
   * The header is going to give it up for TIMMsgSendMessage.
   */
  TIMMsgSendNewMsg(
    params: MsgSendMessageParams,
    options?: CallOptions,
  ): Promise<commonResult<Json_value_msg>> {
    return this.request('TIMMsgSendNewMsg', params, options);
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
}
