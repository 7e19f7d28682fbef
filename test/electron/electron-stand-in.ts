/**
 * What TimMain and the preload script use of Electron, over real MessagePorts: whatever crosses is copied by structured
 * clone, arrives later, and in order. Errors lose all but their text, and frames can be gone, as in Electron.
 */
import { EventEmitter, once } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type {
  App,
  ContextBridge,
  Frame,
  InvokeEvent,
  IpcMain,
  IpcRenderer,
  WebContents,
} from '../../lib/electron/electron-api.js';

type Handler = (event: InvokeEvent, ...args: unknown[]) => unknown;

/** ipcMain. */
export class StandInIpcMain implements IpcMain {
  readonly handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, handler);
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }

  /** What Electron does with a message of `ipcRenderer.invoke`. */
  async dispatch(event: InvokeEvent, channel: string, args: unknown[]): Promise<object> {
    try {
      const handler = this.handlers.get(channel);
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      return { result: await handler(event, ...args) };
    } catch (error) {
      return { error: String(error) };
    }
  }
}

/** app. */
export class StandInApp extends EventEmitter implements App {
  /** Whether it has got as far as to end the process. */
  hasQuit = false;

  quit(): void {
    const event = new Event('will-quit', { cancelable: true });
    this.emit('will-quit', event);
    if (event.defaultPrevented) return;
    this.hasQuit = true;
    this.emit('quit');
  }

  /** Resolves once it has quit. */
  async whenQuit(): Promise<void> {
    if (!this.hasQuit) await once(this, 'quit');
  }
}

/** A frame with the port to its document. */
export class StandInFrame implements Frame {
  url: string;
  origin: string;
  parent: Frame | null = null;
  detached = false;
  isGone = false;
  readonly port: MessagePort;

  constructor(url: string, port: MessagePort) {
    this.url = url;
    const { protocol, host } = new URL(url);
    this.origin = `${protocol}//${host}`;
    this.port = port;
  }

  isDestroyed(): boolean {
    return this.isGone;
  }

  send(channel: string, ...args: unknown[]): void {
    if (this.isGone) throw new Error('Render frame was disposed before WebFrameMain could be accessed');
    this.port.postMessage({ channel, args });
  }
}

/** A document's ipcRenderer. Answers and what is sent unasked come by ports of their own: in no common order, as in Electron. */
class StandInIpcRenderer extends EventEmitter implements IpcRenderer {
  readonly #port: MessagePort;
  readonly #calls = new Map<number, (answer: { error?: string; result?: unknown }) => void>();
  #nextId = 0;

  constructor(port: MessagePort, sent: MessagePort) {
    super();
    this.#port = port;
    sent.on('message', ({ channel, args }) => this.emit(channel, { sender: this }, ...args));
    port.on('message', ({ id, answer }) => {
      const settle = this.#calls.get(id);
      this.#calls.delete(id);
      settle?.(answer);
    });
  }

  async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    const { error, result } = await new Promise<{ error?: string; result?: unknown }>((resolve) => {
      const id = this.#nextId++;
      this.#port.postMessage({ id, channel, args });
      this.#calls.set(id, resolve);
    });
    if (error !== undefined) throw new Error(`Error invoking remote method '${channel}': ${error}`);
    return result;
  }
}

/** contextBridge: copies what crosses, stands in for functions, and keeps of errors their messages. */
class StandInContextBridge implements ContextBridge {
  /** The page's `window`. */
  readonly world: Record<string, unknown> = {};

  exposeInMainWorld(key: string, api: object): void {
    this.world[key] = bridged(api);
  }
}

/** What the page has in place of a value that the preload script exposes, or the other way round. */
export function bridged(value: unknown): unknown {
  if (typeof value === 'function') {
    return (...args: unknown[]): unknown => {
      try {
        return bridged((value as (...args: unknown[]) => unknown)(...args.map(bridged)));
      } catch (error) {
        // eslint-disable-next-line preserve-caught-error -- that is what is lost
        throw new Error((error as Error).message);
      }
    };
  }
  if (value instanceof Promise) {
    return value.then(bridged, (error: unknown) => Promise.reject(new Error((error as Error).message)));
  }
  const isTable =
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).some((item) => typeof item === 'function');
  if (!isTable) return structuredClone(value);
  return Object.freeze(
    Object.fromEntries(Object.entries(value).map(([name, item]) => [name, bridged(item)])),
  );
}

/** One document in a window, as its preload script sees it. */
export interface StandInDocument {
  readonly ipcRenderer: IpcRenderer;
  readonly contextBridge: ContextBridge;
  /** The page's `window`. */
  readonly world: Record<string, unknown>;
  readonly frame: StandInFrame;
}

const windows = new Set<StandInWindow>();

/** A window. */
export class StandInWindow extends EventEmitter implements WebContents {
  readonly #ipcMain: StandInIpcMain;
  readonly #ports: MessagePort[] = [];
  type = 'window';
  readonly session = { protocol: { isProtocolHandled: (scheme: string) => scheme === 'app' } };
  frame: StandInFrame | undefined;

  constructor(ipcMain: StandInIpcMain) {
    super();
    this.#ipcMain = ipcMain;
    windows.add(this);
  }

  getType(): string {
    return this.type;
  }

  /** Loads a document: the first, or another in place of it. */
  load(url = 'app://bundle/index.html'): StandInDocument {
    this.#unload();
    const { port1, port2 } = new MessageChannel();
    const { port1: sending, port2: sent } = new MessageChannel();
    this.#ports.push(port1, sending);
    const frame = new StandInFrame(url, sending);
    this.frame = frame;
    port1.on('message', ({ id, channel, args }) => {
      // In Electron, an event's frame is looked for when it is asked for.
      const event = {
        type: 'frame',
        sender: this,
        get senderFrame() {
          return frame.isGone ? null : frame;
        },
      };
      void this.#ipcMain.dispatch(event, channel, args).then((answer) => port1.postMessage({ id, answer }));
    });
    this.emit('did-navigate', {}, url);
    const contextBridge = new StandInContextBridge();
    return {
      ipcRenderer: new StandInIpcRenderer(port2, sent),
      contextBridge,
      world: contextBridge.world,
      frame,
    };
  }

  /** The page's process ends. */
  crash(): void {
    this.#unload();
    this.emit('render-process-gone', {}, { reason: 'crashed' });
  }

  /** The user closes it. */
  close(): void {
    this.#unload();
    this.emit('destroyed');
    for (const port of this.#ports) port.close();
    windows.delete(this);
  }

  #unload(): void {
    if (this.frame === undefined) return;
    this.frame.detached = true;
    this.frame.isGone = true;
  }
}

afterEach(() => {
  for (const window of windows) window.close();
});
