import { constants, promises as fs } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ImSdkError } from '../errors.js';

/** Made in the store's folder, and locked while a process has the store open. */
const LOCK_FILE = '.node-imsdk.lock';

/** Present while the engine has the message store open, and for as long as closing it takes. */
const WRITE_AHEAD_LOG = 'msg_0.db-wal';

/** How long a closing store may take, in milliseconds; it took 29 for 10,000 uncommitted messages. */
const CLOSING_LIMIT = 5000;

/** Where the store lies when TIMInit names no folder: the platform's place for a user's application data. */
export function defaultStoreFolder({
  env,
  platform,
}: Pick<NodeJS.Process, 'env' | 'platform'> = process): string {
  if (platform === 'win32') {
    return path.join(env['LOCALAPPDATA'] ?? path.join(homedir(), 'AppData', 'Local'), 'node-imsdk', 'store');
  }
  if (platform === 'darwin')
    return path.join(homedir(), 'Library', 'Application Support', 'node-imsdk', 'store');
  // The XDG base directory specification: a relative XDG_DATA_HOME is invalid and must be ignored.
  const xdg = env['XDG_DATA_HOME'] ?? '';
  const data = path.isAbsolute(xdg) ? xdg : path.join(homedir(), '.local', 'share');
  return path.join(data, 'node-imsdk', 'store');
}

/**
 * Makes the store's folder, for its owner alone, and checks that the engine will be able to use it:
 * the engine itself acknowledges every save in a folder where it can write nothing.
 *
 * @returns The folder's real path.
 * @throws ImSdkError `ERR_IMSDK_STORE_UNUSABLE`.
 */
export async function prepareStoreFolder(folder: string): Promise<string> {
  try {
    await fs.mkdir(folder, { recursive: true, mode: 0o700 });
    await fs.access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    const [realPath] = await Promise.all([fs.realpath(folder), probeWrite(folder)]);
    return realPath;
  } catch (cause) {
    throw storeUnusable(folder, (cause as Error).message, cause);
  }
}

/** Access rights do not tell of a read-only file system or a full disk; writing does. */
async function probeWrite(folder: string): Promise<void> {
  const probe = path.join(folder, `.node-imsdk-probe-${process.pid}-${Math.random().toString(36).slice(2)}`);
  try {
    await fs.writeFile(probe, 'probe', { mode: 0o600, flag: 'wx' });
  } finally {
    await fs.rm(probe, { force: true });
  }
}

/** The error for a store that the engine cannot use. */
export function storeUnusable(folder: string, reason: string, cause?: unknown): ImSdkError {
  return new ImSdkError(
    'ERR_IMSDK_STORE_UNUSABLE',
    `The store folder ${folder} cannot be used: ${reason}. Give another \`config_path\` to TIMInit, or make ` +
      'this one writable.',
    { field: 'config_path', cause },
  );
}

/** The file that the process which has the store open holds a lock on. */
export function lockFile(folder: string): string {
  return path.join(folder, LOCK_FILE);
}

/**
 * Waits until the engine has closed a user's store on disk. TIMUninit itself returns long before:
 * it is the removal of the write-ahead log that tells (imsdk-behaviour.md, section 4).
 *
 * Another program that has the database open, such as an SQLite browser, keeps the log in place; the
 * wait is therefore bounded.
 */
export async function storeClosed(folder: string): Promise<void> {
  const log = path.join(folder, WRITE_AHEAD_LOG);
  for (const limit = Date.now() + CLOSING_LIMIT; Date.now() < limit;) {
    const exists = await fs.access(log).then(
      () => true,
      () => false,
    );
    if (!exists) return;
    await delay(1);
  }
}
