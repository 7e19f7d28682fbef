/** The calls beside the store: versions, time, settings and experimental operations. */
import type { callExperimentalAPIJsonParam } from 'node-imsdk';
import { listBob, logInClient, makeClient, openClient, stored, text, toBob } from './client.js';

test('TIMGetSDKVersion tells the version of the engine', async () => {
  expect(await makeClient().TIMGetSDKVersion()).toBe('8.0.5903');
});

test('TIMGetServerTime is in seconds, and without a service that of this machine', async () => {
  const before = Math.floor(Date.now() / 1000);
  const time = await (await openClient()).TIMGetServerTime();
  expect(time).toBeGreaterThanOrEqual(before);
  expect(time).toBeLessThanOrEqual(Math.ceil(Date.now() / 1000));
});

describe('TIMSetConfig', () => {
  test('returns the settings, to the promise and to the documented callback', async () => {
    const heard: unknown[] = [];
    const json_config = { set_config_log_level: 3, set_config_user_define_data: '自己的' };
    const result = await makeClient().TIMSetConfig({
      json_config,
      user_data: 'mine',
      callback: (code, desc, json, userData) => heard.push({ code, desc, json: JSON.parse(json), userData }),
    });
    expect(result).toMatchObject({ code: 0, json_param: json_config, user_data: 'mine' });
    expect(heard).toEqual([{ code: 0, desc: '', json: json_config, userData: 'mine' }]);
  });

  test.each([
    ['params', null],
    ['json_config', {}],
    ['json_config', { json_config: 'text' }],
  ])('refuses a wrong %s: %j', async (field, params) => {
    await expect(makeClient().TIMSetConfig(params as never)).rejects.toMatchObject({
      code: 'ERR_IMSDK_INVALID_ARGUMENT',
      field,
    });
  });
});

describe('callExperimentalAPI', () => {
  test('resolves with the callback of an operation that has one', async () => {
    const tim = await logInClient();
    const result = await tim.callExperimentalAPI({
      json_param: {
        request_internal_operation: 'internal_operation_clear_local_history_message',
        request_clear_local_history_message_conversation_id_param: 'c2c_nobody',
        request_clear_local_history_message_begin_timestamp_param: 1,
        request_clear_local_history_message_end_timestamp_param: 2,
      },
      user_data: 'mine',
    });
    expect(result).toMatchObject({ code: 0, desc: 'OK', user_data: 'mine' });
  });

  const withoutCallback: callExperimentalAPIJsonParam[] = [
    {
      request_internal_operation: 'internal_operation_enable_quic_channel',
      request_enable_quic_channel_param: { quic_channel_info_enable_quic: false },
    },
    {
      request_internal_operation: 'internal_operation_init_local_storage',
      request_init_local_storage_user_id_param: 'alice',
    },
    {
      request_internal_operation: 'internal_operation_set_application_id',
      request_set_application_id_param: 1,
    },
    {
      request_internal_operation: 'internal_operation_set_cos_save_region_for_conversation',
      request_set_cos_save_region_for_conversation_param: {
        cos_save_region_for_conversation_param_conversation_id: 'c2c_bob',
        cos_save_region_for_conversation_param_cos_save_region: 'ap-guangzhou',
      },
    },
    {
      request_internal_operation: 'internal_operation_set_database_encrypt_info',
      request_set_database_encrypt_info_param: {
        database_encrypt_info_encrypt_type: 0,
        database_encrypt_info_encrypt_key: '',
      },
    },
    { request_internal_operation: 'internal_operation_set_env', request_set_env_param: false },
    {
      request_internal_operation: 'internal_operation_set_ignore_repeat_login',
      request_set_ignore_repeat_login_param: false,
    },
    { request_internal_operation: 'internal_operation_set_ipv6_prior', request_set_ipv6_prior_param: false },
    {
      request_internal_operation: 'internal_operation_set_max_retry_count',
      request_set_max_retry_count_param: 3,
    },
    {
      request_internal_operation: 'internal_operation_set_packet_request_timeout',
      request_set_packet_request_timeout_param: 30,
    },
    { request_internal_operation: 'internal_operation_set_ui_platform', request_set_ui_platform_param: 15 },
    { request_internal_operation: 'internal_operation_update_proxy_info' },
    {
      request_internal_operation: 'internal_operation_write_log',
      request_write_log_log_level_param: 3,
      request_write_log_log_content_param: 'a line',
      request_write_log_file_name_param: 'settings.test.ts',
      request_write_log_func_name_param: 'test',
      request_write_log_line_number_param: 1,
    },
  ];

  test.each(withoutCallback.map((operation) => [operation.request_internal_operation, operation] as const))(
    'resolves for %s, whose callback never comes, and holds up nothing',
    async (_name, json_param) => {
      const tim = await logInClient();
      expect(await tim.callExperimentalAPI({ json_param, user_data: 'mine' })).toMatchObject({
        code: 0,
        user_data: 'mine',
      });
      stored(await tim.TIMMsgSaveMsg(toBob(text('hello'))));
    },
  );

  test.each([
    ['an unknown operation', { request_internal_operation: 'internal_operation_that_does_not_exist' }],
    ['no operation', {}],
    ['an operation of the wrong type', { request_internal_operation: 5 }],
  ])('resolves with the -3 of the engine for %s', async (_what, json_param) => {
    expect(await makeClient().callExperimentalAPI({ json_param } as never)).toMatchObject({ code: -3 });
  });

  test.each([
    ['params', null],
    ['json_param', {}],
    ['json_param', { json_param: 'internal_operation_set_env' }],
  ])('refuses a wrong %s: %j', async (field, params) => {
    await expect(makeClient().callExperimentalAPI(params as never)).rejects.toMatchObject({
      code: 'ERR_IMSDK_INVALID_ARGUMENT',
      field,
    });
  });

  const clear = { request_internal_operation: 'internal_operation_clear_local_history_message' };

  test.each([
    ['json_param.request_set_env_param', { ...operation('set_env'), request_set_env_param: 'yes' }],
    ['json_param.request_sso_data_param', { ...operation('sso_data'), request_sso_data_param: [] }],
    // The engine would jump to whatever number it is given.
    ['json_param.request_internal_operation', operation('set_sm4_gcm_callback')],
    // The engine would clear the whole store.
    ['json_param.request_clear_local_history_message_conversation_id_param', clear],
    [
      'json_param.request_clear_local_history_message_end_timestamp_param',
      {
        ...clear,
        request_clear_local_history_message_conversation_id_param: 'c2c_bob',
        request_clear_local_history_message_begin_timestamp_param: 0,
      },
    ],
  ])('refuses what the engine would misunderstand: %s', async (field, json_param) => {
    const tim = await logInClient();
    stored(await tim.TIMMsgSaveMsg(toBob(text('hello'))));
    await expect(tim.callExperimentalAPI({ json_param } as never)).rejects.toMatchObject({
      code: 'ERR_IMSDK_INVALID_ARGUMENT',
      field,
    });
    expect(await listBob(tim)).toHaveLength(1);
  });

  test('returns what an operation answers', async () => {
    const tim = await logInClient();
    const enabled = await tim.callExperimentalAPI({
      json_param: {
        ...operation('is_commercial_ability_enabled'),
        request_is_commercial_ability_enabled_param: 1,
      },
    });
    expect(enabled).toMatchObject({ code: 0, json_param: { commercial_ability_result_enabled: false } });
  });
});

function operation(name: string): { request_internal_operation: string } {
  return { request_internal_operation: `internal_operation_${name}` };
}
