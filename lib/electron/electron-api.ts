/** What is used of Electron, as its typings have it: the package's own typings do not need Electron's. */

/** A frame of a window (Electron's WebFrameMain). Once it is destroyed, reading most of it throws. */
export interface Frame {
  /** Its URL; empty for a window opened at about:blank. */
  readonly url: string;
  /** Its origin, such as `file://` or `app://bundle`; `null`, the word, where it has none. */
  readonly origin: string;
  /** The frame that embeds it. */
  readonly parent: Frame | null;
  /** Whether a navigation is replacing it. */
  readonly detached: boolean;
  isDestroyed(): boolean;
  send(channel: string, ...args: unknown[]): void;
}

/** What tells that the page of a window is gone. */
export type PageEnd = 'did-navigate' | 'render-process-gone' | 'destroyed';

/** A window's contents (Electron's WebContents). */
export interface WebContents {
  /** `window`, `webview`, … */
  getType(): string;
  /** The session of the window. */
  readonly session: { readonly protocol: { isProtocolHandled(scheme: string): boolean } };
  on(event: PageEnd, listener: () => void): unknown;
  off(event: PageEnd, listener: () => void): unknown;
}

/** What a handler learns of the sender (Electron's IpcMainInvokeEvent). */
export interface InvokeEvent {
  readonly sender: WebContents;
  /** Null where the frame has navigated away or is gone. */
  readonly senderFrame: Frame | null;
}

/** Electron's ipcMain. */
export interface IpcMain {
  handle(channel: string, listener: (event: InvokeEvent, ...args: unknown[]) => unknown): void;
  removeHandler(channel: string): void;
}

/** Electron's app. */
export interface App {
  on(event: 'will-quit', listener: (event: { preventDefault(): void }) => void): unknown;
  off(event: 'will-quit', listener: (event: { preventDefault(): void }) => void): unknown;
  quit(): void;
}

/** Electron's contextBridge. */
export interface ContextBridge {
  exposeInMainWorld(key: string, api: object): void;
}

/** Electron's ipcRenderer. */
export interface IpcRenderer {
  invoke(channel: string, ...args: unknown[]): Promise<unknown>;
  on(channel: string, listener: (event: unknown, ...args: unknown[]) => void): unknown;
}
