import { TIMElemType, TIMGroupJoinType, TIMGroupTipType, TIMImageLevel } from './enums.js';
import type {
  TIMFriendChangeType,
  TIMFriendPendencyType,
  TIMGroupReportType,
  TIMProfileChangeType,
  TIMReceiveMessageOpt,
} from './enums.js';
import {
  arrayOf,
  boolean,
  double,
  enumOf,
  hex,
  ignored,
  int32,
  notKept,
  object,
  oneOf,
  required,
  seconds,
  sometimes,
  string,
  uint32,
  unsavedArray,
} from './fields.js';
import type { LooseFields, ResultFields, StrictFields } from './fields.js';
import {
  groupMemberInfoFields,
  groupTipGroupChangeInfoFields,
  groupTipMemberChangeInfoFields,
} from './group.js';
import type {
  GroupMemberInfo,
  GroupTipGroupChangeInfo,
  GroupTipMemberChangeInfo,
  GroupTipMemberMarkChangeInfo,
  StrictGroupMemberInfo,
  StrictGroupTipGroupChangeInfo,
  StrictGroupTipMemberChangeInfo,
} from './group.js';
import type { Json_value_msg } from './message.js';
import { userProfileFields, userProfileItemFields } from './user.js';
import type { StrictUserProfile, UserProfileItem, userProfile } from './user.js';

/** Fields of {@link TextElem} (TIMMessageManager.h). */
export const textElemFields = {
  /** The text. Up to 307 147 bytes of UTF-8 in a message that is saved. */
  text_elem_content: required(string),
};

/** Text. */
export interface TextElem extends LooseFields<typeof textElemFields> {}

/** Fields of {@link ImageElem} (TIMMessageManager.h). */
export const imageElemFields = {
  /** Path of the picture on this machine. The engine does not look whether it exists. */
  image_elem_orig_path: required(string),
  /** How strongly it is compressed before it is sent: a number of {@link TIMImageLevel}. */
  image_elem_level: oneOf(
    TIMImageLevel.kTIMImageLevel_Orig,
    TIMImageLevel.kTIMImageLevel_Compression,
    TIMImageLevel.kTIMImageLevel_HD,
  ),
  /** Format: 255 unknown, 1 JPEG, 2 GIF, 3 PNG, 4 BMP. */
  image_elem_format: int32,
  /** Id of the picture as it was sent. */
  image_elem_orig_id: string,
  /** Its height in pixels. */
  image_elem_orig_pic_height: int32,
  /** Its width in pixels. */
  image_elem_orig_pic_width: int32,
  /** Its size in bytes. */
  image_elem_orig_pic_size: int32,
  /** Id of the thumbnail (shorter side 198 pixels). Of a saved message, a read gives the original's id. */
  image_elem_thumb_id: notKept(string),
  /** The thumbnail's height in pixels. */
  image_elem_thumb_pic_height: int32,
  /** The thumbnail's width in pixels. */
  image_elem_thumb_pic_width: int32,
  /** The thumbnail's size in bytes. */
  image_elem_thumb_pic_size: int32,
  /** Id of the large picture (shorter side 720 pixels). Of a saved message, a read gives the original's id. */
  image_elem_large_id: notKept(string),
  /** The large picture's height in pixels. */
  image_elem_large_pic_height: int32,
  /** The large picture's width in pixels. */
  image_elem_large_pic_width: int32,
  /** The large picture's size in bytes. */
  image_elem_large_pic_size: int32,
  /** URL of the picture as it was sent. */
  image_elem_orig_url: string,
  /** URL of the thumbnail. */
  image_elem_thumb_url: string,
  /** URL of the large picture. */
  image_elem_large_url: string,
  /** @deprecated The engine does not know this field. */
  image_elem_task_id: ignored<number>(),
};

/** A picture. */
export interface ImageElem extends LooseFields<typeof imageElemFields> {}

