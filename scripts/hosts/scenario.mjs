import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { withoutNetwork } from '../support/network-namespace.mjs';
import { root } from '../support/run.mjs';

const script = path.join(root, 'test/prebuilds/save-and-read-back.cjs');
const LIMIT_MS = 120_000;

/**
 * Runs the scenario of test/prebuilds/save-and-read-back.cjs on a host that is prepared.
 *
 * @param prepared - See scripts/hosts/hosts.mjs.
 * @param dependent - A folder whose files can import node-imsdk.
 * @param library - The engine for the host's platform.
 * @param folder - An empty folder for the store and what the processes tell.
 * @returns What the reading process told: its pid, the addon that it loaded, in the package, and its platform.
 * @throws Error saying which process failed, with what it wrote.
 */
export async function saveAndReadBack(prepared, { dependent, library, folder }) {
  const there = prepared.pathThere;
  const release = path.join(folder, 'release');
  const plan = {
    dependent: there(path.join(dependent, 'dependent.js')),
    library: there(library),
    // Spaces, and characters that no single Windows code page has.
    store: there(path.join(folder, 'Störe 消息 😀')),
    release: there(release),
  };
  mkdirSync(folder, { recursive: true });
  const processOf = (phase, more = {}) => startPhase(prepared, folder, { ...plan, ...more, phase });

  const saving = processOf('save');
  if ((await saving.ended) === 0) throw saving.failure('was to be killed, and ended by itself');
  if (!existsSync(saving.report)) throw saving.failure('failed');

  const reading = processOf('readBack');
  await reading.reported();
  const facts = JSON.parse(readFileSync(reading.report, 'utf8'));
  const refused = processOf('refused', { holder: facts.pid });
  const isRefused = (await refused.ended) === 0;
  writeFileSync(release, '');
  const isClosed = (await reading.ended) === 0;
  if (!isRefused) throw refused.failure('failed');
  if (!isClosed) throw reading.failure('failed when it closed the store');
  return facts;
}

function startPhase({ command, env, pathThere }, folder, plan) {
  const file = (name) => path.join(folder, `${plan.phase}-${name}`);
  const report = file('report.json');
  const output = file('output.txt');
  writeFileSync(file('plan.json'), JSON.stringify({ ...plan, report: pathThere(report) }));
  const [program, ...args] = withoutNetwork([...command, pathThere(script), pathThere(file('plan.json'))]);

  // A file: in Wine, Node.js cannot write to a pipe.
  const descriptor = openSync(output, 'w');
  const child = spawn(program, args, {
    env: { ...env, NODE_IMSDK_PREBUILD: '' },
    stdio: ['ignore', descriptor, descriptor],
    timeout: LIMIT_MS,
    killSignal: 'SIGKILL',
  });
  closeSync(descriptor);
  let hasEnded = false;
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (status, signal) => {
      hasEnded = true;
      resolve(status ?? signal);
    });
  });
  const failure = (what) =>
    new Error(`The process '${plan.phase}' ${what}:\n${readFileSync(output, 'utf8').trim()}`);

  async function reported() {
    while (!existsSync(report)) {
      if (hasEnded) throw failure('failed');
      await delay(100);
    }
  }
  return { report, ended, reported, failure };
}
