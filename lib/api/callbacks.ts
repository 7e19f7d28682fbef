import { documentedCallback } from '../events/documented-callback.js';
import type { EngineEventName } from '../events/tim-events.js';
import type {
  CallbackParams,
  convGroupCreatedCallbackParam,
  convGroupDeletedCallbackParam,
  convGroupDeletedFromGroupCallbackParam,
  convGroupNameChangedCallback,
  convTotalUnreadMessageCountChangedCallbackParam,
  convUnreadMessageCountChangedByFilterCallbackParam,
  ExperimentalNotifyCallbackParam,
  MsgAllMessageReceiveOptionCallbackParam,
  MsgGroupPinnedMessageChangedCallbackParam,
  MsgReactionsChangedCallbackParam,
  setConvEventCallback,
  TIMMsgElemUploadProgressCallbackParams,
  TIMMsgReadedReceiptCallbackParams,
  TIMMsgRevokeCallbackParams,
  TIMMsgUpdateCallbackParams,
  TIMRecvNewMsgCallbackParams,
  TIMSetKickedOfflineCallbackParam,
  TIMSetLogCallbackParam,
  TIMSetMsgExtensionsChangedCallbackParam,
  TIMSetMsgExtensionsDeletedCallbackParam,
  TIMSetNetworkStatusListenerCallbackParam,
  TIMSetSelfInfoUpdatedCallbackParam,
  TIMSetUserSigExpiredCallbackParam,
  TIMSetUserStatusChangedCallbackParam,
  UserInfoChangedCallbackParam,
} from '../types/index.js';
import { EventApi } from './events.js';

/**
 * The documented forms of {@link EventApi.on}: a callback for each event and client, called with the engine's JSON as
 * text and `''` for what it does not say. Each rejects nothing and throws `ERR_IMSDK_INVALID_ARGUMENT` for parameters
 * that are no object, or a callback that is no function.
 */
