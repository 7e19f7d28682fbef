import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { compileEnvironment } from './node-headers.mjs';
import { run } from './run.mjs';

/** Under `npm run`, npm's JavaScript file, which needs no shell on Windows and no PATH. */
export function npmCommand() {
  const cli = process.env.npm_execpath;
  return cli === undefined ? ['npm'] : [process.execPath, cli];
}

export function npm(what, args, cwd) {
  // A developer's own setting must not decide whether scripts run: the arguments do.
  const env = { ...compileEnvironment(), npm_config_ignore_scripts: 'false' };
  const [command, ...before] = npmCommand();
  run(what, command, [...before, ...args], { cwd, env });
}

/** Packs a package into a new folder, as it is: what its scripts make is there already. Returns the tarball's path. */
export function pack(from, folder) {
  mkdirSync(folder, { recursive: true });
  npm(`Packing ${from}`, ['pack', '--ignore-scripts', '--pack-destination', folder], from);
  const name = readdirSync(folder).find((entry) => entry.endsWith('.tgz'));
  return path.join(folder, name);
}