/** Fields of {@link SoundElem} (TIMMessageManager.h). */
export const soundElemFields = {
  /** Path of the recording on this machine. The engine does not look whether it exists. */
  sound_elem_file_path: required(string),
  /** Size of the file in bytes. */
  sound_elem_file_size: int32,
  /** Length of the recording in seconds. */
  sound_elem_file_time: int32,
  /** Id of the recording as it was sent. */
  sound_elem_file_id: string,
  /** A number that a download needs. */
  sound_elem_business_id: int32,
  /** @deprecated The engine does not know this field. */
  sound_elem_download_flag: ignored<number>(),
  /** URL of the recording. */
  sound_elem_url: sometimes(string),
  /** @deprecated The engine does not know this field. */
  sound_elem_task_id: ignored<number>(),
};

/** A voice recording. */
export interface SoundElem extends LooseFields<typeof soundElemFields> {}

/** Fields of {@link CustomElem} (TIMMessageManager.h). */
export const customElemFields = {
  /** The data; binary data must be turned into text first, such as base64. */
  custom_elem_data: required(string),
  /** A description. */
  custom_elem_desc: string,
  /** What an offline push carries. */
  custom_elem_ext: string,
  /** The sound of an offline push. */
  custom_elem_sound: string,
};

/** Data of the application's own making. */
export interface CustomElem extends LooseFields<typeof customElemFields> {}

/** Fields of {@link FileElem} (TIMMessageManager.h). */
export const fileElemFields = {
  /** Path of the file on this machine. The engine does not look whether it exists. */
  file_elem_file_path: required(string),
  /** The name to show. */
  file_elem_file_name: string,
  /** Size in bytes. */
  file_elem_file_size: int32,
  /** Id of the file as it was sent. */
  file_elem_file_id: string,
  /** A number that a download needs. */
  file_elem_business_id: int32,
  /** @deprecated The engine does not know this field. */
  file_elem_download_flag: ignored<number>(),
  /** URL of the file. */
  file_elem_url: sometimes(string),
  /** @deprecated The engine does not know this field. */
  file_elem_task_id: ignored<number>(),
};

/** A file. */
export interface FileElem extends LooseFields<typeof fileElemFields> {}

/**
 * Fields of {@link GroupTipsElem} (TIMGroupManager.h).
 *
 * Of the profiles the engine's store keeps id, nickname, picture, level, role and custom fields, and of the members id,
 * role, receive option and name card. It gives the changes of the group's data in an order of its own, and custom fields
 * by their names.
 */
