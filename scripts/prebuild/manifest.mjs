import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileOf, prebuildsFolder, targets } from './targets.mjs';

// Part of the package: `node-imsdk doctor` compares the addon that it finds with it.
const manifestFile = path.join(prebuildsFolder, 'manifest.json');

/** SHA-256 of a file, in hexadecimal digits. */
export function sha256(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** Lists the prebuilds that are there, by their path in prebuilds/. */
export function writeManifest() {
  const files = targets.map(fileOf).filter((file) => existsSync(path.join(prebuildsFolder, file)));
  const entries = files.map((file) => [file, sha256(path.join(prebuildsFolder, file))]);
  writeFileSync(manifestFile, `${JSON.stringify({ sha256: Object.fromEntries(entries) }, undefined, 2)}\n`);
}

/** What keeps prebuilds/ from being published: a line for each target that is missing or not as listed. */
export function manifestFaults() {
  if (!existsSync(manifestFile)) return ['prebuilds/manifest.json is missing'];
  const listed = JSON.parse(readFileSync(manifestFile, 'utf8')).sha256;
  return targets.map(fileOf).flatMap((file) => {
    const there = path.join(prebuildsFolder, file);
    if (!existsSync(there)) return [`prebuilds/${file} is missing`];
    if (sha256(there) !== listed[file]) return [`prebuilds/${file} is not the file that the manifest lists`];
    return [];
  });
}
