import { spawnSync } from 'node:child_process';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** The JavaScript file behind a development tool's command, so that no shell and no PATH is involved. */
export function tool(packageName, file) {
  return path.join(root, 'node_modules', packageName, file);
}

/**
 * Runs a command that people wait for. On a terminal its output is shown as it comes; otherwise it is held
 * back, and shown only when the command fails.
 */
export function run(what, command, args, { env = process.env, cwd = root } = {}) {
  const watched = process.stderr.isTTY;
  if (watched) console.error(`> ${what}`);
  const result = spawnSync(command, args, {
    cwd,
    env,
    stdio: ['ignore', watched ? 'inherit' : 'pipe', watched ? 'inherit' : 'pipe'],
    maxBuffer: 256 * 1024 * 1024,
  });
  if (result.error === undefined && result.status === 0) return;
  if (!watched)
    process.stderr.write(Buffer.concat([result.stdout ?? [], result.stderr ?? []].map(Buffer.from)));
  const reason =
    result.error?.message ?? (result.signal ? `killed by ${result.signal}` : `exit ${result.status}`);
  console.error(`${what} failed (${reason}): ${[command, ...args].join(' ')}`);
  process.exit(1);
}