export abstract class CallbackApi extends EventApi {
  #set<Values extends unknown[]>(
    method: string,
    name: EngineEventName,
    params: CallbackParams<Values>,
  ): void {
    this.setCallback(name, documentedCallback(method, params));
  }

  /** Sets the callback of `networkStatusChanged` (TIMManager.h). */
  TIMSetNetworkStatusListenerCallback(params: TIMSetNetworkStatusListenerCallbackParam): void {
    this.#set('TIMSetNetworkStatusListenerCallback', 'networkStatusChanged', params);
  }

  /** Sets the callback of `kickedOffline` (TIMManager.h). */
  TIMSetKickedOfflineCallback(params: TIMSetKickedOfflineCallbackParam): void {
    this.#set('TIMSetKickedOfflineCallback', 'kickedOffline', params);
  }

  /** Sets the callback of `userSigExpired` (TIMManager.h). */
  TIMSetUserSigExpiredCallback(params: TIMSetUserSigExpiredCallbackParam): void {
    this.#set('TIMSetUserSigExpiredCallback', 'userSigExpired', params);
  }

  /** Sets the callback of `selfInfoUpdated` (TIMManager.h). */
  TIMSetSelfInfoUpdatedCallback(params: TIMSetSelfInfoUpdatedCallbackParam): void {
    this.#set('TIMSetSelfInfoUpdatedCallback', 'selfInfoUpdated', params);
  }

  /** Sets the callback of `userStatusChanged` (TIMManager.h). */
  TIMSetUserStatusChangedCallback(params: TIMSetUserStatusChangedCallbackParam): void {
    this.#set('TIMSetUserStatusChangedCallback', 'userStatusChanged', params);
  }

  /** Sets the callback of `userInfoChanged` (TIMManager.h). */
  TIMSetUserInfoChangedCallback(params: UserInfoChangedCallbackParam): void {
    this.#set('TIMSetUserInfoChangedCallback', 'userInfoChanged', params);
  }

  /** Sets the callback of `log` (TIMManager.h). */
  TIMSetLogCallback(params: TIMSetLogCallbackParam): void {
    this.#set('TIMSetLogCallback', 'log', params);
  }

  /** Sets the callback of `conversationEvent` (TIMConversationManager.h). */
  TIMSetConvEventCallback(params: setConvEventCallback): void {
    this.#set('TIMSetConvEventCallback', 'conversationEvent', params);
  }

  /** Sets the callback of `totalUnreadCountChanged` (TIMConversationManager.h). */
  TIMSetConvTotalUnreadMessageCountChangedCallback(
    params: convTotalUnreadMessageCountChangedCallbackParam,
  ): void {
    this.#set('TIMSetConvTotalUnreadMessageCountChangedCallback', 'totalUnreadCountChanged', params);
  }

  /** Sets the callback of `unreadCountChangedByFilter` (TIMConversationManager.h). */
  TIMSetConvUnreadMessageCountChangedByFilterCallback(
    params: convUnreadMessageCountChangedByFilterCallbackParam,
  ): void {
    this.#set('TIMSetConvUnreadMessageCountChangedByFilterCallback', 'unreadCountChangedByFilter', params);
  }

  /** Sets the callback of `conversationGroupCreated` (TIMConversationManager.h). */
  TIMSetConvConversationGroupCreatedCallback(params: convGroupCreatedCallbackParam): void {
    this.#set('TIMSetConvConversationGroupCreatedCallback', 'conversationGroupCreated', params);
  }

  /** Sets the callback of `conversationGroupDeleted` (TIMConversationManager.h). */
  TIMSetConvConversationGroupDeletedCallback(params: convGroupDeletedCallbackParam): void {
    this.#set('TIMSetConvConversationGroupDeletedCallback', 'conversationGroupDeleted', params);
  }

  /** Sets the callback of `conversationGroupNameChanged` (TIMConversationManager.h). */
  TIMSetConvConversationGroupNameChangedCallback(params: convGroupNameChangedCallback): void {
    this.#set('TIMSetConvConversationGroupNameChangedCallback', 'conversationGroupNameChanged', params);
  }

  /** Sets the callback of `conversationsAddedToGroup` (TIMConversationManager.h). */
  TIMSetConvConversationsAddedToGroupCallback(params: convGroupCreatedCallbackParam): void {
    this.#set('TIMSetConvConversationsAddedToGroupCallback', 'conversationsAddedToGroup', params);
  }

  /** Sets the callback of `conversationsDeletedFromGroup` (TIMConversationManager.h). */
  TIMSetConvConversationsDeletedFromGroupCallback(params: convGroupDeletedFromGroupCallbackParam): void {
    this.#set('TIMSetConvConversationsDeletedFromGroupCallback', 'conversationsDeletedFromGroup', params);
  }

  /** Sets the callback of `newMessages` (TIMMessageManager.h). Not in addition to the one before, whatever its name says: use {@link on} for several. */
  TIMAddRecvNewMsgCallback(params: TIMRecvNewMsgCallbackParams): void {
    this.#set('TIMAddRecvNewMsgCallback', 'newMessages', params);
  }

  /** Takes back the callback that TIMAddRecvNewMsgCallback set, whether or not it is named (TIMMessageManager.h). */
  TIMRemoveRecvNewMsgCallback(_callback?: TIMRecvNewMsgCallbackParams['callback']): void {
    this.setCallback('newMessages', undefined);
  }

  /** Sets the callback of `uploadProgress` (TIMMessageManager.h). */
  TIMSetMsgElemUploadProgressCallback(params: TIMMsgElemUploadProgressCallbackParams): void {
    this.#set('TIMSetMsgElemUploadProgressCallback', 'uploadProgress', params);
  }

  /** Sets the callback of `messageReceipts` (TIMMessageManager.h). */
  TIMSetMsgReadedReceiptCallback(params: TIMMsgReadedReceiptCallbackParams): void {
    this.#set('TIMSetMsgReadedReceiptCallback', 'messageReceipts', params);
  }

  /** Sets the callback of `messagesRevoked` (TIMMessageManager.h). */
  TIMSetMsgRevokeCallback(params: TIMMsgRevokeCallbackParams): void {
    this.#set('TIMSetMsgRevokeCallback', 'messagesRevoked', params);
  }

  /** Sets the callback of `messagesUpdated` (TIMMessageManager.h). */
  TIMSetMsgUpdateCallback(params: TIMMsgUpdateCallbackParams): void {
    this.#set('TIMSetMsgUpdateCallback', 'messagesUpdated', params);
  }

  /** Sets the callback of `messageExtensionsChanged` (TIMMessageManager.h). */
  TIMSetMsgExtensionsChangedCallback(params: TIMSetMsgExtensionsChangedCallbackParam): void {
    this.#set('TIMSetMsgExtensionsChangedCallback', 'messageExtensionsChanged', params);
  }

  /** Sets the callback of `messageExtensionsDeleted` (TIMMessageManager.h). */
  TIMSetMsgExtensionsDeletedCallback(params: TIMSetMsgExtensionsDeletedCallbackParam): void {
    this.#set('TIMSetMsgExtensionsDeletedCallback', 'messageExtensionsDeleted', params);
  }

  /** Sets the callback of `messageReactionsChanged` (TIMMessageManager.h). */
  TIMSetMsgReactionsChangedCallback(params: MsgReactionsChangedCallbackParam): void {
    this.#set('TIMSetMsgReactionsChangedCallback', 'messageReactionsChanged', params);
  }

  /** Sets the callback of `allMessageReceiveOptionChanged` (TIMMessageManager.h). */
  TIMSetMsgAllMessageReceiveOptionCallback(params: MsgAllMessageReceiveOptionCallbackParam): void {
    this.#set('TIMSetMsgAllMessageReceiveOptionCallback', 'allMessageReceiveOptionChanged', params);
  }

  /** Sets the callback of `groupPinnedMessageChanged` (TIMMessageManager.h). */
  TIMSetMsgGroupPinnedMessageChangedCallback(params: MsgGroupPinnedMessageChangedCallbackParam): void {
    this.#set('TIMSetMsgGroupPinnedMessageChangedCallback', 'groupPinnedMessageChanged', params);
  }

  /** Sets the callback of `experimentalNotify` (TIMExperimentalAPI.h). */
  TIMSetExperimentalNotifyCallback(params: ExperimentalNotifyCallbackParam): void {
    this.#set('TIMSetExperimentalNotifyCallback', 'experimentalNotify', params);
  }
}
