/** A file of its own, so of a process of its own: a process looks for the engine once. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ALICE, makeClient, makeFolder, openClient, text, toBob } from './client.js';

test('a library that cannot be used is named at every call, and one that can is taken afterwards', async () => {
  const folder = makeFolder();
  const missing = path.join(folder, 'missing.so');
  const noLibrary = path.join(folder, 'text.so');
  writeFileSync(noLibrary, 'not a library');

  for (const [libraryPath, code] of [
    [missing, 'ERR_IMSDK_LIBRARY_NOT_FOUND'],
    [noLibrary, 'ERR_IMSDK_LIBRARY_UNUSABLE'],
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
