// Does anything grow with the calls that are made? Many saves, and many sessions, on the scripted engine and on the real
// one: memory and handles have to stay flat, and a heap snapshot must hold nothing of the calls that are over. Leaks on
// purpose show that each check can fail.
//   npm run soak                     the long form: a million saves; the result goes to test/soak/last-run.md
//   npm run soak -- --short          the form for CI: about half a minute
// Ends with the line `N passed, N failed`.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import prettier from 'prettier';
import { withoutNetwork } from '../../scripts/support/network-namespace.mjs';
import { compileEnvironment } from '../../scripts/support/node-headers.mjs';
import { root, run, tool } from '../../scripts/support/run.mjs';
import { handleGrowth, memoryGrowth } from './trend.mjs';

const isShort = process.argv.includes('--short');
const scriptedEngine = path.join(root, 'build-cmake/test/faults/libscripted_engine.so');
const LIMIT_MS = 30 * 60_000;
/** So many more objects than before the first sample are chance: timers, what the snapshot itself makes. */
const CHANCE = 16;

/**
 * `bound`: bytes of memory that a call may add; the fewer calls, the more the noise is a call. A session of the real
 * engine leaves about 14 KB by itself: 50 of a C program's made 0.7 MB.
 */
const soaks = [
  {
    what: 'saves',
    engine: 'scripted',
    long: { calls: 1_000_000, bound: 16 },
    short: { calls: 40_000, bound: 400 },
  },
  {
    what: 'saves',
    engine: 'real',
    long: { calls: 200_000, bound: 64 },
    short: { calls: 8_000, bound: 2_000 },
  },
  {
    what: 'cycles',
    engine: 'scripted',
    long: { calls: 10_000, bound: 512 },
    short: { calls: 400, bound: 32_768 },
  },
  {
    what: 'cycles',
    engine: 'real',
    long: { calls: 120, bound: 65_536 },
    short: { calls: 40, bound: 131_072 },
  },
];
/** By which measure each is to be noticed. */
const plants = [
  { plant: 'memory', measure: 'rss' },
  { plant: 'promises', measure: 'promises' },
  { plant: 'handles', measure: 'descriptors' },
];

function prepare() {
  run('Building', process.execPath, ['scripts/build.mjs'], { env: compileEnvironment() });
  run('Building the scripted engine', process.execPath, [
    tool('cmake-js', 'bin/cmake-js'),
    ...['build', '-l', 'warn', '-O', 'build-cmake'],
  ]);
  if (process.env.NODE_IMSDK_LIBRARY === undefined) {
    run('Fetching the engine', process.execPath, ['dist/cli/index.js', 'fetch-sdk']);
  }
}

function soak(plan) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'node-imsdk-soak-'));
  const child = path.join(import.meta.dirname, 'child.mjs');
  const argument = JSON.stringify({ ...plan, store: path.join(folder, 'store') });
  const [command, ...args] = withoutNetwork([process.execPath, '--expose-gc', child, argument]);
  try {
    const { status, signal, stdout } = spawnSync(command, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      timeout: LIMIT_MS,
      killSignal: 'SIGKILL',
    });
    if (status !== 0)
      throw new Error(`the soak of ${plan.calls} ${plan.what} ended with ${signal ?? status}`);
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What each measure says: a text, and whether it grows. */
function judge({ samples, before, after }, bound) {
  const findings = {};
  for (const measure of ['rss', 'heap']) {
    const { slope, error, grows } = memoryGrowth(samples, measure, bound);
    findings[measure] = { grows, text: `${slope.toFixed(1)} ± ${(2 * error).toFixed(1)} B` };
  }
  for (const measure of ['descriptors', 'threads', 'handles']) {
    const growth = handleGrowth(samples, measure);
    findings[measure] = { grows: growth.grows, text: `${growth.before} → ${growth.after}` };
  }
  for (const measure of Object.keys(after)) {
    const grows = after[measure] > before[measure] + CHANCE;
    findings[measure] = { grows, text: `${before[measure]} → ${after[measure]}` };
  }
  return findings;
}

prepare();
const rows = [];
let failed = 0;
function report(name, calls, bound, findings, isAsExpected) {
  if (!isAsExpected) failed += 1;
  rows.push({ name, calls, bound, findings, isAsExpected });
  const texts = Object.entries(findings).map(
    ([measure, { text, grows }]) => `${measure} ${text}${grows ? ' GROWS' : ''}`,
  );
  console.log(`${isAsExpected ? 'ok' : 'FAILED'}: ${calls} ${name}: ${texts.join(', ')}`);
}

const pathOf = { scripted: scriptedEngine, real: undefined };
for (const { what, engine, long, short } of soaks) {
  const { calls, bound } = isShort ? short : long;
  const findings = judge(soak({ what, calls, libraryPath: pathOf[engine] }), bound);
  const isFlat = Object.values(findings).every(({ grows }) => !grows);
  report(`${what}, ${engine} engine`, calls, bound, findings, isFlat);
}
for (const { plant, measure } of plants) {
  const { calls, bound } = soaks[0].short;
  const findings = judge(soak({ what: 'saves', calls, libraryPath: scriptedEngine, plant }), bound);
  report(`saves with a planted leak of ${plant}`, calls, bound, findings, findings[measure].grows);
}

const version = (command, ...args) => execFileSync(command, args, { encoding: 'utf8', cwd: root }).trim();
async function record() {
  const measures = Object.keys(rows[0].findings);
  const cells = ({ name, calls, bound, findings, isAsExpected }) => [
    ...[name, calls.toLocaleString('en'), `${bound} B`],
    ...measures.map((measure) => `${findings[measure].text}${findings[measure].grows ? ' **grows**' : ''}`),
    isAsExpected ? 'as expected' : '**not as expected**',
  ];
  const table = [
    ['', 'calls', 'bound', ...measures, ''],
    ['-', ...Array(measures.length + 3).fill('-')],
    ...rows.map(cells),
  ];
  const text = `# The last long run

${new Date().toISOString().slice(0, 10)}, commit ${version('git', 'rev-parse', '--short', 'HEAD')}, Node.js ${process.version}, ${os.cpus().length} cores (${os.cpus()[0].model}): \`npm run soak\`, ${Math.round(process.uptime() / 60)} minutes.

40 samples each, after garbage collection. **rss**, **heap** (with external memory): slope of the least-squares line through the later 20, in bytes a call, ± two standard errors; it grows when it is above the bound and above that error. **descriptors**, **threads**, **handles** of the event loop: the least number in the third quarter and in the last; it grows when the last is higher. **promises**, **saves**, **errors**, **messages** (strings with a message's text) in a heap snapshot before the first sample and after the last: they grow when there are more than ${CHANCE} more.

${table.map((line) => `| ${line.join(' | ')} |`).join('\n')}
`;
  const file = path.join(import.meta.dirname, 'last-run.md');
  const options = await prettier.resolveConfig(file);
  writeFileSync(file, await prettier.format(text, { ...options, parser: 'markdown' }));
}
if (!isShort) await record();
console.log(`${rows.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
