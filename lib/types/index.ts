/** The public types, and the enums, which are values too. This is what `node-imsdk/interfaces` exports. */
export * from './conversation.js';
export { describeErrorCode } from './describe-error-code.js';
export { TIMErrCode } from './error-codes.js';
export * from './enums.js';
export type * from './params.js';
export type * from './result.js';
export type {
  AndroidOfflinePushConfig,
  IOSOfflinePushConfig,
  OfflinePushConfig,
  StrictAndroidOfflinePushConfig,
  StrictIOSOfflinePushConfig,
  StrictOfflinePushConfig,
} from './push.js';
export { kIOSOfflinePushDefaultSound, kIOSOfflinePushNoSound } from './push.js';
export type { Json_value_msg, ResultMessage, StrictMessage } from './message.js';
export { kImSDK_MessageAtALL } from './message.js';
export type {
  CustomElem,
  FaceElem,
  FileElem,
  FriendAddPendency,
  FriendChangeElem,
  FriendProfileCustemStringInfo,
  FriendProfileItem,
  FriendProfileUpdate,
  GroupReportElem,
  GroupTipsElem,
  ImageElem,
  LocationElem,
  LooseElem,
  MergerElem,
  ProfileChangeElem,
  ResultElem,
  ResultTextElem,
  ResultImageElem,
  ResultSoundElem,
  ResultCustomElem,
  ResultFileElem,
  ResultGroupTipsElem,
  ResultFaceElem,
  ResultLocationElem,
  ResultGroupReportElem,
  ResultVideoElem,
  ResultFriendChangeElem,
  ResultProfileChangeElem,
  ResultMergerElem,
  SoundElem,
  StrictCustomElem,
  StrictElem,
  StrictFaceElem,
  StrictFileElem,
  StrictGroupTipsElem,
  StrictImageElem,
  StrictLocationElem,
  StrictMergerElem,
  StrictSoundElem,
  StrictTextElem,
  StrictVideoElem,
  TextElem,
  VideoElem,
} from './elements.js';
export type {
  GroupMemberInfo,
  GroupMemberInfoCustemString,
  GroupTipGroupChangeInfo,
  GroupTipMemberChangeInfo,
  GroupTipMemberMarkChangeInfo,
  StrictGroupMemberInfo,
  StrictGroupMemberInfoCustomString,
  StrictGroupTipGroupChangeInfo,
  StrictGroupTipMemberChangeInfo,
} from './group.js';
export type {
  StrictUserProfile,
  StrictUserProfileCustom,
  UserProfileItem,
  userProfile,
  userProfileCustom,
} from './user.js';
