/** When a round of the commit barrier begins: at once for a lone save, and for many when it pays off. */
import { CommitBarrier } from '../../lib/message-store/commit/commit-barrier.js';
import * as strategies from '../../lib/message-store/commit/commit-strategy.js';
import type { ProcessSession } from '../../lib/message-store/process-session.js';
import type { Bridge, Reply } from '../../lib/native/bridge.js';
import { UnfinishedWork } from '../../lib/unfinished-work.js';

// Jest's false clock is the global one alone.
jest.mock('node:perf_hooks', () => ({ performance: { now: () => globalThis.performance.now() } }));
jest.mock('../../lib/message-store/commit/commit-strategy.js');

/** How long a round takes here, and between which limits the time from one to the next is, in milliseconds. */
const ROUND = 4;
const LEAST = 10;
const MOST = 100;

const reply = { code: 0, storeFailures: 0 } as Reply;

/** A barrier, when its rounds began, and how many saves have been settled. */
function makeBarrier(): {
  barrier: CommitBarrier;
  rounds: number[];
  settled: () => number;
  /** A save that is on its way; what it returns has the engine acknowledge it. */
  save: () => () => void;
  /** The engine ends, with which it commits what it has acknowledged. */
  end: () => number;
} {
  const start = performance.now();
  const rounds: number[] = [];
  jest.mocked(strategies.chooseStrategy).mockReturnValue('store switch');
  jest.mocked(strategies.commit).mockImplementation(async () => {
    rounds.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, ROUND));
    return { strategy: 'store switch', isSameStore: true };
  });
  const unfinished = new UnfinishedWork(() => undefined);
  let endings = 0;
  const bridge = {
    addon: { storeFailures: () => 0, engineEndings: () => endings },
    unfinished,
  } as unknown as Bridge;
  const barrier = new CommitBarrier(bridge, {} as unknown as ProcessSession);
  let settled = 0;
  const save = (): (() => void) => {
    barrier.expect();
    return () => {
      barrier.arrived();
      barrier.commit({ messageId: 'id', reply, settle: () => settled++ });
    };
  };
  return { barrier, rounds, settled: () => settled, save, end: () => endings++ };
}

/** Saves that are on their way, each to be acknowledged by a call. */
function several(count: number, save: () => () => void): (() => void)[] {
  return Array.from({ length: count }, save);
}

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

test('saves one after the other each begin a round at once', async () => {
  const { rounds, save, settled } = makeBarrier();
  for (const _ of [1, 2, 3]) {
    save()();
    await jest.advanceTimersByTimeAsync(ROUND);
  }
  expect(rounds).toEqual([0, ROUND, 2 * ROUND]);
  expect(settled()).toBe(3);
});

test('while others are on their way, rounds begin at a distance, and when half of all saves wait', async () => {
  const { rounds, save } = makeBarrier();
  save()();
  const [first, second, third, fourth] = several(4, save);
  await jest.advanceTimersByTimeAsync(ROUND);
  first?.();
  second?.();
  await jest.advanceTimersByTimeAsync(LEAST - ROUND - 1);
  expect(rounds).toEqual([0]);
  await jest.advanceTimersByTimeAsync(1);
  expect(rounds).toEqual([0, LEAST]);

  await jest.advanceTimersByTimeAsync(2 * LEAST);
  const others = several(2, save);
  third?.();
  await jest.advanceTimersByTimeAsync(LEAST);
  expect(rounds).toHaveLength(2);
  fourth?.();
  await jest.advanceTimersByTimeAsync(0);
  expect(rounds).toEqual([0, LEAST, 4 * LEAST]);
  expect(others).toHaveLength(2);
});

test('fewer than half of them wait no longer than the limit', async () => {
  const { rounds, save } = makeBarrier();
  save()();
  const [first] = several(9, save);
  await jest.advanceTimersByTimeAsync(ROUND);
  first?.();
  await jest.advanceTimersByTimeAsync(MOST - ROUND - 1);
  expect(rounds).toEqual([0]);
  await jest.advanceTimersByTimeAsync(1);
  expect(rounds).toEqual([0, MOST]);
});

test.each<[string, (barrier: CommitBarrier) => void]>([
  ['the last of those on their way', (barrier) => barrier.arrived()],
  ['a flush', (barrier) => void barrier.flush()],
])('%s ends the wait', async (_what, end) => {
  const { barrier, rounds, save } = makeBarrier();
  save()();
  await jest.advanceTimersByTimeAsync(ROUND);
  save();
  save()();
  await jest.advanceTimersByTimeAsync(1);
  end(barrier);
  await jest.advanceTimersByTimeAsync(0);
  expect(rounds).toEqual([0, ROUND + 1]);
});

test('a save that comes long after the last round begins one at once, whatever is on its way', async () => {
  const { rounds, save } = makeBarrier();
  save()();
  await jest.advanceTimersByTimeAsync(MOST);
  several(9, save);
  save()();
  await jest.advanceTimersByTimeAsync(0);
  expect(rounds).toEqual([0, MOST]);
});

test('what was acknowledged before the engine ended needs no round, with nobody logged in', async () => {
  const { barrier, rounds, end } = makeBarrier();
  barrier.acknowledged(reply);
  end();
  await barrier.flush();
  expect(rounds).toEqual([]);
});

test('a round that fails as the engine ends has committed', async () => {
  const { barrier, end } = makeBarrier();
  jest.mocked(strategies.commit).mockImplementation(() => {
    end();
    return Promise.reject(new Error('the store is not open'));
  });
  barrier.acknowledged(reply);
  await expect(barrier.flush()).resolves.toBeUndefined();
});

test('a round that fails otherwise has not', async () => {
  const { barrier } = makeBarrier();
  jest.mocked(strategies.commit).mockRejectedValue(new Error('the store is not open'));
  barrier.acknowledged(reply);
  await expect(barrier.flush()).rejects.toMatchObject({ code: 'ERR_IMSDK_NOT_VERIFIED' });
});
