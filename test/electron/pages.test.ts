/** What a page gets of Tim, against the real engine. */
import { ImSdkError } from 'node-imsdk';
import { listBob, stored, text, texts, toBob } from '../engine/client.js';
import { openLoggedInPage, openPage, startApplication } from './pages.js';

const rejection = (promise: Promise<unknown>): Promise<ImSdkError> =>
  promise.then(
    () => Promise.reject(new Error('it resolved')),
    (error: unknown) => error as ImSdkError,
  );

test('a result is plain data, parsed once, with 64-bit integers', async () => {
  const { tim } = await openLoggedInPage(startApplication());
  const result = await tim.TIMMsgSaveMsg({ ...toBob(text('你好')), user_data: 'mine' });
  expect(result).toMatchObject({ code: 0, desc: 'OK', user_data: 'mine' });
  expect(result.json_params).toBe(result.json_param);
  expect(Object.getOwnPropertyDescriptor(result, 'json_param')).toHaveProperty('value');

  const id = result.json_param?.message_unique_id;
  expect(typeof id).toBe('bigint');
  expect(JSON.parse(JSON.stringify(result.json_param))).toMatchObject({ message_unique_id: String(id) });
});

test('a message from a result goes back with its 64-bit integers', async () => {
  const { tim } = await openLoggedInPage(startApplication());
  const message = stored(await tim.TIMMsgSaveMsg(toBob(text('to be deleted'))));
  expect(await tim.TIMMsgDelete(toBob({ msg_delete_param_msg: message }))).toMatchObject({ code: 0 });
  expect(await listBob(tim)).toEqual([]);
});

test('a large message crosses whole', async () => {
  const { tim } = await openLoggedInPage(startApplication());
  const content = '大'.repeat(64 * 1024);
  await tim.TIMMsgSaveMsg(toBob(text(content)));
  expect(texts(await listBob(tim))).toEqual([content]);
});

test('saves of a page are stored in the order of the calls', async () => {
  const { tim } = await openLoggedInPage(startApplication());
  const contents = Array.from({ length: 200 }, (_, index) => `#${index}`);
  await Promise.all(contents.map((content) => tim.TIMMsgSaveMsg(toBob(text(content)))));
  expect(texts(await listBob(tim))).toEqual(contents);
});

test('what Tim refuses rejects in the page with the same ImSdkError', async () => {
  const { tim } = await openLoggedInPage(startApplication());
  const error = await rejection(
    tim.TIMMsgSaveMsg(toBob({ message_elem_array: [{ elem_type: 99 } as never] })),
  );
  expect(error).toBeInstanceOf(ImSdkError);
  expect(error).toMatchObject({
    code: 'ERR_IMSDK_INVALID_ARGUMENT',
    field: 'params.message_elem_array[0].elem_type',
  });
  expect(error.message).toContain('params.message_elem_array[0].elem_type must be');
});

test('a time limit and an abort signal hold in the page, and the reason is the page’s own', async () => {
  const { tim } = await openLoggedInPage(startApplication());
  const controller = new AbortController();
  const reason = new TypeError('changed my mind');
  const saves = [
    tim.TIMMsgSaveMsg(toBob(text('a')), { timeout: 0 }),
    tim.TIMMsgSaveMsg(toBob(text('b')), { signal: controller.signal }),
  ];
  controller.abort(reason);
  const [late, aborted] = await Promise.all(saves.map(rejection));
  expect(late).toMatchObject({ code: 'ERR_IMSDK_INVALID_ARGUMENT', field: 'options.timeout' });
  expect(aborted).toMatchObject({ code: 'ERR_IMSDK_ABORTED', cause: reason });
  expect(typeof aborted?.mayHaveBeenStored).toBe('boolean');
  expect(await rejection(tim.TIMMsgSaveMsg(toBob(text('c')), { signal: controller.signal }))).toMatchObject({
    code: 'ERR_IMSDK_ABORTED',
    cause: reason,
    mayHaveBeenStored: false,
  });
});

test('a callback among the parameters is called in its page', async () => {
  const page = openPage(startApplication({ allow: ['TIMInit', 'TIMSetConfig'] }));
  const told: unknown[] = [];
  const { code } = await page.tim.TIMSetConfig({
    json_config: { set_config_log_level: 6 },
    callback: (...args) => told.push(args),
    user_data: 'mine',
  });
  expect(code).toBe(0);
  expect(told).toEqual([[0, '', '{"set_config_log_level":6}', 'mine']]);
});
