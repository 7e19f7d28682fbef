/** Windows that share the engine, and pages that come to an end. */
import type { EventEmitter } from 'node:events';
import { listBob, text, texts, toBob } from '../engine/client.js';
import { StandInWindow } from './electron-stand-in.js';
import { loadPage, openLoggedInPage, openPage, startApplication, type Page } from './pages.js';

const ends: [string, (page: Page) => void][] = [
  ['reloaded', ({ window }) => void window.load()],
  ['navigated away', ({ window }) => void window.load('https://example.com/')],
  ['crashed', ({ window }) => window.crash()],
  ['closed', ({ window }) => window.close()],
];

test('two windows share the engine and its user', async () => {
  const application = startApplication();
  const open = jest.spyOn(application.main.tim, 'TIMInit');
  const first = await openLoggedInPage(application);
  const second = await openLoggedInPage(application);
  await first.tim.TIMMsgSaveMsg(toBob(text('from the first')));
  expect(texts(await listBob(second.tim))).toEqual(['from the first']);
  expect(open).toHaveBeenCalledTimes(2);
  expect(application.main.served).toEqual({ pages: 2, calls: 0, subscriptions: 0 });
});

test('pages that log the same user in, at once or after a reload, log in once', async () => {
  const application = startApplication();
  const logIn = jest.spyOn(application.main.tim, 'TIMLogin');
  const pages = [openPage(application), openPage(application)];
  await Promise.all(pages.map(({ tim }) => tim.TIMInit()));
  const logins = pages.map(({ tim }, index) => tim.TIMLogin({ userID: 'alice', userData: `page ${index}` }));
  expect(await Promise.all(logins)).toMatchObject([
    { code: 0, user_data: 'page 0' },
    { code: 0, user_data: 'page 1' },
  ]);
  const reloaded = loadPage(pages[0]!.window);
  expect(await reloaded.tim.TIMInit()).toBe(0);
  expect(await reloaded.tim.TIMLogin({ userID: 'alice' })).toMatchObject({ code: 0, user_data: undefined });
  expect(await reloaded.tim.TIMMsgSaveMsg(toBob(text('after the reload')))).toMatchObject({ code: 0 });
  expect(logIn).toHaveBeenCalledTimes(1);
});

test('a user who is not logged in any more logs in again', async () => {
  const application = startApplication();
  const { tim } = await openLoggedInPage(application);
  const logIn = jest.spyOn(application.main.tim, 'TIMLogin');
  await tim.TIMLogout();
  expect(await tim.TIMMsgSaveMsg(toBob(text('nobody’s')))).toMatchObject({ code: 6014 });
  expect(await tim.TIMLogin({ userID: 'alice' })).toMatchObject({ code: 0 });
  expect(logIn).toHaveBeenCalledTimes(1);
});

test('the engine closes with the last page that has it open', async () => {
  const application = startApplication();
  const first = await openLoggedInPage(application);
  const second = await openLoggedInPage(application);
  expect(await first.tim.TIMUninit()).toBe(0);
  expect(await second.tim.TIMMsgSaveMsg(toBob(text('still open')))).toMatchObject({ code: 0 });
  expect(await second.tim.TIMUninit()).toBe(0);
  expect(await second.tim.TIMMsgSaveMsg(toBob(text('closed')))).toMatchObject({ code: 6013 });
});

test.each(ends)('a page that was %s leaves the engine open for the next', async (_, end) => {
  const application = startApplication();
  const page = await openLoggedInPage(application);
  const close = jest.spyOn(application.main.tim, 'TIMUninit');
  end(page);
  expect(application.main.served).toEqual({ pages: 0, calls: 0, subscriptions: 0 });
  const next = openPage(application);
  expect(await next.tim.TIMMsgSaveMsg(toBob(text('next')))).toMatchObject({ code: 0 });
  expect(close).not.toHaveBeenCalled();
});

test.each(ends)('what a page that was %s has saved is stored, and nobody is told', async (_, end) => {
  const application = startApplication();
  const page = await openLoggedInPage(application);
  const told: unknown[] = [];
  void page.tim.TIMMsgSaveMsg(toBob(text('the last words'))).then(
    () => told.push('an answer'),
    (error: unknown) => told.push(error),
  );
  // The save is with the main process once a later call is.
  await page.tim.TIMGetSDKVersion();
  end(page);
  const next = openPage(application);
  while ((await listBob(next.tim)).length === 0);
  expect(texts(await listBob(next.tim))).toEqual(['the last words']);
  await application.main.close();
  expect(application.main.served).toEqual({ pages: 0, calls: 0, subscriptions: 0 });
});

test('what a callback of a page is told does not reach the page after it', async () => {
  const application = startApplication({ allow: ['TIMSetConfig'] });
  let tell: (() => void) | undefined;
  const setConfig = jest.spyOn(application.main.tim, 'TIMSetConfig').mockImplementation(({ callback }) => {
    tell = () => callback?.(0, '', '');
    return new Promise(() => undefined);
  });
  const window = new StandInWindow(application.ipcMain);
  const told: string[] = [];
  const setting = (page: Page, name: string): void =>
    void page.tim.TIMSetConfig({ json_config: {}, callback: () => told.push(name) });
  setting(loadPage(window), 'before');
  while (setConfig.mock.calls.length < 1) await new Promise(setImmediate);
  const tellBefore = tell!;
  const after = loadPage(window);
  setting(after, 'after');
  while (setConfig.mock.calls.length < 2) await new Promise(setImmediate);
  tellBefore();
  tell!();
  while (told.length === 0) await new Promise(setImmediate);
  expect(told).toEqual(['after']);
});

test('a thousand reloads leave no listener', async () => {
  const application = startApplication();
  const window = new StandInWindow(application.ipcMain);
  const count = (emitter: EventEmitter): number =>
    emitter.eventNames().reduce((total, name) => total + emitter.listenerCount(name), 0);
  await loadPage(window).tim.TIMGetSDKVersion();
  const before = count(window);
  for (let times = 0; times < 1000; times++) await loadPage(window).tim.TIMGetLoginStatus();
  expect(count(window)).toBe(before);
  expect(application.main.served).toEqual({ pages: 1, calls: 0, subscriptions: 0 });
  window.close();
  expect(count(window)).toBe(0);
});
