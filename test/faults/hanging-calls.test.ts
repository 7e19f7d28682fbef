/** Calls that are slow to return, or do not return at all. */
import { setTimeout as delay } from 'node:timers/promises';

import { TIMErrCode, type Tim } from '../../lib/index.js';
import { EngineSession } from '../../lib/message-store/engine-session.js';
import { sharedBridge } from '../../lib/native/bridge.js';
import {
  SCRIPTED_ENGINE,
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
  // A close that hung goes on now, and calls are refused until it has ended.
  while (sharedBridge().addon.isEngineClosing()) await delay(1);
  await clearFaults(tim);
  await tim.TIMUninit();
});

async function untilEngineCloses(): Promise<void> {
  while (!sharedBridge().addon.isEngineClosing()) await delay(1);
}

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

/** Time limits pass in a hundredth of their time. */
async function quickly(action: () => Promise<unknown>): Promise<void> {
  const { setTimeout } = globalThis;
  const hurried = jest.spyOn(globalThis, 'setTimeout');
  hurried.mockImplementation((callback: () => void, milliseconds = 0) =>
    setTimeout(callback, milliseconds / 100),
  );
  try {
    await action();
  } finally {
    hurried.mockRestore();
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

describe('a logout while another environment has calls under way', () => {
  /** As that of a worker has, a copy of the package has calls and waits of its own. */
  let other: Tim;

  beforeEach(async () => {
    await tim.TIMUninit();
    const folder = temporaryFolder();
    await tim.TIMInit({ config_path: folder });
    await tim.TIMLogin({ userID: 'alice' });
    jest.isolateModules(() => {
      const copy = jest.requireActual<{ Tim: typeof Tim }>('../../lib/index');
      other = new copy.Tim({ sdkappid: 1400000001, localOnly: true, libraryPath: SCRIPTED_ENGINE });
    });
    await other.TIMInit({ config_path: folder });
  });

  afterEach(() => other.TIMUninit());

  test('waits for their answers', async () => {
    await script(tim, { function: save, replies: [{ after: 100 }] });
    const saved = other.TIMMsgSaveMsg(messageFor('late'));
    await reachedEngine();
    const loggedOut = tim.TIMLogout();
    await expect(saved).resolves.toMatchObject({ code: 0 });
    await expect(loggedOut).resolves.toMatchObject({ code: 0 });
  });

  test('ends those that have none after a second, and what comes then is refused', async () => {
    await script(tim, { function: save, replies: [] });
    await script(tim, { function: 'TIMMsgGetMsgList', replies: [] });
    const lost = [
      other.TIMMsgSaveMsg(messageFor('unanswered')),
      other.TIMMsgGetMsgList({ conv_id: 'bob', conv_type: 1, params: {} }),
    ].map((call) =>
      expect(call).rejects.toMatchObject({ code: 'ERR_IMSDK_CLOSED', mayHaveBeenStored: true }),
    );
    await reachedEngine();
    const loggedOut = tim.TIMLogout();
    await untilEngineCloses();
    for (const call of [() => other.TIMMsgSaveMsg(messageFor('too late')), () => other.flush()]) {
      await expect(call()).rejects.toMatchObject({ code: 'ERR_IMSDK_CLOSED', mayHaveBeenStored: false });
    }
    await expect(loggedOut).resolves.toMatchObject({ code: 0 });
    await Promise.all(lost);
    await tim.TIMLogin({ userID: 'alice' });
    await expect(other.TIMMsgSaveMsg(messageFor('next'))).resolves.toMatchObject({ code: 0 });
  });

  test('has stored what they have acknowledged', async () => {
    await other.TIMMsgSaveMsg(messageFor('acknowledged'), { durability: 'ack' });
    await tim.TIMLogout();
    await expect(other.flush()).resolves.toBeUndefined();
  });
});

test('a query that the ending engine swallows holds up nothing and leaves nothing behind', async () => {
  await script(tim, { function: 'TIMMsgFindMessages', replies: [] });
  expect(await tim.TIMUninit()).toBe(0);
  expect(sharedBridge().addon.counts()).toEqual({ waiting: 0, withEngine: 0 });
});

describe('TIMInit while the store of the session before still answers', () => {
  const stillOpen = {
    function: 'TIMMsgFindMessages',
    replies: [{ code: 6017, desc: 'no message id is valid', json: '[]' }],
  };

  beforeEach(() => tim.TIMUninit());

  test('resolves when it does not any more', async () => {
    await script(tim, { ...stillOpen, times: 3 });
    await expect(tim.TIMInit({ config_path: temporaryFolder() })).resolves.toBe(0);
    const { code } = await tim.TIMMsgFindMessages({ json_message_id_array: ['-1-1'] });
    expect(code).toBe(TIMErrCode.ERR_SDK_NOT_LOGGED_IN);
  });

  test('rejects after ten seconds, and says what the engine answers', async () => {
    await script(tim, { ...stillOpen, times: 0 });
    const start = Date.now();
    let looks = 0;
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => start + 1000 * looks++);
    try {
      await expect(tim.TIMInit({ config_path: temporaryFolder() })).rejects.toMatchObject({
        code: 'ERR_IMSDK_TIMEOUT',
        message: expect.stringContaining('6017 no message id is valid') as string,
      });
    } finally {
      clock.mockRestore();
    }
    await clearFaults(tim);
    await expect(tim.TIMInit({ config_path: temporaryFolder() })).resolves.toBe(0);
  });
});

test('TIMInit that hangs rejects after ten seconds, is in nobody’s way, and works when the engine has come back', async () => {
  await tim.TIMUninit();
  await script(tim, { function: 'TIMInit', blocks: true });
  const hangs = { code: 'ERR_IMSDK_TIMEOUT', message: expect.stringMatching(/TIMInit.*10000 ms/) as string };
  await quickly(async () => {
    await expect(tim.TIMInit({ config_path: temporaryFolder() })).rejects.toMatchObject(hangs);
    // It closes what the first one may have opened, and cannot either.
    await expect(makeTim().TIMInit({ config_path: temporaryFolder() })).rejects.toMatchObject({
      code: 'ERR_IMSDK_TIMEOUT',
    });
  });
  door.release();
  tim = await openTim();
  await expect(tim.TIMMsgSaveMsg(messageFor('next'))).resolves.toMatchObject({ code: 0 });
});

test('a login that waits for TIMInit ends with TIMUninit', async () => {
  await tim.TIMUninit();
  await script(tim, { function: 'TIMInit', blocks: true });
  const opening = tim.TIMInit({ config_path: temporaryFolder() });
  const logIn = jest.spyOn(EngineSession.prototype, 'logInLocally');
  const loggingIn = tim.TIMLogin({ userID: 'alice' });
  const outcome = expect(loggingIn).rejects.toMatchObject({ code: 'ERR_IMSDK_CLOSED' });
  await delay(20); // it waits
  let closing: Promise<number> | undefined;
  await quickly(async () => {
    closing = tim.TIMUninit();
    await outcome;
  });
  door.release();
  await expect(opening).resolves.toBe(0);
  await expect(closing).resolves.toBe(0);
  expect(logIn).not.toHaveBeenCalled();
  logIn.mockRestore();
});

test('a save whose commit hangs rejects as one that may have been stored, and the next one works', async () => {
  await script(tim, { function: 'callExperimentalAPI', blocks: true });
  await quickly(() =>
    expect(tim.TIMMsgSaveMsg(messageFor('stuck'))).rejects.toMatchObject({
      code: 'ERR_IMSDK_NOT_VERIFIED',
      mayHaveBeenStored: true,
      cause: { code: 'ERR_IMSDK_TIMEOUT' },
    }),
  );
  door.release();
  await expect(tim.TIMMsgSaveMsg(messageFor('next'))).resolves.toMatchObject({ code: 0 });
});

test('a login that waits for a store which does not answer rejects', async () => {
  await tim.TIMLogout();
  await script(tim, { function: 'TIMMsgFindByMsgLocatorList', replies: [] });
  await quickly(() =>
    expect(tim.TIMLogin({ userID: 'alice' })).rejects.toMatchObject({ code: 'ERR_IMSDK_TIMEOUT' }),
  );
  await expect(tim.TIMLogin({ userID: 'alice' })).resolves.toMatchObject({ code: 0 });
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
