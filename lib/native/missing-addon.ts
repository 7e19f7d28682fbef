import { readdirSync } from 'node:fs';
import path from 'node:path';

import { ImSdkError } from '../errors.js';
import { enginePlatform, hostPlatform, type HostPlatform } from './engine-platform.js';

/** What is known when the addon does not load. */
export interface AddonTrouble {
  packageRoot: string;
  /** The file that was chosen, where there was one. */
  file?: string | undefined;
  /** What choosing or loading it threw. */
  cause: unknown;
}

/**
 * The error for an addon that is missing or does not load: names the platform, what was looked for and what to
 * do. Where the engine itself does not exist for the platform (musl, FreeBSD ...) it says that instead: an addon
 * could be compiled there, and would be of no use.
 */
export function missingAddon(
  { packageRoot, file, cause }: AddonTrouble,
  host: HostPlatform = hostPlatform(),
): ImSdkError {
  try {
    enginePlatform(host);
  } catch (error) {
    return error as ImSdkError;
  }
  const platform = `${host.platform}-${host.arch}`;
  const what =
    file === undefined
      ? `has no native addon for ${platform}. Looked for:\n` +
        `  - ${path.join(packageRoot, 'build', 'Release', '*.node')}: what an install compiles; there is none\n` +
        `  - ${path.join(packageRoot, 'prebuilds', platform, '*.node')}: ${prebuildsThere(packageRoot)}\n`
      : `cannot load its native addon for ${platform}, ${file}: ${(cause as Error).message}\n`;
  return new ImSdkError(
    'ERR_IMSDK_ADDON_NOT_FOUND',
    `node-imsdk (Node-API 8) ${what}` +
      'If node_modules was made on another system, or by a packager that left *.node files out, install the ' +
      'package again here. To compile the addon: npm rebuild node-imsdk (needs python3, make and a C++17 ' +
      'compiler; on Windows, the C++ workload of the Visual Studio Build Tools).',
    { cause },
  );
}

function prebuildsThere(packageRoot: string): string {
  try {
    const folders = readdirSync(path.join(packageRoot, 'prebuilds'), { withFileTypes: true });
    const platforms = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    if (platforms.length > 0) return `the package has ${platforms.join(', ')}`;
  } catch {
    // Said below.
  }
  return 'the package has no prebuilt addon at all';
}
