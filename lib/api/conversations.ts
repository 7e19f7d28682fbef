import type { CallOptions } from '../native/deadline.js';
import type {
  CleanUnreadMessageCoutParam,
  commonResult,
  convCancelDraft,
  convCreate,
  convDelete,
  convGetConvInfo,
  convGetTotalUnreadMessageCount,
  convGroupListResult,
  convInfo,
  convPinConversation,
  convSetDrat,
  createConversationGroupParam,
  deleteConvGroupParam,
  DeleteConvListParam,
  getConvGroupList,
  getConvList,
  MarkConversationParam,
  renameConvGroupParam,
  setConvCustomDataParam,
  TIMConversationListFilter,
  TIMConversationListResult,
  TIMConversationOperationResult,
  totalUnreadCountResult,
} from '../types/index.js';
import { MessageServiceApi } from './message-service.js';

/**
 * Conversations (TIMConversationManager.h).
 *
 * The engine has them from the service: until a login has succeeded, and so in local-only mode, there are none, whatever
 * was saved, and calls that change one answer 0 without an effect, or 7012. Marks and conversation groups belong to the
 * paid Premium Edition: without it the engine answers 7013.
 */
export abstract class ConversationApi extends MessageServiceApi {
  /** All conversations (TIMConversationManager.h). */
  TIMConvGetConvList(params: getConvList = {}, options?: CallOptions): Promise<commonResult<convInfo[]>> {
    return this.request('TIMConvGetConvList', params, options);
  }

  /** Some conversations, those that there are; the engine answers 6017 to an empty list (TIMConversationManager.h). */
  TIMConvGetConvInfo(params: convGetConvInfo, options?: CallOptions): Promise<commonResult<convInfo[]>> {
    return this.request('TIMConvGetConvInfo', params, options);
  }

  /** Conversations by kind, mark, group and the like, page by page (TIMConversationManager.h). */
  TIMConvGetConversationListByFilter(
    params: TIMConversationListFilter,
    options?: CallOptions,
  ): Promise<commonResult<TIMConversationListResult>> {
    return this.request('TIMConvGetConversationListByFilter', params, options);
  }

  /**
   * Makes a conversation, or gets it (TIMConversationManager.h). It resolves with the result as every call does; the
   * documented API's type says that it is the conversation itself.
   * The header is going to give it up.
   */
  TIMConvCreate(params: convCreate, options?: CallOptions): Promise<commonResult<convInfo>> {
    return this.request('TIMConvCreate', params, options);
  }

  /** Deletes a conversation with its messages, from the store and at the service (TIMConversationManager.h). */
  TIMConvDelete(params: convDelete, options?: CallOptions): Promise<commonResult<string>> {
    return this.request('TIMConvDelete', params, options);
  }

  /** Deletes up to 100 conversations (TIMConversationManager.h). */
  TIMConvDeleteConversationList(
    params: DeleteConvListParam,
    options?: CallOptions,
  ): Promise<commonResult<TIMConversationOperationResult[]>> {
    return this.request('TIMConvDeleteConversationList', params, options);
  }

  /**
   * Sets the draft of a conversation (TIMConversationManager.h).
   *
   * @returns 0, or the engine's code, such as -4 for an empty id. The engine answers 0 also where there is no such
   *   conversation, and keeps no draft then: so always in local-only mode.
   */
  async TIMConvSetDraft(params: convSetDrat, options?: CallOptions): Promise<number> {
    return (await this.request('TIMConvSetDraft', params, options)).code;
  }

  /**
   * Takes the draft of a conversation away (TIMConversationManager.h).
   *
   * @returns 0, or the engine's code. It answers 0 also where there was none.
   */
  async TIMConvCancelDraft(params: convCancelDraft, options?: CallOptions): Promise<number> {
    return (await this.request('TIMConvCancelDraft', params, options)).code;
  }

  /** Puts data of the application's own on conversations (TIMConversationManager.h). */
  TIMConvSetConversationCustomData(
    params: setConvCustomDataParam,
    options?: CallOptions,
  ): Promise<commonResult<TIMConversationOperationResult[]>> {
    return this.request('TIMConvSetConversationCustomData', params, options);
  }

  /** Pins a conversation, or unpins it (TIMConversationManager.h). */
  TIMConvPinConversation(params: convPinConversation, options?: CallOptions): Promise<commonResult<string>> {
    return this.request('TIMConvPinConversation', params, options);
  }

