import { fieldsOf } from '../arguments.js';
import { joined } from '../json/json-text.js';
import { callsModule } from '../later.js';
import { refuseAs } from '../message-store/validation-refusal.js';
import { CallFlag } from '../native/addon.js';
import type { CallOptions } from '../native/deadline.js';
import { toResult } from '../result.js';
import type { callExperimentalAPIJsonParam, callExperimentalAPIParam, commonResult } from '../types/index.js';
import { ConversationApi } from './conversations.js';

/** Operations whose callback never comes; they resolve when the engine has taken them. */
const WITHOUT_CALLBACK: ReadonlySet<unknown> = new Set([
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

const CLEAR_STORE = 'internal_operation_clear_local_history_message';

/** What the engine takes for "everything" where it is left out. */
const WANTED_TO_CLEAR = [
  'request_clear_local_history_message_conversation_id_param',
  'request_clear_local_history_message_begin_timestamp_param',
  'request_clear_local_history_message_end_timestamp_param',
] as const;

/** TIMExperimentalAPI.h. */
export abstract class ExperimentalApi extends ConversationApi {
  /**
   * Operations of TIMExperimentalAPI.h. Those whose callback never comes resolve when the engine has taken them.
   *
   * @throws ImSdkError `ERR_IMSDK_INVALID_ARGUMENT` for `internal_operation_set_sm4_gcm_callback`, which takes addresses
   *   of C functions, and for `internal_operation_clear_local_history_message` without the conversation and the times:
   *   the engine would clear the whole store.
   */
  async callExperimentalAPI(
    params: callExperimentalAPIParam,
    options?: CallOptions,
  ): Promise<commonResult<unknown>> {
    const given = fieldsOf('callExperimentalAPI', params, 'json_param', 'user_data');
    const json = callsModule().experimentalRequest.read(given.json_param);
    // What the engine gets, whatever the object says of itself when it is read again.
    const sent = JSON.parse(joined(json)) as callExperimentalAPIJsonParam;
    assertHarmless(sent);
    const { request_internal_operation: operation } = sent;
    const flags = WITHOUT_CALLBACK.has(operation) ? CallFlag.answerOnReturn : 0;
    const reply = await this.call('callExperimentalAPI', [json], flags, options);
    if (operation === CLEAR_STORE && reply.code === 0) this.saveContext.barrier.acknowledged(reply);
    return toResult<unknown>(reply, given.user_data);
  }
}

function assertHarmless(parameters: callExperimentalAPIJsonParam): void {
  const { request_internal_operation: operation } = parameters;
  if (operation === 'internal_operation_set_sm4_gcm_callback') {
    refuseAs(
      ['json_param', 'request_internal_operation'],
      'asks for addresses of C functions, which JavaScript does not have; the engine would jump to any number.',
    );
  }
  if (operation !== CLEAR_STORE) return;
  const missing = WANTED_TO_CLEAR.find((name) => parameters[name] === undefined);
  if (missing === undefined) return;
  refuseAs(['json_param', missing], 'is missing: the engine would take that for everything, and delete it.');
}
