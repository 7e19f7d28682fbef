/** Every call can be limited in time and aborted; some the engine answers only when the network does. */
import type { CallOptions, ImSdkError, Tim } from 'node-imsdk';
import { ALICE, logInClient, makeClient, makeFolder, stored, text, toBob } from './client.js';

/** Without a connection the engine keeps these for many seconds, and then answers with a code of its own. */
const unanswered: [string, (tim: Tim, options: CallOptions) => Promise<unknown>][] = (
  [
    {
      request_internal_operation: 'internal_operation_sso_data',
      request_sso_data_param: { sso_data_param_cmd: 'nothing', sso_data_param_body: 'AA==' },
    },
    {
      request_internal_operation: 'internal_operation_userid_tinyid',
      request_userid_tinyid_param: [ALICE],
    },
    {
      request_internal_operation: 'internal_operation_tinyid_userid',
      request_tinyid_userid_param: [2n ** 60n],
    },
  ] as const
).map((operation) => [
  operation.request_internal_operation,
  (tim, options) => tim.callExperimentalAPI({ json_param: operation as never }, options),
]);

describe.each(unanswered)('%s', (_name, call) => {
  test('rejects when its time is over, and holds up neither saves nor the close', async () => {
    const tim = await logInClient();
    await expect(call(tim, { timeout: 50 })).rejects.toMatchObject({
      code: 'ERR_IMSDK_TIMEOUT',
      mayHaveBeenStored: true,
      message: expect.stringMatching(
        /^callExperimentalAPI: .* within 50 ms\. The engine may still carry it out\.$/,
      ),
    });
    stored(await tim.TIMMsgSaveMsg(toBob(text('hello'))));
    expect(await tim.TIMUninit()).toBe(0);
  });

  test('rejects when aborted, with the reason as the cause', async () => {
    const controller = new AbortController();
    const rejection = call(await logInClient(), { signal: controller.signal }).catch(
      (error: unknown) => error as ImSdkError,
    );
    const reason = new Error('no longer wanted');
    setImmediate(() => controller.abort(reason));
    expect(await rejection).toMatchObject({ code: 'ERR_IMSDK_ABORTED', cause: reason });
  });

  test('rejects when the client is closed', async () => {
    const tim = await logInClient();
    const rejection = expect(call(tim, {})).rejects.toMatchObject({ code: 'ERR_IMSDK_CLOSED' });
    expect(await tim.TIMUninit()).toBe(0);
    await rejection;
  });
});

/** One of each form of a method. */
const forms: [string, (tim: Tim, options: CallOptions) => Promise<unknown>][] = [
  ['TIMInit', (tim, options) => tim.TIMInit({ config_path: makeFolder() }, options)],
  ['TIMLogin', (tim, options) => tim.TIMLogin({ userID: ALICE }, options)],
  ['TIMLogout', (tim, options) => tim.TIMLogout({}, options)],
  ['TIMUninit', (tim, options) => tim.TIMUninit(options)],
  ['flush', (tim, options) => tim.flush(options)],
  ['TIMGetSDKVersion', (tim, options) => tim.TIMGetSDKVersion(options)],
  ['TIMSetConfig', (tim, options) => tim.TIMSetConfig({ json_config: {} }, options)],
  ['TIMGetLoginUserID', (tim, options) => tim.TIMGetLoginUserID({}, options)],
  ['TIMConvGetConvList', (tim, options) => tim.TIMConvGetConvList({}, options)],
  ['TIMConvCancelDraft', (tim, options) => tim.TIMConvCancelDraft({ convId: 'bob', convType: 1 }, options)],
  ['TIMMsgFindMessages', (tim, options) => tim.TIMMsgFindMessages({ json_message_id_array: [] }, options)],
  ['TIMMsgImportMsgList', (tim, options) => tim.TIMMsgImportMsgList(toBob([text('hello')]), options)],
  ['TIMMsgSaveMsg', (tim, options) => tim.TIMMsgSaveMsg(toBob(text('hello')), options)],
];

describe.each(forms)('%s', (_name, call) => {
  test('is not made with a signal that is aborted already', async () => {
    await expect(call(makeClient(), { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'ERR_IMSDK_ABORTED',
      mayHaveBeenStored: false,
    });
  });

  test.each([
    ['options.timeout', { timeout: 0 }],
    ['options.timeout', { timeout: Number.NaN }],
    ['options.signal', { signal: 'abort' }],
  ])('refuses a wrong %s: %j', async (field, options) => {
    await expect(call(makeClient(), options as never)).rejects.toMatchObject({
      code: 'ERR_IMSDK_INVALID_ARGUMENT',
      field,
    });
  });

  test('is done within a limit that is long enough', async () => {
    const tim = await logInClient();
    await expect(call(tim, { timeout: 60_000, signal: new AbortController().signal })).resolves.not.toThrow();
  });
});

test('a save goes on as always when the wait for a flush is over', async () => {
  const tim = await logInClient({ durability: 'ack' });
  stored(await tim.TIMMsgSaveMsg(toBob(text('hello'))));
  await tim.flush({ timeout: 1 }).catch((error: unknown) => {
    expect(error).toMatchObject({ code: 'ERR_IMSDK_TIMEOUT' });
  });
  await tim.flush();
});
