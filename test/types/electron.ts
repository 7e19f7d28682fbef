/** What TimMain and the preload script take is what Electron has, by Electron's own typings: compiled, never run. */
import type * as electron from 'electron';
import type { App, ContextBridge, IpcMain, IpcRenderer } from '../../lib/electron/electron-api.js';

export function accepts(
  main: typeof electron,
  page: typeof electron,
): [IpcMain, App, ContextBridge, IpcRenderer] {
  return [main.ipcMain, main.app, page.contextBridge, page.ipcRenderer];
}
