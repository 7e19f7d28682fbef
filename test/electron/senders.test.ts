/** Who is served: every message's sender is looked at. */
import type { PageBridge, Reply } from '../../lib/electron/protocol.js';
import type { StandInFrame } from './electron-stand-in.js';
import { loadPage, openPage, startApplication, type Application, type Page } from './pages.js';

const version = {
  type: 'call',
  id: 1,
  method: 'TIMGetSDKVersion',
  args: [],
  callbacks: [],
  hasSignal: false,
} as const;

const ask = (bridge: PageBridge): Promise<Reply> => bridge.request(version);

async function expectRefused(application: Application, page: Page): Promise<void> {
  const call = jest.spyOn(application.main.tim, 'TIMGetSDKVersion');
  const reply = await ask(page.bridge);
  expect(reply).toMatchObject({ ok: false, error: { fields: { code: 'ERR_IMSDK_NOT_ALLOWED' } } });
  expect(call).not.toHaveBeenCalled();
  expect(application.main.served).toEqual({ pages: 0, calls: 0, subscriptions: 0 });
}

test.each(['file:///opt/app/index.html', 'app://bundle/index.html'])(
  'a page at %s is served',
  async (url) => {
    const page = openPage(startApplication(), url);
    expect(await ask(page.bridge)).toMatchObject({ ok: true });
  },
);

test.each([
  'http://localhost:5173/',
  'https://example.com/',
  'data:text/html,hello',
  'blob:app://bundle/5a8d',
  'about:blank',
  'chrome-extension://abcdef/page.html',
  'devtools://devtools/bundled/inspector.html',
  'other://bundle/index.html',
])('a page at %s is not', async (url) => {
  const application = startApplication();
  await expectRefused(application, openPage(application, url));
});

test.each<[string, (page: Page) => void]>([
  ['a frame in a page', ({ frame }) => (frame.parent = frame)],
  ['a webview', ({ window }) => (window.type = 'webview')],
  ['a sandboxed document, whose origin is opaque', ({ frame }) => (frame.origin = 'null')],
  ['a window opened at about:blank', ({ frame }) => (frame.url = '')],
  ['a frame that is being replaced', ({ frame }) => (frame.detached = true)],
  ['a frame that is gone', ({ frame }) => (frame.isGone = true)],
])('%s is not served', async (_, change) => {
  const application = startApplication();
  const page = openPage(application);
  change(page);
  await expectRefused(application, page);
});

test('a frame that is destroyed while it is looked at is not served', async () => {
  const application = startApplication();
  const page = openPage(application);
  Object.defineProperty(page.frame, 'parent', {
    get() {
      throw new Error('Render frame was disposed before WebFrameMain could be accessed');
    },
  });
  await expectRefused(application, page);
});

test('trust is asked for with every message', async () => {
  const page = openPage(startApplication());
  expect(await ask(page.bridge)).toMatchObject({ ok: true });
  page.frame.url = 'https://example.com/';
  expect(await ask(page.bridge)).toMatchObject({ error: { fields: { code: 'ERR_IMSDK_NOT_ALLOWED' } } });
});

test('the application can trust another origin, and no frame but the main one', async () => {
  const isTrustedFrame = ({ origin }: { origin: string }): boolean => origin === 'http://localhost:5173';
  const application = startApplication({ isTrustedFrame });
  await expectRefused(application, openPage(application));
  const page = openPage(application, 'http://localhost:5173/index.html');
  expect(await ask(page.bridge)).toMatchObject({ ok: true });
  page.frame.parent = page.frame;
  expect(await ask(page.bridge)).toMatchObject({ ok: false });
});

test('where the application’s own check throws, the page is not served', async () => {
  const application = startApplication({
    isTrustedFrame: () => {
      throw new Error('a mistake');
    },
  });
  await expectRefused(application, openPage(application));
});

test('once a window has been enabled, no other is served', async () => {
  const application = startApplication();
  const page = openPage(application);
  application.main.enable(page.window);
  await expectRefused(application, openPage(application));
  expect(await ask(page.bridge)).toMatchObject({ ok: true });
  expect(await ask(loadPage(page.window).bridge)).toMatchObject({ ok: true });
});

test('each page gets the methods that the application allows its frame', async () => {
  const allow = ({ url }: Pick<StandInFrame, 'url'>): ('TIMInit' | 'TIMGetSDKVersion')[] =>
    url.endsWith('reader.html') ? ['TIMInit'] : ['TIMInit', 'TIMGetSDKVersion'];
  const application = startApplication({ allow });
  const reader = openPage(application, 'app://bundle/reader.html');
  expect(await openPage(application).tim.TIMGetSDKVersion()).toMatch(/^\d/);
  await expect(reader.tim.TIMGetSDKVersion()).rejects.toMatchObject({ code: 'ERR_IMSDK_NOT_ALLOWED' });
  expect(await reader.tim.TIMInit()).toBe(0);
});

test('a name in allow that no page can call is a mistake of the application', () => {
  expect(() => startApplication({ allow: ['TIMInit', 'TIMLaunch' as 'TIMLogin'] })).toThrow(
    expect.objectContaining({ code: 'ERR_IMSDK_INVALID_ARGUMENT', field: 'allow[1]' }),
  );
});
