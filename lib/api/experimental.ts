import { assertObject, toJson } from '../arguments.js';
import { CallFlag } from '../native/addon.js';
import { toResult } from '../result.js';
import type { callExperimentalAPIParam, commonResult } from '../types/index.js';
import { MessageApi } from './messages.js';

/** Experimental operations whose callback never comes; they resolve when the engine has taken them. */
const OPERATIONS_WITHOUT_CALLBACK: ReadonlySet<unknown> = new Set([
  'internal_operation_enable_quic_channel',
  'internal_operation_init_local_storage',
  'internal_operation_set_application_id',
  'internal_operation_set_cos_save_region_for_conversation',
  'internal_operation_set_custom_server_info',
  'internal_operation_set_database_encrypt_info',
  'internal_operation_set_env',
  'internal_operation_set_ignore_repeat_login',
  'internal_operation_set_ipv6_prior',
  'internal_operation_set_max_retry_count',
  'internal_operation_set_packet_request_timeout',
  'internal_operation_set_ui_platform',
  'internal_operation_update_proxy_info',
  'internal_operation_write_log',
]);

/** TIMExperimentalAPI.h. */
export abstract class ExperimentalApi extends MessageApi {
  /**
   * Operations of TIMExperimentalAPI.h. Those whose callback never comes resolve when the engine has taken them.
   */
  async callExperimentalAPI(params: callExperimentalAPIParam): Promise<commonResult<unknown>> {
    assertObject('callExperimentalAPI', params);
    const { json_param: operation, user_data: userData } = params;
    const json = toJson(operation, 'json_param');
    const hasCallback = !OPERATIONS_WITHOUT_CALLBACK.has(operation.request_internal_operation);
    const flags = hasCallback ? 0 : CallFlag.answerOnReturn;
    return toResult<unknown>(await this.call('callExperimentalAPI', [json], flags), userData);
  }
}
