/** The documented forms of listening: one callback for each event, which gets the engine's JSON as text. */

/** Parameter of a method that sets a callback. */
export interface CallbackParams<Values extends unknown[]> {
  /** Called at each event, with `user_data` last. It replaces the one before; null, or nothing, takes that back. */
  callback?: ((...args: [...values: Values, user_data: string]) => void) | null;
  /** Passed to the callback, which gets `''` without it. */
  user_data?: string;
  /** The same, in the spelling that some documented methods have. */
  userData?: string;
}

/** Parameter of TIMSetNetworkStatusListenerCallback. */
export interface TIMSetNetworkStatusListenerCallbackParam extends CallbackParams<
  [status: number, code: number, desc: string]
> {}

/** Parameter of TIMSetKickedOfflineCallback. */
export interface TIMSetKickedOfflineCallbackParam extends CallbackParams<[]> {}

/** Parameter of TIMSetUserSigExpiredCallback. */
export interface TIMSetUserSigExpiredCallbackParam extends CallbackParams<[]> {}

/** Parameter of TIMSetSelfInfoUpdatedCallback. */
export interface TIMSetSelfInfoUpdatedCallbackParam extends CallbackParams<[json_user_profile: string]> {}

/** Parameter of TIMSetUserStatusChangedCallback. */
export interface TIMSetUserStatusChangedCallbackParam extends CallbackParams<
  [json_user_status_array: string]
> {}

/** Parameter of TIMSetUserInfoChangedCallback. */
export interface UserInfoChangedCallbackParam extends CallbackParams<[json_user_info_array: string]> {}

/** Parameter of TIMSetLogCallback. */
export interface TIMSetLogCallbackParam extends CallbackParams<[level: number, log: string]> {}

/** Parameter of TIMSetConvEventCallback. */
export interface setConvEventCallback extends CallbackParams<[conv_event: number, json_conv_array: string]> {}

/** Parameter of TIMSetConvTotalUnreadMessageCountChangedCallback. */
export interface convTotalUnreadMessageCountChangedCallbackParam extends CallbackParams<
  [total_unread_count: number]
> {}

/** Parameter of TIMSetConvUnreadMessageCountChangedByFilterCallback. */
export interface convUnreadMessageCountChangedByFilterCallbackParam extends CallbackParams<
  [filter: string, total_unread_count: number]
> {}

/** Parameter of TIMSetConvConversationGroupCreatedCallback and TIMSetConvConversationsAddedToGroupCallback. */
export interface convGroupCreatedCallbackParam extends CallbackParams<
  [group_name: string, conversation_array: string]
> {}

/** Parameter of TIMSetConvConversationGroupDeletedCallback. */
export interface convGroupDeletedCallbackParam extends CallbackParams<[group_name: string]> {}

/** Parameter of TIMSetConvConversationGroupNameChangedCallback. */
export interface convGroupNameChangedCallback extends CallbackParams<[old_name: string, new_name: string]> {}

/** Parameter of TIMSetConvConversationsDeletedFromGroupCallback. */
export interface convGroupDeletedFromGroupCallbackParam extends CallbackParams<
  [group_name: string, conversation_array: string, reason: number]
> {}

/** Parameter of TIMAddRecvNewMsgCallback. */
export interface TIMRecvNewMsgCallbackParams extends CallbackParams<[json_msg_array: string]> {}

/** Parameter of TIMSetMsgElemUploadProgressCallback. */
export interface TIMMsgElemUploadProgressCallbackParams extends CallbackParams<
  [json_msg: string, index: number, cur_size: number, total_size: number]
> {}

/** Parameter of TIMSetMsgReadedReceiptCallback. */
export interface TIMMsgReadedReceiptCallbackParams extends CallbackParams<
  [json_msg_readed_receipt_array: string]
> {}

/** Parameter of TIMSetMsgRevokeCallback. */
export interface TIMMsgRevokeCallbackParams extends CallbackParams<[json_msg_locator_array: string]> {}

/** Parameter of TIMSetMsgUpdateCallback. */
export interface TIMMsgUpdateCallbackParams extends CallbackParams<[json_msg_array: string]> {}

/** Parameter of TIMSetMsgExtensionsChangedCallback. */
export interface TIMSetMsgExtensionsChangedCallbackParam extends CallbackParams<
  [message_id: string, message_extension_array: string]
> {}

/** Parameter of TIMSetMsgExtensionsDeletedCallback. */
export interface TIMSetMsgExtensionsDeletedCallbackParam extends CallbackParams<
  [message_id: string, message_extension_key_array: string]
> {}

/** Parameter of TIMSetMsgReactionsChangedCallback. */
export interface MsgReactionsChangedCallbackParam extends CallbackParams<
  [message_reaction_change_info_array: string]
> {}

/** Parameter of TIMSetMsgAllMessageReceiveOptionCallback. */
export interface MsgAllMessageReceiveOptionCallbackParam extends CallbackParams<
  [json_receive_message_option_info: string]
> {}

/** Parameter of TIMSetMsgGroupPinnedMessageChangedCallback. */
export interface MsgGroupPinnedMessageChangedCallbackParam extends CallbackParams<
  [group_id: string, json_msg: string, is_pinned: boolean, op_user: string]
> {}

/** Parameter of TIMSetExperimentalNotifyCallback. */
export interface ExperimentalNotifyCallbackParam extends CallbackParams<[key: string, data: string]> {}
