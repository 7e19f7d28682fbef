import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { withoutNetwork } from './network-namespace.mjs';
import { compileEnvironment } from './node-headers.mjs';
import { root, tool } from './run.mjs';

/** A run that hangs is a failure too, and must say so before whoever waits for it gives up. */
const RUN_LIMIT_MS = 15 * 60_000;

/**
 * For projects in which the engine or the addon lives in the test's own process: each file gets a fresh one (a
 * worker that holds any memory is replaced), since the engine is a process-wide singleton.
 */
export const aProcessPerFile = ['--maxWorkers=2', '--workerIdleMemoryLimit=1KB'];

/**
 * Runs jest once, where nothing beyond 127.0.0.1 can be reached, and counts. A file that could not run, or a
 * jest that died, counts as one failure.
 *
 * @param where.node - The Node.js to run it in.
 * @param where.isQuiet - Holds back what jest prints, until it fails.
 */
export function runJest(
  projects,
  options,
  { node = process.execPath, env = compileEnvironment(), isQuiet = false } = {},
) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'node-imsdk-tests-'));
  const report = path.join(folder, 'report.json');
  try {
    const jest = [node, tool('jest', 'bin/jest.js'), '--selectProjects', ...projects];
    const [command, ...args] = withoutNetwork([
      ...jest,
      ...['--passWithNoTests', '--json', `--outputFile=${report}`, ...options],
    ]);
    // jest prints its progress and its findings to stderr; its stdout says where the report is.
    const { status, stderr } = spawnSync(command, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', isQuiet ? 'pipe' : 'inherit'],
      maxBuffer: 256 * 1024 * 1024,
      timeout: RUN_LIMIT_MS,
      killSignal: 'SIGKILL',
    });
    if (isQuiet && status !== 0) process.stderr.write(stderr);
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
