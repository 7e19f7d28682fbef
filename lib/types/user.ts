import type { TIMGenderType, TIMProfileAddPermission } from './enums.js';
import { arrayOf, enumOf, notKept, object, required, string, uint32 } from './fields.js';
import type { LooseFields, StrictFields } from './fields.js';

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
