/** Experimental operations: what callExperimentalAPI takes and returns (TIMExperimentalAPI.h). */
import type { TIMInternalOperation, TIMLogLevel } from './enums.js';
import {
  arrayOf,
  boolean,
  enumOf,
  int32,
  object,
  required,
  string,
  uint32,
  uint64,
  type LooseFields,
  type ParameterFields,
} from './fields.js';
import type { CallParams } from './params.js';

/** Fields of {@link ServerAddress}. */
export const serverAddressFields = {
  /** Address. */
  server_address_ip: required(string),
  /** Port. */
  server_address_port: required(uint32),
  /** Whether the address is one of IPv6. Default false. */
  server_address_is_ipv6: boolean,
  /** Whether the server speaks QUIC. Default false. */
  server_address_is_quic: boolean,
};

/** Address of a server. */
export interface ServerAddress extends ParameterFields<typeof serverAddressFields> {}

/** Fields of {@link PrivatizationInfo} (TIMExperimentalAPI.h, CustomServerInfo). */
export const customServerInfoFields = {
  /** For lasting connections. */
  longconnection_address_array: arrayOf(object<ServerAddress>(serverAddressFields)),
  /** For single requests. */
  shortconnection_address_array: arrayOf(object<ServerAddress>(serverAddressFields)),
  /** The service's public key. */
  server_public_key: required(string),
};

/** Addresses of a service of one's own. */
export interface PrivatizationInfo extends ParameterFields<typeof customServerInfoFields> {}

/** Fields of {@link SSODataParam}. */
export const ssoDataFields = {
  /** The command. */
  sso_data_param_cmd: required(string),
  /** The data, in base64. */
  sso_data_param_body: required(string),
  /** How long to wait for the service, in seconds. Default: 15. */
  sso_data_param_timeout: uint64,
};

/** Raw data for the service. */
export interface SSODataParam extends ParameterFields<typeof ssoDataFields> {}

/** Fields of {@link QuicChannelInfo}. */
export const quicChannelFields = {
  /** Whether to use QUIC. */
  quic_channel_info_enable_quic: required(boolean),
};

/** Whether to use QUIC. */
export interface QuicChannelInfo extends ParameterFields<typeof quicChannelFields> {}

/** Fields of {@link CosSaveRegionForConversationParam}. */
export const cosSaveRegionFields = {
  /** `c2c_` with the other user's id, or `group_` with the group's. */
  cos_save_region_for_conversation_param_conversation_id: required(string),
  /** Name of the region. */
  cos_save_region_for_conversation_param_cos_save_region: required(string),
};

/** Where a conversation's files are stored. */
export interface CosSaveRegionForConversationParam extends ParameterFields<typeof cosSaveRegionFields> {}

/** Fields of {@link DatabaseEncryptInfo}. */
export const databaseEncryptFields = {
  /** 0 none (the default), 1 exclusive or, 2 TEA, 3 SM4, 4 AES. */
  database_encrypt_info_encrypt_type: required(int32),
  /** 32 hexadecimal digits, but for 1; the engine makes one where it is absent. Once used it cannot be changed. */
  database_encrypt_info_encrypt_key: string,
};

/** How the store is encrypted. */
export interface DatabaseEncryptInfo extends ParameterFields<typeof databaseEncryptFields> {}

