/** The example app for one test file: built as a user builds it, and run with windows that are pages of Chromium. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { startChromium } from './chromium.js';
import * as electron from './electron-in-chromium.js';

jest.mock('electron', () => jest.requireActual<object>('./electron-in-chromium.js'));

const root = path.resolve(__dirname, '../..');

let folder: string;

/** The folder of the app's data, where the store is. */
export const userData = (): string => path.join(folder, 'data');

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'node-imsdk-example-'));
  const app = buildExample();
  const context = await startChromium();
  electron.app.userData = userData();
  Object.defineProperty(process, 'versions', { value: { ...process.versions, electron: '45.4.1' } });
  await import(path.join(app, 'build/main.js'));
  electron.startIn(context);
}, 60_000);

/** A copy of the example with what `npm install` would put there. */
function buildExample(): string {
  const app = path.join(folder, 'app');
  cpSync(path.join(root, 'examples/electron'), app, {
    recursive: true,
    filter: (file) => !['node_modules', 'build', 'dist'].includes(path.basename(file)),
  });
  mkdirSync(path.join(app, 'node_modules'));
  symlinkSync(root, path.join(app, 'node_modules/node-imsdk'));
  for (const tool of ['electron', 'esbuild']) {
    symlinkSync(path.join(root, 'node_modules', tool), path.join(app, 'node_modules', tool));
  }
  execFileSync(process.execPath, ['build.mjs'], { cwd: app, stdio: ['ignore', 'ignore', 'pipe'] });
  return app;
}

/** Opens a window of the app. */
export async function openWindow(): Promise<Page> {
  // What a second start of the app does.
  electron.app.emit('second-instance');
  const page = await electron.BrowserWindow.opened.at(-1)!.page;
  await isShown(page);
  return page;
}

/** Until the page knows who is logged in, it shows neither view. */
async function isShown(page: Page): Promise<void> {
  await page.locator('#login, #chat').filter({ visible: true }).waitFor();
}

/** Logs in by the form, as a user does. */
export async function logIn(page: Page, user: string): Promise<void> {
  await page.getByLabel('User ID', { exact: true }).fill(user);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.locator('#chat').waitFor();
}

/** Starts a conversation by the form. */
export async function startConversation(page: Page, partner: string): Promise<void> {
  await page.getByLabel('Write to someone').fill(partner);
  await page.getByRole('button', { name: 'Start a conversation' }).click();
  await page.getByRole('heading', { name: partner, exact: true }).waitFor();
}

/** Saves a message by the form, to the end. */
export async function save(page: Page, text: string, sender = 'From me'): Promise<void> {
  await page.getByLabel(sender, { exact: true }).check();
  await page.getByLabel('Message', { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Save' }).click();
  await isSaved(page, text);
}

/** Waits until a message is on disk and the list of conversations shows it. */
export async function isSaved(page: Page, text: string): Promise<void> {
  await message(page, text).and(page.locator('[data-state=committed]')).waitFor();
  await page.locator('[aria-current=true] .preview').filter({ hasText: text }).waitFor();
}

/** The entry of a message in the list. */
export function message(page: Page, text: string): ReturnType<Page['locator']> {
  return page.getByRole('log').getByRole('listitem').filter({ hasText: text });
}

/** The texts of all messages that are shown, oldest first. */
export function texts(page: Page): Promise<string[]> {
  return page.getByRole('log').locator('p').allTextContents();
}

/**
 * A window for one test, in which nobody is logged in and nothing is remembered. What stands in for windows closes it
 * after the test.
 */
export async function openFreshWindow(): Promise<Page> {
  const page = await openWindow();
  const logOut = page.getByRole('button', { name: /Log out|退出/ });
  if (await logOut.isVisible()) await logOut.click();
  await page.locator('#login').waitFor();
  await page.evaluate('localStorage.clear(); sessionStorage.clear();');
  await page.reload();
  await isShown(page);
  return page;
}

afterAll(async () => {
  electron.app.quit();
  await electron.app.whenQuit();
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
});