export const groupTipsElemFields = {
  /** What happened: a number of {@link TIMGroupTipType}. The engine's store turns 8 (a mark) into 0. */
  group_tips_elem_tip_type: required(
    oneOf(
      TIMGroupTipType.kTIMGroupTip_None,
      TIMGroupTipType.kTIMGroupTip_Invite,
      TIMGroupTipType.kTIMGroupTip_Quit,
      TIMGroupTipType.kTIMGroupTip_Kick,
      TIMGroupTipType.kTIMGroupTip_SetAdmin,
      TIMGroupTipType.kTIMGroupTip_CancelAdmin,
      TIMGroupTipType.kTIMGroupTip_GroupInfoChange,
      TIMGroupTipType.kTIMGroupTip_MemberInfoChange,
      TIMGroupTipType.kTIMGroupTip_TopicInfoChange,
      TIMGroupTipType.KTIMGroupTip_PinnedMessageAdded,
      TIMGroupTipType.KTIMGroupTip_PinnedMessageDeleted,
    ),
  ),
  /** How the member came into the group, where that is what happened: a number of {@link TIMGroupJoinType}. */
  group_tips_elem_join_type: oneOf(
    TIMGroupJoinType.kTIMGroupJoin_None,
    TIMGroupJoinType.kTIMGroupJoin_Apply,
    TIMGroupJoinType.kTIMGroupJoin_Invite,
  ),
  /** User id of who did it. */
  group_tips_elem_op_user: string,
  /** The group's id. */
  group_tips_elem_group_id: string,
  /** User ids of those it was done to. */
  group_tips_elem_user_array: sometimes(arrayOf(string)),
  /** What changed in the group's data. */
  group_tips_elem_group_change_info_array: sometimes(
    arrayOf(object<GroupTipGroupChangeInfo, StrictGroupTipGroupChangeInfo>(groupTipGroupChangeInfoFields)),
  ),
  /** What changed in members' data. */
  group_tips_elem_member_change_info_array: sometimes(
    arrayOf(object<GroupTipMemberChangeInfo, StrictGroupTipMemberChangeInfo>(groupTipMemberChangeInfoFields)),
  ),
  /** Profile of who did it. Without an id the engine would lose nickname and picture, so a save refuses them then. */
  group_tips_elem_op_user_info: object<userProfile, StrictUserProfile>(userProfileFields),
  /** Who did it, as a member of the group. */
  group_tips_elem_op_group_memberinfo: object<GroupMemberInfo, StrictGroupMemberInfo>(groupMemberInfoFields),
  /** Profiles of those it was done to. */
  group_tips_elem_changed_user_info_array: sometimes(
    arrayOf(object<userProfile, StrictUserProfile>(userProfileFields)),
  ),
  /** Those it was done to, as members of the group. */
  group_tips_elem_changed_group_memberinfo_array: sometimes(
    arrayOf(object<GroupMemberInfo, StrictGroupMemberInfo>(groupMemberInfoFields)),
  ),
  /** How many members the group has, where members came or went. */
  group_tips_elem_member_num: uint32,
  /** The platform of who did it, in words. */
  group_tips_elem_platform: string,
  /** Marks put on members, or taken off. The engine's store drops them, so a save refuses all but an empty array. */
  group_tips_elem_member_mark_info_array: unsavedArray<GroupTipMemberMarkChangeInfo>(),
  /** The message that was pinned, or no longer is; its form is not documented, and the engine does not read it. */
  group_tips_elem_pinned_message_list: ignored<object>(),
};

/** What happened in a group, told to all its members. */
export interface GroupTipsElem extends LooseFields<typeof groupTipsElemFields> {}

/** Fields of {@link FaceElem} (TIMMessageManager.h). */
export const faceElemFields = {
  /** Index of the emoticon in the application's own set. */
  face_elem_index: required(int32),
  /** Data of the application's own making. */
  face_elem_buf: string,
};

/** An emoticon. */
export interface FaceElem extends LooseFields<typeof faceElemFields> {}

/** Fields of {@link LocationElem} (TIMMessageManager.h). */
export const locationElemFields = {
  /** The place in words. */
  location_elem_desc: string,
  /** Degrees of longitude. The engine keeps 16 significant digits. */
  location_elem_longitude: required(double),
  /** Degrees of latitude. The engine keeps 16 significant digits. */
  location_elem_latitude: required(double),
};

/** A place. */
export interface LocationElem extends LooseFields<typeof locationElemFields> {}

/** Fields of {@link GroupReportElem} (TIMMessageManager.h). */
export const groupReportElemFields = {
  /** What happened: a number of {@link TIMGroupReportType}. */
  group_report_elem_report_type: required(enumOf<TIMGroupReportType>()),
  /** The group's id. */
  group_report_elem_group_id: string,
  /** @deprecated The engine does not know this field. */
  group_report_elem_group_name: ignored<string>(),
  /** User id of who did it. */
  group_report_elem_op_user: string,
  /** Why, in words. */
  group_report_elem_msg: string,
  /** Data of the application's own making. */
  group_report_elem_user_data: string,
  /** Profile of who did it. */
  group_report_elem_op_user_info: object<userProfile, StrictUserProfile>(userProfileFields),
  /** Who did it, as a member of the group. */
  group_report_elem_op_group_memberinfo: object<GroupMemberInfo, StrictGroupMemberInfo>(
    groupMemberInfoFields,
  ),
  /** The platform of who did it, in words. */
  group_report_elem_platform: string,
  /** For how long the user is muted, in seconds. */
  group_report_elem_shut_up_time: sometimes(uint32),
  /** How the user now receives messages: a number of {@link TIMReceiveMessageOpt}. */
  group_report_elem_group_message_receive_option: sometimes(enumOf<TIMReceiveMessageOpt>()),
};

