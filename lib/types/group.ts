import {
  TIMGroupAddOption,
  TIMGroupMemberRole,
  TIMGroupTipGroupChangeFlag,
  TIMReceiveMessageOpt,
} from './enums.js';
import {
  arrayOf,
  boolean,
  needed,
  notKept,
  object,
  oneOf,
  required,
  sometimes,
  string,
  uint32,
  uint64,
} from './fields.js';
import type { LooseFields, StrictFields } from './fields.js';

/** Fields of {@link GroupMemberInfoCustemString} (TIMGroupManager.h, GroupMemberInfoCustomString). */
export const groupMemberInfoCustomStringFields = {
  /** Name of the custom field. */
  group_member_info_custom_string_info_key: required(string),
  /** Its value. */
  group_member_info_custom_string_info_value: required(string),
};

/** One custom field of a group member. The spelling is that of the documented API. */
export interface GroupMemberInfoCustemString extends LooseFields<typeof groupMemberInfoCustomStringFields> {}
/** {@link GroupMemberInfoCustemString}, strictly. */
export interface StrictGroupMemberInfoCustomString extends StrictFields<
  typeof groupMemberInfoCustomStringFields
> {}

/**
 * Fields of {@link GroupMemberInfo} (TIMGroupManager.h).
 *
 * Of the sender of a saved group message the id, role, receive option and name card are kept; the rest is accepted, and
 * read back empty. A one-to-one message keeps none of it.
 */
export const groupMemberInfoFields = {
  /** The member's user id. */
  group_member_info_identifier: string,
  /** The group's id. */
  group_member_info_group_id: notKept(string),
  /** When the member joined, in seconds since 1970. */
  group_member_info_join_time: notKept(uint32),
  /** A number of {@link TIMGroupMemberRole}. */
  group_member_info_member_role: oneOf(
    TIMGroupMemberRole.kTIMMemberRole_None,
    TIMGroupMemberRole.kTIMMemberRole_Normal,
    TIMGroupMemberRole.kTIMMemberRole_Admin,
    TIMGroupMemberRole.kTIMMemberRole_Owner,
  ),
  /** How the member receives messages: a number of {@link TIMReceiveMessageOpt}. */
  group_member_info_msg_flag: oneOf(
    TIMReceiveMessageOpt.kTIMRecvMsgOpt_Receive,
    TIMReceiveMessageOpt.kTIMRecvMsgOpt_Not_Receive,
    TIMReceiveMessageOpt.kTIMRecvMsgOpt_Not_Notify,
    TIMReceiveMessageOpt.kTIMRecvMsgOpt_Not_Notify_Except_At,
  ),
  /** Sequence number of the last message that the member has read. */
  group_member_info_msg_seq: notKept(uint32),
  /** Until when the member is muted, in seconds since 1970; 0 is not muted. */
  group_member_info_shutup_time: notKept(uint32),
  /** The member's name in this group. */
  group_member_info_name_card: string,
  /** The member's nickname. */
  group_member_info_nick_name: notKept(string),
  /** The name that the logged-in user gave this friend. */
  group_member_info_friend_remark: notKept(string),
  /** URL of the member's picture. */
  group_member_info_face_url: notKept(string),
  /** The member's custom fields. */
  group_member_info_custom_info: notKept(
    arrayOf(
      object<GroupMemberInfoCustemString, StrictGroupMemberInfoCustomString>(
        groupMemberInfoCustomStringFields,
      ),
    ),
  ),
  /** Whether the member is online. */
  group_member_info_is_online: notKept(boolean),
  /** The devices with which the member is online. */
  group_member_info_online_devices: notKept(arrayOf(string)),
};

/** What is known about a member of a group. */
export interface GroupMemberInfo extends LooseFields<typeof groupMemberInfoFields> {}
/** {@link GroupMemberInfo}, strictly: what the engine keeps of the sender of a saved message. */
export interface StrictGroupMemberInfo extends StrictFields<typeof groupMemberInfoFields> {}

