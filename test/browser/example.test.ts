import path from 'node:path';
import { Tim } from 'node-imsdk';
import { queryStore } from '../engine/sqlite.js';
import { takeComplaints } from './chromium.js';
import { app, BrowserWindow, session } from './electron-in-chromium.js';
import {
  isSaved,
  logIn,
  message,
  openFreshWindow,
  openWindow,
  save,
  startConversation,
  texts,
  userData,
} from './example.js';

const CHINESE = '你好，这条消息写在磁盘上了吗？';
const ENGLISH = 'Yes: “on disk” is what it says.';
const EMOJI = '👩‍🚀🎉';

it('saves Chinese, English and an emoji from either side, each acknowledged and then on disk', async () => {
  const page = await openFreshWindow();
  await logIn(page, 'alice');
  await startConversation(page, 'bob');
  await page.evaluate(`
    globalThis.states = [];
    const note = (records) => states.push(...records.map(({ oldValue }) => oldValue));
    const watched = { subtree: true, attributes: true, attributeFilter: ['data-state'], attributeOldValue: true };
    new MutationObserver(note).observe(document.querySelector('#messages'), watched);`);
  await save(page, CHINESE);
  await save(page, ENGLISH, 'From bob');
  await save(page, EMOJI);
  expect(await texts(page)).toEqual([CHINESE, ENGLISH, EMOJI]);
  // What each state was before it changed: the last of each message is on disk.
  const steps = await page.evaluate<(string | null)[]>('states');
  expect(steps.filter((state) => state !== null)).toEqual(Array(3).fill(['saving', 'acknowledged']).flat());
  await expect(message(page, ENGLISH).getAttribute('class')).resolves.toBe('message');
  await expect(message(page, EMOJI).getAttribute('class')).resolves.toBe('message own');
  expect(await page.locator('#summary').textContent()).toBe('3 messages, all on disk');
  expect(await page.locator('.conversation').allInnerTexts()).toEqual([expect.stringContaining(EMOJI)]);

  const rows = queryStore(
    path.join(userData(), 'messages'),
    'select sid, is_self, content from message order by id',
  );
  const content = (text: string): unknown => expect.stringContaining(Buffer.from(text).toString('hex'));
  expect(rows).toEqual([
    ['bob', '1', content(CHINESE)],
    ['bob', '0', content(ENGLISH)],
    ['bob', '1', content(EMOJI)],
  ]);
});

it('goes on after a reload where it was, without another login', async () => {
  const page = await openFreshWindow();
  await logIn(page, 'carol');
  await startConversation(page, 'dave');
  await save(page, CHINESE);
  await startConversation(page, 'erin');
  await save(page, ENGLISH);
  const logins = jest.spyOn(Tim.prototype, 'TIMLogin');
  await page.reload();
  await message(page, ENGLISH).waitFor();
  expect(await page.locator('#me').textContent()).toBe('carol');
  expect(await page.locator('#partner').textContent()).toBe('erin');
  await page.locator('.conversation', { hasText: 'dave' }).click();
  await message(page, CHINESE).waitFor();
  expect(await texts(page)).toEqual([CHINESE]);
  expect(logins).not.toHaveBeenCalled();
  logins.mockRestore();
});

it('has two windows on one engine, each of which shows what the other saves', async () => {
  const first = await openFreshWindow();
  await logIn(first, 'frank');
  await startConversation(first, 'grace');
  const logins = jest.spyOn(Tim.prototype, 'TIMLogin');
  const second = await openWindow();
  await second.locator('.conversation', { hasText: 'grace' }).click();
  await save(second, CHINESE);
  await message(first, CHINESE).waitFor();
  await save(first, ENGLISH);
  await message(second, ENGLISH).waitFor();
  expect(await texts(first)).toEqual([CHINESE, ENGLISH]);
  expect(await texts(second)).toEqual([CHINESE, ENGLISH]);
  expect(logins).not.toHaveBeenCalled();
  logins.mockRestore();
  await first.getByRole('button', { name: 'Log out' }).click();
  await second.locator('#login').waitFor();
});

describe('what goes wrong', () => {
  it('is said in the language of the page, with the field and the limit', async () => {
    const page = await openFreshWindow();
    const alert = page.getByRole('alert');
    await page.getByRole('button', { name: 'Log in' }).click();
    expect(await alert.innerText()).toContain('Enter a user ID.');
    expect(await page.evaluate('document.activeElement.name')).toBe('user');
    await page.getByLabel('User ID', { exact: true }).fill('x'.repeat(123));
    await page.getByRole('button', { name: 'Log in' }).click();
    await alert.filter({ hasText: 'This user ID cannot be used' }).waitFor();
    expect(await alert.innerText()).toMatch(/^userID .*\b122\b/m);
    await page.getByRole('button', { name: '中文' }).click();
    expect(await alert.innerText()).toContain('这个用户 ID 不能用');
    await page.keyboard.press('Escape');
    await alert.waitFor({ state: 'hidden' });
  });

  it('costs no text: a message that is too long stays in the form, and a shorter one is saved', async () => {
    const page = await openFreshWindow();
    await logIn(page, 'heidi');
    await startConversation(page, 'ivan');
    const tooLong = '长'.repeat(102_500);
    const form = page.getByLabel('Message', { exact: true });
    await form.fill(tooLong);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').filter({ hasText: 'up to 300 KiB' }).waitFor();
    expect(await form.inputValue()).toBe(tooLong);
    expect(await texts(page)).toEqual([]);
    await save(page, CHINESE);
    expect(await page.getByRole('alert').isVisible()).toBe(false);
    expect(await texts(page)).toEqual([CHINESE]);
  });
});

