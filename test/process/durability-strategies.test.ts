/** Each way in which the commit barrier makes the engine commit holds under SIGKILL. */
import { makeFolder, missing, runChild, storedNumbers } from './process-child.js';

const RUNS = process.env['NODE_IMSDK_LONG'] === '1' ? 100 : 3;
const TIMEOUT = 600_000;

/** Commits in a child, and kills it; several times. The strategies used, and how many messages each run lost. */
async function kill(plan: object): Promise<{ strategies: (string | undefined)[]; losses: number[] }> {
  const stores = Array.from({ length: RUNS }, makeFolder);
  const written: string[][] = [];
  for (const store of stores) {
    const { lines, signal, stderr } = await runChild('durability-strategy-child.cjs', { store, ...plan });
    expect({ signal, stderr }).toEqual({ signal: 'SIGKILL', stderr: '' });
    written.push(lines);
  }
  const stored = await storedNumbers(...stores);
  return {
    strategies: written.map(([strategy]) => strategy),
    losses: written.map(([, ...acknowledged], i) => missing(acknowledged, stored[i] ?? []).length),
  };
}

const none = Array.from({ length: RUNS }, () => 0);

// Of messages that were received the engine looks up the sender before it stores them.
describe.each([
  [1, 'sent', {}],
  [3000, 'sent', {}],
  [1, 'received', { sender: 'bob' }],
  [3000, 'received', { sender: 'bob' }],
])('after a commit of %i acknowledged messages that were %s', (saves, _kind, sender) => {
  test.each(['store switch', 'space release', 'commit timer'])(
    "by '%s', SIGKILL loses none",
    async (strategy) => {
      expect((await kill({ saves, strategy, ...sender })).losses).toEqual(none);
    },
    TIMEOUT,
  );
});

test(
  'without any, SIGKILL loses: these tests can fail',
  async () => {
    expect(Math.max(...(await kill({ saves: 500, strategy: 'none' })).losses)).toBeGreaterThan(0);
  },
  TIMEOUT,
);

test.each([
  ['a small store', 'space release', 0],
  ['a store of more than a megabyte', 'commit timer', 1_500_000],
])(
  'after a login at the service, %s is committed by %s, and SIGKILL loses none',
  async (_what, strategy, padding) => {
    const { strategies, losses } = await kill({ saves: 500, padding });
    expect({ strategies, losses }).toEqual({ strategies: strategies.map(() => strategy), losses: none });
  },
  TIMEOUT,
);
