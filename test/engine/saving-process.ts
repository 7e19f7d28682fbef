import { spawn } from 'node:child_process';
import path from 'node:path';
import type { TimOptions } from 'node-imsdk';

/** What a child is to do; see saving-child.cjs. */
export interface SavingPlan {
  options: Partial<TimOptions>;
  store: string;
  /** For how long it saves, in milliseconds; 0 is one save. */
  duration: number;
  /** How long it waits after each save, in milliseconds. */
  interval: number;
}

/** What a child did. */
export interface SavingOutcome {
  /** The result of each save. */
  codes: number[];
  /** That of each call that read meanwhile. */
  readCodes: number[];
  stdout: string;
  stderr: string;
}

/**
 * Saves in a process of its own.
 *
 * @param wrapper - A command and its arguments, to which the child's own are appended, as for `strace -f`.
 * @throws Error when it does not end with code 0, with what it had written.
 */
export function saveInChild(plan: SavingPlan, wrapper: readonly string[] = []): Promise<SavingOutcome> {
  const script = path.join(__dirname, 'saving-child.cjs');
  const [command, ...args] = [...wrapper, process.execPath, script, JSON.stringify(plan)];
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    const outcome: SavingOutcome = { codes: [], readCodes: [], stdout: '', stderr: '' };
    child.on('message', (codes: Pick<SavingOutcome, 'codes' | 'readCodes'>) => Object.assign(outcome, codes));
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (outcome.stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (outcome.stderr += text));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve(outcome);
      else
        reject(
          new Error(`the child ended with ${String(code ?? signal)}: ${outcome.stdout}${outcome.stderr}`),
        );
    });
  });
}
