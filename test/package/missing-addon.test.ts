import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './native-build-plans.js';

/** The package as it is installed where no script ran and no prebuild fits. */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'node-imsdk-'));
  cpSync(path.join(root, 'dist'), path.join(folder, 'dist'), { recursive: true });
  cpSync(path.join(root, 'package.json'), path.join(folder, 'package.json'));
  const dependency = 'node_modules/node-gyp-build';
  cpSync(path.join(root, dependency), path.join(folder, dependency), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const platform = `${process.platform}-${process.arch}`;

/** Makes a client there. `before` is run first. */
function errorOfFirstUse(before = ''): string {
  const script = `
    ${before}
    try { new (require('./dist').Tim)({ sdkappid: 1400000001 }); }
    catch (error) { console.log(error.code, error.message); }`;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], {
    cwd: folder,
    encoding: 'utf8',
    // A developer's setting would lead to an addon.
    env: { ...process.env, NODE_IMSDK_PREBUILD: '' },
  });
  expect(stderr).toBe('');
  return stdout;
}

test('without an addon the package can be loaded, and its first use says what is missing', () => {
  expect(errorOfFirstUse()).toMatch(
    new RegExp(`^ERR_IMSDK_ADDON_NOT_FOUND .*no native addon for ${platform}\\. Looked for:`),
  );
});

test('an addon that does not load is named with the reason', () => {
  const file = path.join(folder, 'build/Release/node_imsdk.node');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, 'no library');
  const message = errorOfFirstUse();
  expect(message).toMatch(/^ERR_IMSDK_ADDON_NOT_FOUND /);
  expect(message).toContain(path.join('build', 'Release', 'node_imsdk.node'));
});

test('on a musl system it is musl that the error names, although the package has an addon for glibc', () => {
  mkdirSync(path.join(folder, `prebuilds/linux-${process.arch}`), { recursive: true });
  writeFileSync(path.join(folder, `prebuilds/linux-${process.arch}/node-imsdk.glibc.node`), '');
  // What Node.js is there: an executable that musl loads, and node-gyp-build knows Alpine.
  const executable = path.join(folder, 'node');
  writeFileSync(executable, '\x7fELF\0/lib/ld-musl-x86_64.so.1\0');
  const onAlpine = `
    Object.defineProperty(process, 'platform', { value: 'linux' });
    process.execPath = ${JSON.stringify(executable)};
    process.env.LIBC = 'musl';`;
  expect(errorOfFirstUse(onAlpine)).toMatch(/^ERR_IMSDK_LIBRARY_NOT_FOUND .*with musl libc/);
});
