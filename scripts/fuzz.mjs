// Fuzzes the native parts for a bounded time: `node scripts/fuzz.mjs [seconds for each fuzzer]`, 15 by default.
// Starts from the inputs in test/fuzz/corpus/; what a fuzzer finds worth keeping goes to build-fuzz/corpus/.
// An input that fails is left in build-fuzz/ and named: put it into test/fuzz/corpus/ once mended.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { configureFuzzers, fuzzBuild } from './support/fuzz-build.mjs';
import { root, run } from './support/run.mjs';

const seconds = Number(process.argv[2] ?? 15);
if (!(Number.isInteger(seconds) && seconds > 0)) {
  console.error('Usage: fuzz [seconds], a whole number from 1');
  process.exit(2);
}
configureFuzzers();
run('Compiling the fuzzers', 'cmake', ['--build', fuzzBuild, '--target', 'fuzzers', '--parallel', '2']);

/** Runs one fuzzer to its end. Resolves to whether it found nothing. */
function fuzz(name) {
  const found = path.join(fuzzBuild, 'corpus', name);
  mkdirSync(found, { recursive: true });
  const options = [
    `-max_total_time=${seconds}`,
    '-max_len=4096',
    '-timeout=10',
    `-artifact_prefix=${fuzzBuild}/${name}-`,
  ];
  const known = path.join(root, 'test/fuzz/corpus', name);
  const child = spawn(path.join(fuzzBuild, 'fuzzers', `fuzz_${name}`), [...options, found, known], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  child.stderr.on('data', (chunk) => (log += chunk));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ name, passed: false, log: String(error) }));
    child.on('close', (code) => resolve({ name, passed: code === 0, log }));
  });
}

const waiting = readdirSync(path.join(root, 'test/fuzz/corpus'));
let passed = 0;
let failed = 0;
const worker = async () => {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const result = await fuzz(name);
    if (result.passed) passed += 1;
    else failed += 1;
    console.log(result.passed ? `${name}: ${/Done .*/.exec(result.log)?.[0] ?? 'done'}` : result.log);
  }
};
await Promise.all([worker(), worker()]);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
