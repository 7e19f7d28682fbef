/** Conversations: what TIMConversationManager.h takes and returns. */
import type { LooseElem } from './elements.js';
import type { TIMConvType, TIMConversationMarkType, TIMGroupAtType, TIMReceiveMessageOpt } from './enums.js';
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
  uint64,
  type LooseFields,
  type ParameterFields,
  type ResultFields,
} from './fields.js';
import type { Json_value_msg } from './message.js';
import type { CallParams, CamelCaseCallParams } from './params.js';

/** Fields of {@link GroupAtInfo} (TIMConversationManager.h). */
export const groupAtInfoFields = {
  /** Sequence number of the message. */
  conv_group_at_info_seq: uint64,
  /** Who was mentioned: a number of {@link TIMGroupAtType}. */
  conv_group_at_info_at_type: enumOf<TIMGroupAtType>(),
};

/** Somebody mentioned the user in a group. */
export interface GroupAtInfo extends ResultFields<typeof groupAtInfoFields> {}

/** The message of a draft. */
export interface draftMessage {
  /** What it consists of. */
  message_elem_array: LooseElem[];
}

/** Fields of {@link draftParams} (TIMConversationManager.h, Draft). */
export const draftFields = {
  /** When it was written, in seconds since 1970. */
  draft_edit_time: required(seconds),
  /** The message. */
  draft_msg: required(message<draftMessage>()),
  /** Data of the application's own. */
  draft_user_define: required(string),
};

/** What the user was writing. */
export interface draftParams extends ParameterFields<typeof draftFields> {}

/** Fields of {@link convInfo} (TIMConversationManager.h, ConvInfo). */
export const convInfoFields = {
  /** The other user's id, or the group's. */
  conv_id: string,
  /** Its kind: a number of {@link TIMConvType}. */
  conv_type: enumOf<TIMConvType>(),
  /** No longer in use by the engine. */
  conv_owner: string,
  /** URL of its picture. */
  conv_face_url: sometimes(string),
  /** How many messages are unread. */
  conv_unread_num: count,
  /** When it last changed, in seconds since 1970. */
  conv_active_time: seconds,
  /** Whether it has a last message. */
  conv_is_has_lastmsg: boolean,
  /** The last message. */
  conv_last_msg: message<Json_value_msg>(),
  /** Whether it has a draft. */
  conv_is_has_draft: boolean,
  /** The draft. */
  conv_draft: object<draftParams>(draftFields),
  /** How its messages are received: a number of {@link TIMReceiveMessageOpt}. */
  conv_recv_opt: enumOf<TIMReceiveMessageOpt>(),
  /** Kind of the group: a number of TIMGroupType. */
  conv_group_type: sometimes(uint32),
  /** Who mentioned the user. */
  conv_group_at_info_array: arrayOf(object<GroupAtInfo>(groupAtInfoFields)),
  /** Whether it is pinned. */
  conv_is_pinned: boolean,
  /** The name to show: of a group its name or id; of a user the remark, the nickname or the id. */
  conv_show_name: string,
  /** Its marks: numbers of {@link TIMConversationMarkType}, and an application's own from 2^32 to 2^63. */
  conv_mark_array: arrayOf(uint64),
  /** Data of the application's own, up to 256 bytes. */
  conv_custom_data: string,
  /** The conversation groups that it is in. */
  conv_conversation_group_array: arrayOf(string),
  /** One to one: up to when the other user has read, in seconds since 1970. */
  conv_c2c_read_timestamp: seconds,
  /** Group: up to which sequence number the user has read. */
  conv_group_read_sequence: uint64,
};

/** A conversation, as the engine returns it. */
export interface convInfo extends ResultFields<typeof convInfoFields> {}

/** What a call about one conversation has, in the documented API's spelling. */
interface CamelCaseConversation {
  /** The other user's id, or the group's. The engine answers -4 where it is empty. */
  convId: string;
  /** Its kind: a number of {@link TIMConvType}. The engine answers -4 to a number that is none. */
  convType: TIMConvType;
}

/** Parameter of TIMConvCreate. */
export interface convCreate extends CamelCaseConversation, CamelCaseCallParams {}

/** Parameter of TIMConvDelete. */
export interface convDelete extends convCreate {}

/** Parameter of TIMConvGetConvList. */
export interface getConvList extends CamelCaseCallParams {}

/** Parameter of TIMConvSetDraft. The spelling is that of the documented API. */
export interface convSetDrat extends CamelCaseConversation {
  /** The draft. */
  draftParam: draftParams;
}

/** Parameter of TIMConvCancelDraft. */
export interface convCancelDraft extends CamelCaseConversation {}

/** Fields of {@link convItem} (TIMConversationManager.h, GetConversationListParam). */
export const convItemFields = {
  /** The other user's id, or the group's. */
  get_conversation_list_param_conv_id: required(string),
  /** Its kind: a number of {@link TIMConvType}. */
  get_conversation_list_param_conv_type: required(enumOf<TIMConvType>()),
};

/** Names a conversation. */
export interface convItem extends ParameterFields<typeof convItemFields> {}

/** Parameter of TIMConvGetConvInfo. */
export interface convGetConvInfo extends CallParams {
  /** Which conversations; the engine answers 6017 to none. */
  json_get_conv_list_param: convItem[];
}

/** Parameter of TIMConvPinConversation. */
export interface convPinConversation extends CamelCaseConversation, CallParams {
  /** Whether to pin it. */
  isPinned: boolean;
}

