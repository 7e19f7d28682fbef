/** The links that a store is opened by anew to be committed: what becomes of them, and of what is in their way. */
import fs from 'node:fs';
import path from 'node:path';
import { sharedBarrier } from '../../lib/message-store/commit/commit-barrier.js';
import { sharedBridge } from '../../lib/native/bridge.js';
import type { Tim } from 'node-imsdk';
import { ALICE, listBob, logInClient, makeFolder, stored, text, texts, toBob } from './client.js';
import { userFolder } from './durability-store.js';

/** The names of the folders that the engine has for users who are links, and where each leads. */
function links(store: string): Record<string, string | undefined> {
  const entries = fs.readdirSync(store, { withFileTypes: true });
  const found = entries.flatMap((entry) => {
    const [, hex = ''] = /^\d+_([0-9a-f]+)$/.exec(entry.name) ?? [];
    const user = Buffer.from(hex, 'hex').toString();
    if (!user.startsWith('node-imsdk-')) return [];
    return [[user, entry.isSymbolicLink() ? fs.readlinkSync(path.join(store, entry.name)) : undefined]];
  });
  return Object.fromEntries(found) as Record<string, string | undefined>;
}

/** What a link to a user's folder says. */
function nameOf(user: string): string {
  return userFolder('', user);
}

/** A store, and a client that is logged in to it. */
async function openStore(): Promise<{ store: string; tim: Tim }> {
  const store = makeFolder();
  return { store, tim: await logInClient({}, store) };
}

/** Saves, and resolves when the message is committed; how it was. */
async function commit(tim: Tim, content: string): Promise<unknown> {
  stored(await tim.TIMMsgSaveMsg(toBob(text(content))));
  return sharedBarrier(sharedBridge()).lastStrategy;
}

test('two links lead to the store of the user while it is open, and none when it is closed', async () => {
  const { store, tim } = await openStore();
  expect(await commit(tim, 'first')).toBe('store switch');
  expect(await commit(tim, 'second')).toBe('store switch');
  expect(Object.values(links(store))).toEqual([nameOf(ALICE), nameOf(ALICE)]);
  await tim.TIMUninit();
  expect(links(store)).toEqual({});
});

test('each user has links of another name', async () => {
  const { store, tim } = await openStore();
  await commit(tim, 'of alice');
  const ofAlice = Object.keys(links(store));
  await tim.TIMLogout();
  expect(links(store)).toEqual({});
  await tim.TIMLogin({ userID: 'carol' });
  await commit(tim, 'of carol');
  const ofCarol = links(store);
  expect(Object.values(ofCarol)).toEqual([nameOf('carol'), nameOf('carol')]);
  expect(Object.keys(ofCarol).filter((name) => ofAlice.includes(name))).toEqual([]);
  expect(texts(await listBob(tim))).toEqual(['of carol']);
});

test('links that a process has left behind are used again', async () => {
  const { store, tim } = await openStore();
  await commit(tim, 'first');
  const left = Object.keys(links(store));
  await tim.TIMUninit();
  for (const name of left) fs.symlinkSync(nameOf(ALICE), userFolder(store, name));
  const again = await logInClient({}, store);
  expect(await commit(again, 'second')).toBe('store switch');
  expect(Object.keys(links(store))).toEqual(left);
});

test('folders that have the names, as where a copy followed the links, are left as they are', async () => {
  const { store, tim } = await openStore();
  await commit(tim, 'first');
  const names = Object.keys(links(store));
  await tim.TIMUninit();
  for (const name of names) fs.cpSync(userFolder(store, ALICE), userFolder(store, name), { recursive: true });
  const again = await logInClient({}, store);
  expect(await commit(again, 'second')).toBe('store switch');
  expect(texts(await listBob(again))).toEqual(['first', 'second']);
  const found = links(store);
  expect(Object.keys(found)).toHaveLength(4);
  expect(names.map((name) => found[name])).toEqual([undefined, undefined]);
  await again.TIMUninit();
  expect(Object.keys(links(store))).toEqual(names);
});

test('links that are removed are made again, and nothing is doubted', async () => {
  const { store, tim } = await openStore();
  await commit(tim, 'first');
  const made = links(store);
  for (const name of Object.keys(made)) fs.unlinkSync(userFolder(store, name));
  stored(await tim.TIMMsgSaveMsg(toBob(text('second')), { durability: 'ack' }));
  await tim.flush();
  expect(links(store)).toEqual(made);
  expect(await commit(tim, 'third')).toBe('store switch');
  expect(texts(await listBob(tim))).toEqual(['first', 'second', 'third']);
});

test('a store that was replaced between two sessions is not doubted', async () => {
  const { store, tim } = await openStore();
  await commit(tim, 'first');
  await tim.TIMUninit();
  fs.rmSync(userFolder(store, ALICE), { recursive: true });
  const again = await logInClient({}, store);
  stored(await again.TIMMsgSaveMsg(toBob(text('second')), { durability: 'ack' }));
  await again.flush();
  expect(texts(await listBob(again))).toEqual(['second']);
});

test('where no link can be made, saves are committed in another way', async () => {
  const refuse = jest.spyOn(fs, 'symlinkSync').mockImplementation(() => {
    throw Object.assign(new Error(), { code: 'EPERM' });
  });
  const { tim } = await openStore();
  expect(await commit(tim, 'first')).toBe('space release');
  refuse.mockRestore();
  expect(await commit(tim, 'second')).toBe('store switch');
});
