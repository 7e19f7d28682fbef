import { spawnSync } from 'node:child_process';
import { targets as platforms } from '../../scripts/prebuild/targets.mjs';
import { npmCommand } from '../../scripts/support/npm.mjs';
import { root } from '../../scripts/support/run.mjs';
import { cProgramCommand } from '../measure/c-program.mjs';
import { measureInProcess, scriptCommand } from '../measure/fresh-process.mjs';
import { payloads } from '../payloads.mjs';
import { mapValues, summarise } from '../render/statistics.mjs';
import { range, table } from '../render/table.mjs';

/** Processes of each in a round. */
const STARTS = { full: 5, check: 5, quick: 2 };

/** What was reached: the most that a run came to. */
const KNOWN_MISS = {
  why: 'loading the modules, and verifying the library before it is loaded, each take longer than the C program in all',
  reached: 7.7,
};

const OURS = {
  package: "require('node-imsdk')",
  addon: 'the addon',
  verify: 'finding the library, SHA-256 of its 12 MB',
  library: 'dlopen, and loading what a save needs meanwhile',
  initialise: 'settings, TIMInit, until the engine is ready',
  logIn: 'TIMLogin, until the store is open',
  save: 'the save',
  total: 'in all',
};
const C = {
  library: 'dlopen',
  initialise: 'settings, TIMInit, TIMLogin',
  untilSaved: 'until a save is accepted and acknowledged',
  total: 'in all',
};

/** From loading this package to the first acknowledged save, beside the C program; and the package's size. */
export const start = {
  title: 'From nothing to the first save',

  measure({ options, built, progress }) {
    const runs = { ours: [], c: [] };
    for (let run = 0; run < STARTS[options.form]; run++) {
      progress(`process ${run + 1}`);
      runs.ours.push(startOurs(built));
      runs.c.push(startC(built));
    }
    const medians = mapValues(runs, (each) =>
      mapValues(each[0], (_, phase) => summarise(each.map((times) => times[phase])).median),
    );
    return { ...medians, toC: medians.ours.total / medians.c.total, packed: packedSize() };
  },

  summarise: (raw) => ({
    ...Object.fromEntries(
      ['ours', 'c'].map((who) => [
        who,
        mapValues(raw[0][who], (_, phase) => summarise(raw.map((round) => round[who][phase]))),
      ]),
    ),
    toC: summarise(raw.map((round) => round.toC)),
    packed: raw[0].packed,
  }),

  targets: (raw) => [
    {
      title: "from require to the first acknowledged save, × the C program's",
      ...{ value: summarise(raw.map(({ toC }) => toC)).median, atMost: 1.2, knownMiss: KNOWN_MISS },
    },
    // Of fewer platforms it would say nothing.
    ...(raw[0].packed.platforms.length < platforms.length
      ? []
      : [
          {
            title: 'the package, packed, for all platforms',
            ...{ value: raw[0].packed.bytes / 1e6, atMost: 1.5, unit: 'MB' },
          },
        ]),
  ],

  table: ({ summary: { ours, c, toC, packed } }, { form }) => [
    `In local-only mode, with a fresh store; ${STARTS[form]} fresh processes of each in a round, in turn. Milliseconds.`,
    '',
    ...table(
      ['node-imsdk', 'ms'],
      Object.entries(OURS).map(([phase, title]) => [title, range(ours[phase])]),
    ),
    '',
    ...table(
      ['C program', 'ms'],
      Object.entries(C).map(([phase, title]) => [title, range(c[phase])]),
    ),
    '',
    `${range(toC)} × the C program's.`,
    '',
    `The package packed, without the engine: ${(packed.bytes / 1e6).toFixed(2)} MB, with the addon for ` +
      (packed.platforms.length === 0
        ? 'no platform: `npm run prebuild` makes them.'
        : `${packed.platforms.join(', ')}.`),
  ],
};

function startOurs(built) {
  return measureInProcess('the start of node-imsdk', (places) =>
    scriptCommand('start-process.mjs', { engine: built.engines.real }, places),
  );
}

function startC(built) {
  return measureInProcess('the start of the C program', (places) =>
    cProgramCommand(built.start, built.engines.real, payloads.small.message, places),
  );
}

/** What `npm pack` would make of the package as it is here. */
function packedSize() {
  const [command, ...before] = npmCommand();
  const { status, stdout, stderr } = spawnSync(
    command,
    [...before, 'pack', '--dry-run', '--json', '--ignore-scripts'],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  );
  if (status !== 0) throw new Error(`npm pack failed: ${stderr}`);
  const [{ size, files }] = JSON.parse(stdout);
  const has = (platform) =>
    files.some((file) => file.path.startsWith(`prebuilds/${platform}/`) && file.path.endsWith('.node'));
  return { bytes: size, platforms: platforms.filter(has) };
}
