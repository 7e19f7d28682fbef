/** The calls that closing a client waits for. */
import { NOT_PENDING, PendingCalls, type PendingCall } from '../../lib/pending-calls.js';
import { UnfinishedWork } from '../../lib/unfinished-work.js';

function makeCalls(
  count: number,
  unfinished = new UnfinishedWork(() => undefined),
): { pending: PendingCalls; calls: PendingCall[]; closed: number[] } {
  const pending = new PendingCalls(unfinished);
  const closed: number[] = [];
  const calls = Array.from({ length: count }, (_, index): PendingCall => {
    const call = {
      place: NOT_PENDING,
      close: () => {
        closed.push(index);
        pending.remove(call);
      },
    };
    return call;
  });
  for (const call of calls) pending.add(call);
  return { pending, calls, closed };
}

test('closing ends those that are pending, each once, and no others', async () => {
  const { pending, calls, closed } = makeCalls(5);
  for (const index of [1, 4, 0]) pending.remove(calls[index] as PendingCall);
  pending.remove(calls[1] as PendingCall);
  await pending.finish(1);
  expect(closed.sort()).toEqual([2, 3]);
  await pending.finish(1);
  expect(closed).toHaveLength(2);
});

test('the wait ends when the last one is answered', async () => {
  const { pending, calls, closed } = makeCalls(3);
  const finished = pending.finish(60_000);
  for (const call of calls) pending.remove(call);
  await finished;
  expect(closed).toEqual([]);
});

test('several waits end together when the last one is answered', async () => {
  const { pending, calls, closed } = makeCalls(2);
  const finished = Promise.all([pending.finish(60_000), pending.finish(60_000)]);
  for (const call of calls) pending.remove(call);
  await finished;
  expect(closed).toEqual([]);
});

test('the calls of all clients are waited for, then closed; whether there are any is told when it changes', async () => {
  const told: boolean[] = [];
  const unfinished = new UnfinishedWork((isBusy) => told.push(isBusy));
  const [answered, unanswered] = [makeCalls(2, unfinished), makeCalls(2, unfinished)];
  expect(told).toEqual([true]);
  const finished = unfinished.finish(20);
  for (const call of answered.calls) answered.pending.remove(call);
  expect(told).toEqual([true]);
  await finished;
  expect(answered.closed).toEqual([]);
  expect(unanswered.closed).toEqual([0, 1]);
  expect(told).toEqual([true, false]);
  await unfinished.finish(60_000);
});
