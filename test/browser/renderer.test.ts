/** What the package ships for a page and its preload script, as it is, in Chromium: no bundler, a strict CSP. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Json_value_msg } from 'node-imsdk';
import { TimMain } from 'node-imsdk/main';
import type { Page } from 'playwright-core';
import { runDocumentedSample } from '../fixtures/run-documented-sample.js';
import { startChromium } from './chromium.js';
import { app, BrowserWindow, ipcMain, startIn } from './electron-in-chromium.js';

const shipped = path.resolve(__dirname, '../../dist/electron');
const ORIGIN = 'http://localhost:5173';

/** What a development server would serve; nothing listens there. */
const files: Record<string, { contentType: string; body: string }> = {
  '/': {
    contentType: 'text/html',
    body: `<!doctype html>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'" />
      <script type="module" src="page.mjs"></script>`,
  },
  '/page.mjs': {
    contentType: 'text/javascript',
    body: `
      import TimRender, * as shipped from './renderer.mjs';
      Object.assign(globalThis, shipped, { tim: new TimRender() });`,
  },
  '/renderer.mjs': {
    contentType: 'text/javascript',
    body: readFileSync(path.join(shipped, 'renderer.mjs'), 'utf8'),
  },
};

let store: string;
let timMain: TimMain;
let page: Page;

beforeAll(async () => {
  const context = await startChromium();
  await context.route(`${ORIGIN}/*`, (route) => {
    const file = files[new URL(route.request().url()).pathname];
    return file === undefined ? route.abort() : route.fulfill(file);
  });
  startIn(context);
  store = mkdtempSync(path.join(os.tmpdir(), 'node-imsdk-'));
  const init = { config_path: store };
  const isTrustedFrame = ({ origin }: { origin: string }): boolean => origin === ORIGIN;
  timMain = new TimMain({ sdkappid: 1400000001, localOnly: true, init, ipcMain, app, isTrustedFrame });
}, 60_000);

beforeEach(async () => {
  const webPreferences = { preload: path.join(shipped, 'preload-script.js') };
  const window = new BrowserWindow({ webPreferences });
  await window.loadURL(`${ORIGIN}/`);
  page = await window.page;
  expect(await page.evaluate('tim.TIMInit()')).toBe(0);
  expect(await page.evaluate(`tim.TIMLogin({ userID: 'alice' })`)).toMatchObject({ code: 0 });
});

afterAll(async () => {
  await timMain.close();
  rmSync(store, { recursive: true, force: true, maxRetries: 10 });
});

it('runs the documented sample with a conversation and a text filled in', async () => {
  const saver = {
    TIMMsgSaveMsg: (params: object) => page.evaluate<never>(`tim.TIMMsgSaveMsg(${JSON.stringify(params)})`),
  };
  const { result } = await runDocumentedSample(saver, {
    "let convId = ''": "let convId = 'bob'",
    'let convType=0': 'let convType=1',
    'elem_type: 1,': 'elem_type: 0,',
    "text_elem_content:'',": "text_elem_content:'你好, world 😀',",
  });
  expect(result).toMatchObject({
    code: 0,
    json_param: { message_elem_array: [{ text_elem_content: '你好, world 😀' }] },
  });
});

it('passes 64-bit integers exactly, from the engine to the page and back', async () => {
  const [first, second, older] = await page.evaluate<[Json_value_msg, Json_value_msg, Json_value_msg[]]>(`
    (async () => {
      const save = async (text) => {
        const params = { message_elem_array: [{ elem_type: 0, text_elem_content: text }] };
        return throwIfFailed(await tim.TIMMsgSaveMsg({ conv_id: 'carol', conv_type: 1, params })).json_param;
      };
      const first = await save('一');
      const second = await save('二');
      const { json_param: older } = throwIfFailed(await tim.TIMMsgGetMsgList({
        conv_id: 'carol',
        conv_type: 1,
        params: { msg_getmsglist_param_last_msg: second, msg_getmsglist_param_count: 9 },
      }));
      return [first, second, older];
    })()`);
  for (const { message_client_time: time, message_rand: rand, message_unique_id: id } of [first, second]) {
    expect(typeof id).toBe('bigint');
    expect(id).toBe((BigInt(time!) << 32n) | BigInt(rand!));
  }
  expect(older.map(({ message_unique_id: id }) => id)).toEqual([first.message_unique_id]);
});

it('rejects with an ImSdkError of the page, which has the code and the field', async () => {
  const seen = await page.evaluate(`
    tim.TIMMsgSaveMsg({ conv_id: 'bob', conv_type: 1, params: { message_elem_array: [{ elem_type: 99 }] } }).then(
      () => 'resolved',
      (error) => ({ isOurs: error instanceof ImSdkError, ...error }))`);
  expect(seen).toMatchObject({
    isOurs: true,
    code: 'ERR_IMSDK_INVALID_ARGUMENT',
    field: 'params.message_elem_array[0].elem_type',
  });
});

it('resolves more saves at once than may be under way, each when it is on disk', async () => {
  const codes = await page.evaluate(`
    Promise.all(Array.from({ length: 1100 }, async (_, i) => {
      const params = { message_elem_array: [{ elem_type: 0, text_elem_content: '#' + i }] };
      return (await tim.TIMMsgSaveMsg({ conv_id: 'dave', conv_type: 1, params })).code;
    }))`);
  expect(codes).toEqual(Array(1100).fill(0));
  const { json_param: list } = await timMain.tim.TIMMsgGetMsgList({
    conv_id: 'dave',
    conv_type: 1,
    params: { msg_getmsglist_param_count: -1 },
  });
  expect(list).toHaveLength(1100);
});

it('serves no page of another origin', async () => {
  const elsewhere = 'http://localhost:5174/';
  await page.context().route(elsewhere, (route) => route.fulfill({ body: '', contentType: 'text/html' }));
  await page.goto(elsewhere);
  const reply = await page.evaluate(`
    nodeImsdk.request({ type: 'call', id: 1, method: 'TIMInit', args: [], callbacks: [], hasSignal: false })`);
  expect(reply).toMatchObject({ ok: false, error: { fields: { code: 'ERR_IMSDK_NOT_ALLOWED' } } });
});
