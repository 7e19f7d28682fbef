/**
 * Back-pressure: the engine is given 64 saves at once, and the others wait in our queue, in order.
 *
 * A save that waits took 3.2 to 3.4 KB of memory (four runs, Node 20, Linux x64, 20,000 messages of one short
 * text each; resident set before and after the calls). To measure it again:
 *   node --expose-gc test/engine/durability-memory-child.cjs <an empty folder>
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { sharedBridge } from '../../lib/native/bridge.js';
import { logInClient, makeFolder, text, toBob } from './client.js';
import { storedNumbers } from './durability-store.js';

const SAVES = 20_000;
const WINDOW = 64;

test('20,000 saves at once: at most 64 are with the engine, and the order is kept', async () => {
  const store = makeFolder();
  const tim = await logInClient({}, store);
  const { addon } = sharedBridge();
  // The logins that local-only mode keeps going.
  const idle = addon.counts();
  const order: number[] = [];
  const saves = Array.from({ length: SAVES }, (_, i) =>
    tim.TIMMsgSaveMsg(toBob(text(`#${i}#`))).then(({ code }) => {
      if (code === 0) order.push(i);
    }),
  );
  let most = addon.counts();
  const watch = setInterval(() => {
    const { waiting, withEngine } = addon.counts();
    most = {
      waiting: Math.max(most.waiting, waiting),
      withEngine: Math.max(most.withEngine, withEngine),
    };
  });
  await Promise.all(saves);
  clearInterval(watch);
  // The commit barrier asks the store whether it is open; that is no save, and one is under way at a time.
  expect(most.withEngine - idle.withEngine).toBeLessThanOrEqual(WINDOW + 1);
  expect(most.waiting).toBeGreaterThan(WINDOW);
  expect(addon.counts()).toEqual(idle);
  const inOrder = Array.from({ length: SAVES }, (_, i) => i);
  expect(order).toEqual(inOrder);
  await tim.TIMUninit();
  expect(storedNumbers(store)).toEqual(inOrder);
});

test('a save that waits takes less than 6 KB of memory', () => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--expose-gc', path.join(__dirname, 'durability-memory-child.cjs'), makeFolder()],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  const { bytesPerSave } = JSON.parse(stdout) as { bytesPerSave: number };
  expect(bytesPerSave).toBeLessThan(6 * 1024);
});