  /** Puts a mark on conversations, or takes it off (TIMConversationManager.h). */
  TIMConvMarkConversation(
    params: MarkConversationParam,
    options?: CallOptions,
  ): Promise<commonResult<TIMConversationOperationResult[]>> {
    return this.request('TIMConvMarkConversation', params, options);
  }

  /**
   * How many messages are unread (TIMConversationManager.h). The engine answers after a quarter of a second. From the
   * first call on it reports changes.
   */
  TIMConvGetTotalUnreadMessageCount(
    params: convGetTotalUnreadMessageCount = {},
    options?: CallOptions,
  ): Promise<commonResult<totalUnreadCountResult>> {
    return this.request('TIMConvGetTotalUnreadMessageCount', params, options);
  }

  /** How many messages are unread in some conversations; the engine answers -3 to an empty filter (TIMConversationManager.h). */
  TIMConvGetUnreadMessageCountByFilter(
    params: TIMConversationListFilter,
    options?: CallOptions,
  ): Promise<commonResult<totalUnreadCountResult>> {
    return this.request('TIMConvGetUnreadMessageCountByFilter', params, options);
  }

  /**
   * Has changes of the number of unread messages in some conversations reported (TIMConversationManager.h).
   *
   * @returns 0, or the engine's code: -3 for an empty filter.
   */
  async TIMConvSubscribeUnreadMessageCountByFilter(
    params: TIMConversationListFilter,
    options?: CallOptions,
  ): Promise<number> {
    return (await this.request('TIMConvSubscribeUnreadMessageCountByFilter', params, options)).code;
  }

  /**
   * Ends what TIMConvSubscribeUnreadMessageCountByFilter began (TIMConversationManager.h).
   *
   * @returns 0, or the engine's code: -3 for an empty filter.
   */
  async TIMConvUnsubscribeUnreadMessageCountByFilter(
    params: TIMConversationListFilter,
    options?: CallOptions,
  ): Promise<number> {
    return (await this.request('TIMConvUnsubscribeUnreadMessageCountByFilter', params, options)).code;
  }

  /** Marks the messages of a conversation, of a kind or of all as read; -5 for an id that is none (TIMConversationManager.h). */
  TIMConvCleanConversationUnreadMessageCount(
    params: CleanUnreadMessageCoutParam,
    options?: CallOptions,
  ): Promise<commonResult<TIMConversationOperationResult[]>> {
    return this.request('TIMConvCleanConversationUnreadMessageCount', params, options);
  }

  /** Makes a conversation group of conversations: up to 20 groups (TIMConversationManager.h). */
  TIMConvCreateConversationGroup(
    params: createConversationGroupParam,
    options?: CallOptions,
  ): Promise<commonResult<TIMConversationOperationResult[]>> {
    return this.request('TIMConvCreateConversationGroup', params, options);
  }

  /**
   * The names of all conversation groups (TIMConversationManager.h), in the documented API's form.
   *
   * @returns Code 0 with `conv_group_array`, which is the engine's own list of names.
   */
  async TIMConvGetConversationGroupList(
    params: getConvGroupList = {},
    options?: CallOptions,
  ): Promise<commonResult<convGroupListResult>> {
    const result: commonResult<string[]> = await this.request(
      'TIMConvGetConversationGroupList',
      params,
      options,
    );
    const groups = result.json_param === undefined ? undefined : { conv_group_array: result.json_param };
    return { ...result, json_param: groups, json_params: groups };
  }

  /** Dissolves a conversation group (TIMConversationManager.h). */
  TIMConvDeleteConversationGroup(
    params: deleteConvGroupParam,
    options?: CallOptions,
  ): Promise<commonResult<string>> {
    return this.request('TIMConvDeleteConversationGroup', params, options);
  }

  /** Renames a conversation group (TIMConversationManager.h). */
  TIMConvRenameConversationGroup(
    params: renameConvGroupParam,
    options?: CallOptions,
  ): Promise<commonResult<string>> {
    return this.request('TIMConvRenameConversationGroup', params, options);
  }

  /** Puts conversations into a conversation group (TIMConversationManager.h). */
  TIMConvAddConversationsToGroup(
    params: createConversationGroupParam,
    options?: CallOptions,
  ): Promise<commonResult<TIMConversationOperationResult[]>> {
    return this.request('TIMConvAddConversationsToGroup', params, options);
  }

  /** Takes conversations out of a conversation group (TIMConversationManager.h). */
  TIMConvDeleteConversationsFromGroup(
    params: createConversationGroupParam,
    options?: CallOptions,
  ): Promise<commonResult<TIMConversationOperationResult[]>> {
    return this.request('TIMConvDeleteConversationsFromGroup', params, options);
  }
}
