import type { ElemTypes } from './elements.js';
import { TIMMsgPriority } from './enums.js';
import type { TIMConvType, TIMMsgStatus, TIMPlatform } from './enums.js';
import {
  arrayOf,
  boolean,
  elements,
  enumOf,
  int32,
  notKept,
  object,
  oneOf,
  required,
  seconds,
  sometimes,
  string,
  uint32,
  uint64,
} from './fields.js';
import type { LooseFields, ResultFields, StrictFields } from './fields.js';
import { groupMemberInfoFields } from './group.js';
import type { GroupMemberInfo, StrictGroupMemberInfo } from './group.js';
import { offlinePushConfigFields } from './push.js';
import type { OfflinePushConfig, StrictOfflinePushConfig } from './push.js';
import { userProfileFields } from './user.js';
import type { StrictUserProfile, userProfile } from './user.js';

/** In `message_group_at_user_array`: everyone in the group (TIMMessageManager.h). */
export const kImSDK_MessageAtALL = '__kImSDK_MessageAtALL__';

/**
 * Fields of {@link Json_value_msg} (TIMMessageManager.h, Message; what a save keeps: by experiment).
 *
 * Where a docstring says "set by the engine", a save accepts a value of the right type and stores its own.
 */
export const messageFields = {
  /**
   * What the message consists of. A read gives files and sounds first, the last of them foremost, and then the other
   * elements in their order: to keep an order of files, save them as a message each.
   */
  message_elem_array: required(elements<ElemTypes>()),
  /** Id of the conversation. Set by the engine from the call's `conv_id`. */
  message_conv_id: notKept(string),
  /** Kind of the conversation: a number of {@link TIMConvType}. Set by the engine from the call's `conv_type`. */
  message_conv_type: notKept(enumOf<TIMConvType>()),
  /** User id of the sender. Absent, `''` and the logged-in user's id all mean the user. */
  message_sender: string,
  /** A number of {@link TIMMsgPriority}; matters when a message is sent. Read back as 1 (normal). */
  message_priority: notKept(
    oneOf(
      TIMMsgPriority.kTIMMsgPriority_High,
      TIMMsgPriority.kTIMMsgPriority_Normal,
      TIMMsgPriority.kTIMMsgPriority_Low,
      TIMMsgPriority.kTIMMsgPriority_Lowest,
    ),
  ),
  /** When the message was made, in seconds since 1970. Set by the engine: the time of the save. */
  message_client_time: notKept(seconds),
  /** When the service took the message, in seconds since 1970. Set by the engine: the time of the save. */
  message_server_time: notKept(seconds),
  /** Whether the user sent the message. Set by the engine from the sender. */
  message_is_from_self: notKept(boolean),
  /** A number of {@link TIMPlatform}. Set by the engine: 0. */
  message_platform: notKept(enumOf<TIMPlatform>()),
  /** Whether the user has read the message. Set by the engine from the sender. */
  message_is_read: notKept(boolean),
  /** Whether the message is for receivers who are online only; matters when a message is sent. Not stored. */
  message_is_online_msg: notKept(boolean),
  /** Whether the peer has read the conversation up to this message. Set by the engine. */
  message_is_peer_read: notKept(boolean),
  /** Whether the peer sent a read receipt for this message. */
  message_receipt_peer_read: notKept(boolean),
  /** Whether the sender wants read receipts. */
  message_need_read_receipt: boolean,
  /** Whether extensions may be put on the message. */
  message_support_message_extension: boolean,
  /** Whether the message went to a whole live group. Set by the engine. */
  message_is_broadcast_message: notKept(boolean),
  /** Whether a read receipt was sent for the message. Not stored. */
  message_has_sent_receipt: notKept(boolean),
  /** How many members have read the message. Not stored. */
  message_group_receipt_read_count: notKept(int32),
  /** How many members have not read the message. Not stored. */
  message_group_receipt_unread_count: notKept(int32),
  /** Version of a message that was modified. */
  message_version: uint64,
  /** A number of {@link TIMMsgStatus}. Set by the engine: 5 (imported). */
  message_status: notKept(enumOf<TIMMsgStatus>()),
  /** Id of the message in 64 bits. Set by the engine. Beyond 2^53 it is a bigint. */
  message_unique_id: notKept(uint64),
  /** Id of the message, with which it is found again. Set by the engine: sender, time and random number. */
  message_msg_id: notKept(string),
  /** Random number of the message. Set by the engine. */
  message_rand: notKept(uint64),
  /** Sequence number of the message. Set by the engine. */
  message_seq: notKept(uint64),
  /**
   * A number of the application's own, kept on this machine only: -2147483648 to 2147483647. The header says that it is
   * unsigned, and the store turns 4294967295 into -1.
   */
  message_custom_int: int32,
  /** Data of the application's own, kept on this machine only. */
  message_custom_str: string,
  /** Data of the application's own, which also goes to the service when the message is sent. */
  message_cloud_custom_str: string,
  /** True: the message does not count as unread. */
  message_is_excluded_from_unread_count: boolean,
  /** User ids that are mentioned in a group; {@link kImSDK_MessageAtALL} for everyone. Empty ones are dropped. */
  message_group_at_user_array: sometimes(arrayOf(string)),
  /** True when a message is sent that was received from someone else. Not stored. */
  message_is_forward_message: notKept(sometimes(boolean)),
  /** Profile of the sender. A saved message keeps nickname and picture, unless the user is the sender. */
  message_sender_profile: object<userProfile, StrictUserProfile>(userProfileFields),
  /** The sender as a member of the group. A one-to-one message keeps none of it. */
  message_sender_group_member_info: sometimes(
    object<GroupMemberInfo, StrictGroupMemberInfo>(groupMemberInfoFields),
  ),
  /** True: the message is not shown as the conversation's last. */
  message_excluded_from_last_message: boolean,
  /** True: the message is not moderated. */
  message_excluded_from_content_moderation: boolean,
  /** Id of a moderation rule; matters when a message is sent. Not stored. */
  message_custom_moderation_configuration_id: notKept(string),
  /** Whether moderation found a risk. Set by the engine. */
  message_has_risk_content: notKept(boolean),
  /** What moderation found, by a numbering of the service. */
  message_risk_type_identified: uint32,
  /** The only members of the group who get the message; matters when a message is sent. Not stored. */
  message_target_group_member_array: notKept(sometimes(arrayOf(string))),
  /** How the message is notified to a receiver who is offline. */
  message_offline_push_config: sometimes(
    object<OfflinePushConfig, StrictOfflinePushConfig>(offlinePushConfigFields),
  ),
  /** Who withdrew the message. Not stored. */
  message_revoker_user_id: notKept(string),
  /** Nickname of who withdrew the message. Not stored. */
  message_revoker_nick_name: notKept(string),
  /** URL of the picture of who withdrew the message. Not stored. */
  message_revoker_face_url: notKept(string),
  /** Why the message was withdrawn. Not stored. */
  message_revoke_reason: notKept(string),
  /** Who pinned the message. Not stored. */
  message_pinner_user_id: notKept(string),
  /** Nickname of who pinned the message. Not stored. */
  message_pinner_nick_name: notKept(string),
  /** The name that the logged-in user gave who pinned the message. Not stored. */
  message_pinner_friend_remark: notKept(string),
  /** Name in the group of who pinned the message. Not stored. */
  message_pinner_name_card: notKept(string),
  /** URL of the picture of who pinned the message. Not stored. */
  message_pinner_face_url: notKept(string),
};

/**
 * A message, as it is passed to the engine and as the engine returns it.
 *
 * Loose on purpose: each field is optional and an element may carry any element field. {@link StrictMessage} and
 * {@link StrictElem} are the stricter input types; {@link ResultMessage} has elements to narrow by `elem_type`.
 */
export interface Json_value_msg extends LooseFields<typeof messageFields> {}

/** A message to save, strictly: only what the engine's store keeps as it was given. */
export interface StrictMessage extends StrictFields<typeof messageFields> {}

/** A message as the engine returns it; its elements are to be narrowed by `elem_type`. */
export interface ResultMessage extends ResultFields<typeof messageFields> {}
