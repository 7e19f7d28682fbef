// Runs a command with the addon built under a sanitizer: `npm run with-sanitizer -- address node script.js`.
// Fails when the command does, and when the sanitizer reports anything that concerns our code.
// Node.js itself is not instrumented, so the sanitizer's run-time library is preloaded.
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
    folder: 'build-asan',
    library: 'libasan.so',
    variable: 'ASAN_OPTIONS',
    options: 'detect_leaks=1:abort_on_error=1:exitcode=0',
  },
  undefined: {
    folder: 'build-ubsan',
    library: 'libubsan.so',
    variable: 'UBSAN_OPTIONS',
    options: 'print_stacktrace=1:abort_on_error=1',
  },
  thread: {
    folder: 'build-tsan',
    library: 'libtsan.so',
    variable: 'TSAN_OPTIONS',
    options: 'exitcode=0:history_size=4',
  },
};

const [name, command, ...args] = process.argv.slice(2);
if (!Object.hasOwn(sanitizers, name ?? '') || command === undefined) {
  console.error(`Usage: with-sanitizer <${Object.keys(sanitizers).join('|')}> <command> [argument ...]`);
  process.exit(2);
}
const { folder, library, variable, options } = sanitizers[name];
run(`Compiling with the ${name} sanitizer`, process.execPath, [
  tool('cmake-js', 'bin/cmake-js'),
  ...['build', '-l', 'warn', '-O', folder, `--CDNODE_IMSDK_SANITIZE=${name}`],
]);
const compiler = process.env.CXX ?? 'c++';
const preload = execFileSync(compiler, [`-print-file-name=${library}`], { encoding: 'utf8' }).trim();

const logs = mkdtempSync(path.join(os.tmpdir(), 'node-imsdk-sanitizer-'));
let failed;
try {
  const { status, signal } = spawnSync(command, args, {
    stdio: 'inherit',
    env: {
      ...process.env,
      LD_PRELOAD: preload,
      NODE_IMSDK_PREBUILD: path.join(root, folder),
      [variable]: `${options}:log_path=${path.join(logs, 'report')}:${process.env[variable] ?? ''}`,
    },
  });
  if (signal !== null) console.error(`${command} was killed by ${signal}`);
  const reports = readdirSync(logs).flatMap((file) =>
    readReports(name, readFileSync(path.join(logs, file), 'utf8')),
  );
  const ours = reports.filter(({ isOurs }) => isOurs);
  for (const { text } of ours) console.error(text);
  console.log(
    `${name} sanitizer: ${ours.length} reports of our code, ${reports.length - ours.length} of Node.js's own left out`,
  );
  failed = status !== 0 || ours.length > 0;
} finally {
  rmSync(logs, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
