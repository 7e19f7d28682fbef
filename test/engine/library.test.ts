/** A file of its own, so of a process of its own: a process loads one engine. */
import { copyFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { addonPath, loadAddon } from '../../lib/native/addon.js';
import { ALICE, makeClient, makeFolder, openClient, text, toBob } from './client.js';

test('a library that cannot be used is named at every call, and one that can is taken afterwards', async () => {
  const folder = makeFolder();
  const missing = path.join(folder, 'missing.so');
  const noLibrary = path.join(folder, 'text.so');
  writeFileSync(noLibrary, 'not a library');
  // A library of another kind: this package's own addon.
  const noEngine = path.join(folder, 'addon.so');
  copyFileSync(addonPath() ?? 'no addon', noEngine);

  for (const [libraryPath, code] of [
    [missing, 'ERR_IMSDK_LIBRARY_NOT_FOUND'],
    [noLibrary, 'ERR_IMSDK_LIBRARY_UNUSABLE'],
    [noEngine, 'ERR_IMSDK_LIBRARY_UNUSABLE'],
  ] as const) {
    const tim = makeClient({ libraryPath });
    const failure = { code, message: expect.stringContaining(libraryPath) as string };
    await expect(tim.TIMGetSDKVersion()).rejects.toMatchObject(failure);
    await expect(tim.TIMInit({ config_path: folder })).rejects.toMatchObject(failure);
    await expect(tim.TIMLogin({ userID: ALICE })).rejects.toMatchObject(failure);
    await expect(tim.TIMMsgSaveMsg(toBob(text('hello')))).rejects.toMatchObject(failure);
  }

  const tim = await openClient();
  expect(await tim.TIMLogin({ userID: ALICE })).toMatchObject({ code: 0 });
});

test('once a library is loaded, another one is refused and both are named; the loaded one needs no naming', async () => {
  const first = await openClient();
  const loaded = loadAddon().loadedLibrary();
  const other = path.join(makeFolder(), 'libImSDK.so');
  copyFileSync(loaded, other);
  const message = new RegExp(`${loaded}.*${other}`);
  await expect(makeClient({ libraryPath: other }).TIMGetSDKVersion()).rejects.toMatchObject({
    code: 'ERR_IMSDK_ENGINE_IN_USE',
    message: expect.stringMatching(message) as string,
  });
  const version = await first.TIMGetSDKVersion();
  expect(await makeClient({ libraryPath: loaded }).TIMGetSDKVersion()).toBe(version);
  expect(await makeClient().TIMGetSDKVersion()).toBe(version);
});
