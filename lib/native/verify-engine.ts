import { createHash } from 'node:crypto';
import { closeSync, openSync, read as readCallback, statSync } from 'node:fs';
import { promisify } from 'node:util';

import { ImSdkError } from '../errors.js';
import { enginePlatform, ENGINE_PLATFORMS, type EnginePlatform } from './engine-platform.js';
import { ENGINE_SOURCE, type EngineSource } from './engine-source.js';
import type { FoundEngine } from './find-engine.js';

/** What a library file is, by its content. */
export interface EngineIdentity {
  /** Hexadecimal SHA-256 of the file. */
  sha256: string;
  /** Version of the vendor's package that has exactly this file; undefined for a file that is not pinned here. */
  packageVersion?: string;
  /** The platforms that the file is for; empty for a file that is not pinned here. */
  platforms: EnginePlatform[];
}

const read = promisify(readCallback);

/** Hashed in one turn of the event loop, in a quarter of a millisecond. */
const CHUNK_BYTES = 512 * 1024;

// Keyed by what changes when the content does: a process loads one engine, and asks about it more than once.
const identities = new Map<string, Promise<EngineIdentity>>();

/**
 * Identifies an engine library by its SHA-256. A file (about 12 MB) is hashed once per process, in chunks that
 * let the event loop turn, and again only when it changes.
 *
 * @throws the file system's error where the file cannot be read.
 */
export async function identifyEngine(
  libraryPath: string,
  source: EngineSource = ENGINE_SOURCE,
): Promise<EngineIdentity> {
  const { dev, ino, size, mtimeMs } = statSync(libraryPath);
  const key = [libraryPath, dev, ino, size, mtimeMs, source.integrity].join('|');
  let identity = identities.get(key);
  if (identity === undefined) {
    identity = readIdentity(libraryPath, source);
    identities.set(key, identity);
    identity.catch(() => identities.delete(key));
  }
  return identity;
}

/**
 * Checks a found engine before it is loaded for the first time.
 *
 * A library from the cache must be, byte for byte, the one that was pinned: the cache holds nothing else. So must one
 * that only the working folder leads to, which anybody may have made. A library that the program brought (an option,
 * an installed package, the app's resources) may be of any version; it is refused only where it is known to be built
 * for another platform.
 *
 * @throws ImSdkError `ERR_IMSDK_LIBRARY_UNUSABLE` where it must not be loaded.
 */
export async function verifyEngine(
  engine: FoundEngine,
  platform: EnginePlatform = enginePlatform(),
  source: EngineSource = ENGINE_SOURCE,
): Promise<EngineIdentity> {
  let identity: EngineIdentity;
  try {
    identity = await identifyEngine(engine.path, source);
  } catch (cause) {
    throw new ImSdkError(
      'ERR_IMSDK_LIBRARY_UNUSABLE',
      `The engine library ${engine.path} cannot be read: ${(cause as Error).message}.`,
      { cause },
    );
  }
  if (identity.platforms.length > 0 && !identity.platforms.includes(platform)) {
    throw new ImSdkError(
      'ERR_IMSDK_LIBRARY_UNUSABLE',
      `${engine.path} is the engine for ${identity.platforms.join(' and ')}; this process is ${platform}. ` +
        `Its file is ${source.libraries[platform].pathInPackage} of ${source.packageName}.`,
    );
  }
  if (identity.platforms.length > 0) return identity;
  if (engine.source === 'working-folder') {
    throw new ImSdkError(
      'ERR_IMSDK_LIBRARY_UNUSABLE',
      `${engine.path} was found by way of the folder that the process was started in, and is not the engine of ` +
        `${source.packageName} ${source.version}: it was not loaded. Run: npx node-imsdk fetch-sdk. Or set ` +
        'libraryPath or NODE_IMSDK_LIBRARY to it, if you trust it.',
    );
  }
  if (engine.source === 'cache') {
    throw new ImSdkError(
      'ERR_IMSDK_LIBRARY_UNUSABLE',
      `The cached engine ${engine.path} was changed or damaged after it was fetched: its SHA-256 is ` +
        `${identity.sha256}, not ${source.libraries[platform].sha256}. ` +
        'It was not loaded. Run: npx node-imsdk fetch-sdk (it replaces the file).',
    );
  }
  return identity;
}

async function readIdentity(libraryPath: string, source: EngineSource): Promise<EngineIdentity> {
  const sha256 = await hashFile(libraryPath);
  const platforms = ENGINE_PLATFORMS.filter((platform) => source.libraries[platform].sha256 === sha256);
  return platforms.length > 0 ? { sha256, packageVersion: source.version, platforms } : { sha256, platforms };
}

/**
 * The next chunk is read while this one is hashed, in turns into the same two buffers: touching fresh memory for each
 * takes longer than hashing it.
 */
async function hashFile(filePath: string): Promise<string> {
  const hash = createHash('sha256');
  const file = openSync(filePath, 'r');
  try {
    let chunk = Buffer.allocUnsafeSlow(CHUNK_BYTES);
    let next = Buffer.allocUnsafeSlow(CHUNK_BYTES);
    let reading = read(file, chunk, 0, CHUNK_BYTES, null);
    for (;;) {
      const { bytesRead } = await reading;
      if (bytesRead === 0) return hash.digest('hex');
      reading = read(file, next, 0, CHUNK_BYTES, null);
      hash.update(chunk.subarray(0, bytesRead));
      [chunk, next] = [next, chunk];
    }
  } finally {
    closeSync(file);
  }
}