/** What happened in a group, told to one user. The engine's store does not keep it. */
export interface GroupReportElem extends LooseFields<typeof groupReportElemFields> {}

/** Fields of {@link VideoElem} (TIMMessageManager.h). */
export const videoElemFields = {
  /** Format of the video, such as `mp4`. */
  video_elem_video_type: string,
  /** Size of the video in bytes. */
  video_elem_video_size: int32,
  /** Length of the video in seconds. */
  video_elem_video_duration: int32,
  /** Path of the video on this machine. The engine does not look whether it exists. */
  video_elem_video_path: required(string),
  /** Id of the video as it was sent. */
  video_elem_video_id: string,
  /** A number that a download needs. */
  video_elem_business_id: int32,
  /** @deprecated The engine does not know this field. */
  video_elem_video_download_flag: ignored<number>(),
  /** URL of the video. */
  video_elem_video_url: sometimes(string),
  /** Format of the cover picture, such as `jpg`. */
  video_elem_image_type: string,
  /** Size of the cover picture in bytes. */
  video_elem_image_size: int32,
  /** Its width in pixels. */
  video_elem_image_width: int32,
  /** Its height in pixels. */
  video_elem_image_height: int32,
  /** Path of the cover picture on this machine. */
  video_elem_image_path: string,
  /** Id of the cover picture as it was sent. */
  video_elem_image_id: string,
  /** @deprecated The engine does not know this field. */
  video_elem_image_download_flag: ignored<number>(),
  /** URL of the cover picture. */
  video_elem_image_url: sometimes(string),
  /** @deprecated The engine does not know this field. */
  video_elem_task_id: ignored<number | string>(),
};

/** A video with its cover picture. */
export interface VideoElem extends LooseFields<typeof videoElemFields> {}

/** Fields of {@link FriendAddPendency} (TIMFriendshipManager.h). */
export const friendAddPendencyFields = {
  /** Which way the request goes: a number of {@link TIMFriendPendencyType}. */
  friend_add_pendency_type: enumOf<TIMFriendPendencyType>(),
  /** User id of who asks. */
  friend_add_pendency_identifier: string,
  /** Nickname of who asks. */
  friend_add_pendency_nick_name: string,
  /** URL of the picture of who asks. */
  friend_add_pendency_face_url: string,
  /** When, in seconds since 1970. */
  friend_add_pendency_add_time: seconds,
  /** Where the request comes from. */
  friend_add_pendency_add_source: string,
  /** What the request says. */
  friend_add_pendency_add_wording: string,
};

/** A request to become friends that waits for an answer. */
export interface FriendAddPendency extends LooseFields<typeof friendAddPendencyFields> {}

/** Fields of {@link FriendProfileCustemStringInfo} (TIMFriendshipManager.h, FriendProfileCustomStringInfo). */
export const friendProfileCustomStringFields = {
  /** Name of the custom field. */
  friend_profile_custom_string_info_key: required(string),
  /** Its value. */
  friend_profile_custom_string_info_value: required(string),
};

/** One custom field of what is kept about a friend. The spelling is that of the documented API. */
export interface FriendProfileCustemStringInfo extends LooseFields<typeof friendProfileCustomStringFields> {}