/** Fields of {@link GroupTipGroupChangeInfo} (TIMGroupManager.h). */
export const groupTipGroupChangeInfoFields = {
  /**
   * What changed: a number of {@link TIMGroupTipGroupChangeFlag}. The engine's store keeps 1-6, 8, 9, 11 and 12, one of
   * each (of 6, custom fields, any number), and drops a change with any other or none. A save refuses what it would drop.
   */
  group_tips_group_change_info_flag: needed(
    oneOf(
      TIMGroupTipGroupChangeFlag.kTIMGroupTipChangeFlag_Name,
      TIMGroupTipGroupChangeFlag.kTIMGroupTipChangeFlag_Introduction,
      TIMGroupTipGroupChangeFlag.kTIMGroupTipChangeFlag_Notification,
      TIMGroupTipGroupChangeFlag.kTIMGroupTipChangeFlag_FaceUrl,
      TIMGroupTipGroupChangeFlag.kTIMGroupTipChangeFlag_Owner,
      TIMGroupTipGroupChangeFlag.kTIMGroupTipChangeFlag_Custom,
      TIMGroupTipGroupChangeFlag.kTIMGroupTipChangeFlag_ShutupAll,
      TIMGroupTipGroupChangeFlag.kTIMGroupTipChangeFlag_TopicCustomData,
      TIMGroupTipGroupChangeFlag.kTIMGroupTipChangeFlag_GroupAddOpt,
      TIMGroupTipGroupChangeFlag.kTIMGroupTipChangeFlag_GroupApproveOpt,
    ),
  ),
  /** Its new value, with flags 1-6 and 9. */
  group_tips_group_change_info_value: sometimes(string),
  /** Name of the custom field, with flag 6. */
  group_tips_group_change_info_key: sometimes(string),
  /** Its new value, with flag 8. */
  group_tips_group_change_info_bool_value: sometimes(boolean),
  /** Its new value, with flags 11 and 12: a number of {@link TIMGroupAddOption}. */
  group_tips_group_change_info_int_value: sometimes(
    oneOf(
      TIMGroupAddOption.kTIMGroupAddOpt_Forbid,
      TIMGroupAddOption.kTIMGroupAddOpt_Auth,
      TIMGroupAddOption.kTIMGroupAddOpt_Any,
    ),
  ),
  /** Its new value, where that is a bit mask of permissions. Not stored. */
  group_tips_group_change_info_uint64_value: notKept(sometimes(uint64)),
};

/** One change of a group's data. */
export interface GroupTipGroupChangeInfo extends LooseFields<typeof groupTipGroupChangeInfoFields> {}
/** {@link GroupTipGroupChangeInfo}, strictly. */
export interface StrictGroupTipGroupChangeInfo extends StrictFields<typeof groupTipGroupChangeInfoFields> {}

/** Fields of {@link GroupTipMemberChangeInfo} (TIMGroupManager.h). */
export const groupTipMemberChangeInfoFields = {
  /** The member's user id. */
  group_tips_member_change_info_identifier: required(string),
  /** For how long the member is muted, in seconds. */
  group_tips_member_change_info_shutupTime: uint32,
};

/** One change of a member's data. */
export interface GroupTipMemberChangeInfo extends LooseFields<typeof groupTipMemberChangeInfoFields> {}
/** {@link GroupTipMemberChangeInfo}, strictly. */
export interface StrictGroupTipMemberChangeInfo extends StrictFields<typeof groupTipMemberChangeInfoFields> {}

/** Fields of {@link GroupTipMemberMarkChangeInfo} (TIMGroupManager.h). */
export const groupTipMemberMarkChangeInfoFields = {
  /** True where the mark was put on, false where it was taken off. */
  group_tips_member_mark_change_info_enableMark: required(boolean),
  /** Which mark, by a numbering of the application. */
  group_tips_member_mark_change_info_markType: uint32,
  /** The members' user ids. */
  group_tips_member_mark_change_info_userIDList: arrayOf(string),
};

/** A mark put on members, or taken off. */
export interface GroupTipMemberMarkChangeInfo extends LooseFields<
  typeof groupTipMemberMarkChangeInfoFields
> {}
