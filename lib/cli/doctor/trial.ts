import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import type { CommitStrategyName } from '../../message-store/commit/commit-strategy.js';

/** What the trial process tells, in this order, as far as it gets. */
export type TrialStep =
  /** The addon is loaded. */
  | { step: 'addon' }
  /** Who has the lock of the store that was asked about. */
  | { step: 'lock'; held: boolean; holder: number; failure: string }
  /** The engine is loaded. */
  | { step: 'engine'; sdkVersion: string }
  /** A message was saved into a store of its own, and is on disk. */
  | { step: 'save'; milliseconds: number; strategy: CommitStrategyName | 'none' }
  /** The step after the last one failed. */
  | { step: 'failure'; code?: string; message: string };

/** How far a process of its own got with loading and using the native parts. */
export interface Trial {
  steps: TrialStep[];
  /** How the process ended, where it was not by itself: `by SIGSEGV`, `with exit code 134` ... */
  ended?: string;
  /** The last lines that it wrote to standard error. */
  stderr: string;
}

/** Longer than anything in it may take, on a slow machine: 10 s to open the engine, 10 s to open the store. */
const TIME_LIMIT_MS = 45_000;

/** Loads the addon and the engine in another process and saves a message into a temporary store there. */
export async function runTrial(lockPath: string | undefined): Promise<Trial> {
  const store = await mkdtemp(path.join(os.tmpdir(), 'node-imsdk-doctor-'));
  try {
    return await runChild(lockPath === undefined ? [store] : [store, lockPath]);
  } finally {
    await rm(store, { recursive: true, force: true });
  }
}

function runChild(args: string[]): Promise<Trial> {
  return new Promise((resolve, reject) => {
    const trial: Trial = { steps: [], stderr: '' };
    const child = fork(path.join(__dirname, 'trial-child.js'), args, {
      // The engine prints a line of its own to standard output.
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      timeout: TIME_LIMIT_MS,
      killSignal: 'SIGKILL',
    });
    child.on('message', (step) => trial.steps.push(step as TrialStep));
    child.stderr?.on('data', (text) => (trial.stderr = (trial.stderr + String(text)).slice(-2000)));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL')
        trial.ended = `by SIGKILL, perhaps after ${TIME_LIMIT_MS / 1000} s without an end`;
      else if (signal !== null) trial.ended = `by ${signal}`;
      else if (code !== 0) trial.ended = `with exit code ${code ?? 'unknown'}`;
      resolve(trial);
    });
  });
}

/** The step of a kind, if the trial got there. */
export function stepOf<Kind extends TrialStep['step']>(
  trial: Trial,
  kind: Kind,
): Extract<TrialStep, { step: Kind }> | undefined {
  return trial.steps.find((step): step is Extract<TrialStep, { step: Kind }> => step.step === kind);
}
