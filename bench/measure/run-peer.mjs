import { payloads } from '../payloads.mjs';
import { peers } from '../peers.mjs';
import { cProgramCommand } from './c-program.mjs';
import { measureInProcess, scriptCommand } from './fresh-process.mjs';

/**
 * Measures a peer once: a fresh process, a fresh store.
 *
 * @param name - of a peer in peers.mjs.
 * @param engine - `real` or `stub`.
 * @param built - what prepare.mjs returns.
 * @param job - `measurement`, the name of a module in this folder whose `measure` the process calls
 *   (peer-process.mjs); `payload`; `nodeOptions`, where Node.js is to have any; and what else that measurement needs. The
 *   C program knows `saves` only.
 * @returns what was measured.
 * @throws Error when the process ends without a measurement, with what it said.
 */
export function runPeer(name, engine, built, job) {
  const peer = peers[name];
  const makeCommand = peer.module === undefined ? floorCommand : peerCommand;
  return measureInProcess(`${peer.title}, ${job.payload}`, (places) =>
    makeCommand({ ...job, ...built, ...peer, engine: built.engines[engine] }, places),
  );
}

function peerCommand(job, places) {
  // So that a measurement of memory can have garbage collected first.
  return scriptCommand('peer-process.mjs', job, places, ['--expose-gc', ...(job.nodeOptions ?? [])]);
}

function floorCommand({ floor, engine, counts, windows, payload }, places) {
  const numbers = [counts.warmUp, counts.sequential, counts.pipelined, ...windows];
  return cProgramCommand(floor, engine, payloads[payload].message, places, numbers);
}
