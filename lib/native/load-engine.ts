import { ImSdkError } from '../errors.js';
import { LoadOutcome } from './addon.js';
import type { Bridge } from './bridge.js';
import { findEngine } from './find-engine.js';
import { verifyEngine } from './verify-engine.js';

/** By the path that was asked for; undefined for whichever the search finds. */
const loading = new Map<string | undefined, Promise<void>>();

/**
 * Finds the engine's library, verifies it and loads it into the process, once for this environment. A process has
 * one engine: where no particular library is asked for, it is the one that the process has loaded already.
 *
 * @throws ImSdkError `ERR_IMSDK_LIBRARY_NOT_FOUND`, `ERR_IMSDK_LIBRARY_UNUSABLE`, or `ERR_IMSDK_ENGINE_IN_USE`
 *   where the process has loaded another library, or another copy of this package has; the next call tries again.
 */
export async function loadEngine(
  bridge: Bridge,
  libraryPath: string | undefined,
  consoleLog: boolean,
): Promise<void> {
  let load = loading.get(libraryPath);
  if (load === undefined) {
    load = findAndLoad(bridge, libraryPath, consoleLog);
    loading.set(libraryPath, load);
  }
  try {
    await load;
  } catch (error) {
    loading.delete(libraryPath);
    throw error;
  }
}

async function findAndLoad(
  bridge: Bridge,
  libraryPath: string | undefined,
  consoleLog: boolean,
): Promise<void> {
  const isFreeChoice = libraryPath === undefined && !process.env['NODE_IMSDK_LIBRARY'];
  if (isFreeChoice && bridge.addon.loadedLibrary() !== '') return;
  const engine = findEngine(libraryPath === undefined ? {} : { libraryPath });
  await verifyEngine(engine);
  const { code, json: detail } = await bridge.load(engine.path, consoleLog);
  if (code === LoadOutcome.loaded) return;
  if (code === LoadOutcome.otherCopy) throw otherCopy(detail);
  // Another environment may have loaded its own choice meanwhile.
  if (code === LoadOutcome.otherLibrary && isFreeChoice) return;
  throw code === LoadOutcome.otherLibrary ? otherLibrary(engine.path, detail) : unusable(engine.path, detail);
}

function unusable(path: string, reason: string): ImSdkError {
  return new ImSdkError(
    'ERR_IMSDK_LIBRARY_UNUSABLE',
    `The engine library ${path} cannot be loaded: ${reason}.` +
      (reason.includes('libz.so') ? ' Install zlib (Debian: zlib1g).' : ''),
  );
}

function otherLibrary(asked: string, loaded: string): ImSdkError {
  return new ImSdkError(
    'ERR_IMSDK_ENGINE_IN_USE',
    `The engine is one per process, and this process has loaded ${loaded}: ${asked} cannot be loaded beside it. ` +
      'Use the same library everywhere (leave out `libraryPath` to get the one that is loaded), or another process.',
    { field: 'libraryPath' },
  );
}

function otherCopy(which: string): ImSdkError {
  return new ImSdkError(
    'ERR_IMSDK_ENGINE_IN_USE',
    `The engine is one per process: ${which}. Copies of one version share it: make them so (npm dedupe), or use ` +
      'one of them in another process.',
  );
}
