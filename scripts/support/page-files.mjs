import path from 'node:path';
import { buildSync } from 'esbuild';
import { root } from './run.mjs';

/**
 * Writes what Electron's pages load, each as one file: a page without a bundler can import one ES module, and a
 * sandboxed preload script can require nothing but Electron.
 */
export function writePageFiles(dist) {
  const bundle = (source, outfile, options) =>
    buildSync({
      absWorkingDir: root,
      entryPoints: [path.join('lib/electron', source)],
      outfile: path.join(dist, 'electron', outfile),
      allowOverwrite: true,
      bundle: true,
      target: 'es2022',
      logLevel: 'warning',
      ...options,
    });
  bundle('renderer.ts', 'renderer.mjs', { format: 'esm', platform: 'browser' });
  bundle('renderer.ts', 'renderer.js', { format: 'cjs', platform: 'node' });
  bundle('preload-script.ts', 'preload-script.js', {
    format: 'cjs',
    platform: 'node',
    external: ['electron'],
  });
}
