/** This package more than once in one process: node_modules can hold several copies of it. */
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { addonPath } from '../../lib/native/addon.js';
import { makeFolder, runChild, storedNumbers } from './process-child.js';

const root = path.resolve(__dirname, '../..');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
/** As long as the real one. */
const otherVersion = version.replaceAll(/\d/g, '9');
const TIMEOUT = 60_000;

/** Installs a copy of the package as a dependency's own; `asVersion` is what its addon says that it is. */
function install(modules: string, dependency: string, asVersion = version): string {
  const folder = path.join(modules, dependency, 'node_modules', 'node-imsdk');
  const addon = path.join(folder, 'build', 'Release', 'node_imsdk.node');
  mkdirSync(path.dirname(addon), { recursive: true });
  for (const part of ['dist', 'package.json']) {
    cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
  }
  const binary = readFileSync(addonPath() ?? 'no addon').toString('latin1');
  writeFileSync(addon, binary.replaceAll(`\0${version}\0`, `\0${asVersion}\0`), 'latin1');
  return folder;
}

function makeModules(): string {
  const modules = path.join(makeFolder(), 'node_modules');
  mkdirSync(modules);
  symlinkSync(path.join(root, 'node_modules/node-gyp-build'), path.join(modules, 'node-gyp-build'));
  return modules;
}

const ended = { exitCode: 0, signal: null, stderr: '' };

test.each([
  ['one after another', ['0 0', '1 0', '0 0', '1 0'], [0, 1, 0, 1]],
  ['at once', ['0 0', '1 0'], [0, 1]],
  ['in the main thread and in a worker', ['0 0', '1 0'], [0, 1]],
])(
  'two copies of one version, used %s, share the engine and its store',
  async (scenario, lines, numbers) => {
    const modules = makeModules();
    const packages = [install(modules, 'a'), install(modules, 'b')];
    const store = makeFolder();
    const end = await runChild('lifetime-copies-child.cjs', { store, packages, scenario });
    expect({ ...end, lines: end.lines.sort() }).toEqual({ ...ended, lines: [...lines].sort() });
    const [stored = []] = await storedNumbers(store);
    expect(stored.sort()).toEqual([...numbers].sort());
  },
  TIMEOUT,
);

test.each(['one after another', 'in the main thread and in a worker'])(
  'of two copies of different versions, used %s, the second is refused, and both are named',
  async (scenario) => {
    const modules = makeModules();
    const packages = [install(modules, 'a'), install(modules, 'b', otherVersion)];
    const store = makeFolder();
    const end = await runChild('lifetime-copies-child.cjs', { store, packages, scenario });
    expect(end).toMatchObject(ended);
    const refused = end.lines.filter((line) => !line.endsWith(' 0'));
    expect(end.lines.length).toBe(refused.length * 2);
    for (const line of refused) {
      expect(line).toContain('ERR_IMSDK_ENGINE_IN_USE');
      for (const [index, named] of [version, otherVersion].entries()) {
        expect(line).toContain(`node-imsdk ${named} (${packages[index] ?? ''}`);
      }
    }
    const [stored = []] = await storedNumbers(store);
    expect(stored).toHaveLength(refused.length);
  },
  TIMEOUT,
);

test.each(['twice, its modules being forgotten', 'by require and by import'])(
  'one copy loaded %s has one engine',
  async (scenario) => {
    const store = makeFolder();
    const end = await runChild('lifetime-copies-child.cjs', { store, packages: [root], scenario });
    expect(end).toEqual({ ...ended, lines: ['0 0', '1 0'] });
    const [stored] = await storedNumbers(store);
    expect(stored).toEqual([0, 1]);
  },
  TIMEOUT,
);
