import path from 'node:path';

import { Command, Option } from 'commander';

import { engineCacheFolder } from '../native/engine-cache.js';
import { enginePlatform, ENGINE_PLATFORMS, type EnginePlatform } from '../native/engine-platform.js';
import { ENGINE_SOURCE } from '../native/engine-source.js';
import { fetchEngines } from '../native/fetch/fetch-engine.js';
import { fetchProgressView } from './fetch-progress.js';
import { abortOnInterrupt } from './interrupt.js';

interface FetchSdkOptions {
  all?: boolean;
  platform?: EnginePlatform[];
  cache?: string;
}

/** `node-imsdk fetch-sdk`: puts the engine into the per-user cache and prints its path. */
export function fetchSdkCommand(): Command {
  const { packageName, version } = ENGINE_SOURCE;
  return new Command('fetch-sdk')
    .summary('get the engine library into the per-user cache')
    .description(
      `Gets Tencent's engine (${packageName} ${version}) from the npm registry, with npm's own settings ` +
        '(registry, proxy, certificates, offline), verifies it and keeps it in a per-user cache. ' +
        'Prints the path of the library.',
    )
    .option('--all', 'get the libraries of all platforms, for a build machine')
    .addOption(
      new Option('--platform <platforms...>', 'get the libraries of these platforms instead of this one')
        .choices(ENGINE_PLATFORMS)
        .conflicts('all'),
    )
    .option(
      '--cache <folder>',
      'keep them in this folder instead (NODE_IMSDK_CACHE does the same for every command)',
    )
    .action(fetchSdk);
}

async function fetchSdk(options: FetchSdkOptions): Promise<void> {
  const platforms = options.all ? ENGINE_PLATFORMS : (options.platform ?? [enginePlatform()]);
  const cacheFolder = options.cache === undefined ? engineCacheFolder() : path.resolve(options.cache);
  const view = fetchProgressView();
  const { signal, release } = abortOnInterrupt();
  try {
    const engines = await fetchEngines(platforms, { cacheFolder, onProgress: view.onProgress, signal });
    view.stop();
    for (const file of new Set(engines.map((engine) => engine.path))) console.log(file);
  } finally {
    view.stop();
    release();
  }
}
