/** What the calls of TIMMessageManager.h take. */
import type {
  TIMConvType,
  TIMDownloadType,
  TIMElemType,
  TIMGroupMessageReadMembersFilter,
  TIMKeywordListMatchType,
  TIMReceiveMessageOpt,
} from './enums.js';
import {
  arrayOf,
  boolean,
  enumOf,
  int32,
  message,
  required,
  seconds,
  string,
  uint32,
  uint64,
  type LooseFields,
  type ParameterFields,
} from './fields.js';
import type { Json_value_msg } from './message.js';
import type { MessageExtension } from './message-results.js';
import type { CallParams } from './params.js';
import type { commonResponse } from './result.js';

/** What each call about one conversation has. */
interface ConversationParams extends CallParams {
  /** The other user's id, or the group's. The engine answers -4 where it is empty. */
  conv_id: string;
  /** A number of {@link TIMConvType}. The engine answers -4 where it is neither 1 nor 2. */
  conv_type: number;
}

/** Parameter of TIMMsgSaveMsg. */
export interface MsgSaveMsgParams extends ConversationParams {
  /** The message. */
  params: Json_value_msg;
}

/** Parameter of TIMMsgImportMsgList. */
export interface MsgImportMsgListParams extends ConversationParams {
  /** The messages. */
  params: Json_value_msg[];
}

/** Parameter of TIMMsgSendMessage, TIMMsgSendNewMsg and TIMMsgSendNewMsgEx. */
export interface MsgSendMessageParams extends ConversationParams {
  /** The message. */
  params: Json_value_msg;
  /** Accepted for documented code; the id is in the result, and in `onMessageId` of the options. */
  messageId?: string;
}

/**
 * A documented callback of a message that is sent: what it came to, with its JSON not parsed, and the call's own
 * `user_data`.
 */
export type MsgSendMessageCallback = (result: commonResponse, user_data?: string) => void;

/** Parameter of TIMMsgSendMessageV2. */
export interface MsgSendMessageParamsV2 extends MsgSendMessageParams {
  /** Called when the service has answered. */
  callback?: MsgSendMessageCallback;
}

/** Parameter of TIMMsgCancelSend. */
export interface MsgCancelSendParams extends ConversationParams {
  /** Id of the message. The engine answers -4 where it is empty. */
  message_id: string;
}

/** Fields of {@link Json_batch_send_param} (TIMMessageManager.h, MsgBatchSendParam). */
export const batchSendFields = {
  /** User ids of the receivers; at least one. */
  msg_batch_send_param_identifier_array: required(arrayOf(string)),
  /** The message. */
  msg_batch_send_param_msg: required(message<Json_value_msg>()),
};

/** A message and its receivers. */
export interface Json_batch_send_param extends ParameterFields<typeof batchSendFields> {}

/** Parameter of TIMMsgBatchSend. */
export interface MsgBatchSendParams extends CallParams {
  /** The receivers and the message. */
  params: Json_batch_send_param;
}

/** Fields of {@link Json_download_elem_param} (TIMMessageManager.h, DownloadElemParam). */
export const downloadElemFields = {
  /** Accepted for documented code; the engine does not know it. */
  msg_download_elem_param_flag: uint32,
  /** Which part of the element: a number of {@link TIMDownloadType}. */
  msg_download_elem_param_type: enumOf<TIMDownloadType>(),
  /** The element's file id. */
  msg_download_elem_param_id: required(string),
  /** The element's business id. */
  msg_download_elem_param_business_id: uint32,
  /** The element's URL. The engine answers 6017 where it is empty. */
  msg_download_elem_param_url: required(string),
};

/** What TIMMsgDownloadElemToPath is to download. The values are found in the element. */
export interface Json_download_elem_param extends ParameterFields<typeof downloadElemFields> {}

/**
 * A documented callback of a download. It is called for each report of progress, with `desc` as `'downloading'` and
 * {@link DownloadProgress} as JSON, and for the result.
 */
export type TIMMsgDownloadElemToPathFunc = (
  code: number,
  desc: string,
  json_param: string,
  user_data: string,
) => void;

/** Parameter of TIMMsgDownloadElemToPath. */
export interface MsgDownloadElemToPathParams extends CallParams {
  /** What to download. */
  params: Json_download_elem_param;
  /** File to write: an absolute path, in a folder that exists. The engine answers -4 where it is empty. */
  path: string;
  /** Hears of progress and of the result, as the documented API does; see also `onProgress` of the options. */
  callback?: TIMMsgDownloadElemToPathFunc;
}

