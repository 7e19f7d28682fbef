/** Events of the real engine in pages. A message that is modified is one that it tells of without a service. */
import type { Json_value_msg } from 'node-imsdk';
import { stored, text, toBob } from '../engine/client.js';
import type { Notice } from '../../lib/electron/protocol.js';
import { loadPage, openLoggedInPage, openPage, startApplication, type Page } from './pages.js';

const turn = (): Promise<void> => new Promise(setImmediate);

/** Resolves once something is so. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await turn();
}

/** Has the engine tell that a message was changed. */
async function modify({ tim }: Page, content = 'changed'): Promise<Json_value_msg> {
  const message = stored(await tim.TIMMsgSaveMsg(toBob(text('a'))));
  const params = { ...message, ...text(content) };
  expect(await tim.TIMMsgModifyMessage({ params })).toMatchObject({ code: 0 });
  return message;
}

test('an event reaches the pages that listen to it, and no other', async () => {
  const application = startApplication();
  const page = await openLoggedInPage(application);
  const other = openPage(application);
  const overheard: Notice[] = [];
  other.bridge.listen((notice) => overheard.push(notice));
  const heard: Json_value_msg[] = [];
  page.tim.on('messagesUpdated', (messages) => heard.push(...messages));

  const message = await modify(other);
  await until(() => heard.length > 0);
  expect(heard).toMatchObject([{ message_unique_id: message.message_unique_id }]);
  expect(typeof heard[0]?.message_unique_id).toBe('bigint');
  expect(await other.tim.TIMGetLoginStatus()).toBe(2);
  expect(overheard).toEqual([]);
  expect(application.main.served).toMatchObject({ pages: 2, subscriptions: 1 });
});

test('a documented callback gets the engine’s JSON as text, and each page has its own', async () => {
  const application = startApplication();
  const pages = [await openLoggedInPage(application), await openLoggedInPage(application)];
  const heard: string[] = [];
  for (const [index, { tim }] of pages.entries()) {
    tim.TIMSetMsgUpdateCallback({
      callback: (json, userData) => {
        const [message] = JSON.parse(json) as [Json_value_msg];
        heard.push(`${userData}: ${message.message_conv_id ?? ''}`);
      },
      user_data: `page ${index}`,
    });
  }
  await modify(pages[0]!);
  await until(() => heard.length === 2);
  expect(heard.sort()).toEqual(['page 0: bob', 'page 1: bob']);
  for (const { tim } of pages) tim.TIMSetMsgUpdateCallback({ callback: null });
  await until(() => application.main.served.subscriptions === 0);
});

test('a page listens for the next event alone, takes listeners back, and iterates', async () => {
  const application = startApplication();
  const page = await openLoggedInPage(application);
  const heard: string[] = [];
  const always = (): void => void heard.push('always');
  page.tim
    .once('messagesUpdated', () => heard.push('once'))
    .on('messagesUpdated', always)
    .on('messagesUpdated', always);
  page.tim.off('messagesUpdated', always);
  await modify(page);
  await until(() => heard.length === 2);
  await modify(page);
  await until(() => heard.length === 3);
  expect(heard).toEqual(['once', 'always', 'always']);

  page.tim.off('messagesUpdated', always);
  await until(() => application.main.served.subscriptions === 0);
  setTimeout(() => void modify(page), 0);
  for await (const [messages] of page.tim.events('messagesUpdated')) {
    expect(messages).toHaveLength(1);
    break;
  }
  await until(() => application.main.served.subscriptions === 0);
});

test.each<[string, (page: Page) => void]>([
  ['reloaded', ({ window }) => void window.load()],
  ['crashed', ({ window }) => window.crash()],
  ['closed', ({ window }) => window.close()],
])('a page that was %s listens no longer', async (_, end) => {
  const application = startApplication();
  const page = openPage(application);
  page.tim.on('log', () => undefined).on('newMessages', () => undefined);
  await until(() => application.main.served.subscriptions === 2);
  end(page);
  expect(application.main.served).toEqual({ pages: 0, calls: 0, subscriptions: 0 });
  const next = loadPage(page.window);
  expect(await next.tim.TIMGetSDKVersion()).toMatch(/^\d/);
  expect(application.main.served).toEqual({ pages: 1, calls: 0, subscriptions: 0 });
});

test('a page that is found gone when there is something to tell it listens no longer', async () => {
  const application = startApplication();
  const page = await openLoggedInPage(application);
  page.tim.on('messagesUpdated', () => undefined);
  await until(() => application.main.served.subscriptions === 1);
  page.frame.isGone = true;
  await modify(openPage(application));
  await until(() => application.main.served.subscriptions === 0);
});

test.each(['constructor', '__proto__', 'toString', 'eventsDropped', 'newMessage', ''])(
  'there is no event %j to subscribe to',
  async (event) => {
    const application = startApplication();
    const page = openPage(application);
    const request = { type: 'subscribe', event } as const;
    expect(await page.ipcRenderer.invoke('node-imsdk', 'document', request)).toMatchObject({
      ok: false,
      error: { fields: { code: 'ERR_IMSDK_INVALID_ARGUMENT' } },
    });
    expect(application.main.served.subscriptions).toBe(0);
  },
);

test('what is no event, no listener, no option or no callback is refused in the page', () => {
  const { tim } = openPage(startApplication());
  const invalid = (field: string): Error =>
    expect.objectContaining({ code: 'ERR_IMSDK_INVALID_ARGUMENT', field }) as Error;
  expect(() => tim.on('constructor' as 'log', () => undefined)).toThrow(invalid('name'));
  expect(() => tim.on('log', 'print' as never)).toThrow(invalid('listener'));
  expect(() => tim.events('log', { limit: 0 })).toThrow(invalid('options.limit'));
  expect(() => tim.events('log', { signal: 'stop' as never })).toThrow(invalid('options.signal'));
  expect(() => tim.events('log', null as never)).toThrow(invalid('options'));
  expect(() => tim.TIMSetLogCallback({ callback: 'print' as never })).toThrow(invalid('callback'));
  expect(() => tim.TIMSetLogCallback(undefined as never)).toThrow(invalid('params'));
});

test('every documented method that sets a callback is there', () => {
  const { tim } = openPage(startApplication());
  const names = [
    'TIMAddRecvNewMsgCallback',
    'TIMRemoveRecvNewMsgCallback',
    'TIMSetConvEventCallback',
  ] as const;
  for (const name of names) expect(tim[name]).toEqual(expect.any(Function));
});
