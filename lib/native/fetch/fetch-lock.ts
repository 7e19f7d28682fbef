import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Options of {@link withFetchLock}. */
export interface FetchLockOptions {
  signal?: AbortSignal;
  /** Called once when another process holds the lock, with its process id. */
  onWait?: (holderPid: number | undefined) => void;
  /** How often a waiter looks, in milliseconds. */
  pollMs?: number;
  /** Age in milliseconds at which a lock that its holder no longer refreshes counts as left behind. */
  staleMs?: number;
}

interface Holder {
  pid: number;
  host: string;
  token: string;
}

const LOCK_FILE = 'fetch.lock';

/**
 * Runs `task` while holding the cache folder's lock, so that of two fetches one waits and finds the other's
 * result instead of downloading the same 24 MB again.
 *
 * The lock saves work; correctness rests on files being renamed into place whole. So it may be simple: a file
 * that its holder touches every few seconds. One whose process is gone, or that is no longer touched (another
 * host, a process id used again), is taken over.
 */
export async function withFetchLock<T>(
  cacheFolder: string,
  options: FetchLockOptions,
  task: () => Promise<T>,
): Promise<T> {
  const lockPath = path.join(cacheFolder, LOCK_FILE);
  const { staleMs = 30_000 } = options;
  const token = await acquire(lockPath, options);
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(lockPath, now, now).catch(() => {
      // Taken over after this process was suspended for long, or the folder is gone: the task goes on alone.
    });
  }, staleMs / 6);
  heartbeat.unref();
  try {
    return await task();
  } finally {
    clearInterval(heartbeat);
    if ((await readHolder(lockPath))?.token === token) await rm(lockPath, { force: true });
  }
}

async function acquire(lockPath: string, options: FetchLockOptions): Promise<string> {
  const { signal, onWait, pollMs = 200, staleMs = 30_000 } = options;
  const token = randomUUID();
  const content = JSON.stringify({ pid: process.pid, host: hostname(), token } satisfies Holder);
  let waiting = false;
  for (;;) {
    signal?.throwIfAborted();
    try {
      await writeFile(lockPath, content, { flag: 'wx', mode: 0o600 });
      return token;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        // On a full disk the file was made and is empty: nobody should wait for it.
        await rm(lockPath, { force: true }).catch(() => undefined);
        throw error;
      }
    }
    const holder = await readHolder(lockPath);
    if (await isLeftBehind(lockPath, holder, staleMs)) {
      await takeAway(lockPath, holder);
      continue;
    }
    if (!waiting) {
      waiting = true;
      onWait?.(holder?.pid);
    }
    await sleep(pollMs, undefined, { signal });
  }
}

async function readHolder(lockPath: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(lockPath, 'utf8')) as Holder;
  } catch {
    // Gone meanwhile, or its holder has created it and not yet written it.
    return undefined;
  }
}

async function isLeftBehind(lockPath: string, holder: Holder | undefined, staleMs: number): Promise<boolean> {
  if (holder?.host === hostname() && !isAlive(holder.pid)) return true;
  try {
    return Date.now() - (await stat(lockPath)).mtimeMs > staleMs;
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it exists and belongs to another user.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Moved aside, not deleted: of two waiters that both saw a dead lock only one moves that one. */
async function takeAway(lockPath: string, holder: Holder | undefined): Promise<void> {
  const aside = `${lockPath}.${randomUUID()}`;
  try {
    await rename(lockPath, aside);
  } catch {
    return;
  }
  const moved = await readHolder(aside);
  if (moved?.token !== holder?.token) {
    // The other waiter was quicker and this is its new lock: give it back, unless a third has locked since.
    await writeFile(lockPath, JSON.stringify(moved), { flag: 'wx', mode: 0o600 }).catch(() => undefined);
  }
  await rm(aside, { force: true });
}
