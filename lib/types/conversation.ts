import type { LooseElem } from './elements.js';
import type { TIMConvType, TIMConversationMarkType, TIMGroupAtType, TIMReceiveMessageOpt } from './enums.js';
import type { Json_value_msg } from './message.js';

/** Somebody mentioned the user in a group (TIMConversationManager.h). */
export interface GroupAtInfo {
  /** Sequence number of the message. */
  conv_group_at_info_seq: number | bigint;
  /** Who was mentioned. */
  conv_group_at_info_at_type: TIMGroupAtType;
}

/** The message of a draft. */
export interface draftMessage {
  /** What it consists of. */
  message_elem_array: LooseElem[];
}

/** A draft (TIMConversationManager.h). */
export interface draftParams {
  /** When it was written, in seconds since 1970. */
  draft_edit_time: number;
  /** The message. */
  draft_msg: draftMessage;
  /** Data of the application's own. */
  draft_user_define: string;
}

/** A conversation, as the engine returns it (TIMConversationManager.h, ConvInfo). */
export interface convInfo {
  /** The other user's id, or the group's. */
  conv_id: string;
  /** Its kind. */
  conv_type: TIMConvType;
  /** No longer in use by the engine. */
  conv_owner: string;
  /** URL of its picture. */
  conv_face_url?: string;
  /** How many messages are unread. */
  conv_unread_num: number;
  /** When it last changed, in seconds since 1970. */
  conv_active_time: number;
  /** Whether it has a last message. */
  conv_is_has_lastmsg: boolean;
  /** The last message. */
  conv_last_msg: Json_value_msg;
  /** Whether it has a draft. */
  conv_is_has_draft: boolean;
  /** The draft. */
  conv_draft: draftParams;
  /** How its messages are received. */
  conv_recv_opt: TIMReceiveMessageOpt;
  /** Kind of the group. */
  conv_group_type?: string;
  /** Who mentioned the user. */
  conv_group_at_info_array: GroupAtInfo[];
  /** Whether it is pinned. */
  conv_is_pinned: boolean;
  /** The name to show. */
  conv_show_name: string;
  /** Its marks. */
  conv_mark_array: TIMConversationMarkType[];
  /** Data of the application's own. */
  conv_custom_data: string;
  /** The conversation groups that it is in. */
  conv_conversation_group_array: string[];
  /** One to one: up to when the other user has read, in seconds since 1970. */
  conv_c2c_read_timestamp: number;
  /** Group: up to which sequence number the user has read. */
  conv_group_read_sequence: number | bigint;
}

/** Parameter of TIMConvCreate. */
export interface convCreate {
  /** The other user's id, or the group's. */
  convId: string;
  /** Its kind. */
  convType: TIMConvType;
  /** Returned with the result. */
  userData?: string;
}

/** Parameter of TIMConvDelete. */
export interface convDelete extends convCreate {}

/** Parameter of TIMConvGetConvList. */
export interface getConvList {
  /** Returned with the result. */
  userData?: string;
}

/** Parameter of TIMConvSetDraft. The spelling is that of the documented API. */
export interface convSetDrat {
  /** The other user's id, or the group's. */
  convId: string;
  /** Its kind. */
  convType: TIMConvType;
  /** The draft. */
  draftParam: draftParams;
}

/** Parameter of TIMConvCancelDraft. */
export interface convCancelDraft {
  /** The other user's id, or the group's. */
  convId: string;
  /** Its kind. */
  convType: TIMConvType;
}

/** Names a conversation. */
export interface convItem {
  /** The other user's id, or the group's. */
  get_conversation_list_param_conv_id: string;
  /** Its kind. */
  get_conversation_list_param_conv_type: TIMConvType;
}

/** Parameter of TIMConvGetConvInfo. */
export interface convGetConvInfo {
  /** Which conversations. */
  json_get_conv_list_param: convItem[];
  /** Returned with the result. */
  user_data?: string;
}

/** Parameter of TIMConvPinConversation. */
export interface convPinConversation {
  /** The other user's id, or the group's. */
  convId: string;
  /** Its kind. */
  convType: TIMConvType;
  /** Whether to pin it. */
  isPinned: boolean;
  /** Returned with the result. */
  user_data?: string;
}

/** Parameter of TIMConvGetTotalUnreadMessageCount. */
export interface convGetTotalUnreadMessageCount {
  /** Returned with the result. */
  user_data?: string;
}

/** Result of TIMConvGetTotalUnreadMessageCount. */
export interface totalUnreadCountResult {
  /** How many messages are unread in all conversations. */
  conv_get_total_unread_message_count_result_unread_count: number;
}

/** Parameter of TIMConvGetConversationListByFilter. */
export interface TIMConversationListFilter {
  /** Which conversations, and how many. */
  params: {
    /** Their kind. */
    conversation_list_filter_conv_type: TIMConvType;
    /** Where to go on; 0 at first. */
    conversation_list_filter_next_seq?: number | bigint;
    /** How many at once. */
    conversation_list_filter_count?: number;
    /** Only with this mark. */
    conversation_list_filter_mark_type?: TIMConversationMarkType;
    /** Only of this conversation group. */
    conversation_list_filter_conversation_group?: string;
    /** Only with unread messages. */
    conversation_list_filter_has_unread_count?: boolean;
    /** Only where the user was mentioned. */
    conversation_list_filter_has_group_at_info?: boolean;
  };
  /** Returned with the result. */
  user_data?: string;
}

/** Result of TIMConvGetConversationListByFilter. */
export interface TIMConversationListResult {
  /** The conversations. */
  conversation_list_result_conv_list: convInfo[];
  /** Where to go on. */
  conversation_list_result_next_seq: number | bigint;
  /** Whether this was the last page. */
  conversation_list_result_is_finished: boolean;
}

/** What a call on several conversations did to one of them. */
export interface TIMConversationOperationResult {
  /** Its id, beginning with `c2c_` or `group_`. */
  conversation_operation_result_conversation_id: string;
  /** 0 for success. */
  conversation_operation_result_result_code: number;
  /** What the engine says about the code. */
  conversation_operation_result_result_info: string;
}
