import { isHostSymbol, moduleEntryPoints, prebuild } from './node-host.js';
import { readMachO } from './read-mach-o.js';

// Structure only: nothing on Linux runs what is made for macOS.
describe.each([
  ['darwin-x64', 'Mach-O 64-bit x86-64'],
  ['darwin-arm64', 'Mach-O arm64'],
])('the prebuild for %s', (target, format) => {
  const file = readMachO(prebuild(`${target}/node-imsdk.node`));

  it('is a bundle for its platform, from macOS 11 on', () => {
    expect([file.format, file.fileType]).toEqual([format, 'Bundle']);
    expect(file.minimumSystem).toBe('11.0');
  });

  it('exports only its module entry points', () => {
    expect(file.exports).toEqual(moduleEntryPoints);
  });

  it('asks its host for nothing but Node-API and libuv', () => {
    expect(file.fromHost).toContain('napi_create_function');
    expect(file.fromHost.filter((name) => !isHostSymbol(name))).toEqual([]);
  });

  it('brings its own C++ runtime: it is linked to libSystem alone, and names no folder to search', () => {
    expect(file.libraries).toEqual(['/usr/lib/libSystem.B.dylib']);
    expect(file.loadCommands).not.toContain('LC_RPATH');
    expect(file.loadCommands).not.toContain('LC_ID_DYLIB');
  });

  it('is signed, as macOS demands of code for its own processors', () => {
    expect(file.loadCommands).toContain('LC_CODE_SIGNATURE');
  });

  it('has no memory that is writable and holds code', () => {
    expect(file.protections).toContain('r-x');
    expect(file.protections.filter((protection) => /w.*x/.test(protection))).toEqual([]);
  });
});
