import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { resolveTrustedPath } from '../../lib/native/trusted-path';

let root: string;
let library: string;

beforeEach(() => {
  root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'trusted-path-')));
  library = path.join(root, 'private', 'engine.so');
  fs.mkdirSync(path.dirname(library), { mode: 0o700 });
  fs.writeFileSync(library, 'engine', { mode: 0o600 });
});

afterEach(() => {
  jest.restoreAllMocks();
  fs.rmSync(root, { recursive: true, force: true });
});

/** Makes a path look as if another user owned it: changing owners needs a second user. */
function ownedByAnother(foreign: string): void {
  const lstat = fs.lstatSync;
  jest.spyOn(fs, 'lstatSync').mockImplementation((p: fs.PathLike) => {
    const stats = lstat(p);
    if (p === foreign) stats.uid = 54_321;
    return stats;
  });
}

test('a file in a private folder is trusted', () => {
  expect(resolveTrustedPath(library)).toEqual({ realPath: library });
});

test('a file that everyone may write to is not trusted', () => {
  fs.chmodSync(library, 0o666);
  expect(resolveTrustedPath(library).distrust).toMatch(/every user .* may write to .*engine\.so/);
});

test('a file in a folder that everyone may write to is not trusted', () => {
  fs.chmodSync(path.dirname(library), 0o777);
  expect(resolveTrustedPath(library).distrust).toMatch(/may write to the folder .*private/);
});

test('a folder further up that everyone may write to is as bad: the whole branch can be exchanged', () => {
  fs.chmodSync(root, 0o777);
  expect(resolveTrustedPath(library).distrust).toMatch(new RegExp(`may write to the folder ${root}`));
});

test('a folder writable by everyone with the sticky bit is fine for what is this user’s own', () => {
  fs.chmodSync(root, 0o1777);
  expect(resolveTrustedPath(library)).toEqual({ realPath: library });
});

test('there is no sticky-bit exception for what belongs to another user', () => {
  fs.chmodSync(path.dirname(library), 0o1777);
  ownedByAnother(library);
  expect(resolveTrustedPath(library).distrust).toMatch(/engine\.so belongs to another user \(uid 54321\)/);
});

test('nor for a folder on the way that belongs to another user', () => {
  fs.chmodSync(root, 0o1777);
  ownedByAnother(path.dirname(library));
  expect(resolveTrustedPath(library).distrust).toMatch(/private belongs to another user/);
});

test('a symbolic link is resolved', () => {
  const link = path.join(root, 'link.so');
  fs.symlinkSync('private/engine.so', link);
  expect(resolveTrustedPath(link)).toEqual({ realPath: library });
});

test('what a link leads to is checked', () => {
  const link = path.join(root, 'link.so');
  fs.symlinkSync(library, link);
  fs.chmodSync(path.dirname(library), 0o777);
  expect(resolveTrustedPath(link)).toEqual({
    realPath: library,
    distrust: expect.stringContaining(path.dirname(library)),
  });
});

test('where a link lies is checked too: whoever can exchange it decides what is loaded', () => {
  const open = path.join(root, 'open');
  fs.mkdirSync(open);
  fs.chmodSync(open, 0o777);
  fs.symlinkSync(library, path.join(open, 'link.so'));
  expect(resolveTrustedPath(path.join(open, 'link.so')).distrust).toMatch(/may write to the folder .*open/);
});

test('a link in the middle of a chain is checked as well', () => {
  const open = path.join(root, 'open');
  fs.mkdirSync(open);
  fs.chmodSync(open, 0o777);
  fs.symlinkSync('../private', path.join(open, 'middle'));
  fs.symlinkSync('open/middle', path.join(root, 'start'));
  const { realPath, distrust } = resolveTrustedPath(path.join(root, 'start', 'engine.so'));
  expect(realPath).toBe(library);
  expect(distrust).toMatch(/may write to the folder .*open/);
});

test('links that lead in a circle fail as the system would', () => {
  fs.symlinkSync('b', path.join(root, 'a'));
  fs.symlinkSync('a', path.join(root, 'b'));
  expect(() => resolveTrustedPath(path.join(root, 'a'))).toThrow(expect.objectContaining({ code: 'ELOOP' }));
});

test('a path that leads nowhere fails with ENOENT', () => {
  expect(() => resolveTrustedPath(path.join(root, 'absent'))).toThrow(
    expect.objectContaining({ code: 'ENOENT' }),
  );
});
