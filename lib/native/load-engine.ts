import { ImSdkError } from '../errors.js';
import { LoadOutcome } from './addon.js';
import type { Bridge } from './bridge.js';
import { findEngine, type FoundEngine } from './find-engine.js';
import { verifyEngine } from './verify-engine.js';

/** The two steps of loading the engine; both reject with what one of them failed with. */
export interface EngineLoad {
  /** Resolves when the library has been found and verified: from then on it is loaded on a thread of its own. */
  readonly verified: Promise<FoundEngine | undefined>;
  readonly loaded: Promise<void>;
}

/** By the path that was asked for; undefined for whichever the search finds. */
const loads = new Map<string | undefined, EngineLoad>();

/**
 * Finds the engine's library, verifies it and loads it into the process, once for this environment. A process has
 * one engine: where no particular library is asked for, it is the one that the process has loaded already.
 *
 * @returns What rejects with ImSdkError `ERR_IMSDK_LIBRARY_NOT_FOUND`, `ERR_IMSDK_LIBRARY_UNUSABLE`, or
 *   `ERR_IMSDK_ENGINE_IN_USE` where the process has loaded another library, or another copy of this package has; the
 *   next call tries again.
 */
export function loadEngine(bridge: Bridge, libraryPath: string | undefined, consoleLog: boolean): EngineLoad {
  let load = loads.get(libraryPath);
  if (load === undefined) {
    const isFreeChoice = libraryPath === undefined && !process.env['NODE_IMSDK_LIBRARY'];
    const verified = findVerified(bridge, libraryPath, isFreeChoice);
    const loaded = verified.then((engine) => engine && loadFound(bridge, engine, isFreeChoice, consoleLog));
    load = { verified, loaded };
    loads.set(libraryPath, load);
    loaded.catch(() => loads.delete(libraryPath));
  }
  return load;
}

/** Undefined where the process has loaded a library that will do. */
async function findVerified(
  bridge: Bridge,
  libraryPath: string | undefined,
  isFreeChoice: boolean,
): Promise<FoundEngine | undefined> {
  if (isFreeChoice && bridge.addon.loadedLibrary() !== '') return undefined;
  const engine = findEngine(libraryPath === undefined ? {} : { libraryPath });
  await verifyEngine(engine);
  return engine;
}

async function loadFound(
  bridge: Bridge,
  { path }: FoundEngine,
  isFreeChoice: boolean,
  consoleLog: boolean,
): Promise<void> {
  const { code, json: detail } = await bridge.load(path, consoleLog);
  if (code === LoadOutcome.loaded) return;
  if (code === LoadOutcome.otherCopy) throw otherCopy(detail);
  // Another environment may have loaded its own choice meanwhile.
  if (code === LoadOutcome.otherLibrary && isFreeChoice) return;
  throw code === LoadOutcome.otherLibrary ? otherLibrary(path, detail) : unusable(path, detail);
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
