// The three messages that are saved, each into the conversation with bob, as one received from him: the only
// kind that the engine files alike for every peer without a login that has succeeded.

const text = (content) => ({ elem_type: 0, text_elem_content: content });
const received = (content) => ({ message_elem_array: [text(content)], message_sender: 'bob' });

/** Every field of the documented TIMMsgSaveMsg sample, filled. */
const everyDocumentedField = {
  ...received(
    '你好，世界！Hello, world! 👋🏽 这条消息的每一个字段都填好了 (every field of the sample, filled). 明天见！',
  ),
  message_conv_id: 'bob',
  message_conv_type: 1,
  message_priority: 1,
  message_client_time: 1_760_000_000,
  message_server_time: 1_760_000_001,
  message_is_from_self: false,
  message_platform: 4,
  message_is_read: true,
  message_is_online_msg: false,
  message_status: 2,
  message_custom_int: 2026,
  message_custom_str: '只在本机 kept on this machine only 🔒',
  message_is_excluded_from_unread_count: true,
  message_group_at_user_array: ['alice', 'carol'],
  message_is_forward_message: false,
  message_sender_profile: {
    user_profile_add_permission: 1,
    user_profile_birthday: 19_900_101,
    user_profile_custom_string_array: [
      {
        user_profile_custom_string_info_key: 'Tag_Profile_Custom_Team',
        user_profile_custom_string_info_value: '平台组 Platform',
      },
    ],
    user_profile_face_url: 'https://example.com/avatars/bob.png',
    user_profile_gender: 1,
    user_profile_identifier: 'bob',
    user_profile_language: 1,
    user_profile_level: 3,
    user_profile_location: '深圳 Shenzhen',
    user_profile_nick_name: '小波 Bob 🐼',
    user_profile_role: 2,
    user_profile_self_signature: '千里之行，始于足下 A journey of a thousand miles begins with a single step',
  },
  message_sender_group_member_info: {
    group_member_info_identifier: 'bob',
    group_member_info_join_time: 1_759_000_000,
    group_member_info_member_role: 300,
    group_member_info_msg_flag: 0,
    group_member_info_msg_seq: 7,
    group_member_info_shutup_time: 0,
    group_member_info_name_card: '值班 Bob (on call) 🛎️',
    group_member_info_custom_info: [
      {
        group_member_info_custom_string_info_key: 'floor',
        group_member_info_custom_string_info_value: '12 楼',
      },
    ],
  },
  message_offline_push_config: {
    offline_push_config_desc: '小波发来一条消息 Bob sent you a message 📨',
    offline_push_config_ext: '{"open":"chat","from":"bob"}',
    offline_push_config_flag: 0,
  },
};

/** By name: the message, and what it is called in the report. */
export const payloads = {
  small: { title: 'small message', message: received('sixteen letters.') },
  seed: { title: 'every documented field', message: everyDocumentedField },
  big: { title: '64 KB of text', message: received('0123456789abcdef'.repeat(4096)) },
};

/** The other parameters of the save. */
export const conversation = { conv_id: 'bob', conv_type: 1 };
