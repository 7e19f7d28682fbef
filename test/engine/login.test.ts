/** TIMLogin, TIMLogout and who is logged in, in local-only mode. */
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { TIMErrCode } from 'node-imsdk';
import {
  ALICE,
  BOB,
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
import { userFolder } from './durability-store.js';

test('TIMLogin resolves when saves are accepted: the first one is never answered with 6014', async () => {
  for (let round = 0; round < 10; round++) {
    const tim = await openClient();
    expect(await tim.TIMLogin({ userID: ALICE, userData: 'mine' })).toMatchObject({
      code: 0,
      user_data: 'mine',
    });
    stored(await tim.TIMMsgSaveMsg(toBob(text('hello'))));
    await tim.TIMUninit();
  }
});

test('TIMLogin waits for a TIMInit that is under way', async () => {
  const tim = makeClient();
  const opening = tim.TIMInit({ config_path: makeFolder() });
  expect(await tim.TIMLogin({ userID: ALICE })).toMatchObject({ code: 0 });
  expect(await opening).toBe(0);
  stored(await tim.TIMMsgSaveMsg(toBob(text('hello'))));
});

test('TIMLogin behind a TIMInit that fails is answered with 6013', async () => {
  const tim = makeClient();
  const noFolder = path.join(makeFolder(), 'a file');
  writeFileSync(noFolder, '');
  const opening = expect(tim.TIMInit({ config_path: noFolder })).rejects.toMatchObject({
    code: 'ERR_IMSDK_STORE_UNUSABLE',
  });
  expect(await tim.TIMLogin({ userID: ALICE })).toMatchObject({ code: TIMErrCode.ERR_SDK_NOT_INITIALIZED });
  await opening;
});

test('TIMInit resolves where another client logs in meanwhile', async () => {
  const tim = makeClient();
  const other = makeClient();
  let isOpen = false as boolean;
  const opening = tim.TIMInit({ config_path: makeFolder() }).finally(() => (isOpen = true));
  while (!isOpen) await other.TIMLogin({ userID: ALICE });
  expect(await opening).toBe(0);
  expect(await tim.TIMLogin({ userID: ALICE })).toMatchObject({ code: 0 });
  stored(await tim.TIMMsgSaveMsg(toBob(text('hello'))));
});

test('TIMGetLoginUserID and TIMGetLoginStatus tell who is logged in, and that saves are accepted', async () => {
  const tim = await logInClient();
  expect(await tim.TIMGetLoginUserID({ userData: 'mine' })).toMatchObject({
    code: 0,
    json_param: ALICE,
    json_params: ALICE,
    user_data: 'mine',
  });
  expect(await tim.TIMGetLoginStatus()).toBe(2);
});

test('a signature is not wanted, and not minded', async () => {
  const tim = await openClient();
  expect(await tim.TIMLogin({ userID: ALICE, userSig: 'a signature' })).toMatchObject({ code: 0 });
  stored(await tim.TIMMsgSaveMsg(toBob(text('hello'))));
});

test('an empty user id is for the engine to answer: -4', async () => {
  const tim = await openClient();
  expect(await tim.TIMLogin({ userID: '' })).toMatchObject({ code: -4 });
  expect(await tim.TIMGetLoginUserID()).toMatchObject({ json_param: '' });
});

test('the same user logs in again, at once or later, and saves go on', async () => {
  const tim = await openClient();
  const both = await Promise.all([tim.TIMLogin({ userID: ALICE }), tim.TIMLogin({ userID: ALICE })]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  stored(await tim.TIMMsgSaveMsg(toBob(text('one'))));
  expect(await tim.TIMLogin({ userID: ALICE })).toMatchObject({ code: 0 });
  stored(await tim.TIMMsgSaveMsg(toBob(text('two'))));
  expect(texts(await listBob(tim))).toEqual(['one', 'two']);
});

test('another user is refused while one is logged in, and named', async () => {
  const store = makeFolder();
  const tim = await logInClient({}, store);
  await expect(tim.TIMLogin({ userID: BOB })).rejects.toMatchObject({
    code: 'ERR_IMSDK_INVALID_ARGUMENT',
    field: 'userID',
    message: expect.stringContaining('"alice"') as string,
  });
  expect(await tim.TIMGetLoginUserID()).toMatchObject({ json_param: ALICE });
  expect(existsSync(userFolder(store, BOB))).toBe(false);
  stored(await tim.TIMMsgSaveMsg(toBob(text('still alice'))));
});

test('of two users who log in at once, the second is refused', async () => {
  const store = makeFolder();
  const tim = await openClient({}, store);
  const [first, second] = await Promise.allSettled([
    tim.TIMLogin({ userID: ALICE }),
    tim.TIMLogin({ userID: BOB }),
  ]);
  expect(first).toMatchObject({ status: 'fulfilled', value: { code: 0 } });
  expect(second).toMatchObject({ status: 'rejected', reason: { code: 'ERR_IMSDK_INVALID_ARGUMENT' } });
  stored(await tim.TIMMsgSaveMsg(toBob(text('alice'))));
  expect(existsSync(userFolder(store, BOB))).toBe(false);
});

test('a second client finds the user of the first, and is refused another', async () => {
  const store = makeFolder();
  await logInClient({}, store);
  const second = await openClient({}, store);
  await expect(second.TIMLogin({ userID: BOB })).rejects.toMatchObject({ field: 'userID' });
  expect(await second.TIMLogin({ userID: ALICE })).toMatchObject({ code: 0 });
  stored(await second.TIMMsgSaveMsg(toBob(text('hello'))));
});

test('after TIMLogout saves are answered with 6014, until another user logs in', async () => {
  const store = makeFolder();
  const tim = await logInClient({}, store);
  stored(await tim.TIMMsgSaveMsg(toBob(text('of alice'))));
  expect(await tim.TIMLogout()).toMatchObject({ code: 0 });
  expect(await tim.TIMGetLoginUserID()).toMatchObject({ json_param: '' });
  expect(await tim.TIMGetLoginStatus()).toBe(3);
  expect(await tim.TIMMsgSaveMsg(toBob(text('of nobody')))).toMatchObject({
    code: TIMErrCode.ERR_SDK_NOT_LOGGED_IN,
  });

  expect(await tim.TIMLogin({ userID: 'carol' })).toMatchObject({ code: 0 });
  stored(await tim.TIMMsgSaveMsg(toBob(text('of carol'))));
  expect(texts(await listBob(tim))).toEqual(['of carol']);

  await tim.TIMLogout();
  await tim.TIMLogin({ userID: ALICE });
  expect(texts(await listBob(tim))).toEqual(['of alice']);
});

test('TIMLogout twice, at once or afterwards, logs out once', async () => {
  const tim = await logInClient();
  const both = await Promise.all([tim.TIMLogout(), tim.TIMLogout()]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(await tim.TIMLogout()).toMatchObject({ code: 0 });
});

test.each(['committed', 'ack'] as const)(
  'TIMLogout waits for every %s save made before it, refuses those made after it, and loses none',
  async (durability) => {
    const store = makeFolder();
    const tim = await logInClient({ durability }, store);
    const before = Promise.all(Array.from({ length: 200 }, (_, i) => tim.TIMMsgSaveMsg(toBob(text(`${i}`)))));
    const reading = tim.TIMMsgGetMsgList(toBob({ msg_getmsglist_param_count: 1 }));
    const loggingOut = tim.TIMLogout();
    await expect(tim.TIMMsgSaveMsg(toBob(text('too late')))).rejects.toMatchObject({
      code: 'ERR_IMSDK_CLOSED',
      mayHaveBeenStored: false,
    });
    expect(await loggingOut).toMatchObject({ code: 0 });
    expect(await reading).toMatchObject({ code: 0 });
    expect(new Set((await before).map(({ code }) => code))).toEqual(new Set([0]));

    await tim.TIMLogin({ userID: ALICE });
    expect(texts(await listBob(tim))).toEqual(Array.from({ length: 200 }, (_, i) => `${i}`));
  },
);

test('TIMLogin during TIMLogout waits for it', async () => {
  const tim = await logInClient();
  const loggingOut = tim.TIMLogout();
  expect(await tim.TIMLogin({ userID: 'carol' })).toMatchObject({ code: 0 });
  expect(await loggingOut).toMatchObject({ code: 0 });
  expect(await tim.TIMGetLoginUserID()).toMatchObject({ json_param: 'carol' });
});

test('TIMUninit during TIMLogout closes the engine', async () => {
  const tim = await logInClient();
  const loggingOut = tim.TIMLogout();
  expect(await tim.TIMUninit()).toBe(0);
  expect(await loggingOut).toMatchObject({ code: 0 });
  await expectEngineFree();
});

describe('user ids', () => {
  test.each([
    ['122 ASCII letters', 'u'.repeat(122)],
    ['39 Chinese characters and an emoji', `${'用'.repeat(39)}😀`],
    ['spaces and slashes', ' a/b\\c ..'],
    ['a control character', 'a\u0001b\n'],
  ])('are taken up to 122 bytes of UTF-8: %s', async (_what, userID) => {
    const store = makeFolder();
    const tim = await logInClient({}, store, userID);
    stored(await tim.TIMMsgSaveMsg(toBob(text('hello'))));
    expect(texts(await listBob(tim))).toEqual(['hello']);
    expect(await tim.TIMGetLoginUserID()).toMatchObject({ json_param: userID });
    expect(existsSync(path.join(userFolder(store, userID), 'msg_0.db'))).toBe(true);
  });

  test.each([
    ['123 ASCII letters', 'u'.repeat(123)],
    ['41 Chinese characters', '用'.repeat(41)],
    ['a NUL', 'a\0b'],
    ['a number', 5],
    ['nothing', undefined],
  ])('are refused where the engine could not open its store: %s', async (_what, userID) => {
    const tim = await openClient();
    await expect(tim.TIMLogin({ userID } as never)).rejects.toMatchObject({
      code: 'ERR_IMSDK_INVALID_ARGUMENT',
      field: 'userID',
    });
    expect(await tim.TIMGetLoginUserID()).toMatchObject({ json_param: '' });
  });
});

test.each([
  ['params', null],
  ['userSig', { userID: ALICE, userSig: 5 }],
])('TIMLogin refuses a wrong %s: %j', async (field, params) => {
  const tim = await openClient();
  await expect(tim.TIMLogin(params as never)).rejects.toMatchObject({ field });
});
