// Builds what is missing or older than its sources: the addon, then lib/ to dist/.
//   node scripts/build.mjs [addon] [typescript]      both, when none is named
import { mkdirSync, renameSync, rmSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { writeCoreBundle } from './support/core-bundle.mjs';
import { writeEsmEntries } from './support/esm-entries.mjs';
import { writePageFiles } from './support/page-files.mjs';
import { isStale } from './support/freshness.mjs';
import { compileEnvironment } from './support/node-headers.mjs';
import { root, run, tool } from './support/run.mjs';

const inRoot = (...names) => names.map((name) => path.join(root, name));

function buildAddon() {
  const [addon] = inRoot('build/Release/node_imsdk.node');
  if (!isStale(addon, inRoot('src-native', 'binding.gyp'))) return;
  run('Compiling the addon', process.execPath, [tool('node-gyp', 'bin/node-gyp.js'), 'configure', 'build'], {
    env: compileEnvironment(),
  });
  // A source that was touched and gives the same object leaves the addon as it was: note that it is current.
  utimesSync(addon, new Date(), new Date());
}

function buildTypeScript() {
  const [dist] = inRoot('dist');
  if (!isStale(dist, inRoot('lib', 'tsconfig.json', 'tsconfig.build.json', 'package.json'))) return;

  // Built aside and moved into place, so that a process which loads dist/ meanwhile finds it whole.
  const started = new Date();
  const [fresh, old] = inRoot(`build-dist-${process.pid}/new`, `build-dist-${process.pid}/old`);
  mkdirSync(fresh, { recursive: true });
  process.on('exit', () => rmSync(path.dirname(fresh), { recursive: true, force: true }));
  run('Compiling TypeScript', process.execPath, [
    tool('typescript', 'bin/tsc'),
    ...['-p', 'tsconfig.build.json', '--outDir', fresh, '--noEmitOnError'],
  ]);
  writeCoreBundle(fresh);
  writeEsmEntries(root, fresh);
  writePageFiles(fresh);
  utimesSync(fresh, started, started);
  try {
    renameSync(dist, old);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  renameSync(fresh, dist);
}

const parts = { addon: buildAddon, typescript: buildTypeScript };
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) {
  console.error(`No part is called ${unknown}: build ${Object.keys(parts).join(' or ')}`);
  process.exit(2);
}
for (const [name, build] of Object.entries(parts)) {
  if (asked.length === 0 || asked.includes(name)) build();
}
