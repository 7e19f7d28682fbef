import { ImSdkError } from '../errors.js';
import type { Bridge } from './bridge.js';
import { findEngine, type FoundEngine } from './find-engine.js';
import { verifyEngine } from './verify-engine.js';

let loading: Promise<FoundEngine> | undefined;

/**
 * Finds the engine's library, verifies it and loads it into the process, once for this environment.
 * The search happens at the first call only: a process has one engine.
 *
 * @throws ImSdkError `ERR_IMSDK_LIBRARY_NOT_FOUND` or `ERR_IMSDK_LIBRARY_UNUSABLE`; the next call tries again.
 */
export async function loadEngine(
  bridge: Bridge,
  libraryPath: string | undefined,
  consoleLog: boolean,
): Promise<void> {
  loading ??= load(bridge, libraryPath, consoleLog);
  try {
    await loading;
  } catch (error) {
    loading = undefined;
    throw error;
  }
}

/** The engine that this environment has loaded, if it has. */
export async function loadedEngine(): Promise<FoundEngine | undefined> {
  return loading;
}

async function load(
  bridge: Bridge,
  libraryPath: string | undefined,
  consoleLog: boolean,
): Promise<FoundEngine> {
  const engine = findEngine(libraryPath === undefined ? {} : { libraryPath });
  await verifyEngine(engine);
  const reply = await bridge.load(engine.path, consoleLog);
  if (reply.code === 0) {
    if (!reply.json.split(' ').includes('TIMMsgSaveMsg')) return engine;
    throw new ImSdkError(
      'ERR_IMSDK_LIBRARY_UNUSABLE',
      `${engine.path} has no TIMMsgSaveMsg: it is not libImSDK.`,
    );
  }
  throw new ImSdkError(
    'ERR_IMSDK_LIBRARY_UNUSABLE',
    `The engine library ${engine.path} cannot be loaded: ${reply.json}.` +
      (reply.json.includes('libz.so') ? ' Install zlib (Debian: zlib1g).' : ''),
  );
}
