import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { conditions, initConfig } from '../conditions.mjs';
import { conversation, payloads } from '../payloads.mjs';
import { peers } from '../peers.mjs';

/** Longer than any measurement takes on a busy machine, in milliseconds. */
const LIMIT = 10 * 60_000;

/**
 * Measures a peer once: a fresh process, a fresh store.
 *
 * @param name - of a peer in peers.mjs.
 * @param engine - `real` or `stub`.
 * @param built - what prepare.mjs returns.
 * @param job - `measurement`, the name of a module in this folder whose `measure` the process calls
 *   (peer-process.mjs); `payload`; and what else that measurement needs. The C program knows `saves` only.
 * @returns what was measured.
 * @throws Error when the process ends without a measurement, with what it said.
 */
export function runPeer(name, engine, built, job) {
  const peer = peers[name];
  const folder = mkdtempSync(path.join(os.tmpdir(), 'node-imsdk-bench-'));
  const result = path.join(folder, 'result.json');
  const store = path.join(folder, 'store');
  mkdirSync(store);
  const resultFile = openSync(result, 'w');
  try {
    const makeCommand = peer.module === undefined ? floorCommand : peerCommand;
    const command = makeCommand({
      ...{ ...job, ...built, ...peer },
      ...{ engine: built.engines[engine], store, scratch: folder, result },
    });
    const { status, signal, stderr } = spawnSync(command[0], command.slice(1), {
      // The engine writes to stdout, and falls back to the current folder; the floor's result goes to 3.
      stdio: ['ignore', 'ignore', 'pipe', resultFile],
      cwd: store,
      encoding: 'utf8',
      timeout: LIMIT,
    });
    const text = readFileSync(result, 'utf8');
    // A measurement that is there was made, however the process ended: some peers crash at their end.
    if (text !== '') return JSON.parse(text);
    throw new Error(`${peer.title}, ${job.payload}: ended with ${signal ?? status}\n${stderr}`);
  } finally {
    closeSync(resultFile);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function peerCommand({ scratch, store, ...job }) {
  const file = path.join(scratch, 'job.json');
  writeFileSync(file, JSON.stringify({ ...job, folder: store }));
  // So that a measurement of memory can have garbage collected first.
  return [process.execPath, '--expose-gc', path.join(import.meta.dirname, 'peer-process.mjs'), file];
}

function floorCommand({ floor, engine, store, counts, windows, payload, scratch }) {
  const message = path.join(scratch, 'message.json');
  writeFileSync(message, JSON.stringify(payloads[payload].message));
  const { sdkappid, userId, userSig, settings, servers } = conditions;
  const texts = [settings, servers, initConfig(store)].map((value) => JSON.stringify(value));
  const numbers = [counts.warmUp, counts.sequential, counts.pipelined, ...windows].map(String);
  return [floor, engine, store, message, String(sdkappid), userId, userSig, ...texts].concat(
    conversation.conv_id,
    numbers,
  );
}
