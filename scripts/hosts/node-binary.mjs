import { existsSync } from 'node:fs';
import path from 'node:path';
import { npm } from '../support/npm.mjs';
import { hostCache } from './cache.mjs';

/**
 * The newest Node.js of a major version for another platform, from the npm registry: `linux-arm64`, 22.
 * Returns the path of its executable in the cache.
 */
export function nodeBinary(platform, major) {
  const name = `node-${platform}`;
  const prefix = path.join(hostCache(), `${name}-${major}`);
  const executable = platform.startsWith('win-') ? 'node.exe' : 'node';
  const file = path.join(prefix, 'node_modules', name, 'bin', executable);
  if (!existsSync(file)) {
    // Forced: the package says that it is for another platform than this one.
    const options = ['--force', '--ignore-scripts', '--no-save', '--no-package-lock', '--prefix', prefix];
    npm(`Getting Node.js ${major} for ${platform}`, ['install', ...options, `${name}@${major}`], hostCache());
  }
  return file;
}
