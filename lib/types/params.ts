import type {
  TIMConvType,
  TIMDownloadType,
  TIMElemType,
  TIMGroupGetInfoFlag,
  TIMGroupMemberInfoFlag,
  TIMGroupMemberRoleFlag,
  TIMInternalOperation,
  TIMLogLevel,
} from './enums.js';
import type { Json_value_msg } from './message.js';

/** What a client is made with. */
export interface initConfig {
  /** SDKAppID of the application in Tencent's console: 1 to 4294967295. */
  sdkappid: number;
}

/** {@link initConfig} with a tag for the console, as the documented API has it. */
export interface sdkconfig extends initConfig {
  /** Not used here; the engine has no such setting. */
  consoleTag?: string;
}

/** The engine's own form of TIMInit's configuration (TIMManager.h, SdKConfig). */
export interface SdkConfigJson {
  /** Folder of the store; the engine makes it, with its parents. */
  sdk_config_config_file_path?: string;
  /** Folder of the engine's log. */
  sdk_config_log_file_path?: string;
}

/** Parameter of TIMInit. */
export interface initParam {
  /** Folder of the store and of the log. */
  config_path?: string;
  /** Folder of the log, where it is not to lie beside the store. */
  log_path?: string;
  /** The engine's own form of the same. `config_path` and `log_path` win where both are given. */
  json_config?: SdkConfigJson;
  /** Accepted for documented code; there is no second log here. */
  electron_log?: boolean;
}

/** Parameter of TIMLogin. */
export interface loginParam {
  /** The user's id: not empty, without a NUL, at most 122 bytes of UTF-8, or the engine cannot open the store. */
  userID: string;
  /** The user's signature, made by the application's server. In local-only mode it may be left out. */
  userSig?: string;
  /** Returned with the result. */
  userData?: string;
}

/** Parameter of TIMLogout. */
export interface logoutParam {
  /** Returned with the result. */
  userData?: string;
}

/** Parameter of TIMGetLoginUserID. */
export interface getLoginUserIDParam {
  /** Returned with the result. */
  userData?: string;
}

/** What each call about one conversation has. */
interface ConversationParams {
  /** The other user's id, or the group's. The engine answers -4 where it is empty. */
  conv_id: string;
  /** A number of {@link TIMConvType}. The engine answers -4 where it is neither 1 nor 2. */
  conv_type: number;
  /** Returned with the result. */
  user_data?: string;
}

/** Parameter of TIMMsgSaveMsg. */
export interface MsgSaveMsgParams extends ConversationParams {
  /** The message. */
  params: Json_value_msg;
}

/** Parameter of TIMMsgImportMsgList. */
export interface MsgImportMsgListParams extends ConversationParams {
  /** The messages. */
  params: Json_value_msg[];
}

/** What TIMMsgGetMsgList is to return (TIMMessageManager.h, MsgGetMsgListParam). */
export interface Json_get_msg_param {
  /** Where to begin: the message itself is not returned. Absent: at the newest. */
  msg_getmsglist_param_last_msg?: Json_value_msg;
  /** How many messages. The engine answers 6017 to 0 and to none. */
  msg_getmsglist_param_count?: number;
  /** True: also from the service. */
  msg_getmsglist_param_is_ramble?: boolean;
  /** Only these kinds of element, as numbers of {@link TIMElemType}; not with `is_ramble`. */
  msg_getmsglist_param_message_type_array?: number[];
  /** True: messages newer than the last message, false (the default): older. */
  msg_getmsglist_param_is_forward?: boolean;
  /** Where to begin, by sequence number, instead of by message. */
  msg_getmsglist_param_last_msg_seq?: number | bigint;
  /** Where to begin, in seconds since 1970. */
  msg_getmsglist_param_time_begin?: number;
  /** How far from there, in seconds. */
  msg_getmsglist_param_time_period?: number;
  /** Only these sequence numbers; groups only. */
  msg_getmsglist_param_message_seq_array?: (number | bigint)[];
}

