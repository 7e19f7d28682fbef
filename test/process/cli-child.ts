import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

/** What a command line did. */
export interface CommandResult {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs `node-imsdk` as built, and waits for its end. A variable set to undefined is removed. */
export function runCli(args: string[], environment: Record<string, string | undefined> = {}): CommandResult {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'dist/cli/index.js'), ...args],
    { env: { ...process.env, ...environment }, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

/** A process that has a store open until it is ended. Resolves when it has. */
export async function holdStore(store: string): Promise<ChildProcess> {
  const script = `
    const { Tim } = require(${JSON.stringify(root)});
    const tim = new Tim({ sdkappid: 1400000001, localOnly: true });
    tim.TIMInit({ config_path: process.argv[1] }).then((code) => console.log('opened', code));
    setInterval(() => undefined, 1000);
  `;
  const child = spawn(process.execPath, ['-e', script, store], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'opened 0') return child;
  }
  throw new Error('the process that was to hold the store ended');
}
