import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import {
  enginePlatform,
  ENGINE_PLATFORMS,
  glibcVersion,
  hostPlatform,
} from '../../lib/native/engine-platform';
import { ENGINE_SOURCE } from '../../lib/native/engine-source';

const host = (platform: string, arch: string, musl = false) => ({ platform, arch, musl });

test.each([
  ['linux', 'x64', 'lib/linux/lib/libImSDK.so'],
  ['linux', 'arm64', 'lib/linux/lib/libImSDK_arm64.so'],
  ['win32', 'x64', 'lib/windows/lib/Win64/ImSDK.dll'],
  ['win32', 'ia32', 'lib/windows/lib/Win32/ImSDK.dll'],
  ['darwin', 'x64', 'lib/mac/Versions/A/ImSDKForMac.dylib'],
  ['darwin', 'arm64', 'lib/mac/Versions/A/ImSDKForMac.dylib'],
])('%s %s loads %s', (platform, arch, file) => {
  expect(ENGINE_SOURCE.libraries[enginePlatform(host(platform, arch))].pathInPackage).toBe(file);
});

test('musl is refused by name', () => {
  expect(() => enginePlatform(host('linux', 'x64', true))).toThrow(
    expect.objectContaining({
      code: 'ERR_IMSDK_LIBRARY_NOT_FOUND',
      message: expect.stringMatching(/linux-x64 with musl.*glibc/),
    }),
  );
});

test('musl is a matter of Linux alone', () => {
  expect(enginePlatform(host('darwin', 'arm64', true))).toBe('darwin-arm64');
});

test.each([
  ['freebsd', 'x64'],
  ['linux', 'riscv64'],
  ['win32', 'arm64'],
])('%s %s is refused, naming what exists', (platform, arch) => {
  const refused = () => enginePlatform(host(platform, arch));
  expect(refused).toThrow(new RegExp(`no engine for ${platform}-${arch}`));
  for (const existing of ENGINE_PLATFORMS) expect(refused).toThrow(new RegExp(existing));
});

test('the C library of this system is recognised as the system itself names it', () => {
  const asked = spawnSync('getconf', ['GNU_LIBC_VERSION'], { encoding: 'utf8' });
  const named = /^glibc (\S+)/.exec(asked.stdout)?.[1];
  expect(glibcVersion()).toBe(process.platform === 'linux' ? named : undefined);
});

describe('musl is told from the dynamic loader that the executable names', () => {
  let executable: string;

  beforeEach(() => {
    executable = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'executable-')), 'node');
    jest.replaceProperty(process, 'execPath', executable);
  });

  afterEach(() => {
    jest.restoreAllMocks();
    fs.rmSync(path.dirname(executable), { recursive: true, force: true });
  });

  test.each([
    ['/lib/ld-musl-x86_64.so.1', true],
    ['/lib64/ld-linux-x86-64.so.2', false],
    ['/lib/ld-linux-aarch64.so.1', false],
  ])('%s', (loader, musl) => {
    fs.writeFileSync(executable, `\x7fELF${'\0'.repeat(700)}${loader}\0`);
    expect(hostPlatform().musl).toBe(musl && process.platform === 'linux');
  });

  test('and where it names none, from whether the process has glibc', () => {
    expect(hostPlatform().musl).toBe(process.platform === 'linux' && glibcVersion() === undefined);
  });
});