/** Fields of {@link FriendProfileItem} (TIMFriendshipManager.h). */
export const friendProfileItemFields = {
  /** The name given to the friend. */
  friend_profile_item_remark: string,
  /** The friend groups that the friend is in. */
  friend_profile_item_group_name_array: arrayOf(string),
  /** Custom fields. */
  friend_profile_item_custom_string_array: arrayOf(
    object<FriendProfileCustemStringInfo>(friendProfileCustomStringFields),
  ),
};

/** A change of what is kept about a friend: the parts that changed. */
export interface FriendProfileItem extends LooseFields<typeof friendProfileItemFields> {}

/** Fields of {@link FriendProfileUpdate} (TIMFriendshipManager.h). */
export const friendProfileUpdateFields = {
  /** The friend's user id. */
  friend_profile_update_identifier: string,
  /** What changed. */
  friend_profile_update_item: object<FriendProfileItem>(friendProfileItemFields),
};

/** A change of what is kept about a friend. */
export interface FriendProfileUpdate extends LooseFields<typeof friendProfileUpdateFields> {}

/** Fields of {@link FriendChangeElem} (TIMFriendshipManager.h). */
export const friendChangeElemFields = {
  /** What happened: a number of {@link TIMFriendChangeType}. */
  friend_change_elem_change_type: required(enumOf<TIMFriendChangeType>()),
  /** User ids of new friends. */
  friend_change_elem_friend_add_identifier_array: sometimes(arrayOf(string)),
  /** User ids of friends who were removed. */
  friend_change_elem_friend_del_identifier_array: sometimes(arrayOf(string)),
  /** New requests. */
  friend_change_elem_friend_add_pendency_array: sometimes(
    arrayOf(object<FriendAddPendency>(friendAddPendencyFields)),
  ),
  /** User ids whose requests were deleted. */
  friend_change_elem_pendency_del_identifier_array: sometimes(arrayOf(string)),
  /** When requests were read, in seconds since 1970. */
  friend_change_elem_pendency_readed_report_timestamp: sometimes(seconds),
  /** User ids that were blocked. */
  friend_change_elem_blacklist_add_identifier_array: sometimes(arrayOf(string)),
  /** User ids that are no longer blocked. */
  friend_change_elem_blacklist_del_identifier_array: sometimes(arrayOf(string)),
  /** What changed about friends. */
  friend_change_elem_friend_profile_update_item_array: sometimes(
    arrayOf(object<FriendProfileUpdate>(friendProfileUpdateFields)),
  ),
  /** Names of new friend groups. */
  friend_change_elem_friend_group_add_array: sometimes(arrayOf(string)),
  /** Names of friend groups that were deleted. */
  friend_change_elem_friend_group_del_array: sometimes(arrayOf(string)),
  /** Names of friend groups that were changed. */
  friend_change_elem_friend_group_update_array: sometimes(arrayOf(string)),
};

/** A change of the friend list. The engine drops it from a message that is saved. */
export interface FriendChangeElem extends LooseFields<typeof friendChangeElemFields> {}

/** Fields of {@link ProfileChangeElem} (TIMManager.h). */
export const profileChangeElemFields = {
  /** What happened: a number of {@link TIMProfileChangeType}. */
  profile_change_elem_change_type: required(enumOf<TIMProfileChangeType>()),
  /** Whose profile changed. */
  profile_change_elem_from_identifier: string,
  /** What changed. */
  profile_change_elem_user_profile_item: sometimes(object<UserProfileItem>(userProfileItemFields)),
};

/** A change of a profile. The engine's store does not keep it. */
export interface ProfileChangeElem extends LooseFields<typeof profileChangeElemFields> {}

