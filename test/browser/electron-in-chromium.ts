/**
 * Stands in for the module `electron` where Electron cannot be installed: a window is a page of a real Chromium, and
 * what its preload script says goes through the same ports as in the tests of the protocol. Only what a small main
 * process uses.
 */
import { EventEmitter, on } from 'node:events';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import {
  bridged,
  StandInApp,
  StandInIpcMain,
  StandInWindow,
  type StandInDocument,
} from '../electron/electron-stand-in.js';
import type { Channel } from '../../lib/electron/protocol.js';
import { startPreload } from './preload-world.js';

type PermissionHandler = (contents: object, permission: string, answer: (isGranted: boolean) => void) => void;

const CHANNEL: Channel = 'node-imsdk';

let chromium: BrowserContext | undefined;
let becomeReady: () => void;
const ready = new Promise<void>((resolve) => (becomeReady = resolve));

/** Lets the application know that it can open windows, and where. */
export function startIn(context: BrowserContext): void {
  chromium = context;
  becomeReady();
}

class App extends StandInApp {
  readonly enableSandbox = jest.fn();
  readonly requestSingleInstanceLock = (): boolean => true;
  readonly whenReady = (): Promise<void> => ready;
  userData = '';

  getPath(): string {
    return this.userData;
  }
}

export const app = new App();
export const ipcMain = new StandInIpcMain();
export const session = {
  defaultSession: { setPermissionRequestHandler: jest.fn<undefined, [PermissionHandler]>() },
};

class WebContents extends StandInWindow {
  readonly setWindowOpenHandler = jest.fn<undefined, [() => { action: string }]>();
}

/** What a page has of this process: requests of its preload script, and messages for it. */
interface PageConnection {
  document: StandInDocument;
  messages: NodeJS.AsyncIterator<unknown[]>;
}

export class BrowserWindow extends EventEmitter {
  static readonly opened: BrowserWindow[] = [];
  static readonly getAllWindows = (): BrowserWindow[] => BrowserWindow.opened;
  readonly webContents = new WebContents(ipcMain);
  readonly options: { webPreferences: { preload: string } };
  readonly show = jest.fn();
  #resolvePage!: (page: Page) => void;
  /** The page of Chromium, once it is loaded. */
  readonly page = new Promise<Page>((resolve) => (this.#resolvePage = resolve));
  readonly #connections = new Map<number, PageConnection>();

  constructor(options: BrowserWindow['options']) {
    super();
    this.options = options;
    BrowserWindow.opened.push(this);
    this.webContents.on('destroyed', () => {
      BrowserWindow.opened.splice(BrowserWindow.opened.indexOf(this), 1);
      void this.page.then((page) => page.close());
    });
    app.emit('web-contents-created', {}, this.webContents);
  }

  loadFile(file: string, { query = {} }: { query?: Record<string, string> } = {}): Promise<void> {
    return this.loadURL(`${pathToFileURL(file).href}?${new URLSearchParams(query).toString()}`);
  }

  async loadURL(url: string): Promise<void> {
    const page = await chromium!.newPage();
    await page.exposeBinding('ask', (_source, ...request: Parameters<typeof this.answer>) =>
      this.answer(...request),
    );
    const preload = readFileSync(this.options.webPreferences.preload, 'utf8');
    await page.addInitScript({
      content: `(${String(startPreload)})(${String(bridged)}, (require, module, exports) => {${preload}\n});`,
    });
    await page.goto(url);
    this.emit('ready-to-show');
    this.#resolvePage(page);
  }

  /**
   * Answers the preload script of a document: what `ipcRenderer.invoke` resolves with, or the next message for it.
   *
   * @param id - Of the document: a reload makes another one.
   */
  async answer(
    id: number,
    url: string,
    invocation?: [channel: string, ...args: unknown[]],
  ): Promise<unknown> {
    let connection = this.#connections.get(id);
    if (connection === undefined) {
      const document = this.webContents.load(url);
      const received = new EventEmitter();
      document.ipcRenderer.on(CHANNEL, (_event, ...args) => received.emit('message', CHANNEL, ...args));
      connection = { document, messages: on(received, 'message') };
      this.#connections.set(id, connection);
    }
    const { document, messages } = connection;
    return invocation === undefined
      ? ((await messages.next()).value as unknown)
      : document.ipcRenderer.invoke(...invocation);
  }
}
