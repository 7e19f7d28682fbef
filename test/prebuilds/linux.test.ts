import { isHostSymbol, moduleEntryPoints, prebuild } from './node-host.js';
import { readElf } from './read-elf.js';

const glibcLibraries = ['libc.so.6', 'libdl.so.2', 'libm.so.6', 'libpthread.so.0'];

/** Whether a symbol version is one that glibc 2.17 has. */
function isInOldGlibc(version: string): boolean {
  const [, minor] = /^GLIBC_2\.(\d+)(?:\.\d+)?$/.exec(version) ?? [];
  return minor !== undefined && Number(minor) <= 17;
}

describe.each([
  ['linux-x64', 'elf64-x86-64'],
  ['linux-arm64', 'elf64-littleaarch64'],
])('the prebuild for %s', (target, format) => {
  const file = readElf(prebuild(`${target}/node-imsdk.glibc.node`));

  it('is for its platform', () => {
    expect(file.format).toBe(format);
  });

  it('exports only its module entry points', () => {
    expect(file.exports).toEqual(moduleEntryPoints);
  });

  it('asks its host for nothing but Node-API and libuv', () => {
    expect(file.fromHost).toContain('napi_create_function');
    expect(file.fromHost.filter((name) => !isHostSymbol(name))).toEqual([]);
  });

  it('runs with glibc 2.17, and brings its own C++ runtime', () => {
    expect(file.versions).not.toEqual([]);
    expect(file.versions.filter((version) => !isInOldGlibc(version))).toEqual([]);
    expect(file.libraries.filter((library) => !glibcLibraries.includes(library))).toEqual([]);
  });

  it('asks the loader never to unmap it', () => {
    expect(file.dynamicFlags).toContain('NODELETE');
  });

  it('is stripped', () => {
    expect(file.sections.filter((name) => /^\.(symtab|debug|zdebug)/.test(name))).toEqual([]);
  });
});
