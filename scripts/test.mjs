// The test command: builds what is stale, fetches the engine when a test needs it, runs the tests where
// nothing beyond 127.0.0.1 can be reached, and ends with the line `N passed, N failed`.
//   node scripts/test.mjs [project ...] [-- jest options]      all but `prebuilds`, when none is named
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { withoutNetwork } from './support/network-namespace.mjs';
import { compileEnvironment } from './support/node-headers.mjs';
import { root, run, tool } from './support/run.mjs';

/**
 * Projects that run together. Where the engine or the addon lives in the test's own process, each file gets
 * a fresh one (a worker that holds any memory is replaced): the engine is a process-wide singleton.
 */
const runs = [
  { projects: ['unit', 'types', 'package'], options: [] },
  {
    projects: ['engine', 'process', 'faults', 'electron', 'browser'],
    options: ['--maxWorkers=2', '--workerIdleMemoryLimit=1KB'],
  },
  { projects: ['prebuilds'], options: [] },
];
/** Not part of `npm test`: these read what `npm run prebuild` has made. */
const onlyWhenNamed = new Set(['prebuilds']);
/** A run that hangs is a failure too, and must say so before whoever waits for it gives up. */
const RUN_LIMIT_MS = 15 * 60_000;
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
}

/** Runs jest once and counts. A file that could not run, or a jest that died, counts as one failure. */
function runJest(projects, options) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'node-imsdk-tests-'));
  const report = path.join(folder, 'report.json');
  try {
    const jest = [process.execPath, tool('jest', 'bin/jest.js'), '--selectProjects', ...projects];
    const [command, ...args] = withoutNetwork([
      ...jest,
      ...['--passWithNoTests', '--json', `--outputFile=${report}`, ...options],
    ]);
    // jest prints its progress and its findings to stderr; its stdout says where the report is.
    const { status } = spawnSync(command, args, {
      cwd: root,
      env: compileEnvironment(),
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: RUN_LIMIT_MS,
      killSignal: 'SIGKILL',
    });
    if (!existsSync(report)) {
      console.error(`jest ended with ${status} and no report: ${projects.join(', ')}`);
      return { passed: 0, failed: 1 };
    }
    const counts = JSON.parse(readFileSync(report, 'utf8'));
    const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
    return { passed: counts.numPassedTests, failed: status === 0 ? failed : Math.max(failed, 1) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
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
for (const { projects, options } of runs) {
  const chosen = projects.filter((name) => asked.includes(name));
  if (chosen.length === 0) continue;
  const { passed, failed } = runJest(chosen, [...options, ...jestOptions]);
  total.passed += passed;
  total.failed += failed;
}
if (total.passed + total.failed === 0) console.error('No test ran.');
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
