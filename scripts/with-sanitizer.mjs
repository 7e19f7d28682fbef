// Runs a command with the addon built under a sanitizer: `npm run with-sanitizer -- address node script.js`.
// Node.js itself is not instrumented, so the sanitizer's run-time library is preloaded.
import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { root, run, tool } from './support/run.mjs';

const sanitizers = {
  address: { folder: 'build-asan', library: 'libasan.so', env: { ASAN_OPTIONS: 'detect_leaks=0' } },
  undefined: { folder: 'build-ubsan', library: 'libubsan.so', env: { UBSAN_OPTIONS: 'print_stacktrace=1' } },
  thread: { folder: 'build-tsan', library: 'libtsan.so', env: {} },
};

const [name, command, ...args] = process.argv.slice(2);
if (!Object.hasOwn(sanitizers, name ?? '') || command === undefined) {
  console.error(`Usage: with-sanitizer <${Object.keys(sanitizers).join('|')}> <command> [argument ...]`);
  process.exit(2);
}
const { folder, library, env } = sanitizers[name];
run(`Compiling with the ${name} sanitizer`, process.execPath, [
  tool('cmake-js', 'bin/cmake-js'),
  ...['build', '-O', folder, `--CDNODE_IMSDK_SANITIZE=${name}`],
]);
const compiler = process.env.CXX ?? 'c++';
const preload = execFileSync(compiler, [`-print-file-name=${library}`], { encoding: 'utf8' }).trim();
const { status, signal } = spawnSync(command, args, {
  stdio: 'inherit',
  env: { ...env, ...process.env, LD_PRELOAD: preload, NODE_IMSDK_PREBUILD: path.join(root, folder) },
});
if (signal !== null) console.error(`${command} was killed by ${signal}`);
process.exit(status ?? 1);
