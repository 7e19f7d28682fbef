// Runs a command with the addon built under sanitizers: `npm run with-sanitizer -- address,undefined node script.js`.
// Fails when the command does, and when the sanitizer reports anything that concerns our code.
// Node.js itself is not instrumented, so the sanitizers' run-time libraries are preloaded.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root, run, tool } from './support/run.mjs';
import { readReports } from './support/sanitizer-reports.mjs';

// Reports go to files, to be read here: the exit code would tell of Node.js's own as well. What cannot go on
// (anything but a leak or a race) ends the process at once.
const sanitizers = {
  address: {
    library: 'libasan.so',
    variable: 'ASAN_OPTIONS',
    options: 'detect_leaks=1:abort_on_error=1:exitcode=0',
  },
  undefined: {
    library: 'libubsan.so',
    variable: 'UBSAN_OPTIONS',
    options: 'print_stacktrace=1:abort_on_error=1',
  },
  thread: {
    library: 'libtsan.so',
    variable: 'TSAN_OPTIONS',
    options: 'exitcode=0:history_size=4',
  },
};

const [given, command, ...args] = process.argv.slice(2);
const names = given?.split(',') ?? [];
if (names.length === 0 || !names.every((name) => Object.hasOwn(sanitizers, name)) || command === undefined) {
  const known = Object.keys(sanitizers).join('|');
  console.error(`Usage: with-sanitizer <${known}>[,...] <command> [argument ...]`);
  process.exit(2);
}
const folder = `build-${names.join('-')}`;
run(`Compiling with the sanitizers ${given}`, process.execPath, [
  tool('cmake-js', 'bin/cmake-js'),
  ...['build', '-l', 'warn', '-O', folder, `--CDNODE_IMSDK_SANITIZE=${given}`],
]);

function runtimeOf(name) {
  const query = [`-print-file-name=${sanitizers[name].library}`];
  return execFileSync(process.env.CXX ?? 'c++', query, { encoding: 'utf8' }).trim();
}

function optionsOf(name, logs) {
  const { variable, options } = sanitizers[name];
  return [variable, `${options}:log_path=${path.join(logs, name)}:${process.env[variable] ?? ''}`];
}

/** Of one of the files that `log_path` begins the names of. */
function reportsIn(logs, file) {
  return readReports(path.parse(file).name, readFileSync(path.join(logs, file), 'utf8'));
}

const logs = mkdtempSync(path.join(os.tmpdir(), 'node-imsdk-sanitizer-'));
let failed;
try {
  const { status, signal } = spawnSync(command, args, {
    stdio: 'inherit',
    env: {
      ...process.env,
      LD_PRELOAD: names.map(runtimeOf).join(':'),
      NODE_IMSDK_PREBUILD: path.join(root, folder),
      ...Object.fromEntries(names.map((name) => optionsOf(name, logs))),
    },
  });
  if (signal !== null) console.error(`${command} was killed by ${signal}`);
  const reports = readdirSync(logs).flatMap((file) => reportsIn(logs, file));
  const ours = reports.filter(({ isOurs }) => isOurs);
  for (const { text } of ours) console.error(text);
  console.log(
    `Sanitizers ${given}: ${ours.length} reports of our code, ${reports.length - ours.length} of Node.js's own left out`,
  );
  failed = status !== 0 || ours.length > 0;
} finally {
  rmSync(logs, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
