import type { CallOptions } from '../native/deadline.js';
import type {
  CallParams,
  commonResult,
  Json_value_msg,
  MessageSearchResult,
  MsgClearHistoryMessageParams,
  MsgDeleteParams,
  MsgFindByMsgLocatorListParams,
  MsgFindMessagesParams,
  MsgGetMsgListParams,
  MsgListDeleteParams,
  MsgModifyMessageParams,
  MsgReportReadedParams,
  MsgRevokeParams,
  MsgSearchLocalMessagesParams,
  SetLocalCustomDataParam,
} from '../types/index.js';
import { SendingApi } from './sending.js';

/** Messages that are there: listing, finding, changing and deleting them (TIMMessageManager.h). */
export abstract class MessageApi extends SendingApi {
  /**
   * Messages of a conversation, newest first unless asked otherwise; the engine wants a count (TIMMessageManager.h).
   *
   * It orders them by their time, in seconds, and then by their sequence numbers. Those of saved group messages
   * are all 1: within a second they come in no particular order.
   */
  TIMMsgGetMsgList(
    params: MsgGetMsgListParams,
    options?: CallOptions,
  ): Promise<commonResult<Json_value_msg[]>> {
    return this.request('TIMMsgGetMsgList', params, options);
  }

  /**
   * Messages by their ids, those that the store has, also withdrawn ones (TIMMessageManager.h). The engine answers 6017
   * where no id has the form of one, and reads the whole table.
   */
  TIMMsgFindMessages(
    params: MsgFindMessagesParams,
    options?: CallOptions,
  ): Promise<commonResult<Json_value_msg[]>> {
    return this.request('TIMMsgFindMessages', params, options);
  }

  /** Messages of a conversation by their time, sequence number and random number (TIMMessageManager.h). */
  TIMMsgFindByMsgLocatorList(
    params: MsgFindByMsgLocatorListParams,
    options?: CallOptions,
  ): Promise<commonResult<Json_value_msg[]>> {
    return this.request('TIMMsgFindByMsgLocatorList', params, options);
  }

  /**
   * Searches the store (TIMMessageManager.h). A feature of the paid Premium Edition: without it, as without a
   * connection, the engine answers 7013.
   */
  TIMMsgSearchLocalMessages(
    params: MsgSearchLocalMessagesParams,
    options?: CallOptions,
  ): Promise<commonResult<MessageSearchResult>> {
    return this.request('TIMMsgSearchLocalMessages', params, options);
  }

  /**
   * Searches at the service (TIMMessageManager.h). The engine answers 6017 without a search count, and the service 60020
   * where the feature was not bought.
   */
  TIMMsgSearchCloudMessages(
    params: MsgSearchLocalMessagesParams,
    options?: CallOptions,
  ): Promise<commonResult<MessageSearchResult>> {
    return this.request('TIMMsgSearchCloudMessages', params, options);
  }

  /**
   * Sets `message_custom_str` and `message_custom_int` of a message in the store: data that stays on this machine
   * (TIMMessageManager.h).
   *
   * Pass the message as the engine gave it, with the new values: the engine writes all of it over the one in the store,
   * and answers 0 for a message that the store does not have, too. The change is on disk after half a second, or when
   * {@link flush} has resolved.
   *
   * @throws ImSdkError as TIMMsgSaveMsg does before the call, also for a message without `message_elem_array`.
   */
  TIMMsgSetLocalCustomData(
    params: SetLocalCustomDataParam,
    options?: CallOptions,
  ): Promise<commonResult<string>> {
    return this.request('TIMMsgSetLocalCustomData', params, options);
  }

  /**
   * Changes a message, in the store and, of a message that was sent, at the service (TIMMessageManager.h).
   *
   * Pass the message as the engine gave it, changed: what it lacks is set to its default. It resolves with the message
   * as it is now, also where somebody else has changed it meanwhile and the code says so. In the store, the change is on
   * disk after half a second, or when {@link flush} has resolved.
   *
   * @throws ImSdkError as TIMMsgSaveMsg does before the call, also for a message without `message_elem_array`.
   */
  TIMMsgModifyMessage(
    params: MsgModifyMessageParams,
    options?: CallOptions,
  ): Promise<commonResult<Json_value_msg>> {
    return this.request('TIMMsgModifyMessage', params, options);
  }

  /**
   * Withdraws a message that was sent, within the time that the application allows (TIMMessageManager.h; 2 minutes by
   * default). A saved message cannot be withdrawn: the engine answers 6017 in a one-to-one conversation.
   */
  TIMMsgRevoke(params: MsgRevokeParams, options?: CallOptions): Promise<commonResult<string>> {
    return this.request('TIMMsgRevoke', params, options);
  }

  /**
   * Deletes one message, from the store or at the service too (TIMMessageManager.h, MsgDeleteParam). The change is on disk
   * after half a second, or when {@link flush} has resolved.
   */
  TIMMsgDelete(params: MsgDeleteParams, options?: CallOptions): Promise<commonResult<string>> {
    return this.request('TIMMsgDelete', params, options);
  }

  /**
   * Deletes up to 50 messages of a conversation, from the store and at the service (TIMMessageManager.h). The engine
   * allows one call a second, TIMMsgDelete counted, and answers 7008 to more, and -3 to an empty list. The change is on
   * disk after half a second, or when {@link flush} has resolved.
   */
  TIMMsgListDelete(params: MsgListDeleteParams, options?: CallOptions): Promise<commonResult<string>> {
    return this.request('TIMMsgListDelete', params, options);
  }

  /**
   * Deletes all messages of a conversation, from the store and at the service (TIMMessageManager.h). Without a
   * connection the engine answers 6011 or 6014 and deletes nothing; `internal_operation_clear_local_history_message` of
   * {@link callExperimentalAPI} clears the store alone.
   */
  TIMMsgClearHistoryMessage(
    params: MsgClearHistoryMessageParams,
    options?: CallOptions,
  ): Promise<commonResult<string>> {
    return this.request('TIMMsgClearHistoryMessage', params, options);
  }

  /**
   * Marks messages as read up to one of them, or all (TIMMessageManager.h).
   * The header is going to give it up for TIMConvCleanConversationUnreadMessageCount.
   */
  TIMMsgReportReaded(params: MsgReportReadedParams, options?: CallOptions): Promise<commonResult<string>> {
    return this.request('TIMMsgReportReaded', params as Required<MsgReportReadedParams>, options);
  }

  /**
   * Marks all messages as read (TIMMessageManager.h).
   * The header is going to give it up for TIMConvCleanConversationUnreadMessageCount.
   */
  TIMMsgMarkAllMessageAsRead(params: CallParams = {}, options?: CallOptions): Promise<commonResult<string>> {
    return this.request('TIMMsgMarkAllMessageAsRead', params, options);
  }
}
