import { mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Outside the repository, so that every clone on the machine shares what took minutes to get. */
export function hostCache() {
  const caches = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache');
  const folder = path.join(caches, 'node-imsdk-test-hosts');
  mkdirSync(folder, { recursive: true });
  return folder;
}
