/** The application that in-electron.test.ts runs in Electron: it prints what became of each scenario, and quits. */
import path from 'node:path';
import { app, BrowserWindow, type WebFrameMain } from 'electron';
import { defaultMethods, preloadScript, TimMain } from 'node-imsdk/main';
import { pageChecks } from '../page-checks.js';

const PAGE = path.join(__dirname, 'page.html');
const [store = ''] = process.argv.slice(-1);

/** Whether a frame is served: nothing but the bridge is needed for that. */
const IS_SERVED = `nodeImsdk.request({
  type: 'call', id: 1, method: 'TIMGetSDKVersion', args: [], callbacks: [], hasSignal: false
}).then(({ ok }) => ok)`;

const timMain = new TimMain({
  sdkappid: 1400000001,
  localOnly: true,
  init: { config_path: store },
  allow: [...defaultMethods, 'TIMSetConfig'],
});

function openWindow(webPreferences: Electron.WebPreferences = {}): BrowserWindow {
  return new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, preload: preloadScript, ...webPreferences },
  });
}

async function runScenarios(): Promise<Record<string, unknown>> {
  const window = openWindow();
  await window.loadFile(PAGE);
  const inPage = (code: string): Promise<unknown> => window.webContents.executeJavaScript(code);
  const checks: unknown[] = [];
  for (const index of pageChecks.keys()) checks.push(await inPage(`runCheck(${index})`));

  const logIns = countCalls('TIMLogin');
  await window.loadFile(PAGE);
  const afterReload = await inPage('runCheck(0)');

  const withFrame = openWindow({ nodeIntegrationInSubFrames: true });
  await withFrame.loadFile(PAGE);
  const frame = await addFrame(withFrame);
  const servesFrame = await frame.executeJavaScript(IS_SERVED);
  const servesPage = await withFrame.webContents.executeJavaScript(IS_SERVED);

  const elsewhere = openWindow();
  await elsewhere.loadURL('data:text/html,elsewhere');
  const servesElsewhere = await elsewhere.webContents.executeJavaScript(IS_SERVED);

  const { served } = timMain;
  for (const opened of [window, withFrame, elsewhere]) opened.destroy();
  return {
    ...{ checks, afterReload, logInsAfterReload: logIns(), servesFrame, servesPage, servesElsewhere },
    ...{ servedPages: served.pages, servedAfterClosing: timMain.served },
  };
}

/** Counts calls that reach the client from now on. */
function countCalls(method: 'TIMLogin'): () => number {
  let count = 0;
  const original = timMain.tim[method].bind(timMain.tim);
  timMain.tim[method] = (...args) => {
    count++;
    return original(...args);
  };
  return () => count;
}

/** A frame in the page, of the same origin, with the preload script of the window. */
async function addFrame({ webContents }: BrowserWindow): Promise<WebFrameMain> {
  await webContents.executeJavaScript(`new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.onload = resolve;
    frame.src = location.href;
    document.documentElement.append(frame);
  }).then(() => undefined)`);
  const [frame] = webContents.mainFrame.frames;
  if (frame === undefined) throw new Error('the page has no frame');
  return frame;
}

app.on('window-all-closed', () => undefined);
void app
  .whenReady()
  .then(runScenarios)
  .catch((error: unknown) => ({ failed: String(error) }))
  .then((outcomes) => {
    process.stdout.write(`OUTCOMES ${JSON.stringify(outcomes)}\n`);
    app.quit();
  });
