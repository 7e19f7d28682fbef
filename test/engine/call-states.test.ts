/** What every call answers before TIMInit, before TIMLogin, while the client closes, and when it has closed. */
import { ImSdkError, TIMErrCode, type callExperimentalAPIJsonParam, type Tim } from 'node-imsdk';
import {
  ALICE,
  BOB,
  logInClient,
  makeClient,
  makeFolder,
  openClient,
  stored,
  text,
  toBob,
} from './client.js';

/** Changes nothing: a conversation that does not exist, in 1970. */
const CLEAR_NOTHING: callExperimentalAPIJsonParam = {
  request_internal_operation: 'internal_operation_clear_local_history_message',
  request_clear_local_history_message_conversation_id_param: 'c2c_nobody',
  request_clear_local_history_message_begin_timestamp_param: 1,
  request_clear_local_history_message_end_timestamp_param: 2,
};

/** Calls that need the engine open and a user, with parameters that the engine would take. */
const callsOfTheStore: [string, (tim: Tim) => Promise<{ code: number }>][] = [
  ['TIMMsgSaveMsg', (tim) => tim.TIMMsgSaveMsg(toBob(text('hello')))],
  ['TIMMsgImportMsgList', (tim) => tim.TIMMsgImportMsgList(toBob([text('hello')]))],
  ['TIMMsgGetMsgList', (tim) => tim.TIMMsgGetMsgList(toBob({ msg_getmsglist_param_count: 1 }))],
  ['TIMMsgFindMessages', (tim) => tim.TIMMsgFindMessages({ json_message_id_array: ['-1-1'] })],
  ['TIMMsgDelete', (tim) => tim.TIMMsgDelete(toBob({ msg_delete_param_msg: text('hello') }))],
  ['callExperimentalAPI', (tim) => tim.callExperimentalAPI({ json_param: CLEAR_NOTHING })],
];

/** Calls that work in every state. */
const callsOfTheLibrary: [string, (tim: Tim) => Promise<unknown>, unknown][] = [
  ['TIMGetSDKVersion', (tim) => tim.TIMGetSDKVersion(), expect.stringMatching(/^8\.\d+\.\d+$/)],
  ['TIMGetServerTime', (tim) => tim.TIMGetServerTime(), expect.any(Number)],
  ['TIMGetLoginStatus', (tim) => tim.TIMGetLoginStatus(), 3],
  [
    'TIMGetLoginUserID',
    (tim) => tim.TIMGetLoginUserID(),
    expect.objectContaining({ code: 0, json_param: '' }),
  ],
  [
    'TIMSetConfig',
    (tim) => tim.TIMSetConfig({ json_config: { set_config_log_level: 3 } }),
    expect.objectContaining({ code: 0 }),
  ],
  [
    'callExperimentalAPI of an operation without a callback',
    (tim) =>
      tim.callExperimentalAPI({
        json_param: {
          request_internal_operation: 'internal_operation_set_ipv6_prior',
          request_set_ipv6_prior_param: false,
        },
      }),
    expect.objectContaining({ code: 0 }),
  ],
];

describe('before TIMInit', () => {
  test.each(callsOfTheStore)('%s is answered with 6013', async (_name, call) => {
    expect(await call(makeClient())).toMatchObject({
      code: TIMErrCode.ERR_SDK_NOT_INITIALIZED,
      desc: 'not initialized',
    });
  });

  test.each(callsOfTheLibrary)('%s works', async (_name, call, answer) => {
    expect(await call(makeClient())).toEqual(answer);
  });

  test('TIMLogin is answered with 6013, with no result beside it', async () => {
    expect(await makeClient().TIMLogin({ userID: ALICE, userData: 'mine' })).toMatchObject({
      code: TIMErrCode.ERR_SDK_NOT_INITIALIZED,
      json_param: undefined,
      user_data: 'mine',
    });
  });

  test('TIMLogout is answered with 6013', async () => {
    expect(await makeClient().TIMLogout()).toMatchObject({ code: TIMErrCode.ERR_SDK_NOT_INITIALIZED });
  });

  test('TIMUninit and flush have nothing to do', async () => {
    const tim = makeClient();
    expect(await tim.TIMUninit()).toBe(0);
    await expect(tim.flush()).resolves.toBeUndefined();
  });
});

