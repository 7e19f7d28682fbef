import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { compileEnvironment } from './node-headers.mjs';
import { run } from './run.mjs';

/** Runs npm. Under `npm run` it is npm's JavaScript file, which needs no shell on Windows. */
export function npm(what, args, cwd) {
  // A developer's own setting must not decide whether scripts run: the arguments do.
  const env = { ...compileEnvironment(), npm_config_ignore_scripts: 'false' };
  const cli = process.env.npm_execpath;
  if (cli === undefined) run(what, 'npm', args, { cwd, env });
  else run(what, process.execPath, [cli, ...args], { cwd, env });
}

/** Packs a package into a new folder. Returns the tarball's path. */
export function pack(from, folder, options = []) {
  mkdirSync(folder, { recursive: true });
  npm(`Packing ${path.basename(folder)}`, ['pack', ...options, '--pack-destination', folder], from);
  const name = readdirSync(folder).find((entry) => entry.endsWith('.tgz'));
  return path.join(folder, name);
}
