import path from 'node:path';
import { root } from '../support/run.mjs';

/** Where node-gyp-build looks, and what the package ships. */
export const prebuildsFolder = path.join(root, 'prebuilds');

/**
 * The platforms that the engine exists for. Each has a toolchain file in cmake/toolchains/, and goes to the
 * folder and under the name that prebuildify would choose, which is where node-gyp-build looks.
 */
export const targets = ['linux-x64', 'linux-arm64', 'win32-x64', 'win32-ia32', 'darwin-x64', 'darwin-arm64'];

/** A target's file, relative to prebuilds/. On Linux it is tagged: the engine cannot be loaded with musl. */
export function fileOf(target) {
  const libc = target.startsWith('linux-') ? '.glibc' : '';
  return `${target}/node-imsdk${libc}.node`;
}
