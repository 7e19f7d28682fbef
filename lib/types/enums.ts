/**
 * The engine's enumerations, with the names and numbers of its C headers (8.0.5906).
 *
 * They are ordinary enums: usable as values, as types, and backwards (`TIMElemType[0]` is `'kTIMElem_Text'`).
 */

/** What a call of the engine returns at once, before any callback (TIMCloudDef.h). */
export enum TIMResult {
  /** The call was taken. */
  TIM_SUCC = 0,
  /** The engine is not initialised: call TIMInit first. */
  TIM_ERR_SDKUNINIT = -1,
  /** Nobody is logged in: call TIMLogin first. */
  TIM_ERR_NOTLOGIN = -2,
  /** The JSON cannot be parsed, or is not of the kind that the call wants. */
  TIM_ERR_JSON = -3,
  /** An argument is missing or out of range, such as an empty conversation id. */
  TIM_ERR_PARAM = -4,
  /** The conversation is not valid. */
  TIM_ERR_CONV = -5,
  /** The group is not valid. */
  TIM_ERR_GROUP = -6,
}

/** The kind of a conversation (TIMCloudDef.h). */
export enum TIMConvType {
  /** No conversation. */
  kTIMConv_Invalid = 0,
  /** One to one; the conversation id is the other user's id. */
  kTIMConv_C2C = 1,
  /** A group; the conversation id is the group's id. */
  kTIMConv_Group = 2,
  /** System messages; no longer in use. */
  kTIMConv_System = 3,
}

/** How messages of a conversation reach the user (TIMCloudDef.h). */
export enum TIMReceiveMessageOpt {
  /** Received while online, pushed while offline. */
  kTIMRecvMsgOpt_Receive = 0,
  /** Neither received nor pushed. */
  kTIMRecvMsgOpt_Not_Receive = 1,
  /** Received while online, not pushed while offline. */
  kTIMRecvMsgOpt_Not_Notify = 2,
  /** Received while online; while offline only what mentions the user is pushed. */
  kTIMRecvMsgOpt_Not_Notify_Except_At = 3,
}

/** What an element of a message is (TIMMessageManager.h). A save keeps 0-7, 9 and 12; the rest is refused. */
export enum TIMElemType {
  /** Text. */
  kTIMElem_Text = 0,
  /** A picture. */
  kTIMElem_Image = 1,
  /** A voice recording. */
  kTIMElem_Sound = 2,
  /** Data of the application's own making. */
  kTIMElem_Custom = 3,
  /** A file. */
  kTIMElem_File = 4,
  /** What happened in a group, told to all its members. */
  kTIMElem_GroupTips = 5,
  /** An emoticon, by its index in the application's set. */
  kTIMElem_Face = 6,
  /** A place. */
  kTIMElem_Location = 7,
  /** What happened in a group, told to one user. The engine's store does not keep it. */
  kTIMElem_GroupReport = 8,
  /** A video with its cover picture. */
  kTIMElem_Video = 9,
  /** A change of the friend list. The engine drops it from a message that is saved. */
  kTIMElem_FriendChange = 10,
  /** A change of a profile. The engine's store does not keep it. */
  kTIMElem_ProfileChange = 11,
  /** Several messages merged into one. */
  kTIMElem_Merge = 12,
  /** No element. */
  kTIMElem_Invalid = -1,
}

/** How urgent a message is; a larger number is less urgent (TIMMessageManager.h). */
export enum TIMMsgPriority {
  /** First in line, as for gifts. */
  kTIMMsgPriority_High = 0,
  /** Ordinary messages. The engine's default. */
  kTIMMsgPriority_Normal = 1,
  /** Such as likes. */
  kTIMMsgPriority_Low = 2,
  /** What may be dropped first, such as notices of people coming and going. */
  kTIMMsgPriority_Lowest = 3,
}

