/** TIMInit and TIMUninit: ready when resolved, one engine per process, nothing lost at the end. */
import { existsSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Tim, TIMErrCode, type commonResult, type Json_value_msg } from 'node-imsdk';
import {
  ALICE,
  APP_ID,
  expectEngineFree,
  listBob,
  logInClient,
  makeClient,
  makeFolder,
  openClient,
  stored,
  text,
  texts,
  toBob,
} from './client.js';

/** What a promise came to, from the first moment on, so that none is unhandled while the test waits for another. */
async function outcome(save: Promise<commonResult<Json_value_msg>>): Promise<unknown> {
  try {
    return (await save).code;
  } catch (error) {
    return error;
  }
}

describe('TIMInit', () => {
  test('resolves once the engine is ready: a save made then is never answered with 6013', async () => {
    for (let round = 0; round < 20; round++) {
      const tim = await openClient();
      const { code } = await tim.TIMMsgSaveMsg(toBob(text('too early for a user, not for the engine')));
      expect(code).toBe(TIMErrCode.ERR_SDK_NOT_LOGGED_IN);
      await tim.TIMUninit();
    }
  });

  test('makes the folders that are missing, and keeps the log beside the store', async () => {
    const folder = path.join(makeFolder(), '深', 'one more');
    await openClient({}, folder);
    expect(existsSync(path.join(folder, 'log'))).toBe(true);
  });

  test('takes log_path, and the configuration in the form of the engine', async () => {
    const store = makeFolder();
    const log = path.join(makeFolder(), 'log');
    const tim = makeClient();
    const code = await tim.TIMInit({
      json_config: { sdk_config_config_file_path: store, sdk_config_log_file_path: log },
    });
    expect(code).toBe(0);
    expect(existsSync(log)).toBe(true);
    expect(existsSync(path.join(store, 'log'))).toBe(false);
  });

  test('called again does nothing, whatever folder it names', async () => {
    const tim = await logInClient();
    const elsewhere = path.join(makeFolder(), 'elsewhere');
    expect(await tim.TIMInit({ config_path: elsewhere })).toBe(0);
    expect(existsSync(elsewhere)).toBe(false);
    expect(stored(await tim.TIMMsgSaveMsg(toBob(text('still here'))))).toBeDefined();
  });

  test('called twice at once opens once: one TIMUninit closes the engine', async () => {
    const tim = makeClient();
    const config_path = makeFolder();
    expect(await Promise.all([tim.TIMInit({ config_path }), tim.TIMInit({ config_path })])).toEqual([0, 0]);
    await tim.TIMUninit();
    await expectEngineFree();
  });

  test.each([
    ['params', null],
    ['params', 'a folder'],
    ['config_path', { config_path: 5 }],
    ['log_path', { log_path: ['a'] }],
    ['json_config', { json_config: 5 }],
    ['json_config.sdk_config_config_file_path', { json_config: { sdk_config_config_file_path: 5 } }],
    ['json_config.sdk_config_log_file_path', { json_config: { sdk_config_log_file_path: {} } }],
  ])('refuses a wrong %s: %j', async (field, params) => {
    await expect(makeClient().TIMInit(params as never)).rejects.toMatchObject({
      code: 'ERR_IMSDK_INVALID_ARGUMENT',
      field,
    });
  });

  test.each([
    ['a file', (folder: string) => path.join(folder, 'file')],
    ['a folder below a file', (folder: string) => path.join(folder, 'file', 'below')],
    ['a name with a NUL', (folder: string) => path.join(folder, 'a\0b')],
    ['a name longer than a file system allows', (folder: string) => path.join(folder, 'x'.repeat(300))],
  ])('rejects where the engine would acknowledge saves and store nothing: %s', async (_what, place) => {
    const folder = makeFolder();
    writeFileSync(path.join(folder, 'file'), '');
    const tim = makeClient();
    await expect(tim.TIMInit({ config_path: place(folder) })).rejects.toMatchObject({
      code: 'ERR_IMSDK_STORE_UNUSABLE',
      field: 'config_path',
    });
    expect(await tim.TIMInit({ config_path: path.join(folder, 'good') })).toBe(0);
  });
});

describe('a second client in the process', () => {
  test('with the same app id and store joins: both save, and the engine stays open for the one that stays', async () => {
    const store = makeFolder();
    const first = await logInClient({}, store);
    const second = await openClient({}, store);
    stored(await first.TIMMsgSaveMsg(toBob(text('from the first'))));
    stored(await second.TIMMsgSaveMsg(toBob(text('from the second'))));
    await first.TIMUninit();
    stored(await second.TIMMsgSaveMsg(toBob(text('after the first has gone'))));
    expect(texts(await listBob(second))).toEqual([
      'from the first',
      'from the second',
      'after the first has gone',
    ]);
  });

  test('knows the store by its real path', async () => {
    const store = makeFolder();
    const link = path.join(makeFolder(), 'link');
    symlinkSync(realpathSync(store), link);
    await logInClient({}, store);
    const second = await openClient({}, link);
    expect(await second.TIMGetLoginUserID()).toMatchObject({ json_param: ALICE });
  });

  test('joins too when both open at once', async () => {
    const config_path = makeFolder();
    const both = [makeClient(), makeClient()];
    expect(await Promise.all(both.map((tim) => tim.TIMInit({ config_path })))).toEqual([0, 0]);
  });

  test.each([
    ['another store', { sdkappid: APP_ID, localOnly: true }, 'other'],
    ['another app id', { sdkappid: APP_ID + 1, localOnly: true }, 'store'],
    ['the other mode', { sdkappid: APP_ID, localOnly: false }, 'store'],
  ])('with %s is refused, and told which store is open', async (_what, options, folder) => {
    const root = makeFolder();
    const store = path.join(root, 'store');
    const first = await logInClient({}, store);
    await expect(makeClient(options).TIMInit({ config_path: path.join(root, folder) })).rejects.toMatchObject(
      {
        code: 'ERR_IMSDK_ENGINE_IN_USE',
        message: expect.stringContaining(`app ${APP_ID} in ${realpathSync(store)}`) as string,
      },
    );
    stored(await first.TIMMsgSaveMsg(toBob(text('the first is not disturbed'))));
  });

  test('is taken with another store once the first has closed', async () => {
    const first = await logInClient();
    await first.TIMUninit();
    const second = await logInClient({ sdkappid: APP_ID + 1 });
    stored(await second.TIMMsgSaveMsg(toBob(text('hello'))));
  });
});

