import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

import { ImSdkError } from '../../errors.js';
import { cachedEnginePath, engineCacheFolder } from '../engine-cache.js';
import { enginePlatform, ENGINE_PLATFORMS, type EnginePlatform } from '../engine-platform.js';
import { ENGINE_SOURCE, type EngineSource } from '../engine-source.js';
import { identifyEngine } from '../verify-engine.js';
import { fetchFailure } from './fetch-failure.js';
import { withFetchLock } from './fetch-lock.js';
import { readNpmOptions, type NpmOptions } from './npm-config.js';
import { unpackFromRegistry, type UnpackProgress } from './unpack-from-registry.js';

/** What a fetch is doing. */
export type FetchProgress =
  /** Another process fetches into the same cache; this one waits for its result. */
  { phase: 'waiting'; holderPid?: number } | UnpackProgress;

/** Options of {@link fetchEngine}. */
export interface FetchEngineOptions {
  /** The platform whose library is wanted. Default: this one. */
  platform?: EnginePlatform;
  /** Fetch the libraries of every platform, for a build machine. Default: false. */
  all?: boolean;
  /** The cache folder. Default: `NODE_IMSDK_CACHE` or the system's folder for caches. */
  cacheFolder?: string;
  /** Called as the fetch proceeds; not at all when the cache has what is wanted. */
  onProgress?(progress: FetchProgress): void;
  /** Stops the fetch; what is half done is discarded. */
  signal?: AbortSignal;
}

/** One library in the cache. */
export interface CachedEngine {
  platform: EnginePlatform;
  /** Absolute path of the library. */
  path: string;
  /** False where the cache already had it. */
  fetched: boolean;
}

/**
 * Makes sure that the engine is in the per-user cache, and resolves with the path of its library.
 *
 * The vendor's package comes from the npm registry, with npm's own settings (registry, credentials, proxy,
 * certificates, offline), and must match the pinned SHA-512; each library must match its pinned SHA-256, and so
 * must one that is already there. Files appear in the cache whole or not at all. Of two fetches at once one
 * waits for the other. A fetch that was killed can simply be run again: what npm's cache has is not downloaded
 * twice.
 *
 * @throws ImSdkError `ERR_IMSDK_FETCH_FAILED`, saying what happened and what to do; `ERR_IMSDK_ABORTED`;
 *   `ERR_IMSDK_LIBRARY_NOT_FOUND` where there is no engine for this platform.
 */
export async function fetchEngine(options: FetchEngineOptions = {}): Promise<string> {
  const platform = options.platform ?? enginePlatform();
  const cacheFolder = path.resolve(options.cacheFolder ?? engineCacheFolder());
  await fetchEngines(options.all ? ENGINE_PLATFORMS : [platform], { ...options, cacheFolder });
  return cachedEnginePath(platform, cacheFolder);
}

/** As {@link fetchEngine}, for any set of platforms and any pinned package. */
export async function fetchEngines(
  platforms: readonly EnginePlatform[],
  options: Pick<FetchEngineOptions, 'cacheFolder' | 'onProgress' | 'signal'> = {},
  source: EngineSource = ENGINE_SOURCE,
): Promise<CachedEngine[]> {
  const { signal } = options;
  const cacheFolder = path.resolve(options.cacheFolder ?? engineCacheFolder());
  const pathOf = (platform: EnginePlatform) => cachedEnginePath(platform, cacheFolder, source);
  const absent = async () => {
    const intact = await Promise.all(
      platforms.map((platform) => isIntact(pathOf(platform), source.libraries[platform].sha256)),
    );
    return platforms.filter((_platform, i) => !intact[i]);
  };

  let missing = await absent();
  const fetched = new Set(missing);
  if (missing.length > 0) {
    let npm: NpmOptions | undefined;
    try {
      signal?.throwIfAborted();
      await mkdir(cacheFolder, { recursive: true, mode: 0o700 });
      const lockOptions = {
        signal,
        onWait: (holderPid?: number) => options.onProgress?.({ phase: 'waiting', holderPid }),
      };
      await withFetchLock(cacheFolder, lockOptions, async () => {
        // Whoever held the lock until now has probably fetched it.
        missing = await absent();
        if (missing.length === 0) return;
        npm = await readNpmOptions();
        await fetchInto(cacheFolder, source, missing, npm, options);
      });
    } catch (error) {
      if (signal?.aborted) {
        throw new ImSdkError('ERR_IMSDK_ABORTED', 'Fetching the engine was aborted.', {
          cause: signal.reason,
        });
      }
      if (error instanceof ImSdkError) throw error;
      throw fetchFailure(error, { source, cacheFolder, npm });
    }
  }
  return platforms.map((platform) => ({ platform, path: pathOf(platform), fetched: fetched.has(platform) }));
}

async function isIntact(libraryPath: string, sha256: string): Promise<boolean> {
  try {
    return (await identifyEngine(libraryPath)).sha256 === sha256;
  } catch {
    return false;
  }
}

const STAGING_PREFIX = 'staging-';

async function fetchInto(
  cacheFolder: string,
  source: EngineSource,
  platforms: readonly EnginePlatform[],
  npm: NpmOptions,
  options: Pick<FetchEngineOptions, 'onProgress' | 'signal'>,
): Promise<void> {
  await removeLeftovers(cacheFolder);
  const staging = path.join(cacheFolder, `${STAGING_PREFIX}${randomUUID()}`);
  try {
    await unpackFromRegistry(staging, source, platforms, npm, options);
    for (const platform of new Set(platforms)) {
      const { pathInPackage, sha256 } = source.libraries[platform];
      const unpacked = path.join(staging, 'package', ...pathInPackage.split('/'));
      const target = cachedEnginePath(platform, cacheFolder, source);
      if (await isIntact(target, sha256)) continue;
      await publish(unpacked, target, sha256);
    }
  } finally {
    // What cannot be removed now (Windows keeps files that are still open) the next fetch removes.
    await rm(staging, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** What a killed fetch left unpacked. Only the lock's holder may do this: nobody else unpacks meanwhile. */
async function removeLeftovers(cacheFolder: string): Promise<void> {
  const leftovers = (await readdir(cacheFolder)).filter((name) => name.startsWith(STAGING_PREFIX));
  for (const name of leftovers) await rm(path.join(cacheFolder, name), { recursive: true, force: true });
}

async function publish(unpacked: string, target: string, sha256: string): Promise<void> {
  const actual = (await identifyEngine(unpacked)).sha256;
  if (actual !== sha256) {
    // The tarball's SHA-512 matched, so this is the disk or somebody else at work in the cache.
    throw new Error(`${path.basename(target)} was damaged while it was unpacked: SHA-256 ${actual}`);
  }
  // On the disk before its name is: after a power failure the cache holds a whole file or none.
  const file = await open(unpacked, 'r+');
  try {
    await file.chmod(0o600);
    await file.sync();
  } finally {
    await file.close();
  }
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  await rename(unpacked, target);
}
