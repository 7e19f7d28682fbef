import { existsSync } from 'node:fs';
import path from 'node:path';
import { isStale } from '../support/freshness.mjs';
import { root, run, runBeside } from '../support/run.mjs';

const toolchains = path.join(root, 'cmake/toolchains');

/** Installs zig, at the version and with the checksum of the lock file, unless it is there. */
export function installCompiler() {
  const installed = path.join(toolchains, 'node_modules/.package-lock.json');
  if (!isStale(installed, [path.join(toolchains, 'package-lock.json')])) return;
  run('Installing the compiler', 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: toolchains,
  });
}

/** Compiles the addon for a target in `folder`. Returns the path of the result. */
export async function compile(target, folder) {
  // zig keeps the libc++ that it has compiled for a target: 20 to 60 seconds' work.
  const cache = path.join(root, 'build-prebuild/zig-cache');
  const env = { ...process.env, ZIG_GLOBAL_CACHE_DIR: cache, ZIG_LOCAL_CACHE_DIR: cache };
  if (!existsSync(path.join(folder, 'Makefile'))) {
    await runBeside(
      `Configuring ${target}`,
      'cmake',
      [
        ...['-S', root, '-B', folder, '-G', 'Unix Makefiles', '-DCMAKE_BUILD_TYPE=Release'],
        `-DCMAKE_TOOLCHAIN_FILE=${path.join(toolchains, target)}.cmake`,
      ],
      { env },
    );
  }
  await runBeside(`Compiling ${target}`, 'cmake', ['--build', folder, '--target', 'node_imsdk'], { env });
  return path.join(folder, 'build/Release/node_imsdk.node');
}
