/** What else a process with an engine can have: vm contexts, and child processes. */
import { makeFolder, runChild } from './process-child.js';

const TIMEOUT = 60_000;
const ended = { exitCode: 0, signal: null, stderr: '' };

test.each([
  ['a client in a context', 'its code’s objects are taken as any others', ['0,1,ERR_IMSDK_INVALID_ARGUMENT']],
  ['a copy in each of three contexts', 'they share the engine', ['0,0,0']],
  [
    'fork with calls in flight',
    'the child is refused the store, has one of its own, and the parent’s saves resolve',
    ['0 ERR_IMSDK_STORE_IN_USE parent 0 0 0 0'],
  ],
  [
    'programs started with calls in flight',
    'both go on',
    [Array.from({ length: 20 }, (_, i) => i).join(), '0 0'],
  ],
])(
  '%s: %s',
  async (scenario, _, lines) => {
    const end = await runChild('lifetime-around-child.cjs', { store: makeFolder(), scenario });
    expect(end).toEqual({ ...ended, lines });
  },
  TIMEOUT,
);

test(
  'a program that a process has started and that outlives it does not hold its store',
  async () => {
    const store = makeFolder();
    const { lines, ...end } = await runChild('lifetime-around-child.cjs', {
      store,
      scenario: 'a program that outlives it',
    });
    try {
      expect(end).toEqual(ended);
      const next = await runChild('lifetime-around-child.cjs', { store, scenario: 'the store again' });
      expect(next).toEqual({ ...ended, lines: ['0 0'] });
    } finally {
      process.kill(Number(lines[0]));
    }
  },
  TIMEOUT,
);
