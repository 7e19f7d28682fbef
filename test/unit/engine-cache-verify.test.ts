import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { ENGINE_PLATFORMS } from '../../lib/native/engine-platform';
import { ENGINE_SOURCE, type EngineSource } from '../../lib/native/engine-source';
import { identifyEngine, verifyEngine } from '../../lib/native/verify-engine';

// SHA-256 of the text 'engine', from sha256sum.
const ENGINE_SHA256 = 'ed9f6f25068608efd412958da4dfc19328ca3511251fa6d5f9c42baf230e32f8';

let root: string;
let library: string;

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'verify-engine-'));
  library = path.join(root, 'libImSDK.so');
  fs.writeFileSync(library, 'engine');
});

afterEach(() => {
  jest.restoreAllMocks();
  fs.rmSync(root, { recursive: true, force: true });
});

/** The pinned package, with this test's file as the library of the given platforms. */
function sourceWith(platforms: readonly string[]): EngineSource {
  const libraries = Object.fromEntries(
    Object.entries(ENGINE_SOURCE.libraries).map(([platform, pinned]) => [
      platform,
      platforms.includes(platform) ? { ...pinned, sha256: ENGINE_SHA256 } : pinned,
    ]),
  ) as EngineSource['libraries'];
  return { ...ENGINE_SOURCE, libraries };
}

test('a pinned library is known by its content, with its version and platforms', async () => {
  await expect(identifyEngine(library, sourceWith(['darwin-x64', 'darwin-arm64']))).resolves.toEqual({
    sha256: ENGINE_SHA256,
    packageVersion: '8.0.5906',
    platforms: ['darwin-x64', 'darwin-arm64'],
  });
});

test('any other library is unknown', async () => {
  await expect(identifyEngine(library)).resolves.toEqual({ sha256: ENGINE_SHA256, platforms: [] });
});

test('every byte of a library that is read in several pieces counts, in order', async () => {
  const content = randomBytes(3 * 512 * 1024 + 1);
  fs.writeFileSync(library, content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  await expect(identifyEngine(library)).resolves.toEqual({ sha256, platforms: [] });
});

test('the event loop turns while a library is hashed', async () => {
  fs.writeFileSync(library, Buffer.alloc(8 * 512 * 1024));
  let turns = 0;
  const turn = () => void (turns++, (next = setImmediate(turn)));
  let next = setImmediate(turn);
  await identifyEngine(library);
  clearImmediate(next);
  expect(turns).toBeGreaterThanOrEqual(8);
});

test('a library is hashed once, and again when it changes', async () => {
  const read = jest.spyOn(fs, 'openSync');
  await Promise.all([identifyEngine(library), identifyEngine(library)]);
  await identifyEngine(library);
  expect(read).toHaveBeenCalledTimes(1);

  fs.writeFileSync(library, 'another engine');
  const { sha256 } = await identifyEngine(library);
  expect(sha256).not.toBe(ENGINE_SHA256);
  expect(read).toHaveBeenCalledTimes(2);
});

test('a library from the cache that is not the pinned one is refused', async () => {
  await expect(verifyEngine({ path: library, source: 'cache' }, 'linux-x64')).rejects.toMatchObject({
    code: 'ERR_IMSDK_LIBRARY_UNUSABLE',
    message: expect.stringMatching(/changed or damaged.*fetch-sdk/),
  });
});

test('a library that only the working folder leads to is refused', async () => {
  await expect(verifyEngine({ path: library, source: 'working-folder' }, 'linux-x64')).rejects.toMatchObject({
    code: 'ERR_IMSDK_LIBRARY_UNUSABLE',
    message: expect.stringMatching(/the process was started in.*not loaded.*fetch-sdk/),
  });
});

test('it is taken when it is the pinned one', async () => {
  const found = { path: library, source: 'working-folder' } as const;
  await expect(verifyEngine(found, 'linux-x64', sourceWith(['linux-x64']))).resolves.toMatchObject({
    sha256: ENGINE_SHA256,
  });
});

test('a library that the user brought may be any version', async () => {
  await expect(verifyEngine({ path: library, source: 'option' }, 'linux-x64')).resolves.toMatchObject({
    sha256: ENGINE_SHA256,
  });
});

test('a library that is known to be for another platform is refused', async () => {
  const source = sourceWith(['linux-arm64']);
  await expect(verifyEngine({ path: library, source: 'option' }, 'linux-x64', source)).rejects.toMatchObject({
    code: 'ERR_IMSDK_LIBRARY_UNUSABLE',
    message: expect.stringMatching(/is the engine for linux-arm64; this process is linux-x64/),
  });
});

test('a library that cannot be read is reported with its path and cause', async () => {
  const absent = path.join(root, 'absent.so');
  await expect(verifyEngine({ path: absent, source: 'cache' }, 'linux-x64')).rejects.toMatchObject({
    code: 'ERR_IMSDK_LIBRARY_UNUSABLE',
    message: expect.stringContaining(absent),
    cause: expect.objectContaining({ code: 'ENOENT' }),
  });
});

test('every platform of the pinned package has a well-formed pin', () => {
  for (const platform of ENGINE_PLATFORMS) {
    const { sha256, bytes, pathInPackage } = ENGINE_SOURCE.libraries[platform];
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(bytes).toBeGreaterThan(1_000_000);
    expect(pathInPackage).toMatch(/^lib\/[\w/]+\.(so|dll|dylib)$/);
  }
});
