// The documented sample message with every field filled: all kinds of element that the engine's store keeps,
// the sender's profile and group card, mentions, custom data and the push configurations.
import {
  TIMAndroidOfflinePushNotifyMode,
  TIMConvType,
  TIMElemType,
  TIMGenderType,
  TIMGroupMemberRole,
  TIMGroupTipGroupChangeFlag,
  TIMGroupTipType,
  TIMImageLevel,
  TIMIOSOfflinePushType,
  TIMMsgPriority,
  TIMMsgStatus,
  TIMOfflinePushFlag,
  TIMPlatform,
  TIMProfileAddPermission,
  TIMReceiveMessageOpt,
  kImSDK_MessageAtALL,
} from 'node-imsdk';

const when = Math.floor(Date.now() / 1000);

/** @type {import('node-imsdk').userProfile} */
const senderProfile = {
  user_profile_identifier: 'bob',
  user_profile_nick_name: '小波 Bob 🐼',
  user_profile_face_url: 'https://example.com/bob.png',
  user_profile_gender: TIMGenderType.kTIMGenderType_Male,
  user_profile_birthday: 19_900_101,
  user_profile_location: '深圳 Shenzhen',
  user_profile_language: 1,
  user_profile_level: 3,
  user_profile_role: 2,
  user_profile_self_signature: '千里之行，始于足下 A journey of a thousand miles begins with a single step',
  user_profile_add_permission: TIMProfileAddPermission.kTIMProfileAddPermission_NeedConfirm,
  user_profile_custom_string_array: [
    {
      user_profile_custom_string_info_key: 'Tag_Profile_Custom_Team',
      user_profile_custom_string_info_value: '平台组 Platform',
    },
  ],
};

/** @type {import('node-imsdk').GroupMemberInfo} */
const senderInGroup = {
  group_member_info_identifier: 'bob',
  group_member_info_name_card: '值班 Bob (on call) 🛎️',
  group_member_info_member_role: TIMGroupMemberRole.kTIMMemberRole_Admin,
  group_member_info_msg_flag: TIMReceiveMessageOpt.kTIMRecvMsgOpt_Receive,
  group_member_info_join_time: when - 86_400,
  group_member_info_msg_seq: 7,
  group_member_info_shutup_time: 0,
  group_member_info_custom_info: [
    {
      group_member_info_custom_string_info_key: 'floor',
      group_member_info_custom_string_info_value: '12 楼',
    },
  ],
};

/** @type {import('node-imsdk').OfflinePushConfig} */
const pushConfig = {
  offline_push_config_desc: '[图片] 小波发来一条消息 Bob sent you a message 📨',
  offline_push_config_ext: '{"open":"chat","from":"bob"}',
  offline_push_config_flag: TIMOfflinePushFlag.kTIMOfflinePushFlag_Default,
  offline_push_config_ios_config: {
    ios_offline_push_config_title: '小波 Bob',
    ios_offline_push_config_sound: 'ding.caf',
    ios_offline_push_config_ignore_badge: true,
    ios_offline_push_config_push_type: TIMIOSOfflinePushType.TIMIOSOfflinePushType_APNS,
    ios_offline_push_config_image: 'https://example.com/push.png',
  },
  offline_push_config_android_config: {
    android_offline_push_config_title: '小波 Bob',
    android_offline_push_config_sound: 'ding',
    android_offline_push_config_notify_mode:
      TIMAndroidOfflinePushNotifyMode.kTIMAndroidOfflinePushNotifyMode_Normal,
    android_offline_push_config_vivo_classification: 1,
    android_offline_push_config_vivo_category: 'IM',
    android_offline_push_config_oppo_channel_id: 'oppo-chat',
    android_offline_push_config_xiaomi_channel_id: 'xiaomi-chat',
    android_offline_push_config_fcm_channel_id: 'fcm-chat',
    android_offline_push_config_huawei_category: 'IM',
    android_offline_push_config_huawei_image: 'https://example.com/huawei.png',
    android_offline_push_config_honor_image: 'https://example.com/honor.png',
    android_offline_push_config_fcm_image: 'https://example.com/fcm.png',
  },
};

