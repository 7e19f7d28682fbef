import path from 'node:path';

import { Command } from 'commander';

import { defaultStoreFolder, lockFile } from '../message-store/store-folder.js';
import { engineFinding } from './doctor/engine.js';
import { examine, formatFinding, type Finding, type Probe } from './doctor/finding.js';
import { addonFinding, loadFinding, saveFinding } from './doctor/native.js';
import { isThere, storeFinding } from './doctor/store.js';
import { runTrial, type Trial } from './doctor/trial.js';
import { systemFinding, versionsFinding } from './doctor/versions.js';

interface DoctorOptions {
  json?: boolean;
  store?: string;
}

/** `node-imsdk doctor`: says what works here and what does not, for a person and for a bug report. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .summary('say what works here and what does not: paste it into a bug report')
    .description(
      'Examines versions, platform, addon, engine and store, and tries a save in a process of its own. ' +
        'Changes nothing and sends nothing. Exit code 1 when there is a problem.',
    )
    .option('--json', 'print JSON')
    .option('--store <folder>', `the store's folder to examine (default: ${defaultStoreFolder()})`)
    .action(doctor);
}

async function doctor(options: DoctorOptions): Promise<void> {
  const store = path.resolve(options.store ?? defaultStoreFolder());
  const findings = await examineAll(store);
  const healthy = findings.every(({ ok }) => ok);
  if (options.json) {
    console.log(JSON.stringify({ healthy, findings }, undefined, 2));
  } else {
    for (const finding of findings) console.log(formatFinding(finding));
    console.log(healthy ? '\nEverything works.' : '\nSomething does not work: see the lines with PROBLEM.');
  }
  if (!healthy) process.exitCode = 1;
}

async function examineAll(store: string): Promise<Finding[]> {
  // Tried once, by whichever probe asks first; each probe that needs it then fails or succeeds by itself.
  let trial: Promise<Trial> | undefined;
  const tried = () => (trial ??= tryNativeParts(store));
  const probes: [string, Probe][] = [
    ['versions', versionsFinding],
    ['system', systemFinding],
    ['addon', async () => addonFinding(await tried())],
    ['engine', engineFinding],
    ['load', async () => loadFinding(await tried())],
    ['commit', async () => saveFinding(await tried())],
    ['store', async () => storeFinding(store, await tried())],
  ];
  const findings: Finding[] = [];
  for (const [name, probe] of probes) findings.push(await examine(name, probe));
  return findings;
}

async function tryNativeParts(store: string): Promise<Trial> {
  const lock = lockFile(store);
  // Asking for a lock makes the file: only where there is one already can somebody hold it.
  return runTrial((await isThere(lock)) ? lock : undefined);
}