/** Where a message stands (TIMMessageManager.h). */
export enum TIMMsgStatus {
  /** Being sent. */
  kTIMMsg_Sending = 1,
  /** Sent. */
  kTIMMsg_SendSucc = 2,
  /** Sending failed. */
  kTIMMsg_SendFail = 3,
  /** Deleted. */
  kTIMMsg_Deleted = 4,
  /** Put into the local store without being sent: what each saved message has. */
  kTIMMsg_LocalImported = 5,
  /** Withdrawn by its sender or an administrator. */
  kTIMMsg_Revoked = 6,
  /** Sending was cancelled. */
  kTIMMsg_Cancel = 7,
}

/** The platform that a message was sent from (TIMMessageManager.h). */
export enum TIMPlatform {
  /** Unknown, and what each saved message has. */
  kTIMPlatform_Other = 0,
  /** Windows. */
  kTIMPlatform_Windows = 1,
  /** Android. */
  kTIMPlatform_Android = 2,
  /** iOS. */
  kTIMPlatform_IOS = 3,
  /** macOS. */
  kTIMPlatform_Mac = 4,
  /** A phone simulator. */
  kTIMPlatform_Simulator = 5,
}

/** How strongly a picture is compressed before it is sent (TIMMessageManager.h). */
export enum TIMImageLevel {
  /** Not at all. */
  kTIMImageLevel_Orig = 0,
  /** Strongly: a small file. */
  kTIMImageLevel_Compression = 1,
  /** Lightly: a large file of high definition. */
  kTIMImageLevel_HD = 2,
}

/** Which part of an element to download (TIMMessageManager.h). */
export enum TIMDownloadType {
  /** The cover picture of a video. */
  kTIMDownload_VideoThumb = 0,
  /** A file. */
  kTIMDownload_File = 1,
  /** A video. */
  kTIMDownload_Video = 2,
  /** A voice recording. */
  kTIMDownload_Sound = 3,
}

/** How the keywords of a search combine (TIMMessageManager.h). */
export enum TIMKeywordListMatchType {
  /** One of them is enough. */
  TIMKeywordListMatchType_Or = 0,
  /** All of them. */
  TIMKeywordListMatchType_And = 1,
}

/** Which members a query for read receipts returns (TIMMessageManager.h). */
export enum TIMGroupMessageReadMembersFilter {
  /** Those who have read the message. */
  TIM_GROUP_MESSAGE_READ_MEMBERS_FILTER_READ = 0,
  /** Those who have not. */
  TIM_GROUP_MESSAGE_READ_MEMBERS_FILTER_UNREAD = 1,
}

/** What a group report element tells its one receiver (TIMMessageManager.h). */
export enum TIMGroupReportType {
  /** Unknown. */
  kTIMGroupReport_None = 0,
  /** Someone asks to join; told to administrators. */
  kTIMGroupReport_AddRequest = 1,
  /** The request to join was granted; told to who asked. */
  kTIMGroupReport_AddAccept = 2,
  /** The request to join was refused; told to who asked. */
  kTIMGroupReport_AddRefuse = 3,
  /** The user was removed by an administrator. */
  kTIMGroupReport_BeKicked = 4,
  /** The group was dissolved. */
  kTIMGroupReport_Delete = 5,
  /** The group was created; told to its creator. */
  kTIMGroupReport_Create = 6,
  /** The user was added without being asked, as in work groups. */
  kTIMGroupReport_Invite = 7,
  /** The user left. */
  kTIMGroupReport_Quit = 8,
  /** The user became an administrator. */
  kTIMGroupReport_GrantAdmin = 9,
  /** The user is no longer an administrator. */
  kTIMGroupReport_CancelAdmin = 10,
  /** The group was reclaimed by the service. */
  kTIMGroupReport_GroupRecycle = 11,
  /** The user is invited and may accept. */
  kTIMGroupReport_InviteReqToInvitee = 12,
  /** An invitation was accepted; told to who invited. */
  kTIMGroupReport_InviteAccept = 13,
  /** An invitation was declined; told to who invited. */
  kTIMGroupReport_InviteRefuse = 14,
  /** The user read the group on another device. */
  kTIMGroupReport_ReadReport = 15,
  /** A notice of the application's own making. */
  kTIMGroupReport_UserDefine = 16,
  /** The user was muted. */
  kTIMGroupReport_ShutUpMember = 17,
  /** A topic was created. */
  kTIMGroupReport_TopicCreate = 18,
  /** A topic was deleted. */
  kTIMGroupReport_TopicDelete = 19,
  /** A read receipt of a group message. */
  kTIMGroupReport_GroupMessageRead = 20,
  /** The user changed how messages of the group are received. */
  kTIMGroupReport_GroupMessageRecvOption = 21,
  /** The user was banned. */
  kTIMGroupReport_BannedFromGroup = 22,
  /** The user is no longer banned. */
  kTIMGroupReport_UnbannedFromGroup = 23,
  /** An invitation waits for the owner or an administrator. */
  kTIMGroupReport_InviteReqToAdmin = 24,
}

