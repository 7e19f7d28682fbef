import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { addonOrigin } from '../../lib/cli/doctor/addon-origin.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'addon-origin-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, content: string): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

function publish(name: string, content: string): void {
  const sha256 = { [name]: createHash('sha256').update(content).digest('hex') };
  write('prebuilds/manifest.json', JSON.stringify({ sha256 }));
}

test('a prebuild that the manifest lists is as published', () => {
  publish('linux-x64/node-imsdk.glibc.node', 'an addon');
  const file = write('prebuilds/linux-x64/node-imsdk.glibc.node', 'an addon');
  expect(addonOrigin(file)).toBe('prebuilt, as published');
});

test.each([
  ['has other bytes', 'linux-x64/node-imsdk.glibc.node', 'another addon'],
  ['is listed for another platform only', 'linux-arm64/node-imsdk.glibc.node', 'an addon'],
])('a prebuild is not as published when it %s', (_, listed, published) => {
  publish(listed, published);
  const file = write('prebuilds/linux-x64/node-imsdk.glibc.node', 'an addon');
  expect(addonOrigin(file)).toBe('prebuilt, but not as published');
});

test.each([
  ['is missing', undefined],
  ['is no JSON', 'sha256'],
  ['lists nothing', '{}'],
])('no prebuild is as published when the manifest %s', (_, manifest) => {
  if (manifest !== undefined) write('prebuilds/manifest.json', manifest);
  const file = write('prebuilds/linux-x64/node-imsdk.glibc.node', 'an addon');
  expect(addonOrigin(file)).toBe('prebuilt, but not as published');
});

test('an addon outside prebuilds/ was compiled here, whatever the manifest lists', () => {
  publish('Release/node_imsdk.node', 'another addon');
  expect(addonOrigin(write('build/Release/node_imsdk.node', 'an addon'))).toBe('compiled on this machine');
});
