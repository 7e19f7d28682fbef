/** `node-imsdk/main`: the engine in Electron's main process, for the application's pages. */
import path from 'node:path';
import { refuse } from '../arguments.js';
import { ImSdkError } from '../errors.js';
import { engineEvents } from '../events/event-table.js';
import { sharedBridge } from '../native/bridge.js';
import { within } from '../native/deadline.js';
import { Tim, type TimOptions } from '../tim.js';
import type { initParam } from '../types/index.js';
import type { App, Frame, InvokeEvent, IpcMain, WebContents } from './electron-api.js';
import { toErrorData } from './error-data.js';
import { defaultMethods, pageMethods, type PageMethod } from './methods.js';
import type { Channel, Reply } from './protocol.js';
import type { PageServer } from './page.js';
import { parseDocument, parseRequest } from './requests.js';
import { ServedWindow } from './served-window.js';
import { SharedClient } from './shared-client.js';
import { isOwnPage, trustedSender, type IsTrustedFrame } from './trusted-frame.js';

export type { Frame, WebContents } from './electron-api.js';
export { defaultMethods, pageMethods, type PageMethod } from './methods.js';

const CHANNEL: Channel = 'node-imsdk';

/** How long quitting waits for {@link TimMain.close}, in milliseconds, where TimMain was not told. */
const QUIT_TIMEOUT = 10_000;

/**
 * The path of a ready-made preload script, one file, for a sandboxed window:
 * `new BrowserWindow({ webPreferences: { preload: preloadScript } })`.
 */
export const preloadScript = path.join(__dirname, 'preload-script.js');

/** What TimMain is made with beside Tim's own options. */
export interface TimMainOptions {
  /** What TIMInit gets when a page calls it: the store's folder, which no page can choose. Default: as TIMInit's. */
  init?: initParam;
  /**
   * The methods that a page may call, or a function that tells them for each page that comes. Default: `defaultMethods`,
   * which leaves out those that change whom the process talks to, or write files where the page says.
   */
  allow?: readonly PageMethod[] | ((frame: Frame) => readonly PageMethod[]);
  /**
   * Whether a page is the application's own. Asked for every message; only ever of the main frame of a window, never of
   * a frame in it or of a webview. Default: pages from files and from custom protocols that the application handles.
   */
  isTrustedFrame?: IsTrustedFrame;
  /** How long quitting the application waits for the store to be closed, in milliseconds. Default: 10000. */
  quitTimeout?: number;
  /** Default: Electron's. */
  ipcMain?: IpcMain;
  /** Default: Electron's. */
  app?: App;
}

/** What is being served. */
export interface Served {
  /** Windows with a page that has called. */
  pages: number;
  /** Calls of pages without an answer. */
  calls: number;
  /** Events that pages are told of. */
  subscriptions: number;
}

/**
 * The engine in the main process, for the pages of all windows: make one before the first window.
 *
 * A page reaches it through the preload script's `exposeTim` and its own `TimRender`. When the application quits, what
 * is under way is written to disk first.
 */
export class TimMain implements AsyncDisposable {
  /** The client that serves the pages, for the main process's own use. */
  readonly tim: Tim;
  readonly #ipcMain: IpcMain;
  readonly #app: App;
  readonly #server: PageServer;
  readonly #isTrustedFrame: IsTrustedFrame;
  readonly #quitTimeout: number;
  readonly #windows = new Map<WebContents, ServedWindow>();
  #enabled: WeakSet<WebContents> | undefined;
  #closing: Promise<void> | undefined;
  #isQuitting = false;

  /**
   * Makes a client and serves pages with it; nothing is loaded or opened before the first call.
   *
   * @throws ImSdkError `ERR_IMSDK_INVALID_ARGUMENT` for a wrong option, or outside of Electron's main process without
   *   `ipcMain` and `app`.
   */
  constructor(options: TimOptions & TimMainOptions) {
    const {
      init,
      allow = defaultMethods,
      isTrustedFrame,
      quitTimeout,
      ipcMain,
      app,
      ...timOptions
    } = options;
    if (typeof allow !== 'function') methodSet(allow);
    this.#isTrustedFrame = isTrustedFrame ?? isOwnPage;
    this.#quitTimeout = quitTimeout ?? QUIT_TIMEOUT;
    this.#ipcMain = ipcMain ?? electron().ipcMain;
    this.#app = app ?? electron().app;
    this.tim = new Tim(timOptions);
    this.#server = this.#makeServer(new SharedClient(this.tim, init ?? {}), allow);
    this.#ipcMain.handle(CHANNEL, (event, document, request) => this.#serve(event, document, request));
    this.#app.on('will-quit', this.#onWillQuit);
  }

