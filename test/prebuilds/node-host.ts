import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

/** The file of a prebuild, by the path that prebuilds/manifest.json lists it under. */
export const prebuild = (name: string): string => path.join(root, 'prebuilds', name);

/** The two symbols that Node.js looks for in an addon, and the one that other copies of the package look for. */
export const moduleEntryPoints = [
  'napi_register_module_v1',
  'node_api_module_get_api_version_v1',
  'node_imsdk_copy',
];

const uvDeclarations = readFileSync(path.join(root, 'src-native/bridge/uv_abi.h'), 'utf8');

/** Whether Node.js and Electron promise a symbol to every addon: Node-API, and the libuv that we declare. */
export const isHostSymbol = (name: string): boolean =>
  /^(napi|node_api)_/.test(name) || (name.startsWith('uv_') && uvDeclarations.includes(` ${name}(`));
