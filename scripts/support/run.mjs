import { spawn, spawnSync } from 'node:child_process';
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
  endFor(what, [command, ...args], result);
}

/** As {@link run}, beside others: its output is held back on a terminal too. */
export async function runBeside(what, command, args, { env = process.env, cwd = root } = {}) {
  if (process.stderr.isTTY) console.error(`> ${what}`);
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
  const result = await new Promise((resolve) => {
    child.once('error', (error) => resolve({ error }));
    child.once('close', (status, signal) => resolve({ status, signal }));
  });
  if (result.status === 0) return;
  process.stderr.write(Buffer.concat(output));
  endFor(what, [command, ...args], result);
}

/** Ends this process, as a command failed that it needs. */
function endFor(what, command, { error, signal, status }) {
  const reason = error?.message ?? (signal ? `killed by ${signal}` : `exit ${status}`);
  console.error(`${what} failed (${reason}): ${command.join(' ')}`);
  process.exit(1);
}
