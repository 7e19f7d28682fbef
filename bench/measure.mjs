// The rounds and the report; run.mjs starts it, where nothing beyond 127.0.0.1 can be reached.
//   node measure.mjs BUILT [options]       what prepare.mjs returns, as JSON
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { runPeer } from './measure/run-peer.mjs';
import { engines, readOptions, WINDOWS } from './options.mjs';
import { payloads } from './payloads.mjs';
import { peers, whyAbsent } from './peers.mjs';
import { charts } from './render/charts.mjs';
import { summarise } from './render/statistics.mjs';
import { table } from './render/table.mjs';
import { checkTargets } from './render/targets.mjs';

const [builtJson, ...args] = process.argv.slice(2);
const built = JSON.parse(builtJson);
const options = readOptions(args);
// So that the folders of a run that is interrupted are removed.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

const absent = {};
for (const name of options.peers) {
  const reason = whyAbsent(peers[name]);
  if (reason === undefined) continue;
  absent[name] = reason;
  console.error(`${peers[name].title} is left out: ${reason}`);
}
const measured = options.peers.filter((name) => !(name in absent));
const loadBefore = os.loadavg()[0];
if (loadBefore > 0.5) {
  console.error(
    `Notice: other programs use the processors (load ${loadBefore.toFixed(1)}); the numbers will show it.`,
  );
}
const peersOn = (engine) => measured.filter((name) => peers[name].engines?.includes(engine) ?? true);
/** By engine, message and peer: what each round measured. */
const rounds = Object.fromEntries(
  options.engines.map((engine) => [
    engine,
    Object.fromEntries(
      options.payloads.map((payload) => [
        payload,
        Object.fromEntries(peersOn(engine).map((name) => [name, []])),
      ]),
    ),
  ]),
);

try {
  runRounds();
} catch (error) {
  progress('');
  console.error(error.message);
  process.exit(1);
}
progress('');
await writeReport();

function runRounds() {
  for (let round = 0; round < options.rounds; round++) {
    for (const engine of options.engines) {
      for (const payload of options.payloads) runRound(round, engine, payload);
    }
  }
}

function runRound(round, engine, payload) {
  // Interleaved, and each round begins with another: a slow phase of the machine meets all alike.
  const names = peersOn(engine);
  const start = round % names.length;
  for (const name of [...names.slice(start), ...names.slice(0, start)]) {
    const where = `${engines[engine]}, ${payloads[payload].title}, ${peers[name].title}`;
    progress(`round ${round + 1} of ${options.rounds}: ${where}`);
    const context = {
      ...{
        engine: built.engines[engine],
        floor: built.floor,
        threadCpu: built.threadCpu,
        naive: built.naive,
      },
      ...{ counts: options.counts[payload], windows: WINDOWS },
    };
    rounds[engine][payload][name].push(runPeer(peers[name], payload, context));
  }
}

async function writeReport() {
  const report = {
    machine: {
      processor: os.cpus()[0].model,
      processors: os.availableParallelism(),
      system: `${os.type()} ${os.release().split('-')[0]} ${os.arch()}`,
      node: process.version,
      loadBefore: Number(loadBefore.toFixed(2)),
    },
    date: new Date().toISOString(),
    engine: createHash('sha256').update(readFileSync(built.engines.real)).digest('hex'),
    rounds: options.rounds,
    windows: WINDOWS,
    counts: Object.fromEntries(options.payloads.map((name) => [name, options.counts[name]])),
    messageBytes: Object.fromEntries(options.payloads.map((name) => [name, bytesOf(name)])),
    peers: Object.fromEntries(options.peers.map((name) => [name, peers[name].title])),
    absent,
    targets: checkTargets(rounds),
    summary: summaries(),
    raw: rounds,
  };
  const files = {
    'results.json': await prettyJson(report),
    'results.md': table(report),
    ...(options.engines.includes('real') ? charts(report) : {}),
  };
  mkdirSync(options.out, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(options.out, name), text);
  console.log(files['results.md']);
  console.error(`Written to ${options.out}: ${Object.keys(files).join(', ')}`);
}

/** Median, least and greatest of each number, and of its ratio to the C program's of the same round. */
function summaries() {
  return mapValues(rounds, (byPayload) =>
    mapValues(byPayload, (byPeer) =>
      mapValues(byPeer, (runs) => mapValues(runs[0], (_, part) => summariseMetrics(byPeer, runs, part))),
    ),
  );
}

function summariseMetrics(byPeer, runs, part) {
  return mapValues(runs[0][part], (_, metric) => {
    const values = runs.map((run) => run[part][metric]);
    const floors = byPeer.floor?.map((run) => run[part]?.[metric]);
    const hasFloor = floors !== undefined && floors[0] !== undefined;
    return {
      ...summarise(values),
      ...(hasFloor ? { toFloor: summarise(values.map((value, round) => value / floors[round])) } : {}),
    };
  });
}

function mapValues(object, map) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value, key)]));
}

function bytesOf(payload) {
  return Buffer.byteLength(JSON.stringify(payloads[payload].message));
}

async function prettyJson(value) {
  const style = await resolveConfig(import.meta.filename);
  const rounded = JSON.stringify(value, (_, each) =>
    typeof each === 'number' ? Number(each.toPrecision(5)) : each,
  );
  return format(rounded, { ...style, parser: 'json' });
}

/** One line that overwrites itself, on a terminal only. */
function progress(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}