/** Parameter of TIMMsgGetMsgList. */
export interface MsgGetMsgListParams extends ConversationParams {
  /** Which messages. */
  params: Json_get_msg_param;
}

/** Parameter of TIMMsgFindMessages. */
export interface MsgFindMessagesParams {
  /** Ids, as in `message_msg_id`. */
  json_message_id_array: string[];
  /** Returned with the result. */
  user_data?: string;
}

/** Where a message is, without its id (TIMMessageManager.h, MsgLocator). */
export interface Json_msg_locator {
  /** Id of the conversation. */
  message_locator_conv_id?: string;
  /** Kind of the conversation: a number of {@link TIMConvType}. */
  message_locator_conv_type?: number;
  /** Whether the message was withdrawn. */
  message_locator_is_revoked?: boolean;
  /** Its time, in seconds since 1970. */
  message_locator_time?: number;
  /** Its sequence number. */
  message_locator_seq?: number | bigint;
  /** Whether the user sent it. */
  message_locator_is_self?: boolean;
  /** Its random number. */
  message_locator_rand?: number | bigint;
  /** Its `message_unique_id`. */
  message_locator_unique_id?: number | bigint;
}

/** Parameter of TIMMsgFindByMsgLocatorList. */
export interface MsgFindByMsgLocatorListParams extends ConversationParams {
  /** Where the messages are. */
  params: Json_msg_locator[];
}

/** What TIMMsgDelete is to delete (TIMMessageManager.h, MsgDeleteParam). */
export interface Json_value_msgdelete {
  /** The message. */
  msg_delete_param_msg: Json_value_msg;
  /** True: at the service too, false (the default): from the store only. */
  msg_delete_param_is_ramble?: boolean;
}

/** Parameter of TIMMsgDelete. */
export interface MsgDeleteParams extends ConversationParams {
  /** Which message. */
  params: Json_value_msgdelete;
}

/** Parameter of TIMMsgListDelete. */
export interface MsgListDeleteParams extends ConversationParams {
  /** The messages. */
  params: Json_value_msg[];
}

/** Parameter of TIMMsgClearHistoryMessage. */
export interface MsgClearHistoryMessageParams extends ConversationParams {}

/** Parameter of TIMMsgSendMessage. */
export interface MsgSendMessageParams extends ConversationParams {
  /** The message. */
  params: Json_value_msg;
  /** Accepted for documented code; the id is in the result. */
  messageId?: string;
}

/** Parameter of TIMMsgCancelSend. */
export interface MsgCancelSendParams extends ConversationParams {
  /** Id of the message. */
  message_id: string;
}

/** Parameter of TIMMsgReportReaded. */
export interface MsgReportReadedParams extends ConversationParams {
  /** The last message that was read. */
  json_msg_param: Json_value_msg;
}

/** Parameter of TIMMsgRevoke. */
export interface MsgRevokeParams extends ConversationParams {
  /** The message. */
  json_msg_param: Json_value_msg;
}

/** Parameter of TIMMsgModifyMessage. */
export interface MsgModifyMessageParams {
  /** The message as it is to be. */
  params: Json_value_msg;
  /** Returned with the result. */
  user_data?: string;
}

/** Parameter of TIMMsgDownloadMergerMessage. */
export interface MsgDownloadMergerMessageParams {
  /** The message with the merger element. */
  params: Json_value_msg;
  /** Returned with the result. */
  user_data?: string;
}

/** Parameter of TIMMsgBatchSend. */
export interface MsgBatchSendParams {
  /** The receivers and the message. */
  params: {
    /** User ids of the receivers. */
    msg_batch_send_param_identifier_array: string[];
    /** The message. */
    msg_batch_send_param_msg: Json_value_msg;
  };
  /** Returned with the result. */
  user_data?: string;
}