/** What a group tips element tells all members (TIMGroupManager.h). */
export enum TIMGroupTipType {
  /** Nothing. */
  kTIMGroupTip_None = 0,
  /** Members were invited. */
  kTIMGroupTip_Invite = 1,
  /** A member left. */
  kTIMGroupTip_Quit = 2,
  /** Members were removed. */
  kTIMGroupTip_Kick = 3,
  /** Members became administrators. */
  kTIMGroupTip_SetAdmin = 4,
  /** Members are no longer administrators. */
  kTIMGroupTip_CancelAdmin = 5,
  /** The group's own data changed. */
  kTIMGroupTip_GroupInfoChange = 6,
  /** A member's data changed, such as being muted. */
  kTIMGroupTip_MemberInfoChange = 7,
  /** A mark was put on members, or taken off. */
  kTIMGroupTip_MemberMarkChange = 8,
  /** A topic's data changed. */
  kTIMGroupTip_TopicInfoChange = 9,
  /** A message was pinned. */
  KTIMGroupTip_PinnedMessageAdded = 10,
  /** A message is no longer pinned. */
  KTIMGroupTip_PinnedMessageDeleted = 11,
}

/** Which part of a group's data a group tips element says has changed (TIMGroupManager.h). */
export enum TIMGroupTipGroupChangeFlag {
  /** Unknown. */
  kTIMGroupTipChangeFlag_Unknown = 0,
  /** Its name. */
  kTIMGroupTipChangeFlag_Name = 1,
  /** Its introduction. */
  kTIMGroupTipChangeFlag_Introduction = 2,
  /** Its notice. */
  kTIMGroupTipChangeFlag_Notification = 3,
  /** The URL of its picture. */
  kTIMGroupTipChangeFlag_FaceUrl = 4,
  /** Its owner. */
  kTIMGroupTipChangeFlag_Owner = 5,
  /** A custom field; the key is in the change. */
  kTIMGroupTipChangeFlag_Custom = 6,
  /** An attribute. */
  kTIMGroupTipChangeFlag_Attribute = 7,
  /** Whether all members are muted. */
  kTIMGroupTipChangeFlag_ShutupAll = 8,
  /** The custom data of a topic. */
  kTIMGroupTipChangeFlag_TopicCustomData = 9,
  /** How its messages are received. */
  kTIMGroupTipChangeFlag_MessageReceiveOpt = 10,
  /** Whether requests to join need approval. */
  kTIMGroupTipChangeFlag_GroupAddOpt = 11,
  /** Whether invitations need approval. */
  kTIMGroupTipChangeFlag_GroupApproveOpt = 12,
  /** Whether permission groups are on; communities only. */
  kTIMGroupTipChangeFlag_EnablePermissionGroup = 13,
  /** The default permissions; communities only. */
  kTIMGroupTipChangeFlag_DefaultPermissions = 14,
}

/** How a member came into a group (TIMGroupManager.h). */
export enum TIMGroupJoinType {
  /** Unknown. */
  kTIMGroupJoin_None = 0,
  /** By asking. */
  kTIMGroupJoin_Apply = 1,
  /** By invitation. */
  kTIMGroupJoin_Invite = 2,
}

