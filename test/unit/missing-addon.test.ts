import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { missingAddon } from '../../lib/native/missing-addon';

let packageRoot: string;
beforeEach(() => (packageRoot = mkdtempSync(path.join(os.tmpdir(), 'node-imsdk-'))));
afterEach(() => rmSync(packageRoot, { recursive: true }));

const host = (platform: string, arch: string, musl = false) => ({ platform, arch, musl });
const cause = new Error('No native build was found');

test('names the platform, each place that was looked at, what is there instead and how to compile', () => {
  for (const platform of ['linux-x64', 'win32-x64'])
    mkdirSync(path.join(packageRoot, 'prebuilds', platform), { recursive: true });
  const error = missingAddon({ packageRoot, cause }, host('linux', 'arm64'));
  expect(error).toMatchObject({ code: 'ERR_IMSDK_ADDON_NOT_FOUND', cause });
  for (const part of [
    'no native addon for linux-arm64',
    path.join(packageRoot, 'build/Release/*.node'),
    `${path.join(packageRoot, 'prebuilds/linux-arm64/*.node')}: the package has linux-x64, win32-x64`,
    'npm rebuild node-imsdk',
    'C++17 compiler',
  ])
    expect(error.message).toContain(part);
});

test('says so where the package has no prebuilt addon', () => {
  expect(missingAddon({ packageRoot, cause }, host('darwin', 'x64')).message).toMatch(
    /no native addon for darwin-x64[^]*no prebuilt addon at all/,
  );
});

test('names the file that does not load, and why', () => {
  const file = path.join(packageRoot, 'prebuilds/linux-x64/node-imsdk.glibc.node');
  const error = missingAddon(
    { packageRoot, file, cause: new Error('invalid ELF header') },
    host('linux', 'x64'),
  );
  expect(error.message).toContain(`linux-x64, ${file}: invalid ELF header`);
  expect(error.message).not.toContain('Looked for');
});

test.each([
  [host('linux', 'x64', true), /linux-x64 with musl/],
  [host('freebsd', 'x64'), /no engine for freebsd-x64/],
])('where the engine does not exist, compiling the addon is not advised: %j', (where, message) => {
  const error = missingAddon({ packageRoot, cause }, where);
  expect(error).toMatchObject({
    code: 'ERR_IMSDK_LIBRARY_NOT_FOUND',
    message: expect.stringMatching(message),
  });
  expect(error.message).not.toContain('npm rebuild');
});
