// A page, on a thread of its own: its preload script and its TimRender, behind a MessagePort.
import { EventEmitter } from 'node:events';
import { parentPort } from 'node:worker_threads';
import { exposeTim } from '../../dist/electron/preload.js';
import { TimRender } from '../../dist/electron/renderer.js';
import { timeSaves } from './saves.mjs';

const answers = new Map();
let nextId = 0;
const ipcRenderer = Object.assign(new EventEmitter(), {
  invoke: (channel, ...args) =>
    new Promise((resolve) => {
      answers.set(nextId, resolve);
      parentPort.postMessage({ id: nextId++, channel, args });
    }),
});

let tim;
exposeTim({
  ipcRenderer,
  contextBridge: { exposeInMainWorld: (_key, bridge) => (tim = new TimRender({ bridge })) },
});

parentPort.on('message', async ({ id, result, load }) => {
  if (load !== undefined) return parentPort.postMessage({ time: await timeSaves(tim, load) });
  const answer = answers.get(id);
  answers.delete(id);
  answer(result);
});
