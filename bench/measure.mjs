// The rounds of each part and the report; run.mjs starts it, where nothing beyond 127.0.0.1 can be reached.
//   node measure.mjs BUILT [options]       what prepare.mjs returns, as JSON
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { readOptions } from './options.mjs';
import { parts } from './parts.mjs';
import { payloads } from './payloads.mjs';
import { peers, whyAbsent } from './peers.mjs';
import { reportText } from './render/report.mjs';
import { summariseAll } from './render/statistics.mjs';

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
const loadBefore = os.loadavg()[0];
if (loadBefore > 0.5) {
  console.error(
    `Notice: other programs use the processors (load ${loadBefore.toFixed(1)}); the numbers will show it.`,
  );
}

try {
  const results = {};
  for (const name of options.parts) results[name] = await measurePart(name);
  progress('');
  await writeReport(results);
} catch (error) {
  progress('');
  console.error(error.message);
  process.exit(1);
}

async function measurePart(name) {
  const part = parts[name];
  const rounds = part.rounds?.(options) ?? options.rounds;
  const raw = [];
  for (let round = 0; round < rounds; round++) {
    raw.push(
      await part.measure({
        ...{ round, options, built },
        peers: options.peers.filter((peer) => !(peer in absent)),
        progress: (text) => progress(`${name}, round ${round + 1} of ${rounds}: ${text}`),
      }),
    );
  }
  return { summary: part.summarise?.(raw) ?? summariseAll(raw), raw };
}

async function writeReport(results) {
  const machine = {
    processor: os.cpus()[0].model,
    processors: os.availableParallelism(),
    system: `${os.type()} ${os.release().split('-')[0]} ${os.arch()}`,
    node: process.version,
    loadBefore: Number(loadBefore.toFixed(2)),
  };
  const report = {
    machine,
    source: `${machine.processors} × ${machine.processor}, Node.js ${machine.node}`,
    date: new Date().toISOString(),
    engine: createHash('sha256').update(readFileSync(built.engines.real)).digest('hex'),
    form: options.form,
    messageBytes: Object.fromEntries(options.payloads.map((name) => [name, bytesOf(name)])),
    peers: Object.fromEntries(options.peers.map((name) => [name, peers[name].title])),
    absent,
    targets: Object.entries(results).flatMap(([name, { raw }]) => parts[name].targets?.(raw) ?? []),
    parts: results,
  };
  const files = {
    'results.json': await prettyJson(report),
    'results.md': reportText(report),
  };
  for (const [name, result] of Object.entries(results)) {
    Object.assign(files, parts[name].charts?.(result, report));
  }
  mkdirSync(options.out, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(options.out, name), text);
  console.log(files['results.md']);
  console.error(`Written to ${options.out}: ${Object.keys(files).join(', ')}`);
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
