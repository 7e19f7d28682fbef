import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './native-build-plans.js';
import { packPackage } from './packed-package.js';

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
  const { names } = packPackage();

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

  it('holds nothing else: no tests, no development files, no engine, nothing whose source is gone', () => {
    const exported = filesIn(manifest.exports).map((file) => path.posix.normalize(file));
    const hasSource = (name: string): boolean =>
      existsSync(path.join(root, name.replace(/^dist\//, 'lib/').replace(/(\.d\.ts|\.js)$/, '.ts')));
    const isListed = (name: string): boolean =>
      name.startsWith('dist/')
        ? name === 'dist/core/core.js' ||
          exported.includes(name) ||
          (/\.(d\.ts|js)$/.test(name) && hasSource(name))
        : [
            /^(binding\.gyp|package\.json|LICENSE|README\.md|CHANGELOG\.md|MIGRATION\.md)$/,
            /^src-native\/.*\.(cc|h|gypi|map)$/,
            /^prebuilds\/(linux-(x64|arm64)\/node-imsdk\.glibc|(win32-(x64|ia32)|darwin-(x64|arm64))\/node-imsdk)\.node$/,
            /^prebuilds\/(\.gitkeep|manifest\.json)$/,
          ].some((pattern) => pattern.test(name));
    expect(names.filter((name) => !isListed(name))).toEqual([]);
  });

  it('has no script `build`, before which npm would run `prebuild` and compile for every platform', () => {
    expect(Object.keys(manifest.scripts)).toContain('prebuild');
    expect(Object.keys(manifest.scripts)).not.toContain('build');
  });
});
