import type { TIMGenderType, TIMProfileAddPermission, TIMUserStatusType } from './enums.js';
import { arrayOf, boolean, enumOf, notKept, object, required, sometimes, string, uint32 } from './fields.js';
import type { LooseFields, ParameterFields, ResultFields, StrictFields } from './fields.js';
import type { CallParams } from './params.js';

/** Fields of {@link userProfileCustom} (TIMManager.h, UserProfileCustomStringInfo). */
export const userProfileCustomFields = {
  /** Name of the custom field, with its prefix `Tag_Profile_Custom_`. */
  user_profile_custom_string_info_key: required(string),
  /** Its value; the service takes up to 500 bytes. */
  user_profile_custom_string_info_value: required(string),
};

/** One custom field of a user's profile. */
export interface userProfileCustom extends LooseFields<typeof userProfileCustomFields> {}
/** {@link userProfileCustom}, strictly. */
export interface StrictUserProfileCustom extends StrictFields<typeof userProfileCustomFields> {}

/**
 * Fields of {@link userProfile} (TIMManager.h, UserProfile).
 *
 * Of the sender of a saved message the nickname and the picture are kept, and of the user as the sender nothing; the
 * rest is accepted, and read back absent.
 */
export const userProfileFields = {
  /** The user's id. As the sender of a saved message: set by the engine. */
  user_profile_identifier: notKept(string),
  /** The user's nickname. */
  user_profile_nick_name: string,
  /** A number of {@link TIMGenderType}. */
  user_profile_gender: notKept(enumOf<TIMGenderType>()),
  /** URL of the user's picture. */
  user_profile_face_url: string,
  /** The name that the logged-in user gave this friend. Only in the sender's profile of a received message. */
  user_profile_friend_remark: notKept(string),
  /** The user's signature line. */
  user_profile_self_signature: notKept(string),
  /** Who may add the user as a friend: a number of {@link TIMProfileAddPermission}. */
  user_profile_add_permission: notKept(enumOf<TIMProfileAddPermission>()),
  /** Where the user is, in words. */
  user_profile_location: notKept(string),
  /** The user's language, by a numbering of the application. */
  user_profile_language: notKept(uint32),
  /** Birthday, usually as the decimal digits yyyymmdd. */
  user_profile_birthday: notKept(uint32),
  /** Level, by a numbering of the application. */
  user_profile_level: notKept(uint32),
  /** Role, by a numbering of the application. */
  user_profile_role: notKept(uint32),
  /** The profile's custom fields. */
  user_profile_custom_string_array: notKept(
    arrayOf(object<userProfileCustom, StrictUserProfileCustom>(userProfileCustomFields)),
  ),
};

/** What is known about a user. */
export interface userProfile extends LooseFields<typeof userProfileFields> {}
/** {@link userProfile}, strictly: what the engine keeps of the sender of a saved message. */
export interface StrictUserProfile extends StrictFields<typeof userProfileFields> {}

/** Fields of {@link UserProfileItem} (TIMManager.h). */
export const userProfileItemFields = {
  /** New nickname. */
  user_profile_item_nick_name: string,
  /** New gender: a number of {@link TIMGenderType}. */
  user_profile_item_gender: enumOf<TIMGenderType>(),
  /** New URL of the picture. */
  user_profile_item_face_url: string,
  /** New signature line. */
  user_profile_item_self_signature: string,
  /** Who may add the user as a friend: a number of {@link TIMProfileAddPermission}. */
  user_profile_item_add_permission: enumOf<TIMProfileAddPermission>(),
  /** New place, in words. */
  user_profile_item_location: string,
  /** New language, by a numbering of the application. */
  user_profile_item_language: uint32,
  /** New birthday. */
  user_profile_item_birthday: uint32,
  /** New level. */
  user_profile_item_level: uint32,
  /** New role. */
  user_profile_item_role: uint32,
  /** New custom fields. */
  user_profile_item_custom_string_array: arrayOf(
    object<userProfileCustom, StrictUserProfileCustom>(userProfileCustomFields),
  ),
};

/** A change of a user's profile: the parts that changed. */
export interface UserProfileItem extends LooseFields<typeof userProfileItemFields> {}

/** Fields of {@link jsonGetUserProfileListParam} (TIMManager.h, FriendShipGetProfileListParam). */
export const getUserProfileListFields = {
  /** Ids of the users. */
  friendship_getprofilelist_param_identifier_array: required(arrayOf(string)),
  /** Accepted for documented code; the engine does not know it. */
  friendship_getprofilelist_param_force_update: boolean,
};

/** Whose profiles to fetch. */
export interface jsonGetUserProfileListParam extends ParameterFields<typeof getUserProfileListFields> {}

/** Parameter of TIMProfileGetUserProfileList. */
export interface TIMProfileGetUserProfileListParam extends CallParams {
  /** Whose. */
  json_get_user_profile_list_param: jsonGetUserProfileListParam;
}

/** Parameter of TIMProfileModifySelfUserProfile. */
export interface TIMProfileModifySelfUserProfileParam extends CallParams {
  /** What is to change. The names of custom fields may leave out `Tag_Profile_Custom_`. */
  json_modify_self_user_profile_param: UserProfileItem;
}

/** Parameter of TIMSubscribeUserInfo and TIMUnsubscribeUserInfo. */
export interface SubscribeUserInfoParam extends CallParams {
  /** Ids of the users: at most 200 are subscribed to at once. An empty list ends all subscriptions. */
  json_user_id_list: string[];
}

/** Parameter of TIMGetUserStatus, TIMSubscribeUserStatus and TIMUnsubscribeUserStatus. */
export interface userStatusParam extends CallParams {
  /** Ids of the users: at most 200 are subscribed to at once. An empty list ends all subscriptions. */
  id_array: string[];
}

/** Fields of {@link userStatus} (TIMManager.h, TIMUserStatus). */
export const userStatusFields = {
  /** The user's id. */
  user_status_identifier: string,
  /** A number of {@link TIMUserStatusType}. */
  user_status_status_type: enumOf<TIMUserStatusType>(),
  /** What the user says. */
  user_status_custom_status: string,
  /** The devices with which the user is online. */
  user_status_online_devices: sometimes(arrayOf(string)),
};

/** Whether a user is there. */
export interface userStatus extends ResultFields<typeof userStatusFields> {}

/** Fields of {@link selfStatus} (TIMManager.h, TIMUserStatus). */
export const selfStatusFields = {
  /** What the user says; `''` for nothing. */
  user_status_custom_status: required(string),
};

/** What the user says of himself. */
export interface selfStatus extends ParameterFields<typeof selfStatusFields> {}

/** Parameter of TIMSetSelfStatus. */
export interface setSelfStatusParam extends CallParams {
  /** The status. */
  status: selfStatus;
}
