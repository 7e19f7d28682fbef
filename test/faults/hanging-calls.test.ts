/** Calls that are slow to return, or do not return at all. */
import { setTimeout as delay } from 'node:timers/promises';

import type { Tim } from '../../lib/index.js';
import {
  clearFaults,
  expire,
  makeTim,
  messageFor,
  openDoor,
  openTim,
  reachedEngine,
  script,
  storedTexts,
  temporaryFolder,
} from './scripted-engine';

const save = 'TIMMsgSaveMsg';
const door = openDoor();
let tim: Tim;

beforeEach(async () => {
  tim = await openTim();
});

afterEach(async () => {
  door.release();
  await clearFaults(tim);
  await tim.TIMUninit();
});

/** Lets so many milliseconds pass for the time limits, and none for anything else. */
async function withoutWaiting(milliseconds: number, action: () => Promise<unknown>): Promise<unknown> {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'Date'] });
  try {
    const outcome = action().catch((error: unknown) => error);
    await jest.advanceTimersByTimeAsync(milliseconds);
    return await outcome;
  } finally {
    jest.useRealTimers();
  }
}

test('a slow call holds up neither timers nor its own outcome', async () => {
  await script(tim, { function: save, takes: 100 });
  let turns = 0;
  const ticking = setInterval(() => turns++, 1);
  await expect(tim.TIMMsgSaveMsg(messageFor('slow'))).resolves.toMatchObject({ code: 0 });
  clearInterval(ticking);
  expect(turns).toBeGreaterThan(5);
});

test.each([
  ['aborted', (controller: AbortController) => ({ signal: controller.signal }), 'ERR_IMSDK_ABORTED'],
  ['timed out', () => ({ timeout: 20 }), 'ERR_IMSDK_TIMEOUT'],
] as const)(
  'a save that is %s behind a blocked call is not stored, and says so',
  async (_, options, code) => {
    await script(tim, { function: save, blocks: true });
    const controller = new AbortController();
    const blocked = tim.TIMMsgSaveMsg(messageFor('blocked'));
    const hasty = tim.TIMMsgSaveMsg(messageFor('hasty'), options(controller));
    const patient = tim.TIMMsgSaveMsg(messageFor('patient'));
    controller.abort();
    await expect(hasty).rejects.toMatchObject({ code, mayHaveBeenStored: false });
    door.release();
    await expect(blocked).resolves.toMatchObject({ code: 0 });
    await expect(patient).resolves.toMatchObject({ code: 0 });
    expect(await storedTexts(tim)).toEqual(['blocked', 'patient']);
  },
);

test('a blocked call reaches its own time limit as one that may have been stored', async () => {
  await script(tim, { function: save, blocks: true });
  expect(await expire((options) => tim.TIMMsgSaveMsg(messageFor('blocked'), options))).toMatchObject({
    code: 'ERR_IMSDK_TIMEOUT',
    mayHaveBeenStored: true,
  });
  door.release();
  await expect(tim.TIMMsgSaveMsg(messageFor('next'))).resolves.toMatchObject({ code: 0 });
});

test('TIMUninit that hangs in the engine rejects after ten seconds, and says what to do', async () => {
  await script(tim, { function: 'TIMUninit', blocks: true });
  const error = await withoutWaiting(10_000, () => tim.TIMUninit());
  expect(error).toMatchObject({ code: 'ERR_IMSDK_TIMEOUT' });
  expect((error as Error).message).toMatch(/TIMUninit.*End this process/s);
});

test('TIMInit waits while an earlier TIMUninit hangs, and works when the engine has come back', async () => {
  await script(tim, { function: 'TIMUninit', blocks: true });
  await withoutWaiting(10_000, () => tim.TIMUninit());
  const next = makeTim();
  let isOpen = false;
  const opening = next.TIMInit({ config_path: temporaryFolder() }).finally(() => (isOpen = true));
  await delay(20);
  expect(isOpen).toBe(false);
  door.release();
  await expect(opening).resolves.toBe(0);
  await next.TIMLogin({ userID: 'alice' });
  await expect(next.TIMMsgSaveMsg(messageFor('next'))).resolves.toMatchObject({ code: 0 });
  await next.TIMUninit();
});

test('TIMUninit behind a call that never returns rejects, and so do the saves before it', async () => {
  await script(tim, { function: save, blocks: true });
  const blocked = tim.TIMMsgSaveMsg(messageFor('blocked'));
  const queued = tim.TIMMsgSaveMsg(messageFor('queued'));
  const outcomes = Promise.allSettled([blocked, queued]);
  await reachedEngine();
  const error = await withoutWaiting(40_000, () => tim.TIMUninit());
  expect(error).toMatchObject({ code: 'ERR_IMSDK_TIMEOUT' });
  expect(await outcomes).toMatchObject([
    { reason: { code: 'ERR_IMSDK_CLOSED', mayHaveBeenStored: true } },
    { reason: { code: 'ERR_IMSDK_CLOSED', mayHaveBeenStored: false } },
  ]);
});

test('TIMUninit while a commit is stuck rejects, and so does the save that waits for it', async () => {
  await script(tim, { function: 'callExperimentalAPI', blocks: true });
  const saving = tim.TIMMsgSaveMsg(messageFor('stuck'));
  const outcome = expect(saving).rejects.toMatchObject({ code: 'ERR_IMSDK_CLOSED', mayHaveBeenStored: true });
  await delay(20); // the commit has begun
  const error = await withoutWaiting(40_000, () => tim.TIMUninit());
  expect(error).toMatchObject({ code: 'ERR_IMSDK_TIMEOUT' });
  await outcome;
});
