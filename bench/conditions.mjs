// What every peer, the C program too, sets before it is measured: the same engine, the same settings, the
// same user. The settings keep the engine from calling out and from logging, as local-only mode does.
const nowhere = { ip: '127.0.0.1', port: 9 };
const servers = [{ server_address_ip: nowhere.ip, server_address_port: nowhere.port }];

export const conditions = {
  sdkappid: 1_400_000_001,
  userId: 'alice',
  userSig: 'nobody checks it',
  /** For TIMSetConfig, before TIMInit. */
  settings: {
    set_config_is_log_output_console: false,
    set_config_log_level: 6,
    set_config_callback_log_level: 6,
    set_config_socks5_proxy_info: {
      socks5_proxy_info_ip: nowhere.ip,
      socks5_proxy_info_port: nowhere.port,
      socks5_proxy_info_username: '',
      socks5_proxy_info_password: '',
    },
  },
  /** For callExperimentalAPI, before TIMInit. Its callback never comes. */
  servers: {
    request_internal_operation: 'internal_operation_set_custom_server_info',
    request_set_custom_server_info_param: {
      longconnection_address_array: servers,
      shortconnection_address_array: servers,
      server_public_key: '00',
    },
  },
};

/** For TIMInit, of those who call the engine's own function. */
export const initConfig = (folder) => ({
  sdk_config_config_file_path: folder,
  sdk_config_log_file_path: folder,
});