/** Parameter of TIMMsgDownloadMergerMessage. */
export interface MsgDownloadMergerMessageParams extends CallParams {
  /** The message with the merger element, as the engine gave it. */
  params: Json_value_msg;
}

/** Parameter of TIMMsgSetLocalCustomData. */
export interface SetLocalCustomDataParam extends CallParams {
  /** The message as the engine gave it, with the new `message_custom_str` and `message_custom_int`. */
  json_msg_param: Json_value_msg;
}

/** Parameter of TIMMsgSetC2CReceiveMessageOpt. */
export interface MsgSetC2CReceiveMessageOptParams extends CallParams {
  /** User ids: 1 to 30. */
  params: string[];
  /** A number of {@link TIMReceiveMessageOpt}. */
  opt: number;
}

/** Parameter of TIMMsgGetC2CReceiveMessageOpt. */
export interface MsgGetC2CReceiveMessageOptParams extends CallParams {
  /** User ids; at least one. */
  params: string[];
}

/** Parameter of TIMMsgSetGroupReceiveMessageOpt. */
export interface MsgSetGroupReceiveMessageOptParams extends CallParams {
  /** The group's id. */
  group_id: string;
  /** A number of {@link TIMReceiveMessageOpt}. */
  opt: TIMReceiveMessageOpt;
}

/** Parameter of TIMMsgSetAllReceiveMessageOpt: the same hours of each day. */
export interface MsgSetAllReceiveMessageOptParams extends CallParams {
  /** A number of {@link TIMReceiveMessageOpt}; the engine takes 0, 2 and 3. */
  opt: TIMReceiveMessageOpt;
  /** When it begins: the hour, 0 to 23. */
  start_hour: number;
  /** When it begins: the minute, 0 to 59. */
  start_minute: number;
  /** When it begins: the second, 0 to 59. */
  start_second: number;
  /** For how long, in seconds; from 86400 on for ever. */
  duration: number;
}

/** Parameter of TIMMsgSetAllReceiveMessageOpt2: once. */
export interface MsgSetAllReceiveMessageOpt2Params extends CallParams {
  /** A number of {@link TIMReceiveMessageOpt}; the engine takes 0, 2 and 3. */
  opt: TIMReceiveMessageOpt;
  /** When it begins, in seconds since 1970. */
  start_time_stamp: number;
  /** For how long, in seconds. */
  duration: number;
}

/** Fields of {@link Json_get_msg_param} (TIMMessageManager.h, MsgGetMsgListParam). */
export const getMsgListFields = {
  /** Where to begin: the message itself is not returned. Absent: at the newest. */
  msg_getmsglist_param_last_msg: message<Json_value_msg>(),
  /** How many messages, -1 for all. The engine answers 6017 to 0 and to none. */
  msg_getmsglist_param_count: int32,
  /** True: also from the service. */
  msg_getmsglist_param_is_ramble: boolean,
  /** Only these kinds of element, as numbers of {@link TIMElemType}; not with `is_ramble`. */
  msg_getmsglist_param_message_type_array: arrayOf(int32),
  /** True: messages newer than the last message, false (the default): older. */
  msg_getmsglist_param_is_forward: boolean,
  /** Where to begin, by sequence number, instead of by message; that message is returned too. Groups only. */
  msg_getmsglist_param_last_msg_seq: uint64,
  /** Where to begin, in seconds since 1970. */
  msg_getmsglist_param_time_begin: seconds,
  /** How far from there, in seconds. */
  msg_getmsglist_param_time_period: seconds,
  /** Only these sequence numbers; groups only. */
  msg_getmsglist_param_message_seq_array: arrayOf(uint64),
};

/** What TIMMsgGetMsgList is to return. */
export interface Json_get_msg_param extends LooseFields<typeof getMsgListFields> {}

/** Parameter of TIMMsgGetMsgList. */
export interface MsgGetMsgListParams extends ConversationParams {
  /** Which messages. */
  params: Json_get_msg_param;
}

/** Parameter of TIMMsgRevoke. */
export interface MsgRevokeParams extends ConversationParams {
  /** The message, as the engine gave it. */
  json_msg_param: Json_value_msg;
}

/** Parameter of TIMMsgModifyMessage. */
export interface MsgModifyMessageParams extends CallParams {
  /** The message as the engine gave it, with what is to change. What it lacks is set to its default. */
  params: Json_value_msg;
}

