import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isStale } from '../scripts/support/freshness.mjs';
import { compileEnvironment } from '../scripts/support/node-headers.mjs';
import { root, run, tool } from '../scripts/support/run.mjs';

const here = import.meta.dirname;
const built = path.join(root, 'build/bench-native');

/** Builds and fetches what the bench runs. The one part that needs a network. */
export function prepare() {
  run('Building', process.execPath, ['scripts/build.mjs'], { env: compileEnvironment() });
  installPeers();
  const addon = ['-shared', '-fPIC', '-I', tool('node-api-headers', 'include')];
  return {
    engines: {
      real: process.env.NODE_IMSDK_LIBRARY ?? fetchEngine(),
      // Where the vendor's package looks for an engine, below an application's resources.
      stub: compile('stub_engine.c', 'stub/lib/linux/lib/libImSDK.so', ['-shared', '-fPIC', '-pthread']),
    },
    floor: cProgram('floor'),
    start: cProgram('start'),
    growth: cProgram('growth'),
    threadCpu: compile('thread_cpu.c', 'thread_cpu.node', addon),
    leastBinding: compile('least_binding.cc', 'least_binding.node', [...addon, '-pthread', '-std=c++17']),
    naive: compile('naive.cc', 'naive.node', [...addon, '-I', tool('node-addon-api', '.'), '-std=c++17']),
  };
}

function installPeers() {
  const installed = path.join(here, 'node_modules/.package-lock.json');
  const { optionalDependencies } = JSON.parse(readFileSync(path.join(here, 'package.json'), 'utf8'));
  const isThere = (name) => existsSync(path.join(here, 'node_modules', name));
  const areAllThere = Object.keys(optionalDependencies).every(isThere);
  if (areAllThere && !isStale(installed, [path.join(here, 'package-lock.json')])) return;
  console.error(
    existsSync(installed)
      ? 'Installing the peers again: one is missing, or bench/package-lock.json is newer than what is there.'
      : 'Installing the peers that this package is measured against, into bench/node_modules.',
  );
  // None of them needs its install scripts. One that cannot be had is left out (they are optional
  // dependencies), and the report says so. Not `npm ci`: the registry lacks ffi-rs 1.0.60 for some other
  // platforms, and it takes the lock file for incomplete.
  const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status } = spawnSync('npm', ['install', ...options], {
    cwd: here,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) console.error('npm install failed in bench/: what is missing is reported as absent.');
}

function fetchEngine() {
  const cli = path.join(root, 'dist/cli/index.js');
  const { status, stdout } = spawnSync(process.execPath, [cli, 'fetch-sdk'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (status !== 0) process.exit(status ?? 1);
  return stdout.trim();
}

/** One of those that call the engine directly. */
function cProgram(name) {
  return compile([`${name}.c`, 'engine_client.c', 'engine_client.h'], name, ['-lpthread', '-ldl']);
}

/** Compiles one source, or several; headers among them only tell when it is stale. */
function compile(sources, output, options) {
  const files = [sources].flat().map((source) => path.join(here, 'native', source));
  const to = path.join(built, output);
  if (isStale(to, files)) {
    mkdirSync(path.dirname(to), { recursive: true });
    const compiler = files[0].endsWith('.cc') ? (process.env.CXX ?? 'c++') : (process.env.CC ?? 'cc');
    const compiled = files.filter((file) => !file.endsWith('.h'));
    const args = ['-O2', '-Wall', '-Wextra', '-o', to, ...compiled, ...options];
    run(`Compiling ${path.basename(output)}`, compiler, args);
  }
  return to;
}
