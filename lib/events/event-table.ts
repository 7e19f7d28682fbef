import type { EngineEventName } from './tim-events.js';

/** What a value of an event is: JSON that holds an array or an object, or what it is already. */
export type ValueKind = 'array' | 'object' | 'plain';

/** An event of the engine. */
export interface EngineEvent {
  /** The engine function that sets its callback, by which the native side names it. */
  readonly setter: string;
  /** What its callback gets, in order. */
  readonly values: readonly ValueKind[];
}

const event = (setter: string, ...values: ValueKind[]): EngineEvent => ({ setter, values });

/** The events of the engine by the names of {@link TimEvents}, as src-native/sdk/event_table.cc has them. */
export const engineEvents: Readonly<Record<EngineEventName, EngineEvent>> = {
  networkStatusChanged: event('TIMSetNetworkStatusListenerCallback', 'plain', 'plain', 'plain'),
  kickedOffline: event('TIMSetKickedOfflineCallback'),
  userSigExpired: event('TIMSetUserSigExpiredCallback'),
  selfInfoUpdated: event('TIMSetSelfInfoUpdatedCallback', 'object'),
  userStatusChanged: event('TIMSetUserStatusChangedCallback', 'array'),
  userInfoChanged: event('TIMSetUserInfoChangedCallback', 'array'),
  log: event('TIMSetLogCallback', 'plain', 'plain'),
  conversationEvent: event('TIMSetConvEventCallback', 'plain', 'array'),
  totalUnreadCountChanged: event('TIMSetConvTotalUnreadMessageCountChangedCallback', 'plain'),
  unreadCountChangedByFilter: event('TIMSetConvUnreadMessageCountChangedByFilterCallback', 'object', 'plain'),
  conversationGroupCreated: event('TIMSetConvConversationGroupCreatedCallback', 'plain', 'array'),
  conversationGroupDeleted: event('TIMSetConvConversationGroupDeletedCallback', 'plain'),
  conversationGroupNameChanged: event('TIMSetConvConversationGroupNameChangedCallback', 'plain', 'plain'),
  conversationsAddedToGroup: event('TIMSetConvConversationsAddedToGroupCallback', 'plain', 'array'),
  conversationsDeletedFromGroup: event(
    'TIMSetConvConversationsDeletedFromGroupCallback',
    'plain',
    'array',
    'plain',
  ),
  newMessages: event('TIMAddRecvNewMsgCallback', 'array'),
  uploadProgress: event('TIMSetMsgElemUploadProgressCallback', 'object', 'plain', 'plain', 'plain'),
  messageReceipts: event('TIMSetMsgReadedReceiptCallback', 'array'),
  messagesRevoked: event('TIMSetMsgRevokeCallback', 'array'),
  messagesUpdated: event('TIMSetMsgUpdateCallback', 'array'),
  messageExtensionsChanged: event('TIMSetMsgExtensionsChangedCallback', 'plain', 'array'),
  messageExtensionsDeleted: event('TIMSetMsgExtensionsDeletedCallback', 'plain', 'array'),
  messageReactionsChanged: event('TIMSetMsgReactionsChangedCallback', 'array'),
  allMessageReceiveOptionChanged: event('TIMSetMsgAllMessageReceiveOptionCallback', 'object'),
  groupPinnedMessageChanged: event(
    'TIMSetMsgGroupPinnedMessageChangedCallback',
    'plain',
    'object',
    'plain',
    'plain',
  ),
  experimentalNotify: event('TIMSetExperimentalNotifyCallback', 'plain', 'plain'),
};