/** Fields of {@link Json_value_msgdelete} (TIMMessageManager.h, MsgDeleteParam). */
export const msgDeleteFields = {
  /** The message, as the engine gave it. */
  msg_delete_param_msg: required(message<Json_value_msg>()),
  /** True: at the service too, false (the default): from the store only. */
  msg_delete_param_is_ramble: boolean,
};

/** What TIMMsgDelete is to delete. */
export interface Json_value_msgdelete extends ParameterFields<typeof msgDeleteFields> {}

/** Parameter of TIMMsgDelete. */
export interface MsgDeleteParams extends ConversationParams {
  /** Which message. */
  params: Json_value_msgdelete;
}

/** Parameter of TIMMsgListDelete. */
export interface MsgListDeleteParams extends ConversationParams {
  /** The messages, as the engine gave them: 1 to 50. */
  params: Json_value_msg[];
}

/** Parameter of TIMMsgClearHistoryMessage. */
export interface MsgClearHistoryMessageParams extends ConversationParams {}

/** Parameter of TIMMsgFindMessages. */
export interface MsgFindMessagesParams extends CallParams {
  /** Ids, as in `message_msg_id`. */
  json_message_id_array: string[];
}

/** Fields of {@link Json_msg_locator} (TIMMessageManager.h, MsgLocator). */
export const msgLocatorFields = {
  /** Id of the conversation. */
  message_locator_conv_id: string,
  /** Kind of the conversation: a number of {@link TIMConvType}. */
  message_locator_conv_type: enumOf<TIMConvType>(),
  /** Whether the message was withdrawn. */
  message_locator_is_revoked: boolean,
  /** Its time, in seconds since 1970. */
  message_locator_time: seconds,
  /** Its sequence number. */
  message_locator_seq: uint64,
  /** Whether the user sent it. */
  message_locator_is_self: boolean,
  /** Its random number. */
  message_locator_rand: uint64,
  /** Its `message_unique_id`. */
  message_locator_unique_id: uint64,
};

/** Where a message is, without its id. */
export interface Json_msg_locator extends LooseFields<typeof msgLocatorFields> {}

/** Parameter of TIMMsgFindByMsgLocatorList. */
export interface MsgFindByMsgLocatorListParams extends ConversationParams {
  /** Where the messages are. */
  params: Json_msg_locator[];
}

/** Fields of {@link Json_search_message_param} (TIMMessageManager.h, MessageSearchParam). */
export const searchMessageFields = {
  /** Up to five keywords. */
  msg_search_param_keyword_array: arrayOf(string),
  /** Only these kinds of element; none is all. */
  msg_search_param_message_type_array: arrayOf(enumOf<TIMElemType>()),
  /** Only this conversation: the other user's id, or the group's. */
  msg_search_param_conv_id: string,
  /** Its kind: a number of {@link TIMConvType}; 0 is all conversations. */
  msg_search_param_conv_type: enumOf<TIMConvType>(),
  /** Where to begin, in seconds since 1970; 0 is now. */
  msg_search_param_search_time_position: seconds,
  /** How far back from there, in seconds; 0 is without limit. */
  msg_search_param_search_time_period: seconds,
  /** Which page, from 0. */
  msg_search_param_page_index: uint32,
  /** How many on a page; 0 is all. */
  msg_search_param_page_size: uint32,
  /** How the keywords combine: a number of {@link TIMKeywordListMatchType}. */
  msg_search_param_keyword_list_match_type: enumOf<TIMKeywordListMatchType>(),
  /** Only from these senders. */
  msg_search_param_send_identifier_array: arrayOf(string),
  /** How many results of a search at the service; the engine answers 6017 to 0 and to none. */
  msg_search_param_search_count: uint32,
  /** Where a search at the service goes on; empty at first. */
  msg_search_param_search_cursor: string,
};

/** What TIMMsgSearchLocalMessages and TIMMsgSearchCloudMessages are to find. */
export interface Json_search_message_param extends LooseFields<typeof searchMessageFields> {}

/** Parameter of TIMMsgSearchLocalMessages and TIMMsgSearchCloudMessages. */
export interface MsgSearchLocalMessagesParams extends CallParams {
  /** What to find. */
  params: Json_search_message_param;
}

/** Parameter of TIMMsgSendMessageReadReceipts. */
export interface MsgSendGroupMessageReceiptsParam extends CallParams {
  /** The messages as the engine gave them, at least one; or their JSON, as the documented API has it. */
  json_msg_array: Json_value_msg[] | string;
}

