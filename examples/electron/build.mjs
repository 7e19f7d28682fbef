// Bundles the three parts of the app into build/: what the main process loads, the sandboxed preload script, the page.
import { copyFile } from 'node:fs/promises';
import { build } from 'esbuild';

const shared = { bundle: true, target: 'es2023', sourcemap: true, logLevel: 'warning' };

await Promise.all([
  build({
    ...shared,
    entryPoints: ['src/main.ts'],
    outdir: 'build',
    platform: 'node',
    format: 'cjs',
    // node-imsdk looks for its native addon beside its own files, so it stays in node_modules.
    external: ['electron', 'node-imsdk'],
  }),
  build({
    ...shared,
    entryPoints: ['src/preload.ts'],
    outdir: 'build',
    platform: 'node',
    format: 'cjs',
    // All that a sandboxed preload script may require.
    external: ['electron'],
  }),
  build({
    ...shared,
    entryPoints: ['src/page/app.ts', 'src/page/style.css'],
    outdir: 'build/page',
    platform: 'browser',
    // A classic script: Chromium loads no ES modules from file: URLs.
    format: 'iife',
  }),
]);
await copyFile('src/page/index.html', 'build/page/index.html');
