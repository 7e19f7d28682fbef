/** What the calls of TIMMessageManager.h return beside messages. */
import type { TIMConvType, TIMReceiveMessageOpt } from './enums.js';
import {
  arrayOf,
  boolean,
  count,
  enumOf,
  int32,
  message,
  object,
  required,
  seconds,
  sometimes,
  string,
  uint32,
  type ParameterFields,
  type ResultFields,
} from './fields.js';
import type { GroupMemberInfo } from './group.js';
import type { Json_value_msg } from './message.js';
import type { commonResult } from './result.js';
import { userProfileFields, type userProfile } from './user.js';

/** What a message came to that was sent: the message, also where the service refused it, and its id. */
export interface SendMessageResult extends commonResult<Json_value_msg> {
  /** The message's id; `''` where the engine refused the call at once. */
  message_id: string;
}

/** Fields of {@link BatchSendResult} (TIMMessageManager.h, MsgBatchSendResult). */
export const batchSendResultFields = {
  /** The receiver's user id. */
  msg_batch_send_result_identifier: string,
  /** 0 for success. */
  msg_batch_send_result_code: int32,
  /** What the engine says about the code. */
  msg_batch_send_result_desc: string,
  /** The message as it was sent. */
  msg_batch_send_result_msg: message<Json_value_msg>(),
};

/** What a message came to for one of its receivers. */
export interface BatchSendResult extends ResultFields<typeof batchSendResultFields> {}

/** How far a download is (TIMMessageManager.h, DownloadElemResult). */
export interface DownloadProgress {
  /** Bytes so far. */
  msg_download_elem_result_current_size: number;
  /** Bytes in all. */
  msg_download_elem_result_total_size: number;
}

/** Fields of {@link C2CRecvMsgOptResult} (TIMMessageManager.h, GetC2CRecvMsgOptResult). */
export const c2cRecvMsgOptResultFields = {
  /** The user's id. */
  msg_recv_msg_opt_result_identifier: string,
  /** A number of {@link TIMReceiveMessageOpt}. */
  msg_recv_msg_opt_result_opt: enumOf<TIMReceiveMessageOpt>(),
};

/** How messages from a user are received. */
export interface C2CRecvMsgOptResult extends ResultFields<typeof c2cRecvMsgOptResultFields> {}

/** Fields of {@link TIMReceiveMessageOptInfo} (TIMMessageManager.h). */
export const receiveMessageOptInfoFields = {
  /** A number of {@link TIMReceiveMessageOpt}. */
  msg_all_recv_msg_opt_level: enumOf<TIMReceiveMessageOpt>(),
  /** When it begins each day: the hour. */
  msg_all_recv_msg_opt_start_hour: uint32,
  /** When it begins each day: the minute. */
  msg_all_recv_msg_opt_start_minute: uint32,
  /** When it begins each day: the second. */
  msg_all_recv_msg_opt_start_second: uint32,
  /** When it begins, in seconds since 1970; 0 where the hours of each day count. */
  msg_all_recv_msg_opt_start_time_stamp: seconds,
  /** For how long, in seconds. */
  msg_all_recv_msg_duration: uint32,
};

/** How all messages are received, and when. */
export interface TIMReceiveMessageOptInfo extends ResultFields<typeof receiveMessageOptInfoFields> {}

/** Fields of {@link MessageSearchResultItem} (TIMMessageManager.h). */
export const messageSearchResultItemFields = {
  /** The other user's id, or the group's. */
  msg_search_result_item_conv_id: string,
  /** Its kind: a number of {@link TIMConvType}. */
  msg_search_result_item_conv_type: enumOf<TIMConvType>(),
  /** How many messages were found in it. */
  msg_search_result_item_total_message_count: uint32,
  /** The messages. Of a search in all conversations empty where there is more than one. */
  msg_search_result_item_message_array: arrayOf(message<Json_value_msg>()),
};

/** What a search found in one conversation. */
export interface MessageSearchResultItem extends ResultFields<typeof messageSearchResultItemFields> {}

/** Fields of {@link MessageSearchResult} (TIMMessageManager.h). */
export const messageSearchResultFields = {
  /** How many messages, or in a search of all conversations how many conversations, were found. */
  msg_search_result_total_count: uint32,
  /** What was found, by conversation. */
  msg_search_result_item_array: arrayOf(object<MessageSearchResultItem>(messageSearchResultItemFields)),
  /** Where a search at the service goes on. */
  msg_search_result_search_cursor: sometimes(string),
};