/** Parameter of TIMMsgGetMessageReadReceipts. */
export interface MsgGetGroupMessageReceiptsParam extends CallParams {
  /** Messages of one group as the engine gave them; or their JSON, as the documented API has it. */
  json_msg_array: Json_value_msg[] | string;
}

/** Parameter of TIMMsgGetGroupMessageReadMemberList. */
export interface MsgGetGroupMessageReadMembersParam extends CallParams {
  /** The group message as the engine gave it; or its JSON, as the documented API has it. */
  json_msg: Json_value_msg | string;
  /** Those who have read it, or those who have not: a number of {@link TIMGroupMessageReadMembersFilter}. */
  filter: number;
  /** Where to go on: 0 at first, then what the last page said. The documented API has it as digits. */
  next_seq: number | bigint | string;
  /** How many at once: up to 100. */
  count: number;
}

/** Parameter of TIMMsgSetMessageExtensions. */
export interface TIMMsgSetMessageExtensionsParam extends CallParams {
  /** The message, as the engine gave it. It was sent with `message_support_message_extension`. */
  json_msg: Json_value_msg;
  /** Up to 20 extensions: keys of up to 100 bytes, values of up to 1 KB. */
  json_extension_array: MessageExtension[];
}

/** Parameter of TIMMsgGetMessageExtensions. */
export interface TIMMsgGetMessageExtensionsParam extends CallParams {
  /** The message, as the engine gave it. */
  json_msg: Json_value_msg;
}

/** Parameter of TIMMsgDeleteMessageExtensions. */
export interface TIMMsgDeleteMessageExtensionsParam extends CallParams {
  /** The message, as the engine gave it. */
  json_msg: Json_value_msg;
  /** Keys of up to 20 extensions, or the extensions, as the documented API has it. An empty list deletes all. */
  json_extension_key_array: (string | MessageExtension)[];
}

/** Parameter of TIMMsgAddMessageReaction and TIMMsgRemoveMessageReaction. */
export interface MsgMessageReactionParams extends CallParams {
  /** The message, as the engine gave it. */
  json_msg: Json_value_msg;
  /** Which reaction, such as the name of an emoji. */
  reaction_id: string;
}

/** Parameter of TIMMsgGetMessageReactions. */
export interface MsgGetMessageReactionsParams extends CallParams {
  /** Up to 20 messages of one conversation, as the engine gave them. */
  json_msg_array: Json_value_msg[];
  /** How many users of each reaction to return: 0 to 10. */
  max_user_count_per_reaction: number;
}

/** Parameter of TIMMsgGetAllUserListOfMessageReaction. */
export interface MsgGetAllUserListOfMessageReactionParams extends MsgMessageReactionParams {
  /** Where to go on: 0 at first, then what the last page said. */
  next_seq: number;
  /** How many at once: up to 100. */
  count: number;
}

/** Parameter of TIMMsgTranslateText. */
export interface TranslateTextParam extends CallParams {
  /** The texts; at least one. */
  json_source_text_array: string[];
  /** Their language, such as `'en'`; `'auto'` or `''` to find it out. */
  source_language: string;
  /** The language to translate into. */
  target_language: string;
}

/** Parameter of TIMMsgConvertVoiceToText. */
export interface ConvertVoiceToTextParam extends CallParams {
  /** URL of the sound. */
  url: string;
  /** Its language. */
  language: string;
}

/** Parameter of TIMPinGroupMessage. */
export interface PinGroupMessageParams extends CallParams {
  /** The group's id. */
  group_id: string;
  /** The message, as the engine gave it. */
  json_msg: Json_value_msg;
  /** Whether to pin it. A group has up to 10 pinned messages. */
  is_pinned: boolean;
}

/** Parameter of TIMGetPinnedGroupMessageList. */
export interface GetPinnedGroupMessageListParams extends CallParams {
  /** The group's id. */
  group_id: string;
}

/** Parameter of TIMMsgReportReaded. */
export interface MsgReportReadedParams extends CallParams {
  /** The other user's id, or the group's; `''` for all of the kind. */
  conv_id: string;
  /** A number of {@link TIMConvType}. */
  conv_type: number;
  /** The last message that was read. Absent: all. */
  json_msg_param?: Json_value_msg;
}

// Named in docstrings only.
export type {
  TIMConvType,
  TIMDownloadType,
  TIMElemType,
  TIMGroupMessageReadMembersFilter,
  TIMKeywordListMatchType,
  TIMReceiveMessageOpt,
};
