/** Child processes with the scripted engine, and what they leave behind. */
import { spawn } from 'node:child_process';
import path from 'node:path';

import { SCRIPTED_ENGINE, temporaryFolder } from './scripted-engine';

/** How a child ended, and what it had written by then. */
export interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** Runs one scenario of a script of this folder; a child that does not end is killed, which `signal` tells. */
export function runScenario(script: string, scenario: string, env: NodeJS.ProcessEnv = {}): Promise<Ending> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(__dirname, script), scenario], {
      env: { ...process.env, SCRIPTED_ENGINE, STORE_FOLDER: temporaryFolder(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 20_000,
      killSignal: 'SIGKILL',
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('close', (code, signal) => resolve({ code, signal, stdout: stdout.trim(), stderr }));
  });
}
