import { spawn, spawnSync } from 'node:child_process';
import os from 'node:os';
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
export async function runBeside(what, command, args, options) {
  if (process.stderr.isTTY) console.error(`> ${what}`);
  const { output, ...result } = await capture(command, args, options);
  if (result.status === 0) return;
  process.stderr.write(output);
  endFor(what, [command, ...args], result);
}

/** Runs a command. Resolves with how it ended, and with what it said to stdout and stderr. */
export async function capture(command, args, { env = process.env, cwd = root } = {}) {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
  const result = await new Promise((resolve) => {
    child.once('error', (error) => resolve({ error }));
    child.once('close', (status, signal) => resolve({ status, signal }));
  });
  return { ...result, output: Buffer.concat(output) };
}

/** Does something with each item, with as many at once as there are processors. */
export async function sideBySide(items, work) {
  const waiting = [...items];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: os.availableParallelism() }, worker));
}

/** Ends this process, as a command failed that it needs. */
function endFor(what, command, { error, signal, status }) {
  const reason = error?.message ?? (signal ? `killed by ${signal}` : `exit ${status}`);
  console.error(`${what} failed (${reason}): ${command.join(' ')}`);
  process.exit(1);
}
