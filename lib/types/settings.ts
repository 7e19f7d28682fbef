/** Settings of the engine: what TIMSetConfig takes (TIMManager.h). */
import type {
  TIMGroupGetInfoFlag,
  TIMGroupMemberInfoFlag,
  TIMGroupMemberRoleFlag,
  TIMLogLevel,
} from './enums.js';
import { arrayOf, boolean, enumOf, object, string, uint32, type LooseFields } from './fields.js';
import type { CallParams } from './params.js';

/** Fields of {@link GroupGetInfoConfig}. */
export const groupGetInfoFields = {
  /** Bit mask of {@link TIMGroupGetInfoFlag}. */
  group_get_info_option_info_flag: enumOf<TIMGroupGetInfoFlag>(),
  /** Names of custom fields. */
  group_get_info_option_custom_array: arrayOf(string),
};

/** Which data of groups to fetch. */
export interface GroupGetInfoConfig extends LooseFields<typeof groupGetInfoFields> {}

/** Fields of {@link GroupMemberInfoOption}. */
export const groupMemberInfoOptionFields = {
  /** Bit mask of {@link TIMGroupMemberInfoFlag}. */
  group_member_get_info_option_info_flag: uint32,
  /** Bit mask of {@link TIMGroupMemberRoleFlag}. */
  group_member_get_info_option_role_flag: uint32,
  /** Names of custom fields. */
  group_member_get_info_option_custom_array: arrayOf(string),
};

/** Which data of group members to fetch, and of which. */
export interface GroupMemberInfoOption extends LooseFields<typeof groupMemberInfoOptionFields> {}

/** Fields of {@link UserConfig}. */
export const userConfigFields = {
  /** No longer in use by the engine. */
  user_config_is_read_receipt: boolean,
  /** No longer in use by the engine. */
  user_config_is_sync_report: boolean,
  /** No longer in use by the engine. */
  user_config_is_ignore_grouptips_unread: boolean,
  /** True: the engine keeps no store, and a save keeps nothing. Default false. */
  user_config_is_is_disable_storage: boolean,
  /** No longer in use by the engine. */
  user_config_group_getinfo_option: object<GroupGetInfoConfig>(groupGetInfoFields),
  /** No longer in use by the engine. */
  user_config_group_member_getinfo_option: object<GroupMemberInfoOption>(groupMemberInfoOptionFields),
};

/** Settings of the user. */
export interface UserConfig extends LooseFields<typeof userConfigFields> {}

/** Fields of {@link HttpProxyInfo}. */
export const httpProxyFields = {
  /** Address; empty for none. */
  http_proxy_info_ip: string,
  /** Port; 0 for none. */
  http_proxy_info_port: uint32,
  /** User name. */
  http_proxy_info_username: string,
  /** Password. */
  http_proxy_info_password: string,
};

/** An HTTP proxy, for files. */
export interface HttpProxyInfo extends LooseFields<typeof httpProxyFields> {}

/** Fields of {@link Socks5ProxyInfo}. */
export const socks5ProxyFields = {
  /** Address. */
  socks5_proxy_info_ip: string,
  /** Port. */
  socks5_proxy_info_port: uint32,
  /** User name. */
  socks5_proxy_info_username: string,
  /** Password. */
  socks5_proxy_info_password: string,
};

/** A SOCKS5 proxy. Set it before TIMInit. */
export interface Socks5ProxyInfo extends LooseFields<typeof socks5ProxyFields> {}

/** Fields of {@link PACProxyInfo}. */
export const pacProxyFields = {
  /** User name. */
  pac_proxy_info_username: string,
  /** Password. */
  pac_proxy_info_password: string,
};

/** A proxy found by the system's automatic configuration. Set it before TIMInit. */
export interface PACProxyInfo extends LooseFields<typeof pacProxyFields> {}

/** Fields of {@link JSONCongfig} (TIMManager.h, SetConfig). */
export const setConfigFields = {
  /** Least level that goes to the log file. */
  set_config_log_level: enumOf<TIMLogLevel>(),
  /** Least level that goes to the log callback. */
  set_config_callback_log_level: enumOf<TIMLogLevel>(),
  /** Whether the log also goes to standard output. The engine's default is true; takes effect before TIMInit. */
  set_config_is_log_output_console: boolean,
  /** Settings of the user. */
  set_config_user_config: object<UserConfig>(userConfigFields),
  /** Data of the application's own for its server, up to 64 bytes. Set it before TIMInit. */
  set_config_user_define_data: string,
  /** HTTP proxy, for files. */
  set_config_http_proxy_info: object<HttpProxyInfo>(httpProxyFields),
  /** SOCKS5 proxy. */
  set_config_socks5_proxy_info: object<Socks5ProxyInfo>(socks5ProxyFields),
  /** Proxy by automatic configuration. */
  set_config_pac_proxy_info: object<PACProxyInfo>(pacProxyFields),
  /** True: addresses come from the system's resolver only. */
  set_config_is_only_local_dns_source: boolean,
};

/** Settings of the engine. The spelling is that of the documented API. */
export interface JSONCongfig extends LooseFields<typeof setConfigFields> {}

/** A documented callback of one result, with its JSON not parsed. */
export type CommonCallbackFun = (code: number, desc: string, json_param: string, user_data?: string) => void;

/** Parameter of TIMSetConfig. */
export interface TIMSetConfigParam extends CallParams {
  /** The settings. */
  json_config: JSONCongfig;
  /** Called with the result too, as the documented API does; the promise carries the same. */
  callback?: CommonCallbackFun;
}

// Named in docstrings only.
export type { TIMGroupMemberInfoFlag, TIMGroupMemberRoleFlag };
