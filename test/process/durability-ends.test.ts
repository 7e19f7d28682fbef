/**
 * A save that resolved is in the store, however the process ends.
 *
 * A short form runs by default. The long form, with 100 runs of each kind (about ten minutes):
 *   NODE_IMSDK_LONG=1 node scripts/test.mjs process -- durability-ends
 * The random moments come from a seed, which a failure shows; to repeat it: NODE_IMSDK_SEED=<seed>.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { makeFolder, missing, runChild, startChild, storedNumbers, type ChildEnd } from './process-child.js';

const isLong = process.env['NODE_IMSDK_LONG'] === '1';
const seed = Number(process.env['NODE_IMSDK_SEED'] ?? Math.floor(Math.random() * 2 ** 32));
const TIMEOUT = isLong ? 1_800_000 : 120_000;

/** Runs a child several times, each with a store of its own, and counts what is missing from each. */
async function lossesOf(
  runs: number,
  run: (store: string) => Promise<ChildEnd>,
): Promise<{ ends: ChildEnd[]; losses: number[] }> {
  const stores = Array.from({ length: runs }, makeFolder);
  const ends: ChildEnd[] = [];
  for (const store of stores) ends.push(await run(store));
  const stored = await storedNumbers(...stores);
  return { ends, losses: ends.map(({ lines }, i) => missing(lines, stored[i] ?? []).length) };
}

describe.each([
  [1, 12],
  [10, 12],
  [500, 6],
  [3000, 3],
])('SIGKILL at the moment a committed save resolves, of %i saves', (saves, shortRuns) => {
  const runs = isLong ? 100 : shortRuns;

  test.each(['all', 'first'] as const)(
    `%s of them: none is lost in ${runs} runs`,
    async (moment) => {
      const { ends, losses } = await lossesOf(runs, (store) =>
        runChild('durability-child.cjs', { store, saves, ending: 'SIGKILL', moment }),
      );
      for (const { signal, stderr, lines } of ends) {
        expect({ signal, stderr }).toEqual({ signal: 'SIGKILL', stderr: '' });
        expect(lines.length).toBeGreaterThanOrEqual(moment === 'all' ? saves : 1);
      }
      expect(losses).toEqual(losses.map(() => 0));
    },
    TIMEOUT,
  );
});

test(
  "the same with durability 'ack' loses: these tests can fail",
  async () => {
    const { losses } = await lossesOf(3, (store) =>
      runChild('durability-child.cjs', { store, saves: 10, durability: 'ack', ending: 'SIGKILL' }),
    );
    expect(Math.max(...losses)).toBeGreaterThan(0);
  },
  TIMEOUT,
);

test(
  'SIGKILL from outside at a random moment under pipelined load: every resolved save is there',
  async () => {
    const random = mulberry32(seed);
    const { ends, losses } = await lossesOf(isLong ? 100 : 10, async (store) => {
      const child = startChild('durability-child.cjs', { store });
      await child.hasWritten((lines) => lines.length > 0);
      await delay(random() * 400);
      child.kill('SIGKILL');
      return child.end;
    });
    for (const { signal, stderr } of ends) {
      expect({ signal, stderr }).toEqual({ signal: 'SIGKILL', stderr: '' });
    }
    expect({ seed, losses }).toEqual({ seed, losses: losses.map(() => 0) });
  },
  TIMEOUT,
);

/** A small seeded generator: numbers from 0 to 1. */
function mulberry32(state: number): () => number {
  let next = state;
  return () => {
    next = (next + 0x6d2b79f5) | 0;
    let mixed = Math.imul(next ^ (next >>> 15), next | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe.each(['first', 'all'] as const)(
  'when the process ends as %s of 500 saves have resolved',
  (moment) => {
    /** An uncaught exception's report, which is Node's own: where, what, the stack, the version. */
    const trace = /^\S+:\d+\n.*\n *\^\n\nError: deliberate\n( {4}at .*\n)+\nNode\.js v[\d.]+\n$/;

    test.each([
      ['SIGTERM', { exitCode: null, signal: 'SIGTERM', stderr: '' }],
      ['process.exit', { exitCode: 7, signal: null, stderr: '' }],
      ['uncaught exception', { exitCode: 1, signal: null, stderr: expect.stringMatching(trace) as string }],
      ['natural end', { exitCode: 0, signal: null, stderr: '' }],
    ])(
      'by %s, without a close: its code is Node’s own, and no resolved save is lost',
      async (ending, expected) => {
        const { ends, losses } = await lossesOf(3, (store) =>
          runChild('durability-child.cjs', { store, saves: 500, ending, moment }),
        );
        for (const end of ends) {
          expect(end).toMatchObject(expected);
          expect(end.lines.length).toBeGreaterThanOrEqual(
            moment === 'all' || ending === 'natural end' ? 500 : 1,
          );
        }
        expect(losses).toEqual(losses.map(() => 0));
      },
      TIMEOUT,
    );
  },
);