/** The kind of a group (TIMGroupManager.h). */
export enum TIMGroupType {
  /** Public: anyone may ask to join. */
  kTIMGroup_Public = 0,
  /** Work (earlier: private): by invitation only. */
  kTIMGroup_Private = 1,
  /** Meeting (earlier: chat room): anyone may come and go. */
  kTIMGroup_ChatRoom = 2,
  /** Broadcast to who is online; the audio-video chat room replaces it. */
  kTIMGroup_BChatRoom = 3,
  /** Audio-video chat room, for live streams: no limit of members. */
  kTIMGroup_AVChatRoom = 4,
  /** Community: very many members, with topics. */
  kTIMGroup_Community = 5,
}

/** How a request to join a group is treated (TIMGroupManager.h). */
export enum TIMGroupAddOption {
  /** Nobody may join. */
  kTIMGroupAddOpt_Forbid = 0,
  /** An administrator decides. */
  kTIMGroupAddOpt_Auth = 1,
  /** Anyone may join. */
  kTIMGroupAddOpt_Any = 2,
  /** Not known. */
  kTIMGroupAddOpt_Unknown = 3,
}

/** A member's role in a group (TIMGroupManager.h). */
export enum TIMGroupMemberRole {
  /** Unknown. */
  kTIMMemberRole_None = 0,
  /** A plain member. */
  kTIMMemberRole_Normal = 200,
  /** An administrator. */
  kTIMMemberRole_Admin = 300,
  /** The owner. */
  kTIMMemberRole_Owner = 400,
}

/** Which data of a group to fetch, as a bit mask (TIMManager.h; no longer in use by the engine). */
export enum TIMGroupGetInfoFlag {
  /** None. */
  kTIMGroupInfoFlag_None = 0,
  /** Name. */
  kTIMGroupInfoFlag_Name = 1 << 0,
  /** Time of creation. */
  kTIMGroupInfoFlag_CreateTime = 1 << 1,
  /** Account of the creator. */
  kTIMGroupInfoFlag_OwnerUin = 1 << 2,
  /** Sequence number of the group's messages. */
  kTIMGroupInfoFlag_Seq = 1 << 3,
  /** Time of the last change. */
  kTIMGroupInfoFlag_LastTime = 1 << 4,
  /** Sequence number of the next message. */
  kTIMGroupInfoFlag_NextMsgSeq = 1 << 5,
  /** Time of the last message. */
  kTIMGroupInfoFlag_LastMsgTime = 1 << 6,
  /** SDKAppID. */
  kTIMGroupInfoFlag_AppId = 1 << 7,
  /** Number of members. */
  kTIMGroupInfoFlag_MemberNum = 1 << 8,
  /** Largest number of members. */
  kTIMGroupInfoFlag_MaxMemberNum = 1 << 9,
  /** Notice. */
  kTIMGroupInfoFlag_Notification = 1 << 10,
  /** Introduction. */
  kTIMGroupInfoFlag_Introduction = 1 << 11,
  /** URL of the picture. */
  kTIMGroupInfoFlag_FaceUrl = 1 << 12,
  /** How requests to join are treated. */
  kTIMGroupInfoFlag_AddOption = 1 << 13,
  /** Kind of group. */
  kTIMGroupInfoFlag_GroupType = 1 << 14,
  /** Last message. */
  kTIMGroupInfoFlag_LastMsg = 1 << 15,
  /** Number of members online. */
  kTIMGroupInfoFlag_OnlineNum = 1 << 16,
  /** Whether the group is visible. */
  kTIMGroupInfoFlag_Visible = 1 << 17,
  /** Whether the group can be found. */
  kTIMGroupInfoFlag_Searchable = 1 << 18,
  /** Whether all members are muted. */
  kTIMGroupInfoFlag_ShutupAll = 1 << 19,
}

/** Which data of a member to fetch, as a bit mask (TIMManager.h; no longer in use by the engine). */
export enum TIMGroupMemberInfoFlag {
  /** None. */
  kTIMGroupMemberInfoFlag_None = 0,
  /** Time of joining. */
  kTIMGroupMemberInfoFlag_JoinTime = 1 << 0,
  /** How the member receives messages. */
  kTIMGroupMemberInfoFlag_MsgFlag = 1 << 1,
  /** Sequence number of the last message read. */
  kTIMGroupMemberInfoFlag_MsgSeq = 1 << 2,
  /** Role. */
  kTIMGroupMemberInfoFlag_MemberRole = 1 << 3,
  /** Muted until when; 0 is not muted. */
  kTIMGroupMemberInfoFlag_ShutupUntill = 1 << 4,
  /** Name in the group. */
  kTIMGroupMemberInfoFlag_NameCard = 1 << 5,
}

