// Fails when npm knows of a vulnerability in a dependency, at run time or in development. Without an answer from the
// registry (no network, a mirror that keeps no advisories) it says so and passes: there is nothing to tell of then.
import { spawnSync } from 'node:child_process';
import { root } from './support/run.mjs';

const { stdout, stderr } = spawnSync('npm', ['audit', '--json'], { cwd: root, encoding: 'utf8' });
let report;
try {
  report = JSON.parse(stdout);
} catch {
  report = { message: stderr.trim() || 'no output' };
}
const found = report.metadata?.vulnerabilities?.total;
if (found === undefined) {
  console.log(`Nothing was checked, as the registry keeps no advisories here: ${report.message}`);
} else if (found > 0) {
  spawnSync('npm', ['audit'], { cwd: root, stdio: 'inherit' });
  process.exitCode = 1;
} else {
  console.log(`No known vulnerability in ${report.metadata.dependencies.total} packages.`);
}
