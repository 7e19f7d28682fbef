import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './native-build-plans.js';

const addon = path.join(root, 'build/Release/node_imsdk.node');
const read = (command: string, ...args: string[]): string =>
  execFileSync(command, [...args, addon], { encoding: 'utf8' });

/** binutils reads ELF: these say what the linker really made of the flags that sources.test.ts compares. */
const onLinux = process.platform === 'linux' ? describe : () => undefined;

onLinux('the addon that was built', () => {
  it('exports only the two symbols that Node.js looks for, and the one that other copies do', () => {
    const exported = read('nm', '-D', '--defined-only').trim().split('\n');
    expect(exported.map((line) => line.split(' ').at(-1)).sort()).toEqual([
      'napi_register_module_v1',
      'node_api_module_get_api_version_v1',
      'node_imsdk_copy',
    ]);
  });

  it('asks the loader never to unmap it', () => {
    expect(read('readelf', '-dW')).toMatch(/FLAGS_1.*NODELETE/);
  });

  it('needs Node-API functions from its host, the libuv functions that it declares itself, and no C++ of V8', () => {
    const declared = readFileSync(path.join(root, 'src-native/bridge/uv_abi.h'), 'utf8');
    const needed = read('nm', '-D', '--undefined-only', '-C')
      .trim()
      .split('\n')
      .map((line) => line.trim().split(' ').slice(1).join(' '));
    expect(needed).toContain('napi_create_function');
    expect(needed.filter((symbol) => /^(v8|node)::/.test(symbol))).toEqual([]);
    expect(needed.filter((symbol) => symbol.startsWith('uv_') && !declared.includes(`${symbol}(`))).toEqual(
      [],
    );
  });
});
