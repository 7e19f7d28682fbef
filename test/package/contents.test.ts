import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './native-build-plans.js';

interface Manifest {
  main: string;
  types: string;
  bin: Record<string, string>;
  exports: Record<string, unknown>;
  scripts: Record<string, string>;
}

/** Every file that a value inside `exports` points to. */
const filesIn = (target: unknown): string[] =>
  typeof target === 'string' ? [target] : Object.values(target as object).flatMap(filesIn);

describe('the packed package', () => {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
  // dist/ was just built by the test command: packing must not build it again.
  const packed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [{ files }] = JSON.parse(packed) as [{ files: { path: string }[] }];
  const names = files.map((file) => file.path);

  it('holds every file that its manifest points to', () => {
    const promised = [manifest.main, manifest.types, ...filesIn(manifest.bin), ...filesIn(manifest.exports)];
    expect(names).toEqual(expect.arrayContaining(promised.map((file) => path.posix.normalize(file))));
  });

  it('holds all that an install without a prebuild compiles', () => {
    const { variables } = JSON.parse(readFileSync(path.join(root, 'src-native/sources.gypi'), 'utf8')) as {
      variables: { addon_sources: string[] };
    };
    expect(names).toEqual(
      expect.arrayContaining(['binding.gyp', 'src-native/sources.gypi', ...variables.addon_sources]),
    );
  });

  it('holds nothing else: no tests, no development files, no engine', () => {
    const allowed =
      /^(dist|prebuilds|src-native)\/|^(binding\.gyp|package\.json|LICENSE|README\.md|CHANGELOG\.md|MIGRATION\.md)$/;
    expect(names.filter((name) => !allowed.test(name) || /\.(so|dll|dylib)$/.test(name))).toEqual([]);
  });

  it('has no script `build`, before which npm would run `prebuild` and compile for every platform', () => {
    expect(Object.keys(manifest.scripts)).toContain('prebuild');
    expect(Object.keys(manifest.scripts)).not.toContain('build');
  });
});
