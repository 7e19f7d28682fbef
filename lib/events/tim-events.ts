import type {
  convInfo,
  ConversationFilterFields,
  Json_value_msg,
  MessageExtension,
  MessageReactionChange,
  MessageReceipt,
  MessageRevocation,
  TIMConvEvent,
  TIMLogLevel,
  TIMNetworkStatus,
  TIMReceiveMessageOptInfo,
  userProfile,
  userStatus,
} from '../types/index.js';

/**
 * The events of a client, with what a listener is called with. Named after the engine's functions, which each one's
 * docstring gives; what is said of when they come is the engine's headers' word unless it says otherwise.
 *
 * A client gets them from its TIMInit to its TIMUninit. 64-bit integers are exact, as in results.
 */
export interface TimEvents {
  /**
   * Messages that this device did not have, read elsewhere or not (TIMAddRecvNewMsgCallback). Listen before TIMLogin,
   * which fetches those that came meanwhile. Saved and imported messages are none, by experiment.
   */
  newMessages: [messages: Json_value_msg[]];
  /** Sent messages were read (TIMSetMsgReadedReceiptCallback). */
  messageReceipts: [receipts: MessageReceipt[]];
  /** Messages were withdrawn (TIMSetMsgRevokeCallback). */
  messagesRevoked: [messages: MessageRevocation[]];
  /** Messages were changed, by TIMMsgModifyMessage or at the service (TIMSetMsgUpdateCallback). */
  messagesUpdated: [messages: Json_value_msg[]];
  /** Extensions of a message were set (TIMSetMsgExtensionsChangedCallback). */
  messageExtensionsChanged: [messageId: string, extensions: MessageExtension[]];
  /** Extensions of a message were deleted; they have keys alone (TIMSetMsgExtensionsDeletedCallback). */
  messageExtensionsDeleted: [messageId: string, extensions: MessageExtension[]];
  /** Reactions to messages changed (TIMSetMsgReactionsChangedCallback). */
  messageReactionsChanged: [changes: MessageReactionChange[]];
  /** How the user receives all messages was changed (TIMSetMsgAllMessageReceiveOptionCallback). */
  allMessageReceiveOptionChanged: [option: TIMReceiveMessageOptInfo];
  /**
   * A message of a group was pinned, or is no longer: then it has its key alone. `operator` is who did it, as the
   * engine gives it (TIMSetMsgGroupPinnedMessageChangedCallback).
   */
  groupPinnedMessageChanged: [groupId: string, message: Json_value_msg, isPinned: boolean, operator: string];
  /**
   * A file of a message that is being sent goes up: the element's index, then bytes
   * (TIMSetMsgElemUploadProgressCallback).
   */
  uploadProgress: [message: Json_value_msg, elementIndex: number, currentSize: number, totalSize: number];
  /**
   * Conversations came, changed or went; at the beginning and the end of a synchronisation there are none
   * (TIMSetConvEventCallback).
   */
  conversationEvent: [event: TIMConvEvent, conversations: convInfo[]];
  /**
   * How many messages are unread, once TIMConvGetTotalUnreadMessageCount has asked for it
   * (TIMSetConvTotalUnreadMessageCountChangedCallback).
   */
  totalUnreadCountChanged: [count: number];
  /**
   * How many messages are unread in the conversations of a filter that TIMConvSubscribeUnreadMessageCountByFilter gave
   * (TIMSetConvUnreadMessageCountChangedByFilterCallback).
   */
  unreadCountChangedByFilter: [filter: ConversationFilterFields, count: number];
  /** A group of conversations was made (TIMSetConvConversationGroupCreatedCallback). */
  conversationGroupCreated: [groupName: string, conversations: convInfo[]];
  /** A group of conversations was deleted (TIMSetConvConversationGroupDeletedCallback). */
  conversationGroupDeleted: [groupName: string];
  /** A group of conversations has another name (TIMSetConvConversationGroupNameChangedCallback). */
  conversationGroupNameChanged: [oldName: string, newName: string];
  /** Conversations were added to a group of them (TIMSetConvConversationsAddedToGroupCallback). */
  conversationsAddedToGroup: [groupName: string, conversations: convInfo[]];
  /**
   * Conversations were deleted from a group of them: by the user (reason 0), or to make room for others (1)
   * (TIMSetConvConversationsDeletedFromGroupCallback).
   */
  conversationsDeletedFromGroup: [groupName: string, conversations: convInfo[], reason: number];
  /**
   * The connection to the service changed; `code` and `description` say why it failed
   * (TIMSetNetworkStatusListenerCallback). In local-only mode it fails again and again, by experiment.
   */
  networkStatusChanged: [status: TIMNetworkStatus, code: number, description: string];
  /** The user logged in on another device, and is logged out here (TIMSetKickedOfflineCallback). */
  kickedOffline: [];
  /** The signature of the login has expired: log in with a new one (TIMSetUserSigExpiredCallback). */
  userSigExpired: [];
  /** The user's own profile changed (TIMSetSelfInfoUpdatedCallback). */
  selfInfoUpdated: [profile: userProfile];
  /** Users whose status was subscribed to, or friends, came or went (TIMSetUserStatusChangedCallback). */
  userStatusChanged: [statuses: userStatus[]];
  /** Profiles of users that were subscribed to changed (TIMSetUserInfoChangedCallback). */
  userInfoChanged: [profiles: userProfile[]];
  /**
   * A line of the engine's log (TIMSetLogCallback); what is in it is the engine's affair. Which lines, the client's
   * `logLevel` says: errors alone by default.
   */
  log: [level: TIMLogLevel, line: string];
  /** What TIMExperimentalAPI.h tells: a key, and data that depends on it (TIMSetExperimentalNotifyCallback). */
  experimentalNotify: [key: string, data: string];
  /**
   * So many events of a kind that this client listens to were not delivered, as 65,536 or 64 MB of events were
   * waiting for a busy event loop already. Not an event of the engine; where nobody listens it is a process warning.
   */
  eventsDropped: [name: EngineEventName, count: number];
}

/** The name of an event. */
export type TimEventName = keyof TimEvents;

/** The name of an event that comes from the engine. */
export type EngineEventName = Exclude<TimEventName, 'eventsDropped'>;
