import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { root } from './run.mjs';

/** In a folder of its own, as deep as lib/native: what stands beside __dirname is found from both. */
const CORE = 'core/core.js';

/**
 * Writes the modules that `node-imsdk` loads as one file: loading some seventy takes Node.js several milliseconds
 * longer. Each of them becomes a re-export of what that file has, so that the other entries get the same objects: the
 * engine has one owner in a process, and an error one class. Types alone stay as they are: pages load them, by way of
 * `node-imsdk/interfaces`, and hold no state.
 */
export function writeCoreBundle(dist) {
  const { atOnce, later } = modulesOf('index');
  const outfile = path.join(dist, CORE);
  build({
    stdin: {
      resolveDir: path.join(root, 'lib'),
      contents: [
        ...atOnce.map((name) => `export * as './${name}' from './${name}.js';`),
        `export const later = { ${later.map((name) => `'${name}': () => require('./${name}.js')`).join()} };`,
      ].join('\n'),
    },
    outfile,
  });
  const core = createRequire(import.meta.url)(outfile);
  for (const name of atOnce) writeReExport(dist, name, `["./${name}"]`, core[`./${name}`]);
  for (const name of later) writeReExport(dist, name, `.later["${name}"]()`, core.later[name]());
}

/** @param found - The expression that finds the module in the core, and `module` what it finds. */
function writeReExport(dist, name, found, module) {
  const core = path.posix.relative(path.posix.dirname(name), CORE);
  writeFileSync(
    path.join(dist, `${name}.js`),
    `"use strict";
const core = require("${core.startsWith('.') ? core : `./${core}`}");
module.exports = Object.defineProperty(core${found}, "__esModule", { value: true });
// For Node.js, which searches the text for the names that an ES module can import:
0 && (module.exports = { ${Object.keys(module).join(', ')} });
`,
  );
}

/** The modules that an entry loads, types excepted: at once, or later, when something is first used. */
function modulesOf(entry) {
  const start = `lib/${entry}.ts`;
  const { inputs } = build({ entryPoints: [start], write: false, outdir: 'unused', metafile: true }).metafile;
  const atOnce = new Set([start]);
  for (const file of atOnce) {
    for (const { path: imported, kind, external } of inputs[file].imports) {
      if (!external && kind === 'import-statement') atOnce.add(imported);
    }
  }
  const later = Object.keys(inputs).filter((file) => !atOnce.has(file));
  const names = (files) =>
    files.map((file) => file.replace(/^lib\/(.*)\.ts$/, '$1')).filter((name) => !name.startsWith('types/'));
  return { atOnce: names([...atOnce]), later: names(later) };
}

function build(options) {
  return buildSync({
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'es2023',
    packages: 'external',
    logLevel: 'warning',
    ...options,
  });
}
