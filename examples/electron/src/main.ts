// The main process: one engine for all windows, and windows that can do nothing but ask it.
import path from 'node:path';
import { app, BrowserWindow, session } from 'electron';
import { TimMain } from 'node-imsdk/main';

/** With an app id of Tencent Cloud Chat, users log in to the service; without one, nothing leaves the machine. */
const { TIM_SDKAPPID } = process.env;

app.enableSandbox();

// A second process could not open the store: it asks the first for another window instead.
if (app.requestSingleInstanceLock()) {
  serve();
} else {
  app.quit();
}

function serve(): void {
  // It closes the store when the app quits.
  new TimMain({
    sdkappid: Number(TIM_SDKAPPID ?? 1400000001),
    localOnly: TIM_SDKAPPID === undefined,
    init: { config_path: path.join(app.getPath('userData'), 'messages') },
    // What the page does, and no more.
    allow: [
      'TIMInit',
      'TIMLogin',
      'TIMLogout',
      'TIMGetLoginUserID',
      'TIMGetSDKVersion',
      'TIMMsgSaveMsg',
      'TIMMsgGetMsgList',
      'flush',
    ],
  });

  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
  app.on('second-instance', openWindow);
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });

  void app.whenReady().then(() => {
    session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
    openWindow();
  });
}

function openWindow(): void {
  const window = new BrowserWindow({
    width: 1040,
    height: 700,
    minWidth: 640,
    minHeight: 480,
    show: false,
    webPreferences: {
      preload: path.join(__dirname, 'preload.js'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  const query = TIM_SDKAPPID === undefined ? undefined : { account: '' };
  void window.loadFile(path.join(__dirname, 'page/index.html'), { query });
}
