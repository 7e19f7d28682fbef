/** Processes and threads with the real engine: what keeps them alive, and how they end. */
import { makeFolder, missing, runChild, storedNumbers } from './process-child.js';

const TIMEOUT = 60_000;

describe('a process ends by itself, without a signal and without a word on standard error, with a client', () => {
  test.each([
    ['made and not opened', []],
    ['called before it was opened', ['6013']],
    ['open and idle', ['open']],
    ['logged in and idle', ['saved']],
    ['closed', ['0']],
    ['closed ten times', Array.from({ length: 10 }, () => '0')],
  ])(
    '%s',
    async (scenario, lines) => {
      const end = await runChild('lifetime-child.cjs', { store: makeFolder(), scenario });
      expect(end).toEqual({ exitCode: 0, signal: null, stderr: '', lines });
    },
    TIMEOUT,
  );
});

test.each(['a save pending', 'a read pending'])(
  'a process with %s stays alive until it is answered',
  async (scenario) => {
    const end = await runChild('lifetime-child.cjs', { store: makeFolder(), scenario });
    expect(end).toEqual({ exitCode: 0, signal: null, stderr: '', lines: ['0'] });
  },
  TIMEOUT,
);

test.each(['with calls in flight', 'while it opens', 'while it closes'])(
  'process.exit %s ends with the code that it was given',
  async (when) => {
    for (let run = 0; run < 5; run++) {
      const plan = { store: makeFolder(), scenario: `process.exit ${when}` };
      expect(await runChild('lifetime-child.cjs', plan)).toEqual({
        exitCode: 7,
        signal: null,
        stderr: '',
        lines: [],
      });
    }
  },
  TIMEOUT,
);

describe('a process with calls in flight ends as any other by', () => {
  const report = expect.stringMatching(
    /^\S+:\d+\n[^]*\nError: deliberate\n( {4}at .*\n)+\nNode\.js v[\d.]+\n$/,
  );

  test.each([
    ['uncaught exception', { exitCode: 1, signal: null, stderr: report, lines: [] }],
    ['unhandled rejection', { exitCode: 1, signal: null, stderr: report, lines: [] }],
    ['SIGINT', { exitCode: null, signal: 'SIGINT', stderr: '', lines: [] }],
    ['SIGTERM', { exitCode: null, signal: 'SIGTERM', stderr: '', lines: [] }],
    ['SIGTERM that is listened to', { exitCode: 0, signal: null, stderr: '', lines: ['0 0'] }],
  ])(
    '%s',
    async (scenario, expected) => {
      for (let run = 0; run < 3; run++) {
        const end = await runChild('lifetime-child.cjs', { store: makeFolder(), scenario });
        expect(end).toEqual(expected);
      }
    },
    TIMEOUT,
  );
});

describe.each([4, 16])('the main thread and %i workers save at once', (workers) => {
  test.each(
    [
      ['is terminated', 'terminate'],
      ['exits', 'exit'],
      ['throws', 'throw'],
    ].slice(0, workers > 4 ? 3 : 1),
  )(
    'one %s with calls in flight: the others go on, and what resolved anywhere is in the store',
    async (_, leaving) => {
      const store = makeFolder();
      const plan = { store, workers, leaving, ending: 'close' };
      const { lines, ...end } = await runChild('lifetime-workers-child.cjs', plan);
      expect(end).toEqual({ exitCode: 0, signal: null, stderr: '' });
      const [stored = []] = await storedNumbers(store);
      expect(missing(lines, stored)).toEqual([]);
      expect(stored).toHaveLength(new Set(stored).size);
      const threads = new Set(lines.map((number) => Math.floor(Number(number) / 1_000_000)));
      expect(threads.size).toBe(workers + 1);
    },
    TIMEOUT,
  );

  test(
    'SIGKILL when one has been terminated: what had resolved anywhere is in the store',
    async () => {
      const stores = Array.from({ length: 3 }, makeFolder);
      const resolved: string[][] = [];
      for (const store of stores) {
        const plan = { store, workers, leaving: 'terminate', ending: 'SIGKILL' };
        const { lines, ...end } = await runChild('lifetime-workers-child.cjs', plan);
        expect(end).toEqual({ exitCode: null, signal: 'SIGKILL', stderr: '' });
        resolved.push(lines);
      }
      const stored = await storedNumbers(...stores);
      expect(resolved.map((numbers, i) => missing(numbers, stored[i] ?? []))).toEqual([[], [], []]);
    },
    TIMEOUT,
  );
});

test(
  'one thread logs out and in again: the calls of others are answered, or refused before they reach the engine',
  async () => {
    const store = makeFolder();
    const { lines, stderr, ...end } = await runChild('lifetime-logout-child.cjs', {
      ...{ store, workers: 3, logouts: 30 },
    });
    expect(end).toEqual({ exitCode: 0, signal: null });
    const refused = 'ERR_IMSDK_CLOSED, mayHaveBeenStored: false';
    const answers = ['committed', 'ack', 'list'].flatMap((call) => [`${call}: 0`, `${call}: 6014`]);
    const refusals = ['committed', 'ack', 'list', 'flush'].map((call) => `${call}: ${refused}`);
    const seen = Object.keys(JSON.parse(stderr) as Record<string, number>);
    expect([...answers, 'flush: 0', ...refusals, 'close: 0']).toEqual(expect.arrayContaining(seen));
    expect(seen).toEqual(expect.arrayContaining([...refusals, 'committed: 0', 'ack: 0', 'close: 0']));
    expect(missing(lines, (await storedNumbers(store)).flat())).toEqual([]);
  },
  TIMEOUT,
);