/** Fields of {@link callExperimentalAPIJsonParam}: the operation, and what each operation wants. */
export const experimentalRequestFields = {
  /** `internal_operation_sso_data`: the data. */
  request_sso_data_param: object<SSODataParam>(ssoDataFields),
  /** `internal_operation_userid_tinyid`: user ids. */
  request_userid_tinyid_param: arrayOf(string),
  /** `internal_operation_tinyid_userid`: internal ids. */
  request_tinyid_userid_param: arrayOf(uint64),
  /** `internal_operation_set_env`: true for the test environment. */
  request_set_env_param: boolean,
  /** `internal_operation_set_ipv6_prior`: whether to prefer IPv6. */
  request_set_ipv6_prior_param: boolean,
  /** `internal_operation_set_max_retry_count`: how often. */
  request_set_max_retry_count_param: uint32,
  /** `internal_operation_set_packet_request_timeout`: how long, in seconds. */
  request_set_packet_request_timeout_param: uint64,
  /** `internal_operation_set_custom_server_info`: the addresses. */
  request_set_custom_server_info_param: object<PrivatizationInfo>(customServerInfoFields),
  /** `internal_operation_enable_quic_channel`: whether. */
  request_enable_quic_channel_param: object<QuicChannelInfo>(quicChannelFields),
  /** `internal_operation_init_local_storage`: the user's id. */
  request_init_local_storage_user_id_param: string,
  /** `internal_operation_set_cos_save_region_for_conversation`: the region. */
  request_set_cos_save_region_for_conversation_param:
    object<CosSaveRegionForConversationParam>(cosSaveRegionFields),
  /** `internal_operation_set_ui_platform`: number of the user interface kit. */
  request_set_ui_platform_param: uint32,
  /** `internal_operation_set_database_encrypt_info`: how. */
  request_set_database_encrypt_info_param: object<DatabaseEncryptInfo>(databaseEncryptFields),
  /** `internal_operation_is_commercial_ability_enabled`: bit mask of the features. */
  request_is_commercial_ability_enabled_param: uint64,
  /** `internal_operation_set_offline_push_state`: 0 unset, 1 on, 2 off. */
  request_set_offline_push_state_param: uint32,
  /** `internal_operation_get_message_revoker`: ids of the messages. */
  request_message_revoker_message_id_array: arrayOf(string),
  /** `internal_operation_write_log`: a number of {@link TIMLogLevel}. */
  request_write_log_log_level_param: enumOf<TIMLogLevel>(),
  /** `internal_operation_write_log`: the text. */
  request_write_log_log_content_param: string,
  /** `internal_operation_write_log`: name of the source file. */
  request_write_log_file_name_param: string,
  /** `internal_operation_write_log`: name of the function. */
  request_write_log_func_name_param: string,
  /** `internal_operation_write_log`: number of the line. */
  request_write_log_line_number_param: int32,
  /**
   * `internal_operation_clear_local_history_message`: `c2c_` with a user's id, `group_` with a group's, `c2c` or `group`
   * for all of a kind, `''` for all. Required there: without it the engine would clear the whole store.
   */
  request_clear_local_history_message_conversation_id_param: string,
  /** `internal_operation_clear_local_history_message`: from when, in seconds since 1970. Required there. */
  request_clear_local_history_message_begin_timestamp_param: uint64,
  /**
   * `internal_operation_clear_local_history_message`: until when, both included; 0 for no end, and 0 for both for
   * everything. Required there.
   */
  request_clear_local_history_message_end_timestamp_param: uint64,
  /** `internal_operation_report_tuicomponent_usage`: number of the component. */
  report_tuicomponent_usage_uicomponent_type_param: uint32,
  /** `internal_operation_report_tuicomponent_usage`: number of its style. */
  report_tuicomponent_usage_uistyle_type_param: uint32,
  /** `internal_operation_send_trtc_custom_data`: the data. */
  request_send_trtc_custom_data_param: string,
  /** `internal_operation_send_room_custom_data`: the command. */
  request_send_room_custom_data_service_command_param: string,
  /** `internal_operation_send_room_custom_data`: the data. */
  request_send_room_custom_data_request_content_param: string,
  /** `internal_operation_set_application_id`: the id, 0 to 255. */
  request_set_application_id_param: uint32,
  /** `internal_operation_get_server_config`: name of the setting. */
  request_get_server_config_key_param: string,
  /** `internal_operation_get_server_config`: 1 for a number, 2 for a string. */
  request_get_server_config_value_type_param: uint32,
  /** `internal_operation_set_ignore_repeat_login`: whether. */
  request_set_ignore_repeat_login_param: boolean,
  /** `internal_operation_start_message_long_polling`: the group's id. */
  request_start_message_long_polling_id_param: string,
  /** `internal_operation_start_message_long_polling`: its key. */
  request_start_message_long_polling_key_param: string,
  /** `internal_operation_start_message_long_polling`: where to begin. */
  request_start_message_long_polling_sequence_param: string,
  /** `internal_operation_stop_message_long_polling`: the group's id. */
  request_stop_message_long_polling_id_param: string,
  /** `internal_operation_find_merger_messages`: id of the message. */
  request_find_merger_messages_message_id_param: string,
  /** `internal_operation_find_merger_messages`: ids of the messages in it. */
  request_find_merger_messages_merger_message_id_list_param: arrayOf(string),
  /** `internal_operation_get_brief_group_member_list`: the group's id. */
  request_get_brief_group_member_list_group_id_param: string,
};

/** What callExperimentalAPI is to do (TIMExperimentalAPI.h, RequestParam). */
export interface callExperimentalAPIJsonParam extends LooseFields<typeof experimentalRequestFields> {
  /** The operation: a string of {@link TIMInternalOperation}. */
  request_internal_operation: `${TIMInternalOperation}` | (string & {});
}

/** Parameter of callExperimentalAPI. */
export interface callExperimentalAPIParam extends CallParams {
  /** The operation and what it wants. */
  json_param: callExperimentalAPIJsonParam;
}