/** @type {import('node-imsdk').Json_value_msg['message_elem_array']} */
const elements = [
  {
    elem_type: TIMElemType.kTIMElem_Text,
    text_elem_content: '你好，世界！Hello, world! 👋🏽 这条消息会真的写进磁盘 (this one really is on disk).',
  },
  {
    elem_type: TIMElemType.kTIMElem_Image,
    image_elem_orig_path: '/photos/西湖.jpg',
    image_elem_level: TIMImageLevel.kTIMImageLevel_Orig,
    image_elem_format: 1,
    image_elem_orig_id: 'image-orig',
    image_elem_orig_pic_width: 4032,
    image_elem_orig_pic_height: 3024,
    image_elem_orig_pic_size: 3_145_728,
    image_elem_orig_url: 'https://example.com/west-lake.jpg',
    image_elem_thumb_id: 'image-thumb',
    image_elem_thumb_pic_width: 264,
    image_elem_thumb_pic_height: 198,
    image_elem_thumb_pic_size: 12_288,
    image_elem_thumb_url: 'https://example.com/west-lake-thumb.jpg',
    image_elem_large_id: 'image-large',
    image_elem_large_pic_width: 960,
    image_elem_large_pic_height: 720,
    image_elem_large_pic_size: 204_800,
    image_elem_large_url: 'https://example.com/west-lake-large.jpg',
  },
  {
    elem_type: TIMElemType.kTIMElem_Sound,
    sound_elem_file_path: '/voice/早上好.amr',
    sound_elem_file_size: 16_384,
    sound_elem_file_time: 4,
    sound_elem_file_id: 'sound-1',
    sound_elem_business_id: 1,
    sound_elem_url: 'https://example.com/good-morning.amr',
  },
  {
    elem_type: TIMElemType.kTIMElem_Custom,
    custom_elem_data: '{"card":"天气 weather","city":"杭州","degrees":21.5}',
    custom_elem_desc: '天气卡片 weather card ☀️',
    custom_elem_ext: 'weather/1',
    custom_elem_sound: 'sun.caf',
  },
  {
    elem_type: TIMElemType.kTIMElem_File,
    file_elem_file_path: '/files/季度报告.pdf',
    file_elem_file_name: '季度报告 Q3 report.pdf',
    file_elem_file_size: 1_048_576,
    file_elem_file_id: 'file-1',
    file_elem_business_id: 1,
    file_elem_url: 'https://example.com/q3.pdf',
  },
  {
    elem_type: TIMElemType.kTIMElem_GroupTips,
    group_tips_elem_tip_type: TIMGroupTipType.kTIMGroupTip_GroupInfoChange,
    group_tips_elem_op_user: 'bob',
    group_tips_elem_group_id: '@TGS#demo',
    group_tips_elem_user_array: ['alice', 'carol'],
    group_tips_elem_group_change_info_array: [
      {
        group_tips_group_change_info_flag: TIMGroupTipGroupChangeFlag.kTIMGroupTipChangeFlag_Name,
        group_tips_group_change_info_value: '登山小组 Hikers ⛰️',
      },
    ],
    group_tips_elem_member_num: 3,
    group_tips_elem_platform: 'Linux',
  },
  {
    elem_type: TIMElemType.kTIMElem_Face,
    face_elem_index: 42,
    face_elem_buf: '[龇牙]',
  },
  {
    elem_type: TIMElemType.kTIMElem_Location,
    location_elem_desc: '杭州西湖 West Lake, Hangzhou 📍',
    location_elem_longitude: 120.1489,
    location_elem_latitude: 30.2429,
  },
  {
    elem_type: TIMElemType.kTIMElem_Video,
    video_elem_video_type: 'mp4',
    video_elem_video_size: 8_388_608,
    video_elem_video_duration: 12,
    video_elem_video_path: '/videos/日出.mp4',
    video_elem_video_id: 'video-1',
    video_elem_business_id: 1,
    video_elem_video_url: 'https://example.com/sunrise.mp4',
    video_elem_image_type: 'jpg',
    video_elem_image_size: 65_536,
    video_elem_image_width: 1280,
    video_elem_image_height: 720,
    video_elem_image_path: '/videos/日出.jpg',
    video_elem_image_id: 'cover-1',
    video_elem_image_url: 'https://example.com/sunrise.jpg',
  },
  {
    elem_type: TIMElemType.kTIMElem_Merge,
    merge_elem_title: '聊天记录 Chat history',
    merge_elem_abstract_array: ['小波: 出发吗？', 'Alice: Let’s go! 🥾'],
    merge_elem_compatible_text: '请升级应用 Please update the app',
    merge_elem_layer_over_limit: false,
    merge_elem_relay_pb_key: 'relay-pb',
    merge_elem_relay_json_key: 'relay-json',
    merge_elem_relay_buffer: 'cafe',
  },
];

/** The group that the sample message is saved into. */
export const sampleGroup = '@TGS#demo';

/** @type {import('node-imsdk').Json_value_msg} */
export const sampleMessage = {
  message_elem_array: elements,
  message_conv_id: sampleGroup,
  message_conv_type: TIMConvType.kTIMConv_Group,
  message_sender: 'bob',
  message_priority: TIMMsgPriority.kTIMMsgPriority_High,
  message_client_time: when - 60,
  message_server_time: when - 59,
  message_is_from_self: false,
  message_platform: TIMPlatform.kTIMPlatform_Mac,
  message_is_read: true,
  message_is_online_msg: false,
  message_status: TIMMsgStatus.kTIMMsg_SendSucc,
  message_need_read_receipt: true,
  message_support_message_extension: true,
  message_custom_int: 2026,
  message_custom_str: '只在本机 kept on this machine only 🔒',
  message_cloud_custom_str: '{"reaction":"🎉"}',
  message_is_excluded_from_unread_count: true,
  message_excluded_from_last_message: true,
  message_excluded_from_content_moderation: true,
  message_risk_type_identified: 0,
  message_group_at_user_array: ['alice', kImSDK_MessageAtALL],
  message_is_forward_message: false,
  message_sender_profile: senderProfile,
  message_sender_group_member_info: senderInGroup,
  message_offline_push_config: pushConfig,
};