describe('TIMUninit', () => {
  test('called twice, at once or afterwards, closes once', async () => {
    const tim = await logInClient();
    expect(await Promise.all([tim.TIMUninit(), tim.TIMUninit()])).toEqual([0, 0]);
    expect(await tim.TIMUninit()).toBe(0);
  });

  test('of one client does not close the engine for another, however often it is called', async () => {
    const store = makeFolder();
    const first = await logInClient({}, store);
    const second = await openClient({}, store);
    await Promise.all([second.TIMUninit(), second.TIMUninit()]);
    await second.TIMUninit();
    stored(await first.TIMMsgSaveMsg(toBob(text('hello'))));
  });

  test('during TIMInit waits for it, and closes', async () => {
    const tim = makeClient();
    const opening = tim.TIMInit({ config_path: makeFolder() });
    await tim.TIMUninit();
    expect(await opening).toBe(0);
    await expectEngineFree();
  });

  test.each(['committed', 'ack'] as const)(
    'waits for every %s save made before it, refuses those made after it, and loses none',
    async (durability) => {
      const store = makeFolder();
      const tim = await logInClient({ durability }, store);
      const before = Array.from({ length: 200 }, (_, i) => outcome(tim.TIMMsgSaveMsg(toBob(text(`${i}`)))));
      const closing = tim.TIMUninit();
      const after = Array.from({ length: 50 }, () => outcome(tim.TIMMsgSaveMsg(toBob(text('too late')))));
      expect(await closing).toBe(0);
      expect(new Set(await Promise.all(before))).toEqual(new Set([0]));
      for (const refusal of await Promise.all(after)) {
        expect(refusal).toMatchObject({ code: 'ERR_IMSDK_CLOSED', mayHaveBeenStored: false });
      }
      const again = await logInClient({ durability }, store);
      expect(texts(await listBob(again))).toEqual(Array.from({ length: 200 }, (_, i) => `${i}`));
    },
  );

  test('waits for reads that are under way', async () => {
    const tim = await logInClient();
    stored(await tim.TIMMsgSaveMsg(toBob(text('hello'))));
    const reading = tim.TIMMsgGetMsgList(toBob({ msg_getmsglist_param_count: 1 }));
    await tim.TIMUninit();
    expect(texts(stored(await reading))).toEqual(['hello']);
  });

  test('resolves when the store is closed on disk', async () => {
    const store = makeFolder();
    const tim = await logInClient({ durability: 'ack' }, store);
    const folder = path.join(store, `${APP_ID}_${Buffer.from(ALICE).toString('hex')}`);
    await tim.TIMMsgSaveMsg(toBob(text('hello')));
    expect(existsSync(path.join(folder, 'msg_0.db-wal'))).toBe(true);
    await tim.TIMUninit();
    expect(existsSync(path.join(folder, 'msg_0.db'))).toBe(true);
    expect(existsSync(path.join(folder, 'msg_0.db-wal'))).toBe(false);
  });
});

test('a client in `await using` is closed at the end of the block', async () => {
  const store = makeFolder();
  let kept: Tim;
  {
    await using tim = new Tim({ sdkappid: APP_ID, localOnly: true });
    kept = tim;
    await tim.TIMInit({ config_path: store });
    await tim.TIMLogin({ userID: ALICE });
    void outcome(tim.TIMMsgSaveMsg(toBob(text('made, and not waited for'))));
  }
  expect(await kept.TIMMsgSaveMsg(toBob(text('hello')))).toMatchObject({
    code: TIMErrCode.ERR_SDK_NOT_INITIALIZED,
  });
  const again = await logInClient({}, store);
  expect(texts(await listBob(again))).toEqual(['made, and not waited for']);
});

test.each([
  ['sdkappid', { sdkappid: 0 }],
  ['sdkappid', { sdkappid: 2 ** 32 }],
  ['sdkappid', { sdkappid: 1.5 }],
  ['sdkappid', { sdkappid: '1400000001' }],
  ['sdkappid', {}],
  ['localOnly', { sdkappid: APP_ID, localOnly: 'yes' }],
  ['durability', { sdkappid: APP_ID, durability: 'never' }],
  ['consoleLog', { sdkappid: APP_ID, consoleLog: 1 }],
  ['libraryPath', { sdkappid: APP_ID, libraryPath: 5 }],
])('a client is not made with a wrong %s: %j', (field, options) => {
  expect(() => new Tim(options as never)).toThrow(
    expect.objectContaining({ code: 'ERR_IMSDK_INVALID_ARGUMENT', field }) as Error,
  );
});

test('a folder that holds other files is used as it is', async () => {
  const store = makeFolder();
  mkdirSync(path.join(store, 'mine'));
  writeFileSync(path.join(store, 'mine', 'note.txt'), 'mine');
  const tim = await logInClient({}, store);
  await tim.TIMUninit();
  expect(existsSync(path.join(store, 'mine', 'note.txt'))).toBe(true);
});
