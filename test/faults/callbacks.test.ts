/** When, where and how often the engine calls back. */
import { setTimeout as delay } from 'node:timers/promises';

import type { Tim } from '../../lib/index.js';
import { sharedBridge } from '../../lib/native/bridge.js';
import {
  clearFaults,
  expire,
  messageFor,
  openDoor,
  openTim,
  reachedEngine,
  script,
  storedTexts,
  textOf,
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

/** Calls that the engine has not answered, as the native side counts them. */
function callsWithEngine(): number {
  return sharedBridge().addon.counts().withEngine;
}

test.each([
  ['inside the call', { on: 'call' }],
  ["on the engine's thread before the call returns", { on: 'engine', beforeReturn: true }],
  ["on the engine's thread after the call has returned", { on: 'engine', after: 20 }],
  ['on a new thread before the call returns', { on: 'thread', beforeReturn: true }],
  ['on a new thread after the call has returned', { on: 'thread', after: 20 }],
] as const)('a callback %s resolves the save', async (_, reply) => {
  await script(tim, { function: save, replies: [reply] });
  const { code, json_param } = await tim.TIMMsgSaveMsg(messageFor('hello'));
  expect(code).toBe(0);
  expect(textOf(json_param)).toBe('hello');
});

test('a callback on the JavaScript thread resolves the save, and runs nothing of JavaScript itself', async () => {
  await script(tim, { function: save, replies: [{ on: 'javascript' }] });
  let isResolved = false;
  const saving = tim.TIMMsgSaveMsg(messageFor('hello'), { durability: 'ack' });
  void saving.then(() => (isResolved = true));
  await tim.TIMGetSDKVersion(); // comes after the save
  expect(door.deliver()).toBe(1);
  expect(isResolved).toBe(false);
  await expect(saving).resolves.toMatchObject({ code: 0 });
});

test.each([
  ['inside the call', [{ on: 'call', copies: 2 }]],
  ["on the engine's thread", [{ copies: 2 }]],
  ['inside the call and on another thread at once', [{ on: 'thread' }, { on: 'call' }]],
  ['with another code', [{ code: 0 }, { code: 6017, desc: 'again' }]],
] as const)('a callback that comes twice %s counts once', async (_, replies) => {
  await script(tim, { function: save, replies: [...replies] });
  const texts = ['first', 'second', 'third'];
  const results = await Promise.all(texts.map((text) => tim.TIMMsgSaveMsg(messageFor(text))));
  expect(results.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(results.map(({ json_param }) => textOf(json_param))).toEqual(texts);
  expect(callsWithEngine()).toBe(0);
});

test('a callback that never comes is given up at the time limit, as one that may have been stored', async () => {
  await script(tim, { function: save, replies: [] });
  expect(await expire((options) => tim.TIMMsgSaveMsg(messageFor('lost'), options))).toMatchObject({
    code: 'ERR_IMSDK_TIMEOUT',
    mayHaveBeenStored: true,
  });
  expect(callsWithEngine()).toBe(0);
  expect(await storedTexts(tim)).toContain('lost');
});

test('a callback that never comes is given up when the signal aborts, with its reason', async () => {
  await script(tim, { function: save, replies: [] });
  const abort = new AbortController();
  const saving = tim.TIMMsgSaveMsg(messageFor('lost'), { signal: abort.signal });
  await tim.TIMGetSDKVersion();
  abort.abort('changed my mind');
  await expect(saving).rejects.toMatchObject({
    code: 'ERR_IMSDK_ABORTED',
    cause: 'changed my mind',
    mayHaveBeenStored: true,
  });
});

test('a save that waits for a time limit leaves the event loop and other saves alone', async () => {
  await script(tim, { function: save, replies: [] });
  const timedOut = { code: 'ERR_IMSDK_TIMEOUT' };
  const lost = expect(tim.TIMMsgSaveMsg(messageFor('lost'), { timeout: 500 })).rejects.toMatchObject(
    timedOut,
  );
  const next = tim.TIMMsgSaveMsg(messageFor('next'), { durability: 'ack' });
  await expect(next).resolves.toMatchObject({ code: 0 });
  // A commit waits for calls that are under way, and for this one no longer than it does itself.
  await expect(tim.TIMMsgSaveMsg(messageFor('committed'))).resolves.toMatchObject({ code: 0 });
  await lost;
});

test('a callback that comes minutes late resolves the save, where nothing limits it', async () => {
  await script(tim, { function: save, replies: [{ on: 'javascript' }] });
  let isSettled = false;
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'Date'] });
  try {
    const saving = tim.TIMMsgSaveMsg(messageFor('late'), { durability: 'ack' });
    void saving.finally(() => (isSettled = true));
    await reachedEngine();
    await jest.advanceTimersByTimeAsync(10 * 60_000);
    expect(isSettled).toBe(false);
    expect(door.deliver()).toBe(1);
    await expect(saving).resolves.toMatchObject({ code: 0 });
  } finally {
    jest.useRealTimers();
  }
});

