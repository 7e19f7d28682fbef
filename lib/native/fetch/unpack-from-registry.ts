import { mkdirSync, rmSync } from 'node:fs';

import type { EnginePlatform } from '../engine-platform.js';
import type { EngineSource } from '../engine-source.js';
import { isNetworkFailure } from './fetch-failure.js';
import type { NpmOptions } from './npm-config.js';

/** How an unpacking proceeds. */
export type UnpackProgress =
  /** The package arrives; `receivedBytes` starts again at 0 when it has to be read anew. */
  | { phase: 'downloading'; receivedBytes: number; totalBytes: number; registry: string }
  /** A request or a download failed; npm's `fetch-retries` settings decide whether it is repeated. */
  | { phase: 'attempt-failed'; reason: string };

/** Options of {@link unpackFromRegistry}. */
export interface UnpackOptions {
  onProgress?: (progress: UnpackProgress) => void;
  signal?: AbortSignal;
}

/**
 * Unpacks the libraries of some platforms out of the vendor's package into `folder/package/...`, from npm's
 * cache where that has the package and from the registry otherwise. What is in the folder may be used only
 * after this has resolved: the checksum covers the whole package and is known at its end.
 *
 * @throws whatever pacote, tar and the file system throw, and the signal's reason.
 */
export async function unpackFromRegistry(
  folder: string,
  source: EngineSource,
  platforms: readonly EnginePlatform[],
  npm: NpmOptions,
  { onProgress, signal }: UnpackOptions,
): Promise<void> {
  const [{ default: pacote }, tar] = await Promise.all([import('pacote'), import('tar')]);
  const wanted = new Map(
    platforms.map((platform) => {
      const { pathInPackage, bytes } = source.libraries[platform];
      return [`package/${pathInPackage}`, bytes];
    }),
  );
  const { registry } = npm;
  let receivedBytes = 0;

  const unpack = () =>
    pacote.tarball.stream(
      `${source.packageName}@${source.version}`,
      // pacote calls this again when the first data was corrupt or not in npm's cache.
      (stream) =>
        new Promise<void>((resolve, reject) => {
          // First of all and in the same tick: an error without a listener would end the process.
          stream.on('error', reject);
          rmSync(folder, { recursive: true, force: true });
          mkdirSync(folder, { mode: 0o700 });
          const unpacker = new tar.Unpack({
            cwd: folder,
            strict: true,
            preserveOwner: false,
            noMtime: true,
            filter: (entryPath, entry) =>
              'type' in entry && entry.type === 'File' && wanted.get(entryPath) === entry.size,
          });
          unpacker.on('error', reject);
          unpacker.on('close', resolve);
          receivedBytes = 0;
          stream.on('data', (chunk) => {
            receivedBytes += chunk.length;
            onProgress?.({ phase: 'downloading', receivedBytes, totalBytes: source.tarballBytes, registry });
          });
          stream.pipe(unpacker);
        }),
      {
        ...npm,
        integrity: source.integrity,
        // The conventional address. pacote asks the registry for the real one, but only with some address in
        // hand does it look in npm's cache first, where an offline or repeated fetch finds the package.
        resolved: new URL(`${source.packageName}/-/${source.packageName}-${source.version}.tgz`, registry)
          .href,
        signal,
      },
    );

  const stopReporting = reportFailedRequests((reason) => {
    if (!signal?.aborted) onProgress?.({ phase: 'attempt-failed', reason });
  });
  try {
    for (let retriesLeft = npm.retry?.retries ?? 0; ; retriesLeft--) {
      try {
        await unpack();
        return;
      } catch (error) {
        // pacote repeats requests, but not a download whose connection breaks under way.
        const broke = receivedBytes > 0 && isNetworkFailure(error) && !signal?.aborted;
        if (!broke || retriesLeft <= 0) throw error;
        onProgress?.({ phase: 'attempt-failed', reason: `the download broke after ${receivedBytes} bytes` });
        receivedBytes = 0;
      }
    }
  } finally {
    stopReporting();
  }
}

/** npm's libraries tell of failed requests as `log` events of the process, and nowhere else. */
function reportFailedRequests(report: (reason: string) => void): () => void {
  const onLog = (level: unknown, prefix: unknown, message: unknown) => {
    if (level !== 'http' || prefix !== 'fetch') return;
    const failed = /attempt \d+ failed with \S+/.exec(String(message));
    if (failed) report(failed[0]);
  };
  // Typed as the process's own events only; proc-log adds this one.
  const emitter: NodeJS.EventEmitter = process;
  emitter.on('log', onLog);
  return () => emitter.off('log', onLog);
}