/** Parameter of TIMConvGetTotalUnreadMessageCount. */
export interface convGetTotalUnreadMessageCount extends CallParams {}

/** Result of TIMConvGetTotalUnreadMessageCount and TIMConvGetUnreadMessageCountByFilter. */
export interface totalUnreadCountResult {
  /** How many messages are unread, but for conversations whose messages are not notified. */
  conv_get_total_unread_message_count_result_unread_count: number;
}

/** Fields of a {@link TIMConversationListFilter} (TIMConversationManager.h). A field that is absent filters nothing. */
export const conversationListFilterFields = {
  /** Their kind: a number of {@link TIMConvType}. */
  conversation_list_filter_conv_type: enumOf<TIMConvType>(),
  /** Only with this mark, or one of these: numbers of {@link TIMConversationMarkType}; 0 for those with none. */
  conversation_list_filter_mark_type: uint64,
  /** Only of this conversation group; `''` for those in none. */
  conversation_list_filter_conversation_group: string,
  /** True: only with unread messages; false: only without. */
  conversation_list_filter_has_unread_count: boolean,
  /** True: only where the user was mentioned; false: only where not. */
  conversation_list_filter_has_group_at_info: boolean,
};

/** Which conversations. */
export interface ConversationFilterFields extends LooseFields<typeof conversationListFilterFields> {}

/** Which conversations, and which page of them. The documented API has all in one object. */
export interface ConversationFilterPage extends ConversationFilterFields {
  /** Where to go on: 0 at first (the default), then what the last page said. */
  conversation_list_filter_next_seq?: number | bigint;
  /** How many at once: 0 to 4294967295. Default: 20. */
  conversation_list_filter_count?: number;
}

/** Parameter of TIMConvGetConversationListByFilter, and of the calls that count unread messages by a filter. */
export interface TIMConversationListFilter extends CallParams {
  /** Which conversations, and how many. */
  params: ConversationFilterPage;
}

/** Result of TIMConvGetConversationListByFilter. */
export interface TIMConversationListResult {
  /** The conversations. Absent where none were asked for. */
  conversation_list_result_conv_list: convInfo[];
  /** Where to go on. */
  conversation_list_result_next_seq: number | bigint;
  /** Whether this was the last page. */
  conversation_list_result_is_finished: boolean;
}

/** Fields of {@link TIMConversationOperationResult} (TIMConversationManager.h). */
export const conversationOperationResultFields = {
  /** Its id, beginning with `c2c_` or `group_`. */
  conversation_operation_result_conversation_id: string,
  /** 0 for success. */
  conversation_operation_result_result_code: int32,
  /** What the engine says about the code. */
  conversation_operation_result_result_info: string,
};

/** What a call on several conversations did to one of them. */
export interface TIMConversationOperationResult extends ResultFields<
  typeof conversationOperationResultFields
> {}

/** What a call about several conversations has. */
interface SeveralConversations extends CallParams {
  /** Their ids: `c2c_` with the other user's id, or `group_` with the group's. */
  conversation_id_array: string[];
}

/** Parameter of TIMConvDeleteConversationList. */
export interface DeleteConvListParam extends SeveralConversations {
  /** Whether their messages are deleted too, from the store and at the service. */
  clearMessage: boolean;
}

/** Parameter of TIMConvSetConversationCustomData. */
export interface setConvCustomDataParam extends SeveralConversations {
  /** Data of the application's own; the service takes up to 256 bytes. */
  custom_data: string;
}

/** Parameter of TIMConvMarkConversation. */
export interface MarkConversationParam extends SeveralConversations {
  /** Numbers of {@link TIMConversationMarkType}, or an application's own: a power of two from 2^32 to 2^63. */
  mark_type: TIMConversationMarkType | number | bigint;
  /** Whether to put the mark on or to take it off. */
  enable_mark: boolean;
}

/** Parameter of TIMConvCleanConversationUnreadMessageCount. The spelling is that of the documented API. */
export interface CleanUnreadMessageCoutParam extends CallParams {
  /** `c2c_` with a user's id, `group_` with a group's, `c2c` or `group` for all of a kind, `''` for all. */
  conversation_id: string;
  /** One to one: up to when, in seconds since 1970; 0 for all. */
  clean_timestamp: number;
  /** Group: up to which sequence number; 0 for all. */
  clean_sequence: number | bigint;
}

/** Parameter of the calls that put conversations into a conversation group, or take them out. */
export interface createConversationGroupParam extends SeveralConversations {
  /** Name of the group; 1 to 32 bytes. */
  group_name: string;
}

/** Parameter of TIMConvGetConversationGroupList. */
export interface getConvGroupList extends CallParams {}

/** Parameter of TIMConvDeleteConversationGroup. */
export interface deleteConvGroupParam extends CallParams {
  /** Name of the group; 1 to 32 bytes. */
  group_name: string;
}

/** Parameter of TIMConvRenameConversationGroup. */
export interface renameConvGroupParam extends CallParams {
  /** Its name now. */
  old_name: string;
  /** Its new name; 1 to 32 bytes. */
  new_name: string;
}

/** Result of TIMConvGetConversationGroupList, in the documented API's form. */
export interface convGroupListResult {
  /** Names of the groups. */
  conv_group_array: string[];
}

// Named in docstrings only.
export type { TIMGroupAtType, TIMReceiveMessageOpt };
