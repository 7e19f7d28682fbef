// Runs what `npm run prebuild` has made, with the real engine, on every host that this machine can stand in for
// (scripts/hosts/hosts.mjs), without a network. Ends with the line `N passed, N failed`.
//   npm run test:prebuilds [-- target ...]      all that there is a host for, when none is named
import { mkdirSync, mkdtempSync, cpSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as tar from 'tar';
import { hosts } from './hosts/hosts.mjs';
import { saveAndReadBack } from './hosts/scenario.mjs';
import { stopWine } from './hosts/wine.mjs';
import { fileOf } from './prebuild/targets.mjs';
import { compileEnvironment } from './support/node-headers.mjs';
import { pack } from './support/npm.mjs';
import { root, run } from './support/run.mjs';
import { aProcessPerFile, runJest } from './support/run-jest.mjs';

/**
 * Of the engine suite, what CI runs on every host: each function, each element, each error. Left out is what
 * takes long because it waits or because it saves thousands of messages, none of which is a matter of the host.
 */
const longTests = 'test/engine/(local-only|many-saves|while-committing|durability-(generated|back-pressure))';
const isLong = process.env.NODE_IMSDK_LONG === '1';

const widths = [12, 22, 44, 8];
const total = { passed: 0, failed: 0 };
const asked = askedTargets();
const scratch = mkdtempSync(path.join(os.tmpdir(), 'node-imsdk-prebuilds-'));
// The closing line comes however this ends: a step that fails before the tests is a failure too.
process.on('exit', (code) => {
  if (asked.includes('win32-x64')) stopWine();
  rmSync(scratch, { recursive: true, force: true, maxRetries: 10 });
  if (code !== 0 && total.failed === 0) total.failed = 1;
  console.log(`${total.passed} passed, ${total.failed} failed`);
});

run('Building', process.execPath, ['scripts/build.mjs'], { env: compileEnvironment() });
run('Compiling the prebuilds', process.execPath, ['scripts/prebuild.mjs', ...asked]);
run('Fetching the engines', process.execPath, ['dist/cli/index.js', 'fetch-sdk', '--platform', ...asked]);
// For the call table's test, of the engine suite.
run("Fetching the engine's headers", process.execPath, ['scripts/fetch-headers.mjs']);
const { cachedEnginePath } = await import('../dist/native/engine-cache.js');
const packageFolder = unpackPackage();

row('prebuild', 'host', 'what', 'seconds', 'result');
for (const host of hosts.filter(({ target }) => asked.includes(target))) {
  const prepared = host.prepare();
  await check(host, 'save, kill, read back; second process refused', () => scenario(host, prepared));
  if (host.runsSuite) await check(host, 'engine suite', () => engineSuite(prepared));
}
process.exitCode = total.failed > 0 ? 1 : 0;

function askedTargets() {
  const all = [...new Set(hosts.map(({ target }) => target))];
  const named = process.argv.slice(2);
  const unknown = named.find((name) => !all.includes(name));
  if (unknown === undefined) return named.length > 0 ? named : all;
  console.error(`There is no host for ${unknown}: choose from ${all.join(', ')}`);
  process.exit(2);
}

/** Packs the package and unpacks it as an install would, with what the library needs. Returns its folder. */
function unpackPackage() {
  const tarball = pack(root, path.join(scratch, 'packed'));
  const modules = path.join(scratch, 'node_modules');
  const folder = path.join(modules, 'node-imsdk');
  mkdirSync(folder, { recursive: true });
  tar.extract({ file: tarball, cwd: folder, strip: 1, sync: true });
  cpSync(path.join(root, 'node_modules/node-gyp-build'), path.join(modules, 'node-gyp-build'), {
    recursive: true,
  });
  return folder;
}

async function check(host, what, test) {
  const started = performance.now();
  if (process.stderr.isTTY) console.error(`> ${host.target}, ${host.name}: ${what}`);
  let counts = { passed: 1, failed: 0 };
  try {
    counts = (await test()) ?? counts;
  } catch (error) {
    console.error(`${host.target}, ${host.name}: ${what}: ${error.message}`);
    counts = { passed: 0, failed: 1 };
  }
  total.passed += counts.passed;
  total.failed += counts.failed;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const result = counts.failed > 0 ? `${counts.failed} FAILED` : `${counts.passed} passed`;
  row(host.target, host.name, what, seconds, result);
}

function row(...cells) {
  console.log(cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  '));
}

async function scenario({ target }, prepared) {
  const folder = path.join(scratch, `run-${readdirSync(scratch).length}`);
  const library = cachedEnginePath(target);
  const facts = await saveAndReadBack(prepared, { dependent: scratch, library, folder });
  if (facts.host !== target || facts.addon !== `prebuilds/${fileOf(target)}`)
    throw new Error(`${facts.addon} was loaded on ${facts.host}`);
}

function engineSuite({ command: [node], env }) {
  const options = isLong ? [] : ['--testPathIgnorePatterns', longTests];
  return runJest(['engine'], ['--silent', ...aProcessPerFile, ...options], {
    node,
    // The sources are tested, with the packed addon.
    env: { ...env, NODE_IMSDK_PREBUILD: packageFolder },
    isQuiet: !process.stderr.isTTY,
  });
}
