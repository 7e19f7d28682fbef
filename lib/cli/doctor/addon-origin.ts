import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Where an addon file comes from, in words for a person and for a bug report. */
export type AddonOrigin =
  'compiled on this machine' | 'prebuilt, as published' | 'prebuilt, but not as published';

/**
 * Compares an addon file with prebuilds/manifest.json, which lists the SHA-256 of each that the package was
 * published with.
 *
 * @throws the file system's error where the addon cannot be read.
 */
export function addonOrigin(file: string): AddonOrigin {
  const platformFolder = path.dirname(file);
  const prebuilds = path.dirname(platformFolder);
  if (path.basename(prebuilds) !== 'prebuilds') return 'compiled on this machine';
  const published = publishedHashes(prebuilds)[`${path.basename(platformFolder)}/${path.basename(file)}`];
  const found = createHash('sha256').update(readFileSync(file)).digest('hex');
  return found === published ? 'prebuilt, as published' : 'prebuilt, but not as published';
}

/** By the path in prebuilds/. Empty where there is no manifest that can be read: then nothing is as published. */
function publishedHashes(prebuilds: string): Record<string, string | undefined> {
  try {
    const manifest = JSON.parse(readFileSync(path.join(prebuilds, 'manifest.json'), 'utf8')) as {
      sha256?: Record<string, string>;
    };
    return manifest.sha256 ?? {};
  } catch {
    return {};
  }
}
