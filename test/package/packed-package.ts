import { execFileSync } from 'node:child_process';
import { root } from './native-build-plans.js';

/** What `npm pack` would make. */
export interface PackedPackage {
  /** Of the tarball, in bytes. */
  size: number;
  /** Paths in the package, with forward slashes. */
  names: string[];
}

/** Packs without writing. dist/ was just built by the test command: packing must not build it again. */
export function packPackage(): PackedPackage {
  const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [{ size, files }] = JSON.parse(output) as [{ size: number; files: { path: string }[] }];
  return { size, names: files.map((file) => file.path) };
}