/** Which members to fetch, as a bit mask of roles (TIMGroupManager.h). */
export enum TIMGroupMemberRoleFlag {
  /** All. */
  kTIMGroupMemberRoleFlag_All = 0,
  /** The owner. */
  kTIMGroupMemberRoleFlag_Owner = 1 << 0,
  /** Administrators. */
  kTIMGroupMemberRoleFlag_Admin = 1 << 1,
  /** Plain members. */
  kTIMGroupMemberRoleFlag_Member = 1 << 2,
}

/** Whether the network is there (TIMManager.h). */
export enum TIMNetworkStatus {
  /** Connected. */
  kTIMConnected = 0,
  /** The connection was lost. */
  kTIMDisconnected = 1,
  /** Connecting. */
  kTIMConnecting = 2,
  /** Connecting failed. */
  kTIMConnectFailed = 3,
}

/** Whether a user is logged in (TIMManager.h). */
export enum TIMLoginStatus {
  /** Logged in. */
  kTIMLoginStatus_Logined = 1,
  /** Logging in: saves are accepted already. */
  kTIMLoginStatus_Logining = 2,
  /** Not logged in. */
  kTIMLoginStatus_UnLogined = 3,
  /** Logging out. */
  kTIMLoginStatus_Logouting = 4,
}

/** How much the engine logs (TIMManager.h). */
export enum TIMLogLevel {
  /** Nothing. */
  kTIMLog_Off = 0,
  /** Everything. */
  kTIMLog_Test = 1,
  /** Details for development. */
  kTIMLog_Verbose = 2,
  /** What helps debugging. */
  kTIMLog_Debug = 3,
  /** What happens. */
  kTIMLog_Info = 4,
  /** What may become a problem. */
  kTIMLog_Warn = 5,
  /** What went wrong. */
  kTIMLog_Error = 6,
  /** What must never happen. */
  kTIMLog_Assert = 7,
}

/** A user's presence (TIMManager.h). */
export enum TIMUserStatusType {
  /** Not known. */
  kTIMUserStatusType_Unkown = 0,
  /** Online. */
  kTIMUserStatusType_Online = 1,
  /** Offline. */
  kTIMUserStatusType_Offline = 2,
  /** Not logged in, or never heard of. */
  kTIMUserStatusType_UnLogined = 3,
}

/** A user's gender (TIMManager.h). */
export enum TIMGenderType {
  /** Not said. */
  kTIMGenderType_Unknown = 0,
  /** Male. */
  kTIMGenderType_Male = 1,
  /** Female. */
  kTIMGenderType_Female = 2,
}

/** Who may add a user as a friend (TIMManager.h). */
export enum TIMProfileAddPermission {
  /** Not said. */
  kTIMProfileAddPermission_Unknown = 0,
  /** Anyone. */
  kTIMProfileAddPermission_AllowAny = 1,
  /** Anyone whom the user confirms. */
  kTIMProfileAddPermission_NeedConfirm = 2,
  /** Nobody. */
  kTIMProfileAddPermission_DenyAny = 3,
}

/** What a profile change element is about (TIMManager.h). */
export enum TIMProfileChangeType {
  /** Nothing. */
  kTIMProfileChange_None = 0,
  /** A profile. */
  kTIMProfileChange_Profile = 1,
}

