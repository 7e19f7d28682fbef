import { homedir } from 'node:os';
import path from 'node:path';

import { ImSdkError } from '../errors.js';
import type { EnginePlatform } from './engine-platform.js';
import { ENGINE_SOURCE, type EngineSource } from './engine-source.js';

/** What decides where a user's cache is: injectable, so that each system's rule can be tested on one. */
export interface CacheHost {
  platform: string;
  env: Readonly<Record<string, string | undefined>>;
  /** The user's home folder; may throw where the system knows none. */
  home(): string;
}

/**
 * The folder in which fetched engines are kept, for this user alone.
 *
 * `NODE_IMSDK_CACHE` (an absolute path) decides; without it, the system's convention for caches:
 * `$XDG_CACHE_HOME/node-imsdk` or `~/.cache/node-imsdk` on Linux, `~/Library/Caches/node-imsdk` on macOS,
 * `%LOCALAPPDATA%\node-imsdk\Cache` on Windows.
 *
 * @throws ImSdkError `ERR_IMSDK_INVALID_ARGUMENT` where `NODE_IMSDK_CACHE` is relative: which library gets
 *   loaded must not depend on the folder that a process happens to be started in.
 */
export function engineCacheFolder(host: CacheHost = processCacheHost()): string {
  const { env, platform } = host;
  const paths = platform === 'win32' ? path.win32 : path.posix;
  const chosen = env['NODE_IMSDK_CACHE'];
  if (chosen) {
    if (paths.isAbsolute(chosen)) return paths.normalize(chosen);
    throw new ImSdkError(
      'ERR_IMSDK_INVALID_ARGUMENT',
      `NODE_IMSDK_CACHE is "${chosen}", a relative path. Set it to an absolute path.`,
      { field: 'NODE_IMSDK_CACHE' },
    );
  }
  if (platform === 'win32') {
    const local = env['LOCALAPPDATA'];
    const data = local && paths.isAbsolute(local) ? local : paths.join(homeOf(host), 'AppData', 'Local');
    return paths.join(data, 'node-imsdk', 'Cache');
  }
  if (platform === 'darwin') return paths.join(homeOf(host), 'Library', 'Caches', 'node-imsdk');
  // The XDG base directory specification: a relative XDG_CACHE_HOME is invalid and must be ignored.
  const xdg = env['XDG_CACHE_HOME'];
  return paths.join(xdg && paths.isAbsolute(xdg) ? xdg : paths.join(homeOf(host), '.cache'), 'node-imsdk');
}

/** Where a cache folder keeps the library of one platform, whether or not it has been fetched. */
export function cachedEnginePath(
  platform: EnginePlatform,
  cacheFolder: string = engineCacheFolder(),
  source: EngineSource = ENGINE_SOURCE,
): string {
  const { pathInPackage } = source.libraries[platform];
  // The package's own layout, so that a universal library is kept once for the platforms that share it.
  return path.join(cacheFolder, `${source.packageName}-${source.version}`, ...pathInPackage.split('/'));
}

function homeOf(host: CacheHost): string {
  try {
    const home = host.home();
    if (home) return home;
  } catch {
    // Reported below: a user id without an entry in the password database, as some containers have.
  }
  throw new ImSdkError(
    'ERR_IMSDK_INVALID_ARGUMENT',
    'This user has no home folder to keep the engine in. Set NODE_IMSDK_CACHE to an absolute path.',
    { field: 'NODE_IMSDK_CACHE' },
  );
}

function processCacheHost(): CacheHost {
  return { platform: process.platform, env: process.env, home: homedir };
}
