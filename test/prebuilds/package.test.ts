import { readFileSync } from 'node:fs';
import { packPackage } from '../package/packed-package.js';
import { prebuild } from './node-host.js';

describe('the package with its prebuilds', () => {
  const { names, size } = packPackage();

  it('holds each one that the manifest lists, and no other', () => {
    const { sha256 } = JSON.parse(readFileSync(prebuild('manifest.json'), 'utf8')) as { sha256: object };
    const packed = names.filter((name) => name.endsWith('.node')).sort();
    expect(packed).toEqual(
      Object.keys(sha256)
        .map((name) => `prebuilds/${name}`)
        .sort(),
    );
  });

  it('is a download of at most 1.5 MB', () => {
    expect(size).toBeLessThanOrEqual(1_500_000);
  });
});