/** Fields of {@link MergerElem} (TIMMessageManager.h). */
export const mergerElemFields = {
  /** Title. */
  merge_elem_title: required(string),
  /** A line for each of the first few messages. */
  merge_elem_abstract_array: sometimes(arrayOf(string)),
  /** Text shown by applications that do not know merged messages. */
  merge_elem_compatible_text: required(string),
  /** The messages. The engine does not give them back after a save, so a save refuses all but an empty array. */
  merge_elem_message_array: unsavedArray<Json_value_msg>(),
  /** True where merged messages are nested more than 100 deep. */
  merge_elem_layer_over_limit: boolean,
  /** Key to download the messages with, for native clients. */
  merge_elem_relay_pb_key: string,
  /** Key to download the messages with, for Web clients. */
  merge_elem_relay_json_key: string,
  /** Bytes of the service, as lower-case hexadecimal digits. */
  merge_elem_relay_buffer: hex,
};

/** Several messages merged into one. */
export interface MergerElem extends LooseFields<typeof mergerElemFields> {}

/** The fields of each kind of element, by the number of {@link TIMElemType}. */
export const elementFields = {
  0: textElemFields,
  1: imageElemFields,
  2: soundElemFields,
  3: customElemFields,
  4: fileElemFields,
  5: groupTipsElemFields,
  6: faceElemFields,
  7: locationElemFields,
  8: groupReportElemFields,
  9: videoElemFields,
  10: friendChangeElemFields,
  11: profileChangeElemFields,
  12: mergerElemFields,
} satisfies Record<Exclude<`${TIMElemType}`, '-1'>, object>;

/** The kinds of element that the engine's store gives back as they were saved. */
export const keptElementTypes = [
  TIMElemType.kTIMElem_Text,
  TIMElemType.kTIMElem_Image,
  TIMElemType.kTIMElem_Sound,
  TIMElemType.kTIMElem_Custom,
  TIMElemType.kTIMElem_File,
  TIMElemType.kTIMElem_GroupTips,
  TIMElemType.kTIMElem_Face,
  TIMElemType.kTIMElem_Location,
  TIMElemType.kTIMElem_Video,
  TIMElemType.kTIMElem_Merge,
] as const;

/**
 * An element of a message, loosely: any field of any kind of element, all optional.
 *
 * The engine reads the fields of the kind that `elem_type` names and ignores the others.
 */
export interface LooseElem
  extends
    TextElem,
    ImageElem,
    SoundElem,
    CustomElem,
    FileElem,
    GroupTipsElem,
    FaceElem,
    LocationElem,
    GroupReportElem,
    VideoElem,
    FriendChangeElem,
    ProfileChangeElem,
    MergerElem {
  /** Which kind of element it is: a number of {@link TIMElemType}. A save wants it. */
  elem_type?: number;
}

/** The types of an element, for the table of the message. */
export interface ElemTypes {
  loose: LooseElem;
  strict: StrictElem;
  result: ResultElem;
}

/** Text, as the engine returns it. */
export interface ResultTextElem extends ResultFields<typeof textElemFields> {
  elem_type: TIMElemType.kTIMElem_Text;
}
/** A picture, as the engine returns it. */
export interface ResultImageElem extends ResultFields<typeof imageElemFields> {
  elem_type: TIMElemType.kTIMElem_Image;
}
/** A voice recording, as the engine returns it. */
export interface ResultSoundElem extends ResultFields<typeof soundElemFields> {
  elem_type: TIMElemType.kTIMElem_Sound;
}
/** Data of the application's own making, as the engine returns it. */
export interface ResultCustomElem extends ResultFields<typeof customElemFields> {
  elem_type: TIMElemType.kTIMElem_Custom;
}
/** A file, as the engine returns it. */
export interface ResultFileElem extends ResultFields<typeof fileElemFields> {
  elem_type: TIMElemType.kTIMElem_File;
}
/** What happened in a group, as the engine returns it. */
export interface ResultGroupTipsElem extends ResultFields<typeof groupTipsElemFields> {
  elem_type: TIMElemType.kTIMElem_GroupTips;
}
/** An emoticon, as the engine returns it. */
export interface ResultFaceElem extends ResultFields<typeof faceElemFields> {
  elem_type: TIMElemType.kTIMElem_Face;
}
/** A place, as the engine returns it. */
export interface ResultLocationElem extends ResultFields<typeof locationElemFields> {
  elem_type: TIMElemType.kTIMElem_Location;
}
/** What happened in a group, to the user, as the engine returns it. */
export interface ResultGroupReportElem extends ResultFields<typeof groupReportElemFields> {
  elem_type: TIMElemType.kTIMElem_GroupReport;
}
/** A video, as the engine returns it. */
export interface ResultVideoElem extends ResultFields<typeof videoElemFields> {
  elem_type: TIMElemType.kTIMElem_Video;
}
/** A change of the friend list, as the engine returns it. */
export interface ResultFriendChangeElem extends ResultFields<typeof friendChangeElemFields> {
  elem_type: TIMElemType.kTIMElem_FriendChange;
}
/** A change of a profile, as the engine returns it. */
export interface ResultProfileChangeElem extends ResultFields<typeof profileChangeElemFields> {
  elem_type: TIMElemType.kTIMElem_ProfileChange;
}
/** Merged messages, as the engine returns it. */
export interface ResultMergerElem extends ResultFields<typeof mergerElemFields> {
  elem_type: TIMElemType.kTIMElem_Merge;
}