  /** What is being served now: all of it is 0 when no window has a page that has called. */
  get served(): Served {
    const windows = [...this.#windows.values()];
    const sum = (count: (window: ServedWindow) => number): number =>
      windows.reduce((total, window) => total + count(window), 0);
    return {
      pages: sum(({ page }) => (page === undefined ? 0 : 1)),
      calls: sum(({ calls }) => calls),
      subscriptions: sum(({ page }) => page?.subscriptions ?? 0),
    };
  }

  /** Serves this window; once it has been called, windows that it has not been called with are not served. */
  enable(contents: WebContents): void {
    this.#enabled ??= new WeakSet();
    this.#enabled.add(contents);
  }

  /**
   * Waits for what is pending, writes it to disk, closes the engine, as TIMUninit does, and serves no page any more:
   * their calls reject with `ERR_IMSDK_CLOSED` from now on. Calling it again joins the closing.
   *
   * @throws ImSdkError as TIMUninit.
   */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** As {@link close}: its name in the documented API. */
  destroy(): Promise<void> {
    return this.close();
  }

  /** As {@link close}, for `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #close(): Promise<void> {
    try {
      await this.tim.TIMUninit();
    } finally {
      for (const window of this.#windows.values()) {
        window.page?.close();
        window.leave();
      }
      this.#ipcMain.removeHandler(CHANNEL);
      this.#app.off('will-quit', this.#onWillQuit);
    }
  }

  /** Everything that goes wrong is an answer: what a handler throws, Electron prints, and passes on as a text. */
  async #serve(event: InvokeEvent, document: unknown, message: unknown): Promise<Reply> {
    try {
      const frame = trustedSender(event, this.#isServed);
      if (this.#closing !== undefined) throw closed();
      const request = parseRequest(message);
      const page = this.#windowOf(event.sender).pageOf(parseDocument(document), frame);
      return await page.handle(request);
    } catch (error) {
      return { ok: false, error: toErrorData(error), told: 0 };
    }
  }

  readonly #isServed: IsTrustedFrame = (frame, contents) =>
    this.#enabled?.has(contents) !== false && this.#isTrustedFrame(frame, contents);

  #makeServer(client: SharedClient, allow: NonNullable<TimMainOptions['allow']>): PageServer {
    return {
      call: (page, method, args) => client.call(page, method, args),
      methodsFor: (frame) => methodSet(typeof allow === 'function' ? allow(frame) : allow),
      listen: (event, receiver) => sharedBridge().events.listen(engineEvents[event].setter, receiver),
      onPageEnd: (page) => client.leave(page),
      onWindowEnd: (contents) => this.#windows.delete(contents),
    };
  }

  #windowOf(contents: WebContents): ServedWindow {
    let window = this.#windows.get(contents);
    if (window === undefined) {
      window = new ServedWindow(contents, this.#server);
      this.#windows.set(contents, window);
    }
    return window;
  }

  /** The windows are closed by now, so that nothing can keep the application from quitting but this. */
  readonly #onWillQuit = (event: { preventDefault(): void }): void => {
    // Whoever quits a second time does not want to wait.
    if (this.#isQuitting) return;
    this.#isQuitting = true;
    event.preventDefault();
    within(this.close(), this.#quitTimeout, closed)
      .catch(() => undefined)
      .finally(() => this.#app.quit());
  };
}

function closed(): ImSdkError {
  return new ImSdkError('ERR_IMSDK_CLOSED', 'TimMain is closed.', { mayHaveBeenStored: false });
}

function methodSet(allow: readonly string[]): ReadonlySet<string> {
  const names: readonly string[] = pageMethods;
  const wrong = allow.findIndex((name) => !names.includes(name));
  if (wrong >= 0) refuse(`allow[${wrong}]`, 'the name of a method that pages can call', allow[wrong]);
  return new Set(allow);
}

/** Electron's own module. Outside of Electron the npm package of that name is another thing. */
function electron(): { ipcMain: IpcMain; app: App } {
  if (!('electron' in process.versions)) {
    throw new ImSdkError(
      'ERR_IMSDK_INVALID_ARGUMENT',
      'TimMain belongs in the main process of Electron; elsewhere, pass it ipcMain and app.',
      { field: 'ipcMain' },
    );
  }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- at the top it would be wanted everywhere
  return require('electron') as { ipcMain: IpcMain; app: App };
}

export default TimMain;
