// The rounds of each part and the report; run.mjs starts it, where nothing beyond 127.0.0.1 can be reached.
//   node measure.mjs BUILT [options]       what prepare.mjs returns, as JSON
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { failing, failingTwice } from './check.mjs';
import { readOptions } from './options.mjs';
import { parts } from './parts.mjs';
import { payloads } from './payloads.mjs';
import { peers, whyAbsent } from './peers.mjs';
import { reportText } from './render/report.mjs';
import { summariseAll } from './render/statistics.mjs';
import { targetTable } from './render/targets.mjs';

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
  const report = reportOf(await measureParts(options.parts));
  const files = await writeReport(report);
  if (options.form === 'check') await check(report);
  else console.log(files['results.md']);
} catch (error) {
  progress('');
  console.error(error.message);
  process.exit(1);
}

async function measureParts(names) {
  const results = {};
  for (const name of names) results[name] = await measurePart(name);
  progress('');
  return results;
}

/** Parts with targets that fail are measured once more: only what fails both times counts. */
async function check({ targets }) {
  console.log(targetTable(targets).join('\n'));
  let missed = failing(targets);
  if (missed.length > 0) {
    const names = options.parts.filter((name) => missed.some(({ part }) => part === name));
    console.log(`\nMissed by far: ${listed(missed)}. Once more: ${names.join(', ')}\n`);
    const again = targetsOf(await measureParts(names));
    console.log(targetTable(again).join('\n'));
    missed = failingTwice(missed, failing(again));
  }
  console.log(missed.length === 0 ? 'The ratios hold.' : `Missed by far, twice: ${listed(missed)}.`);
  if (missed.length > 0) process.exitCode = 1;
}

function listed(targets) {
  return targets.map(({ title, payload }) => (payload ? `${title} (${payload})` : title)).join('; ');
}

function targetsOf(results) {
  return Object.entries(results).flatMap(([part, { raw }]) =>
    (parts[part].targets?.(raw) ?? []).map((target) => ({ part, ...target })),
  );
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

function reportOf(results) {
  const machine = {
    processor: os.cpus()[0].model,
    processors: os.availableParallelism(),
    system: `${os.type()} ${os.release().split('-')[0]} ${os.arch()}`,
    node: process.version,
    loadBefore: Number(loadBefore.toFixed(2)),
  };
  return {
    machine,
    source: `${machine.processors} × ${machine.processor}, Node.js ${machine.node}`,
    date: new Date().toISOString(),
    engine: createHash('sha256').update(readFileSync(built.engines.real)).digest('hex'),
    form: options.form,
    messageBytes: Object.fromEntries(options.payloads.map((name) => [name, bytesOf(name)])),
    peers: Object.fromEntries(options.peers.map((name) => [name, peers[name].title])),
    absent,
    targets: targetsOf(results),
    parts: results,
  };
}

async function writeReport(report) {
  const files = {
    'results.json': await prettyJson(report),
    'results.md': reportText(report),
  };
  for (const [name, result] of Object.entries(report.parts)) {
    Object.assign(files, parts[name].charts?.(result, report));
  }
  mkdirSync(options.out, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(options.out, name), text);
  console.error(`Written to ${options.out}: ${Object.keys(files).join(', ')}`);
  return files;
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
