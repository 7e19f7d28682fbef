/**
 * Workers that come and go while the process has the engine.
 *
 * A short form runs by default. The long form, with 200 of each kind (eight minutes on a busy machine):
 *   NODE_IMSDK_LONG=1 node scripts/test.mjs process -- lifetime-cycles
 */
import { makeFolder, runChild } from './process-child.js';

const cycles = process.env['NODE_IMSDK_LONG'] === '1' ? 200 : 24;
const TIMEOUT = 600_000;
const withoutTrouble = {
  exitCode: 0,
  signal: null,
  stderr: '',
  lines: Array.from({ length: cycles }, () => '0'),
};

test.each([
  ['exit with calls in flight', 'exit'],
  ['throw with calls in flight', 'throw'],
  ['are terminated with calls in flight', 'terminate'],
  ['end without closing their client', 'unclosed'],
])(
  `${cycles} workers in turn %s: the main thread saves through the same engine all the while`,
  async (_, ending) => {
    const plan = { store: makeFolder(), cycles, ending };
    expect(await runChild('lifetime-cycles-child.cjs', plan)).toEqual(withoutTrouble);
  },
  TIMEOUT,
);

test.each(['open', 'close', 'log out'])(
  `${cycles} workers in turn are terminated while they %s: the engine is there for the next client, in the same store and in another`,
  async (ending) => {
    const plan = { store: makeFolder(), cycles, ending };
    expect(await runChild('lifetime-cycles-child.cjs', plan)).toEqual(withoutTrouble);
  },
  TIMEOUT,
);