test('a callback after the time limit does nothing, to its own save or to the next', async () => {
  await script(tim, { function: save, replies: [{ on: 'javascript', code: 6017 }] });
  expect(await expire((options) => tim.TIMMsgSaveMsg(messageFor('late'), options))).toMatchObject({
    code: 'ERR_IMSDK_TIMEOUT',
  });
  const following = tim.TIMMsgSaveMsg(messageFor('next'));
  expect(door.deliver()).toBe(1);
  await expect(following).resolves.toMatchObject({ code: 0 });
});

test('a callback after TIMUninit does nothing, and the next session works', async () => {
  await script(tim, { function: save, replies: [{ afterUninit: true }] });
  expect(await expire((options) => tim.TIMMsgSaveMsg(messageFor('late'), options))).toMatchObject({
    code: 'ERR_IMSDK_TIMEOUT',
  });
  expect(await tim.TIMUninit()).toBe(0);
  const next = await openTim();
  await expect(next.TIMMsgSaveMsg(messageFor('next'))).resolves.toMatchObject({ code: 0 });
  await next.TIMUninit();
});

test('a save that TIMUninit finds without an answer is waited for ten seconds, then rejects', async () => {
  await script(tim, { function: save, replies: [] });
  const saving = tim.TIMMsgSaveMsg(messageFor('lost'));
  const outcome = expect(saving).rejects.toMatchObject({ code: 'ERR_IMSDK_CLOSED', mayHaveBeenStored: true });
  await tim.TIMGetSDKVersion();
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'Date'] });
  try {
    let isClosed = false;
    const closing = tim.TIMUninit().then(() => (isClosed = true));
    await jest.advanceTimersByTimeAsync(9_900);
    expect(isClosed).toBe(false);
    jest.advanceTimersByTime(200);
    jest.useRealTimers();
    await outcome;
    await closing;
  } finally {
    jest.useRealTimers();
  }
  expect(callsWithEngine()).toBe(0);
});

test.each([
  ['after the call', { on: 'engine', after: 10 }],
  ["before it, on the engine's thread", { on: 'engine', beforeReturn: true, code: -3 }],
  ['inside it', { on: 'call', code: -3 }],
] as const)('a refused call whose callback comes all the same %s settles once', async (_, reply) => {
  await script(tim, { function: save, returns: -3, replies: [reply] });
  await expect(tim.TIMMsgSaveMsg(messageFor('refused'))).resolves.toMatchObject({ code: -3 });
  await expect(tim.TIMMsgSaveMsg(messageFor('next'))).resolves.toMatchObject({ code: 0 });
  await delay(20);
  expect(callsWithEngine()).toBe(0);
});

test('a call that is refused and never called back resolves with what it returned', async () => {
  await script(tim, { function: save, returns: -4, replies: [] });
  await expect(tim.TIMMsgSaveMsg(messageFor('refused'))).resolves.toMatchObject({ code: -4, desc: '' });
});

test('a thousand callbacks at once, from threads of their own, settle each its own save', async () => {
  await script(tim, { function: save, times: 1000, replies: [{ on: 'thread', after: 5, copies: 2 }] });
  const texts = Array.from({ length: 1000 }, (_, index) => `text ${index}`);
  const results = await Promise.all(texts.map((text) => tim.TIMMsgSaveMsg(messageFor(text))));
  expect(results.map(({ json_param }) => textOf(json_param))).toEqual(texts);
  expect(callsWithEngine()).toBe(0);
});
