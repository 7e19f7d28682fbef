import { exposeTim } from 'node-imsdk/preload';
import type { Notice, PageBridge } from '../../lib/electron/protocol.js';
import { StandInIpcMain, StandInWindow } from './electron-stand-in.js';

const notice: Notice = { type: 'closed', unanswered: [] };

/** A document whose page hears notices, and whom its requests say that they are from. */
function expose(window: StandInWindow): {
  heard: Notice[];
  id: () => Promise<unknown>;
  send: (id: unknown) => void;
} {
  const document = window.load();
  exposeTim(document);
  const bridge = document.world['nodeImsdk'] as PageBridge;
  const heard: Notice[] = [];
  bridge.listen((told) => heard.push(told));
  return {
    heard,
    id: () => bridge.request({ type: 'cancel', id: 1 }),
    send: (id) => document.frame.send('node-imsdk', id, notice),
  };
}

test('a document hears what is meant for it, and not what is meant for the one before it', async () => {
  const ipcMain = new StandInIpcMain();
  ipcMain.handle('node-imsdk', (_event, document) => document);
  const window = new StandInWindow(ipcMain);
  const before = await expose(window).id();
  const after = expose(window);
  expect(await after.id()).not.toBe(before);
  after.send(before);
  after.send(await after.id());
  // Of one frame's notices the order is kept.
  while (after.heard.length === 0) await new Promise(setImmediate);
  expect(after.heard).toEqual([notice]);
});

test('a page gets two functions, and nothing of Electron', () => {
  const document = new StandInWindow(new StandInIpcMain()).load();
  exposeTim({ ...document, key: 'chat' });
  expect(Object.keys(document.world)).toEqual(['chat']);
  const bridge = document.world['chat'] as object;
  expect(Object.entries(bridge).map(([name, value]) => [name, typeof value])).toEqual([
    ['request', 'function'],
    ['listen', 'function'],
  ]);
  expect(Object.isFrozen(bridge)).toBe(true);
});