/** What TIMMsgDownloadElemToPath is to download (TIMMessageManager.h, DownloadElemParam). */
export interface Json_download_elem_param {
  /** Accepted for documented code; the engine does not know it. */
  msg_download_elem_param_flag?: number;
  /** Which part of the element: a number of {@link TIMDownloadType}. */
  msg_download_elem_param_type?: TIMDownloadType;
  /** The element's file id. */
  msg_download_elem_param_id: string;
  /** The element's business id. */
  msg_download_elem_param_business_id?: number;
  /** The element's URL. */
  msg_download_elem_param_url: string;
}

/** What TIMMsgSearchLocalMessages is to find (TIMMessageManager.h, MessageSearchParam). */
export interface Json_search_message_param {
  /** Up to five keywords. */
  msg_search_param_keyword_array?: string[];
  /** Only these kinds of element; none is all. */
  msg_search_param_message_type_array?: TIMElemType[];
  /** Only this conversation. */
  msg_search_param_conv_id?: string;
  /** Its kind; 0 is all conversations. */
  msg_search_param_conv_type?: number;
  /** Where to begin, in seconds since 1970; 0 is now. */
  msg_search_param_search_time_position?: number;
  /** How far back from there, in seconds; 0 is without limit. */
  msg_search_param_search_time_period?: number;
  /** Which page, from 0. */
  msg_search_param_page_index?: number;
  /** How many on a page; 0 is all. */
  msg_search_param_page_size?: number;
  /** How the keywords combine: a number of TIMKeywordListMatchType. */
  msg_search_param_keyword_list_match_type?: number;
  /** Only from these senders. */
  msg_search_param_send_identifier_array?: string[];
  /** How many results of a search at the service. */
  msg_search_param_search_count?: number;
  /** Where a search at the service goes on; empty at first. */
  msg_search_param_search_cursor?: string;
}

/** Parameter of TIMMsgSearchLocalMessages. */
export interface MsgSearchLocalMessagesParams {
  /** What to find. */
  params: Json_search_message_param;
  /** Returned with the result. */
  user_data?: string;
}

/** Parameter of TIMMsgSetLocalCustomData. */
export interface SetLocalCustomDataParam {
  /** The message, with the new `message_custom_str` and `message_custom_int`. */
  json_msg_param: Json_value_msg;
  /** Returned with the result. */
  user_data?: string;
}

/** Which data of groups to fetch. */
export interface GroupGetInfoConfig {
  /** Bit mask of {@link TIMGroupGetInfoFlag}. */
  group_get_info_option_info_flag?: TIMGroupGetInfoFlag;
  /** Names of custom fields. */
  group_get_info_option_custom_array?: string[];
}

/** Which data of group members to fetch, and of which. */
export interface GroupMemberInfoOption {
  /** Bit mask of {@link TIMGroupMemberInfoFlag}. */
  group_member_get_info_option_info_flag?: number;
  /** Bit mask of {@link TIMGroupMemberRoleFlag}. */
  group_member_get_info_option_role_flag?: number;
  /** Names of custom fields. */
  group_member_get_info_option_custom_array?: string[];
}

/** Settings of the user (TIMManager.h, UserConfig). */
export interface UserConfig {
  /** No longer in use by the engine. */
  user_config_is_read_receipt?: boolean;
  /** No longer in use by the engine. */
  user_config_is_sync_report?: boolean;
  /** No longer in use by the engine. */
  user_config_is_ignore_grouptips_unread?: boolean;
  /** True: the engine keeps no store, and a save keeps nothing. Default false. */
  user_config_is_is_disable_storage?: boolean;
  /** No longer in use by the engine. */
  user_config_group_getinfo_option?: GroupGetInfoConfig;
  /** No longer in use by the engine. */
  user_config_group_member_getinfo_option?: GroupMemberInfoOption;
}

/** An HTTP proxy, for files. */
export interface HttpProxyInfo {
  /** Address; empty for none. */
  http_proxy_info_ip?: string;
  /** Port; 0 for none. */
  http_proxy_info_port?: number;
  /** User name. */
  http_proxy_info_username?: string;
  /** Password. */
  http_proxy_info_password?: string;
}

