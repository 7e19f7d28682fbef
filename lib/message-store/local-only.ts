/**
 * Local-only mode: the real engine with its real store, and no packet that leaves this machine.
 *
 * Both settings are needed, by experiment: the SOCKS5 proxy alone still looks names up in the DNS,
 * and the custom servers alone still try one built-in address. Port 9 of the loopback (discard) has
 * no listener, so that every connection is refused at once.
 */
const NOWHERE = { ip: '127.0.0.1', port: 9 } as const;

/** Part of TIMSetConfig's parameter. */
export const LOCAL_ONLY_CONFIG = {
  set_config_socks5_proxy_info: {
    socks5_proxy_info_ip: NOWHERE.ip,
    socks5_proxy_info_port: NOWHERE.port,
    socks5_proxy_info_username: '',
    socks5_proxy_info_password: '',
  },
} as const;

const SERVERS = [{ server_address_ip: NOWHERE.ip, server_address_port: NOWHERE.port }];

/** Parameter of callExperimentalAPI; its callback never comes. */
export const LOCAL_ONLY_SERVERS = {
  request_internal_operation: 'internal_operation_set_custom_server_info',
  request_set_custom_server_info_param: {
    longconnection_address_array: SERVERS,
    shortconnection_address_array: SERVERS,
    server_public_key: '00',
  },
} as const;