/** An element as the engine returns it: narrow it by `elem_type`. */
export type ResultElem =
  | ResultTextElem
  | ResultImageElem
  | ResultSoundElem
  | ResultCustomElem
  | ResultFileElem
  | ResultGroupTipsElem
  | ResultFaceElem
  | ResultLocationElem
  | ResultGroupReportElem
  | ResultVideoElem
  | ResultFriendChangeElem
  | ResultProfileChangeElem
  | ResultMergerElem;

/** Text, strictly. */
export interface StrictTextElem extends StrictFields<typeof textElemFields> {
  elem_type: TIMElemType.kTIMElem_Text;
}
/** A picture, strictly. */
export interface StrictImageElem extends StrictFields<typeof imageElemFields> {
  elem_type: TIMElemType.kTIMElem_Image;
}
/** A voice recording, strictly. */
export interface StrictSoundElem extends StrictFields<typeof soundElemFields> {
  elem_type: TIMElemType.kTIMElem_Sound;
}
/** Data of the application's own making, strictly. */
export interface StrictCustomElem extends StrictFields<typeof customElemFields> {
  elem_type: TIMElemType.kTIMElem_Custom;
}
/** A file, strictly. */
export interface StrictFileElem extends StrictFields<typeof fileElemFields> {
  elem_type: TIMElemType.kTIMElem_File;
}
/** What happened in a group, strictly. */
export interface StrictGroupTipsElem extends StrictFields<typeof groupTipsElemFields> {
  elem_type: TIMElemType.kTIMElem_GroupTips;
}
/** An emoticon, strictly. */
export interface StrictFaceElem extends StrictFields<typeof faceElemFields> {
  elem_type: TIMElemType.kTIMElem_Face;
}
/** A place, strictly. */
export interface StrictLocationElem extends StrictFields<typeof locationElemFields> {
  elem_type: TIMElemType.kTIMElem_Location;
}
/** A video, strictly. */
export interface StrictVideoElem extends StrictFields<typeof videoElemFields> {
  elem_type: TIMElemType.kTIMElem_Video;
}
/** Merged messages, strictly: without the messages, which a save does not keep. */
export interface StrictMergerElem extends Omit<
  StrictFields<typeof mergerElemFields>,
  'merge_elem_message_array'
> {
  elem_type: TIMElemType.kTIMElem_Merge;
}

/** An element that the engine's store keeps, with the fields of its own kind only. */
export type StrictElem =
  | StrictTextElem
  | StrictImageElem
  | StrictSoundElem
  | StrictCustomElem
  | StrictFileElem
  | StrictGroupTipsElem
  | StrictFaceElem
  | StrictLocationElem
  | StrictVideoElem
  | StrictMergerElem;
