/**
 * `node-imsdk/preload`: what a preload script gives a page. It is one file, as a sandboxed preload script can load
 * nothing but Electron: types are all that it imports.
 */
import type { ContextBridge, IpcRenderer } from './electron-api.js';
import type { Channel, Notice, PageBridge, Reply, Request } from './protocol.js';

const CHANNEL: Channel = 'node-imsdk';

/** Options of {@link exposeTim}. */
export interface ExposeOptions {
  /** The property of the page's `window`. Default: `nodeImsdk`, where TimRender looks. */
  key?: string;
  /** Default: Electron's. */
  contextBridge?: ContextBridge;
  /** Default: Electron's. */
  ipcRenderer?: IpcRenderer;
}

/** Lets the page of this window make a TimRender. Call it once, in a preload script. */
export function exposeTim({ key = 'nodeImsdk', contextBridge, ipcRenderer }: ExposeOptions = {}): void {
  const bridge = contextBridge ?? electron().contextBridge;
  const ipc = ipcRenderer ?? electron().ipcRenderer;
  // Of this document alone: what is meant for the page before a reload is not for the one after it.
  const document = Array.from(crypto.getRandomValues(new Uint32Array(4)), (word) => word.toString(36)).join(
    '-',
  );
  const listeners: ((notice: Notice) => void)[] = [];
  ipc.on(CHANNEL, (_event, addressee, notice) => {
    if (addressee !== document) return;
    for (const listener of listeners) listener(notice as Notice);
  });
  const page: PageBridge = {
    request: (request: Request) => ipc.invoke(CHANNEL, document, request) as Promise<Reply>,
    listen: (listener) => void listeners.push(listener),
  };
  bridge.exposeInMainWorld(key, page);
}

function electron(): { contextBridge: ContextBridge; ipcRenderer: IpcRenderer } {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a sandboxed preload script has no other way
  return require('electron') as { contextBridge: ContextBridge; ipcRenderer: IpcRenderer };
}
