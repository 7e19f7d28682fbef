/** When a round of the commit barrier begins: at once for a lone save, and for many when it pays off. */
import { CommitBarrier } from '../../lib/message-store/commit/commit-barrier.js';
import type { ProcessSession } from '../../lib/message-store/process-session.js';
import { StoreSwitchOutcome } from '../../lib/native/addon.js';
import type { Bridge, Reply } from '../../lib/native/bridge.js';

// Jest's false clock is the global one alone.
jest.mock('node:perf_hooks', () => ({ performance: { now: () => globalThis.performance.now() } }));
jest.mock('node:timers/promises', () => ({
  ...jest.requireActual<object>('node:timers/promises'),
  setTimeout: (ms: number) => new Promise((resolve) => setTimeout(resolve, ms)),
}));

/** How long a round takes here, in milliseconds, and how long the barrier rests after it. */
const ROUND = 10;
const REST = 50;

const reply = { code: 0, storeFailures: 0 } as Reply;

/** The engine's timer, with the barrier's margin, in milliseconds. */
const TIMER = 520;

/** A barrier, and when its rounds began; or, where the engine knows the user, when the store was asked. */
function makeBarrier(localOnly = true): {
  barrier: CommitBarrier;
  rounds: number[];
  save: (isAnswered?: boolean) => void;
} {
  const start = performance.now();
  const rounds: number[] = [];
  const bridge = {
    addon: { storeFailures: () => 0 },
    switchStore: () => {
      rounds.push(performance.now() - start);
      return new Promise((resolve) =>
        setTimeout(() => resolve({ ...reply, code: StoreSwitchOutcome.committed }), ROUND),
      );
    },
    callWithin: () => {
      rounds.push(performance.now() - start);
      return Promise.resolve(reply);
    },
  };
  const session = { identity: { localOnly }, user: { userId: 'alice', online: false } };
  const barrier = new CommitBarrier(bridge as unknown as Bridge, session as unknown as ProcessSession);
  const save = (isAnswered = true): void => {
    barrier.expect();
    if (!isAnswered) return;
    barrier.arrived();
    barrier.whenCommitted('id', reply, () => undefined);
  };
  return { barrier, rounds, save };
}

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

test('saves one after the other each begin a round at once', async () => {
  const { rounds, save } = makeBarrier();
  for (const _ of [1, 2, 3]) {
    save();
    await jest.advanceTimersByTimeAsync(ROUND);
  }
  expect(rounds).toEqual([0, ROUND, 2 * ROUND]);
});

test('while others are on their way, the next round waits five times as long as the last one took', async () => {
  const { rounds, save } = makeBarrier();
  save();
  await jest.advanceTimersByTimeAsync(ROUND);
  save(false);
  save();
  await jest.advanceTimersByTimeAsync(REST - 1);
  expect(rounds).toEqual([0]);
  await jest.advanceTimersByTimeAsync(1);
  expect(rounds).toEqual([0, ROUND + REST]);
});

test.each<[string, (barrier: CommitBarrier) => void]>([
  ['the last of those on their way', (barrier) => barrier.arrived()],
  ['a flush', (barrier) => void barrier.flush()],
])('%s ends the wait', async (_what, end) => {
  const { barrier, rounds, save } = makeBarrier();
  save();
  await jest.advanceTimersByTimeAsync(ROUND);
  save(false);
  save();
  await jest.advanceTimersByTimeAsync(1);
  end(barrier);
  await jest.advanceTimersByTimeAsync(0);
  expect(rounds).toEqual([0, ROUND + 1]);
});

test('a save that comes long after the last round begins one at once, whatever is on its way', async () => {
  const { rounds, save } = makeBarrier();
  save();
  await jest.advanceTimersByTimeAsync(ROUND + REST);
  save(false);
  save();
  await jest.advanceTimersByTimeAsync(0);
  expect(rounds).toEqual([0, ROUND + REST]);
});

test("a round that waits for the engine's timer begins at once, whatever is on its way", async () => {
  const { rounds, save } = makeBarrier(false);
  save();
  await jest.advanceTimersByTimeAsync(TIMER);
  save(false);
  save();
  await jest.advanceTimersByTimeAsync(0);
  expect(rounds).toEqual([0, TIMER, TIMER, TIMER]);
});
