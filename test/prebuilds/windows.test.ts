import { isHostSymbol, moduleEntryPoints, prebuild } from './node-host.js';
import { readPe } from './read-pe.js';

describe.each([
  ['win32-x64', 'COFF-x86-64'],
  ['win32-ia32', 'COFF-i386'],
])('the prebuild for %s', (target, format) => {
  const file = readPe(prebuild(`${target}/node-imsdk.node`));

  it('is for its platform', () => {
    expect(file.format).toBe(format);
  });

  it('exports only its module entry points', () => {
    expect(file.exports).toEqual(moduleEntryPoints);
  });

  it('takes Node-API and libuv from the process it is in, whatever that is called, and nothing else', () => {
    // What is delayed is answered by our own hook; see src-native/bridge/host_module_win.cc.
    expect(Object.keys(file.delayed)).toEqual(['node.exe']);
    const functions = file.delayed['node.exe']!;
    expect(functions).toContain('napi_create_function');
    expect(functions.filter((name) => !isHostSymbol(name))).toEqual([]);
  });

  it('brings its own C++ runtime: it is linked to DLLs that every Windows has', () => {
    expect(file.libraries).toEqual(['KERNEL32.dll', 'msvcrt.dll']);
  });

  it('can be loaded at any address, and has no code in writable memory', () => {
    expect(file.characteristics).toEqual(
      expect.arrayContaining([
        'IMAGE_DLL_CHARACTERISTICS_DYNAMIC_BASE',
        'IMAGE_DLL_CHARACTERISTICS_NX_COMPAT',
      ]),
    );
  });

  it('is stripped', () => {
    expect(file.symbolCount).toBe(0);
    expect(file.sections).toContain('.text');
    expect(file.sections.filter((name) => name.startsWith('.debug'))).toEqual([]);
  });
});