/** What a friend change element is about (TIMFriendshipManager.h). */
export enum TIMFriendChangeType {
  /** Nothing. */
  kTIMFriendChange_None = 0,
  /** Friends were added. */
  kTIMFriendChange_FriendAdd = 1,
  /** Friends were removed. */
  kTIMFriendChange_FriendDel = 2,
  /** Requests came in. */
  kTIMFriendChange_PendencyAdd = 3,
  /** Requests were deleted. */
  kTIMFriendChange_PendencyDel = 4,
  /** Users were blocked. */
  kTIMFriendChange_BlackListAdd = 5,
  /** Users are no longer blocked. */
  kTIMFriendChange_BlackListDel = 6,
  /** Requests were read. */
  kTIMFriendChange_PendencyReadedReport = 7,
  /** What is kept about a friend changed. */
  kTIMFriendChange_FriendProfileUpdate = 8,
  /** Friend groups were added. */
  kTIMFriendChange_FriendGroupAdd = 9,
  /** Friend groups were deleted. */
  kTIMFriendChange_FriendGroupDel = 10,
  /** Friend groups were changed. */
  kTIMFriendChange_FriendGroupModify = 11,
}

/** Which way a request to become friends goes (TIMFriendshipManager.h). */
export enum TIMFriendPendencyType {
  /** Received. */
  FriendPendencyTypeComeIn = 0,
  /** Sent. */
  FriendPendencyTypeSendOut = 1,
  /** Both. */
  FriendPendencyTypeBoth = 2,
}

/** Whether an offline receiver is notified (TIMOfflinePushManager.h). */
export enum TIMOfflinePushFlag {
  /** By the usual rules. */
  kTIMOfflinePushFlag_Default = 0,
  /** Never. */
  kTIMOfflinePushFlag_NoPush = 1,
}

/** How a notification reaches an iOS device (TIMOfflinePushManager.h). */
export enum TIMIOSOfflinePushType {
  /** Through APNs. */
  TIMIOSOfflinePushType_APNS = 0,
  /** As VoIP push. */
  TIMIOSOfflinePushType_VOIP = 1,
}

/** What a tap on an Android notification does (TIMOfflinePushManager.h). */
export enum TIMAndroidOfflinePushNotifyMode {
  /** Starts the application. */
  kTIMAndroidOfflinePushNotifyMode_Normal = 0,
  /** Calls the application back. */
  kTIMAndroidOfflinePushNotifyMode_Custom = 1,
}

/** Whose push token it is (TIMOfflinePushManager.h). */
export enum TIMOfflinePushTokenType {
  /** The device maker's. */
  TIMOfflinePushTokenType_Default = 0,
  /** Tencent's own push service; being retired. */
  TIMOfflinePushTokenType_TPNS = 1,
  /** VoIP push. */
  TIMOfflinePushTokenType_VOIP = 2,
}

/** What happened to conversations (TIMConversationManager.h). */
export enum TIMConvEvent {
  /** New ones. */
  kTIMConvEvent_Add = 0,
  /** Deleted. */
  kTIMConvEvent_Del = 1,
  /** Changed. */
  kTIMConvEvent_Update = 2,
  /** Fetching the list from the service began. */
  kTIMConvEvent_Start = 3,
  /** Fetching the list ended. */
  kTIMConvEvent_Finish = 4,
}

/** Marks on a conversation, as a bit mask (TIMConversationManager.h). */
export enum TIMConversationMarkType {
  /** Starred. */
  kTIMConversationMarkTypeStar = 1 << 0,
  /** Marked unread. */
  kTIMConversationMarkTypeUnread = 1 << 1,
  /** Folded away. */
  kTIMConversationMarkTypeFold = 1 << 2,
  /** Hidden. */
  kTIMConversationMarkTypeHide = 1 << 3,
}

/** Who was mentioned in a group (TIMConversationManager.h). */
export enum TIMGroupAtType {
  /** The user. */
  kTIMGroup_At_Me = 1,
  /** Everyone. */
  kTIMGroup_At_All = 2,
  /** Everyone, and the user by name too. */
  kTIMGroup_At_All_At_ME = 3,
}