/** What a search found. */
export interface MessageSearchResult extends ResultFields<typeof messageSearchResultFields> {}

/** Fields of {@link MessageReceipt} (TIMMessageManager.h). */
export const messageReceiptFields = {
  /** The other user's id, or the group's. */
  msg_receipt_conv_id: string,
  /** Its kind: a number of {@link TIMConvType}. */
  msg_receipt_conv_type: enumOf<TIMConvType>(),
  /** The message's id. */
  msg_receipt_msg_id: string,
  /** One to one: when it was read, in seconds since 1970. */
  msg_receipt_time_stamp: seconds,
  /** One to one: whether the other user has read it. */
  msg_receipt_is_peer_read: boolean,
  /** Group: how many members have read it. */
  msg_receipt_read_count: count,
  /** Group: how many members have not. */
  msg_receipt_unread_count: count,
};

/** Whether a message was read. */
export interface MessageReceipt extends ResultFields<typeof messageReceiptFields> {}

/** A page of the members of a group who have read a message, or have not. */
export interface GroupMessageReadMembers {
  /** The members. The name is the documented API's. */
  json_param: GroupMemberInfo[];
  /** Where to go on. */
  next_seq: number | bigint;
  /** Whether this was the last page. */
  is_finished: boolean;
}

/** Fields of {@link MessageExtension} (TIMMessageManager.h). */
export const messageExtensionFields = {
  /** Its key: up to 100 bytes. */
  message_extension_key: required(string),
  /** Its value: up to 1 KB. */
  message_extension_value: string,
};

/** An extension of a message. */
export interface MessageExtension extends ParameterFields<typeof messageExtensionFields> {}

/** Fields of {@link MessageExtensionResult} (TIMMessageManager.h). */
export const messageExtensionResultFields = {
  /** 0 for success. */
  message_extension_result_code: uint32,
  /** What the engine says about the code. */
  message_extension_result_info: string,
  /** The extension. */
  message_extension_item: object<MessageExtension>(messageExtensionFields),
};

/** What a call did to one extension. */
export interface MessageExtensionResult extends ResultFields<typeof messageExtensionResultFields> {}

/** Fields of {@link MessageReaction} (TIMMessageManager.h). */
export const messageReactionFields = {
  /** Which reaction. */
  message_reaction_id: string,
  /** How many users it is of. */
  message_reaction_total_user_count: uint32,
  /** Some of them; how many was asked for. */
  message_reaction_partial_user_info_array: arrayOf(object<userProfile>(userProfileFields)),
  /** Whether the user is one of them. */
  message_reaction_reacted_by_myself: boolean,
};

/** A reaction to a message. */
export interface MessageReaction extends ResultFields<typeof messageReactionFields> {}

/** Fields of {@link MessageReactionResult} (TIMMessageManager.h). */
export const messageReactionResultFields = {
  /** 0 for success. */
  message_reaction_result_code: uint32,
  /** What the engine says about the code. */
  message_reaction_result_info: string,
  /** The message's id. */
  message_reaction_result_msg_id: string,
  /** The reactions. */
  message_reaction_result_reaction_list: arrayOf(object<MessageReaction>(messageReactionFields)),
};

/** The reactions to a message. */
export interface MessageReactionResult extends ResultFields<typeof messageReactionResultFields> {}

/** Fields of {@link MessageReactionUserResult} (TIMMessageManager.h). */
export const messageReactionUserResultFields = {
  /** The users. */
  message_reaction_user_result_user_info_array: arrayOf(object<userProfile>(userProfileFields)),
  /** Where to go on. */
  message_reaction_user_result_next_seq: uint32,
  /** Whether this was the last page. */
  message_reaction_user_result_is_finished: boolean,
};

/** A page of the users of a reaction. */
export interface MessageReactionUserResult extends ResultFields<typeof messageReactionUserResultFields> {}

/** Fields of {@link MessageTranslateTextResult} (TIMMessageManager.h). */
export const messageTranslateTextResultFields = {
  /** The text. */
  msg_translate_text_source_text: string,
  /** Its translation. */
  msg_translate_text_target_text: string,
};

/** A translated text. */
export interface MessageTranslateTextResult extends ResultFields<typeof messageTranslateTextResultFields> {}

// Named in docstrings only.
export type { TIMConvType, TIMReceiveMessageOpt };