/** A SOCKS5 proxy, for everything but files. Set it before TIMInit. */
export interface Socks5ProxyInfo {
  /** Address. */
  socks5_proxy_info_ip?: string;
  /** Port. */
  socks5_proxy_info_port?: number;
  /** User name. */
  socks5_proxy_info_username?: string;
  /** Password. */
  socks5_proxy_info_password?: string;
}

/** A proxy found by the system's automatic configuration. Set it before TIMInit. */
export interface PACProxyInfo {
  /** User name. */
  pac_proxy_info_username?: string;
  /** Password. */
  pac_proxy_info_password?: string;
}

/** Settings of the engine (TIMManager.h, SetConfig). The spelling is that of the documented API. */
export interface JSONCongfig {
  /** Least level that goes to the log file. */
  set_config_log_level?: TIMLogLevel;
  /** Least level that goes to the log callback. */
  set_config_callback_log_level?: TIMLogLevel;
  /** Whether the log also goes to standard output. The engine's default is true; takes effect before TIMInit. */
  set_config_is_log_output_console?: boolean;
  /** Settings of the user. */
  set_config_user_config?: UserConfig;
  /** Data of the application's own for its server, up to 64 bytes. Set it before TIMInit. */
  set_config_user_define_data?: string;
  /** HTTP proxy, for files. */
  set_config_http_proxy_info?: HttpProxyInfo;
  /** SOCKS5 proxy. */
  set_config_socks5_proxy_info?: Socks5ProxyInfo;
  /** Proxy by automatic configuration. */
  set_config_pac_proxy_info?: PACProxyInfo;
  /** True: addresses come from the system's resolver only. */
  set_config_is_only_local_dns_source?: boolean;
}

/** A documented callback of one result, with its JSON not parsed. */
export type CommonCallbackFun = (code: number, desc: string, json_param: string, user_data?: string) => void;

/** Parameter of TIMSetConfig. */
export interface TIMSetConfigParam {
  /** The settings. */
  json_config: JSONCongfig;
  /** Called with the result too, as the documented API does; the promise carries the same. */
  callback?: CommonCallbackFun;
  /** Returned with the result. */
  user_data?: string;
}

/** Address of a server (TIMExperimentalAPI.h). */
export interface ServerAddress {
  /** Address. */
  server_address_ip: string;
  /** Port. */
  server_address_port: number;
  /** Whether the address is one of IPv6. Default false. */
  server_address_is_ipv6?: boolean;
  /** Whether the server speaks QUIC. Default false. */
  server_address_is_quic?: boolean;
}

/** Addresses of a service of one's own (TIMExperimentalAPI.h, CustomServerInfo). */
export interface PrivatizationInfo {
  /** For lasting connections. */
  longconnection_address_array?: ServerAddress[];
  /** For single requests. */
  shortconnection_address_array?: ServerAddress[];
  /** The service's public key. */
  server_public_key: string;
}

/** What callExperimentalAPI is to do (TIMExperimentalAPI.h, RequestParam). */
export interface callExperimentalAPIJsonParam {
  /** The operation: a string of {@link TIMInternalOperation}. */
  request_internal_operation: `${TIMInternalOperation}` | (string & {});
  /** Number of the user interface kit. */
  request_set_ui_platform_param?: number;
  /** Addresses of the service. */
  request_set_custom_server_info_param?: PrivatizationInfo;
  /** What else the operation wants; the names are those of the header. */
  [parameter: `request_${string}` | `report_${string}`]: unknown;
}

/** Parameter of callExperimentalAPI. */
export interface callExperimentalAPIParam {
  /** The operation and what it wants. */
  json_param: callExperimentalAPIJsonParam;
  /** Returned with the result. */
  user_data?: string;
}

// Named in docstrings only.
export type { TIMConvType, TIMGroupMemberInfoFlag, TIMGroupMemberRoleFlag };
