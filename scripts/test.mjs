// The test command: builds what is stale, fetches the engine when a test needs it, runs the tests where
// nothing beyond 127.0.0.1 can be reached, and ends with the line `N passed, N failed`.
//   node scripts/test.mjs [project ...] [-- jest options]      all but `prebuilds`, when none is named
import { existsSync } from 'node:fs';
import path from 'node:path';
import { compileEnvironment } from './support/node-headers.mjs';
import { root, run, tool } from './support/run.mjs';
import { aProcessPerFile, runJest } from './support/run-jest.mjs';

/** Projects that run together. */
const runs = [
  { projects: ['unit', 'types', 'package'], options: [] },
  { projects: ['engine', 'process', 'faults', 'electron', 'browser'], options: aProcessPerFile },
  { projects: ['prebuilds'], options: [] },
];
/** Not part of `npm test`: these read what `npm run prebuild` has made. */
const onlyWhenNamed = new Set(['prebuilds']);
const usesEngine = new Set(['engine', 'process', 'electron', 'browser']);

function parseArguments(args) {
  const end = args.indexOf('--');
  const named = end < 0 ? args : args.slice(0, end);
  const all = runs.flatMap(({ projects }) => projects);
  const unknown = named.find((name) => !all.includes(name));
  if (unknown !== undefined) {
    console.error(`There is no test project ${unknown}: choose from ${all.join(', ')}`);
    process.exit(2);
  }
  const asked = named.length > 0 ? named : all.filter((name) => !onlyWhenNamed.has(name));
  return { asked, jestOptions: end < 0 ? [] : args.slice(end + 1) };
}

function prepare(asked) {
  run('Building', process.execPath, ['scripts/build.mjs'], { env: compileEnvironment() });
  if (asked.includes('faults') && existsSync(path.join(root, 'test/faults/CMakeLists.txt'))) {
    run('Building the scripted engine', process.execPath, [
      tool('cmake-js', 'bin/cmake-js'),
      'build',
      '-O',
      'build-cmake',
    ]);
  }
  if (asked.some((name) => usesEngine.has(name)) && process.env.NODE_IMSDK_LIBRARY === undefined) {
    run('Fetching the engine', process.execPath, ['dist/cli/index.js', 'fetch-sdk']);
  }
  if (asked.includes('engine')) {
    run("Fetching the engine's headers", process.execPath, ['scripts/fetch-headers.mjs']);
  }
}

const { asked, jestOptions } = parseArguments(process.argv.slice(2));
const total = { passed: 0, failed: 0 };
// The closing line comes however this ends: a build that fails is a failure too.
process.on('exit', (code) => {
  if (code !== 0 && total.failed === 0) total.failed = 1;
  console.log(`${total.passed} passed, ${total.failed} failed`);
});

prepare(asked);
if (asked.includes('electron') && process.env.ELECTRON_PATH === undefined) {
  console.log('Not run: test/electron/in-electron.test.ts, as ELECTRON_PATH does not say where Electron is.');
}
for (const { projects, options } of runs) {
  const chosen = projects.filter((name) => asked.includes(name));
  if (chosen.length === 0) continue;
  const { passed, failed } = runJest(chosen, [...options, ...jestOptions]);
  total.passed += passed;
  total.failed += failed;
}
if (total.passed + total.failed === 0) console.error('No test ran.');
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
