// npm run bench:electron [-- rounds]
//
// What a call from a page costs beside the same call in the main process: bench/README.md, "From a page".
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { compileEnvironment } from '../../scripts/support/node-headers.mjs';
import { withoutNetwork } from '../../scripts/support/network-namespace.mjs';
import { root, run } from '../../scripts/support/run.mjs';

run('Building', process.execPath, ['scripts/build.mjs'], { env: compileEnvironment() });
if (process.env.NODE_IMSDK_LIBRARY === undefined) {
  run('Fetching the engine', process.execPath, ['dist/cli/index.js', 'fetch-sdk']);
}
const [command, ...args] = withoutNetwork([
  ...[process.execPath, path.join(root, 'bench/electron/main-process.mjs'), ...process.argv.slice(2)],
]);
const { status, signal } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
process.exitCode = signal === null ? status : 1;
