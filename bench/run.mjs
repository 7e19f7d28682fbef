// npm run bench [-- options; --help lists them]
//
// Measures this package beside what a user would otherwise pick, on the real engine: bench/README.md.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { withoutNetwork } from '../scripts/support/network-namespace.mjs';
import { root } from '../scripts/support/run.mjs';
import { readOptions } from './options.mjs';
import { prepare } from './prepare.mjs';

const args = process.argv.slice(2);
// Before anything is built: a mistyped option ends it here.
readOptions(args);
if (process.platform !== 'linux') {
  console.error('The bench runs on Linux only: it compares processor times of single threads.');
  process.exit(1);
}

const built = JSON.stringify(prepare());
const [command, ...rest] = withoutNetwork([
  ...[process.execPath, path.join(root, 'bench/measure.mjs'), built, ...args],
]);
const { status, signal } = spawnSync(command, rest, { cwd: root, stdio: 'inherit' });
process.exitCode = signal === null ? status : 1;
