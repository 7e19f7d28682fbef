/** Who waits for which call: as a map would have it, in whatever order calls are answered. */
import fc from 'fast-check';
import { Receivers, type Receiver } from '../../lib/native/receivers.js';

/** More calls than there are places, so that some still wait when theirs is needed again. */
const CALLS = 9000;

const makeReceiver = (): Receiver => ({ receive: () => undefined });

test('is a map of numbers that come in order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 3000 }), fc.float({ min: 0, max: 1, noNaN: true })), {
        minLength: 1,
        maxLength: 12,
      }),
      (steps) => {
        const receivers = new Receivers();
        const model = new Map<number, Receiver>();
        let last = 0;
        for (const [count, share] of steps) {
          for (let i = 0; i < count && last < CALLS; i++) {
            const receiver = makeReceiver();
            receivers.set(++last, receiver);
            model.set(last, receiver);
          }
          // Those that are answered, some of them twice.
          for (let id = 1; id <= last; id++) {
            if ((id * 0.618034) % 1 >= share) continue;
            expect(receivers.has(id)).toBe(model.has(id));
            expect(receivers.take(id)).toBe(model.get(id));
            model.delete(id);
          }
          expect(receivers.ids().sort((a, b) => a - b)).toEqual([...model.keys()]);
        }
      },
    ),
    { numRuns: 30 },
  );
});

test('knows none that it was not given', () => {
  const receivers = new Receivers();
  expect(receivers.has(0)).toBe(false);
  expect(receivers.take(1)).toBeUndefined();
  receivers.set(1, makeReceiver());
  expect(receivers.has(2049)).toBe(false);
  expect(receivers.take(2049)).toBeUndefined();
  expect(receivers.take(1)).toBeDefined();
  expect(receivers.ids()).toEqual([]);
});
