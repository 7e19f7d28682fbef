/** An application with windows for one test: TimMain with the real engine, local-only, and pages with a TimRender. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { TimMain, type TimMainOptions } from 'node-imsdk/main';
import { exposeTim } from 'node-imsdk/preload';
import TimRender, { type PageBridge } from 'node-imsdk/renderer';
import type { TimOptions } from 'node-imsdk';
import { ALICE, APP_ID } from '../engine/client.js';
import { StandInApp, StandInIpcMain, StandInWindow, type StandInDocument } from './electron-stand-in.js';

/** A page: its window, its document, and what its script has. */
export interface Page extends StandInDocument {
  readonly window: StandInWindow;
  readonly bridge: PageBridge;
  readonly tim: TimRender;
}

/** An application. */
export interface Application {
  readonly ipcMain: StandInIpcMain;
  readonly app: StandInApp;
  readonly main: TimMain;
  /** The store's folder. */
  readonly store: string;
}

const applications: Application[] = [];

/** Starts an application. */
export function startApplication(options: Partial<TimOptions & TimMainOptions> = {}): Application {
  const ipcMain = new StandInIpcMain();
  const app = new StandInApp();
  const store = mkdtempSync(path.join(os.tmpdir(), 'node-imsdk-'));
  const init = { config_path: store };
  const main = new TimMain({ sdkappid: APP_ID, localOnly: true, init, ipcMain, app, ...options });
  const application = { ipcMain, app, main, store };
  applications.push(application);
  return application;
}

/** Loads a page into a window, as its preload script and its own script do. */
export function loadPage(window: StandInWindow, url?: string): Page {
  const document = window.load(url);
  exposeTim(document);
  const bridge = document.world['nodeImsdk'] as PageBridge;
  return { ...document, window, bridge, tim: new TimRender({ bridge }) };
}

/** Opens a window with a page. */
export function openPage({ ipcMain }: Application, url?: string): Page {
  return loadPage(new StandInWindow(ipcMain), url);
}

/** A page with the engine open and alice logged in. */
export async function openLoggedInPage(application: Application): Promise<Page> {
  const page = openPage(application);
  expect(await page.tim.TIMInit()).toBe(0);
  expect(await page.tim.TIMLogin({ userID: ALICE })).toMatchObject({ code: 0 });
  return page;
}

afterEach(async () => {
  jest.restoreAllMocks();
  for (const { main, store } of applications.splice(0)) {
    // Where a test let closing fail, it has failed for good; the engine is closed all the same.
    await main.close().catch(() => undefined);
    await main.tim.TIMUninit();
    rmSync(store, { recursive: true, force: true, maxRetries: 10 });
  }
});
