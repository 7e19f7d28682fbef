import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Longer than any measurement takes on a busy machine, in milliseconds. */
const LIMIT = 10 * 60_000;

/**
 * Measures in a process of its own, with a fresh store.
 *
 * @param what - is measured, for the error.
 * @param makeCommand - returns the command and its arguments, told the folders `store` and `scratch` and the file
 *   `result`, where the process writes what it measured as JSON; file descriptor 3 is open on it too.
 * @returns what was measured.
 * @throws Error when the process ends without a measurement, with what it said.
 */
export function measureInProcess(what, makeCommand) {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'node-imsdk-bench-'));
  const result = path.join(scratch, 'result.json');
  const store = path.join(scratch, 'store');
  mkdirSync(store);
  const resultFile = openSync(result, 'w');
  try {
    const [command, ...args] = makeCommand({ store, scratch, result });
    const { status, signal, stderr } = spawnSync(command, args, {
      // The engine writes to stdout, and falls back to the current folder.
      stdio: ['ignore', 'ignore', 'pipe', resultFile],
      cwd: store,
      encoding: 'utf8',
      timeout: LIMIT,
    });
    const text = readFileSync(result, 'utf8');
    // A measurement that is there was made, however the process ended: some peers crash at their end.
    if (text !== '') return JSON.parse(text);
    throw new Error(`${what}: ended with ${signal ?? status}\n${stderr}`);
  } finally {
    closeSync(resultFile);
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * The command of a script of this folder that is told its job by a JSON file, for {@link measureInProcess}: `job`, the
 * folder of the `store` and the file for the `result`.
 */
export function scriptCommand(script, job, { store, scratch, result }, nodeOptions = []) {
  const file = path.join(scratch, 'job.json');
  writeFileSync(file, JSON.stringify({ ...job, folder: store, result }));
  return [process.execPath, ...nodeOptions, path.join(import.meta.dirname, script), file];
}