describe('before TIMLogin', () => {
  test.each(callsOfTheStore)('%s is answered with 6014', async (_name, call) => {
    expect(await call(await openClient())).toMatchObject({ code: TIMErrCode.ERR_SDK_NOT_LOGGED_IN });
  });

  test.each(callsOfTheLibrary)('%s works', async (_name, call, answer) => {
    expect(await call(await openClient())).toEqual(answer);
  });

  test('TIMLogout has nobody to log out', async () => {
    expect(await (await openClient()).TIMLogout()).toMatchObject({ code: 0 });
  });
});

describe('after TIMLogout', () => {
  test.each(callsOfTheStore)('%s is answered with 6014', async (_name, call) => {
    const tim = await logInClient();
    expect(await tim.TIMLogout({ userData: 'mine' })).toMatchObject({ code: 0, user_data: 'mine' });
    expect(await call(tim)).toMatchObject({ code: TIMErrCode.ERR_SDK_NOT_LOGGED_IN });
  });
});

describe('after TIMUninit', () => {
  test.each(callsOfTheStore)(
    '%s is answered with 6013, whether a user was there or not',
    async (_name, call) => {
      for (const open of [logInClient, openClient]) {
        const tim = await open();
        expect(await tim.TIMUninit()).toBe(0);
        expect(await call(tim)).toMatchObject({ code: TIMErrCode.ERR_SDK_NOT_INITIALIZED });
      }
    },
  );

  test.each(callsOfTheLibrary)('%s works', async (_name, call, answer) => {
    const tim = await logInClient();
    await tim.TIMUninit();
    expect(await call(tim)).toEqual(answer);
  });

  test('the client can be opened again, and has what was saved before', async () => {
    const store = makeFolder();
    const tim = await logInClient({}, store);
    const { message_msg_id: id = '' } = stored(await tim.TIMMsgSaveMsg(toBob(text('kept'))));
    await tim.TIMUninit();
    expect(await tim.TIMInit({ config_path: store })).toBe(0);
    await tim.TIMLogin({ userID: ALICE });
    const [message] = stored(await tim.TIMMsgFindMessages({ json_message_id_array: [id] }));
    expect(message?.message_elem_array).toEqual([{ elem_type: 0, text_elem_content: 'kept' }]);
  });
});

describe('while the client closes', () => {
  const everyCall: [string, (tim: Tim) => Promise<unknown>][] = [
    ...callsOfTheStore,
    ...callsOfTheLibrary.map(([name, call]): (typeof everyCall)[number] => [name, call]),
    ['TIMLogin', (tim) => tim.TIMLogin({ userID: ALICE })],
    ['TIMLogout', (tim) => tim.TIMLogout()],
  ];

  test.each(everyCall)('%s is refused as it has not reached the engine', async (_name, call) => {
    const tim = await logInClient();
    const closing = tim.TIMUninit();
    await expect(call(tim)).rejects.toMatchObject({ code: 'ERR_IMSDK_CLOSED', mayHaveBeenStored: false });
    expect(await closing).toBe(0);
  });

  test('TIMInit waits for it, and opens', async () => {
    const tim = await logInClient();
    const closing = tim.TIMUninit();
    expect(await tim.TIMInit({ config_path: makeFolder() })).toBe(0);
    expect(await closing).toBe(0);
    expect(await tim.TIMLogin({ userID: BOB })).toMatchObject({ code: 0 });
  });
});

test('a refusal carries the stack of its caller', async () => {
  const tim = await logInClient();
  const closing = tim.TIMUninit();
  const refusal = await tim.TIMMsgSaveMsg(toBob(text('late'))).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ImSdkError);
  expect((refusal as ImSdkError).stack).toContain('call-states.test.ts');
  await closing;
});