/** Operations of callExperimentalAPI (TIMExperimentalAPI.h). */
export enum TIMInternalOperation {
  /** Sends raw data to the service. */
  kTIMInternalOperationSSOData = 'internal_operation_sso_data',
  /** Turns user ids into internal ids. */
  kTIMInternalOperationUserId2TinyId = 'internal_operation_userid_tinyid',
  /** Turns internal ids into user ids. */
  kTIMInternalOperationTinyId2UserId = 'internal_operation_tinyid_userid',
  /** Chooses the test environment. */
  kTIMInternalOperationSetEnv = 'internal_operation_set_env',
  /** Prefers IPv6. */
  kTIMInternalOperationSetIPv6Prior = 'internal_operation_set_ipv6_prior',
  /** Sets how often login and sending are tried again. */
  kTIMInternalOperationSetMaxRetryCount = 'internal_operation_set_max_retry_count',
  /** Sets how long login and sending may take. */
  kTIMInternalOperationSetPacketRequestTimeout = 'internal_operation_set_packet_request_timeout',
  /** Sets the addresses of the service. */
  kTIMInternalOperationSetCustomServerInfo = 'internal_operation_set_custom_server_info',
  /** Uses QUIC. */
  kTIMInternalOperationEnableQuicChannel = 'internal_operation_enable_quic_channel',
  /** Sets functions for SM4-GCM encryption. */
  kTIMInternalOperationSetSM4GCMCallback = 'internal_operation_set_sm4_gcm_callback',
  /** Opens a user's store without a login, for reading. */
  kTIMInternalOperationInitLocalStorage = 'internal_operation_init_local_storage',
  /** Chooses where a conversation's files are stored. */
  kTIMInternalOperationSetCosSaveRegionForConversation = 'internal_operation_set_cos_save_region_for_conversation',
  /** Says which user interface kit is in use. */
  kTIMInternalOperationSetUIPlatform = 'internal_operation_set_ui_platform',
  /** Encrypts the store. */
  kTIMInternalOperationSetDatabaseEncryptInfo = 'internal_operation_set_database_encrypt_info',
  /** Asks whether a paid feature is available. */
  kTIMInternalOperationIsCommercialAbilityEnabled = 'internal_operation_is_commercial_ability_enabled',
  /** Turns offline push on or off. */
  kTIMInternalOperationSetOfflinePushState = 'internal_operation_set_offline_push_state',
  /** Asks whether offline push is on. */
  kTIMInternalOperationGetOfflinePushState = 'internal_operation_get_offline_push_state',
  /** Asks who withdrew messages. */
  kTIMInternalOperationGetMessageRevoker = 'internal_operation_get_message_revoker',
  /** Writes into the engine's log. */
  kTIMInternalOperationWriteLog = 'internal_operation_write_log',
  /** Deletes messages of a span of time from the store. */
  kTIMInternalOperationClearLocalHistoryMessage = 'internal_operation_clear_local_history_message',
  /** Takes over a changed proxy. */
  kTIMInternalOperationUpdateProxyInfo = 'internal_operation_update_proxy_info',
  /** Reports the use of user interface components. */
  kTIMInternalOperationReportTUIComponentUsage = 'internal_operation_report_tuicomponent_usage',
  /** Sends data of the real-time communication kit. */
  kTIMInternalOperationSendTRTCCustomData = 'internal_operation_send_trtc_custom_data',
  /** Sends data of the room kit. */
  kTIMInternalOperationSendRoomCustomData = 'internal_operation_send_room_custom_data',
  /** Sets the application's id for reports. */
  kTIMInternalOperationSetApplicationID = 'internal_operation_set_application_id',
  /** Reads a setting of the service. */
  kTIMInternalOperationGetServerConfig = 'internal_operation_get_server_config',
  /** Ignores a login of the user who is logged in. */
  kTIMInternalOperationSetIgnoreRepeatLogin = 'internal_operation_set_ignore_repeat_login',
  /** Begins long polling of a live group. */
  kTIMInternalOperationStartMessageLongPolling = 'internal_operation_start_message_long_polling',
  /** Ends long polling of a live group. */
  kTIMInternalOperationStopMessageLongPolling = 'internal_operation_stop_message_long_polling',
  /** Finds messages inside a merged message. */
  kTIMInternalOperationFindMergerMessages = 'internal_operation_find_merger_messages',
  /** Fetches a short list of a group's members. */
  kTIMInternalOperationGetBriefGroupMemberList = 'internal_operation_get_brief_group_member_list',
}