it('is in Chinese or English as a whole, and stays so', async () => {
  const page = await openFreshWindow();
  // What a user wrote, and the names of the languages, are in whatever language they are.
  const translated = (): Promise<string> =>
    page.evaluate(`
      [...document.querySelectorAll('[data-text], [data-label], [data-placeholder]')]
        .flatMap((element) => [element.dataset.text && element.textContent, element.ariaLabel, element.placeholder])
        .filter(Boolean).join('\\n')`);
  await logIn(page, 'judy');
  await startConversation(page, 'kim');
  await save(page, ENGLISH);
  const english = await translated();
  expect(english).not.toMatch(/\p{Script=Han}/u);
  await page.getByRole('button', { name: '中文' }).click();
  const chinese = await translated();
  expect(chinese.split('\n')).toHaveLength(english.split('\n').length);
  // Names of keys and of people are the same in both.
  expect(chinese.split('\n').filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  expect(await page.locator('.state').innerText()).toBe('已存盘');
  await page.reload();
  await page.getByRole('button', { name: '保存' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('zh');
});

it('can be used with the keyboard alone', async () => {
  const page = await openFreshWindow();
  const { keyboard } = page;
  await keyboard.type('alice');
  await keyboard.press('Enter');
  await page.locator('#chat').waitFor();
  for (const partner of ['mallory', 'niaj']) {
    await page.getByLabel('Write to someone').focus();
    await keyboard.type(partner);
    await keyboard.press('Enter');
    await page.getByRole('heading', { name: partner }).waitFor();
  }
  // The form of the conversation has the focus now.
  await keyboard.type('one line');
  await keyboard.press('Shift+Enter');
  await keyboard.type('and another');
  await keyboard.press('Enter');
  await isSaved(page, 'one line\nand another');
  // Backwards past the senders, the messages, the other conversation.
  for (let i = 0; i < 4; i++) await keyboard.press('Shift+Tab');
  expect(await page.evaluate('document.activeElement.value')).toBe('niaj');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: 'mallory' }).waitFor();
  expect(await texts(page)).toEqual([]);
});

it('saves nothing at the Enter that ends the input of Chinese', async () => {
  const page = await openFreshWindow();
  await logIn(page, 'alice');
  await startConversation(page, 'olivia');
  const form = page.getByLabel('Message', { exact: true });
  await form.fill('ni hao');
  await form.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
  expect(await form.inputValue()).toBe('ni hao');
  await form.dispatchEvent('keydown', { key: 'Enter', isComposing: false });
  await message(page, 'ni hao').waitFor();
  expect(await texts(page)).toEqual(['ni hao']);
});

describe('a page', () => {
  it('has nothing of Node.js or Electron but the one bridge, in a sandboxed window', async () => {
    const page = await openFreshWindow();
    const names = ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer', 'ask'];
    expect(await page.evaluate(`${JSON.stringify(names)}.filter((name) => name in globalThis)`)).toEqual([]);
    expect(await page.evaluate('Object.keys(nodeImsdk)')).toEqual(['request', 'listen']);
    expect(BrowserWindow.opened[0]!.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
    });
    expect(app.enableSandbox).toHaveBeenCalled();
  });

  it('goes nowhere else, opens nothing and gets no permission', async () => {
    await openFreshWindow();
    const { webContents } = BrowserWindow.opened[0]!;
    const [onOpen] = webContents.setWindowOpenHandler.mock.calls[0]!;
    expect(onOpen()).toEqual({ action: 'deny' });
    for (const name of ['will-navigate', 'will-attach-webview']) {
      const event = new Event(name, { cancelable: true });
      webContents.emit(name, event);
      expect(event.defaultPrevented).toBe(true);
    }
    const [onRequest] = session.defaultSession.setPermissionRequestHandler.mock.calls[0]!;
    const answer = jest.fn();
    onRequest(webContents, 'media', answer);
    expect(answer).toHaveBeenCalledWith(false);
  });

  it('cannot call what the main process does not allow', async () => {
    const page = await openFreshWindow();
    const reply = await page.evaluate(`nodeImsdk.request({
      type: 'call', id: 4711, method: 'TIMMsgDelete', args: [], callbacks: [], hasSignal: false })`);
    expect(reply).toMatchObject({ ok: false, error: { fields: { code: 'ERR_IMSDK_NOT_ALLOWED' } } });
  });

  it('runs no script and loads nothing that is not its own, and shows markup as text', async () => {
    const page = await openFreshWindow();
    await logIn(page, 'peggy');
    await startConversation(page, 'sybil');
    const markup = '<img src=x onerror="globalThis.ran = true"><script>globalThis.ran = true</script>';
    await save(page, markup);
    expect(await texts(page)).toEqual([markup]);
    expect(await page.locator('#messages img, #messages script').count()).toBe(0);
    expect(takeComplaints()).toEqual([]);

    const blocked = await page.evaluate(`(async () => {
      const blocked = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => blocked.push(effectiveDirective));
      const script = document.createElement('script');
      try { script.text = 'globalThis.ran = true'; } catch (error) { blocked.push(error.name); }
      document.body.append(new Image());
      document.querySelector('body > img').src = 'file:///x.png';
      await fetch('http://127.0.0.1:9/').catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 50));
      return { blocked: [...new Set(blocked)].sort(), ran: globalThis.ran };
    })()`);
    expect(blocked).toEqual({
      blocked: ['TypeError', 'connect-src', 'img-src', 'require-trusted-types-for'],
      ran: undefined,
    });
    expect(takeComplaints()).not.toEqual([]);
  });
});
