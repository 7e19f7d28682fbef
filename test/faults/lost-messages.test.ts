/** The engine acknowledges a message and does not store it. */
import type { Tim } from '../../lib/index.js';
import { clearFaults, messageFor, openTim, script, storedTexts } from './scripted-engine';

const save = 'TIMMsgSaveMsg';
let tim: Tim;

beforeEach(async () => {
  tim = await openTim();
});

afterEach(async () => {
  await clearFaults(tim);
  await tim.TIMUninit();
});

test('of a hundred saves at once, the one that was lost rejects, and the others resolve', async () => {
  await script(tim, { function: save, skip: 41, loses: true });
  const texts = Array.from({ length: 100 }, (_, index) => `text ${index}`);
  const outcomes = await Promise.allSettled(texts.map((text) => tim.TIMMsgSaveMsg(messageFor(text))));
  const lost = outcomes.flatMap(({ status }, index) => (status === 'rejected' ? [index] : []));
  expect(lost).toEqual([41]);
  expect(outcomes[41]).toMatchObject({
    reason: { code: 'ERR_IMSDK_NOT_STORED', mayHaveBeenStored: false },
  });
  expect(await storedTexts(tim)).toEqual(texts.filter((_, index) => index !== 41));
});

test('after a loss, saves resolve again', async () => {
  await script(tim, { function: save, loses: true });
  await expect(tim.TIMMsgSaveMsg(messageFor('lost'))).rejects.toMatchObject({ code: 'ERR_IMSDK_NOT_STORED' });
  await expect(tim.TIMMsgSaveMsg(messageFor('kept'))).resolves.toMatchObject({ code: 0 });
  expect(await storedTexts(tim)).toEqual(['kept']);
});

test("a lost save with durability 'ack' rejects the next flush, once", async () => {
  await script(tim, { function: save, loses: true });
  await expect(tim.TIMMsgSaveMsg(messageFor('lost'), { durability: 'ack' })).resolves.toMatchObject({
    code: 0,
  });
  await expect(tim.flush()).rejects.toMatchObject({ code: 'ERR_IMSDK_NOT_STORED', mayHaveBeenStored: true });
  await expect(tim.flush()).resolves.toBeUndefined();
});

test('a lost save whose look-up is answered with broken JSON rejects as not verified', async () => {
  await script(tim, { function: save, loses: true });
  // One look-up before the store switch and one after it ask whether the store is open, the next for the message.
  await script(tim, { function: 'TIMMsgFindByMsgLocatorList', skip: 2, replies: [{ json: '[{' }] });
  await expect(tim.TIMMsgSaveMsg(messageFor('lost'))).rejects.toMatchObject({
    code: 'ERR_IMSDK_NOT_VERIFIED',
    mayHaveBeenStored: true,
  });
});

test('a store that is away for a moment after a commit is waited for', async () => {
  await script(tim, {
    function: 'TIMMsgFindByMsgLocatorList',
    times: 5,
    replies: [{ code: 6014, desc: 'not init database', json: '' }],
  });
  await expect(tim.TIMMsgSaveMsg(messageFor('kept'))).resolves.toMatchObject({ code: 0 });
  expect(await storedTexts(tim)).toEqual(['kept']);
});

test('a change that the engine answers by its return alone is not taken for the loss of an earlier save', async () => {
  await script(tim, { function: save, loses: true });
  await expect(tim.TIMMsgSaveMsg(messageFor('lost'))).rejects.toMatchObject({ code: 'ERR_IMSDK_NOT_STORED' });
  expect(await tim.TIMConvCancelDraft({ convId: 'bob', convType: 1 })).toBe(0);
  await expect(tim.flush()).resolves.toBeUndefined();
});
