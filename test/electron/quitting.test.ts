/** The application quits, or closes TimMain itself. */
import { listBob, logInClient, text, toBob } from '../engine/client.js';
import { openLoggedInPage, openPage, startApplication, type Application } from './pages.js';

const listenersOf = ({ app, ipcMain }: Application): number =>
  app.listenerCount('will-quit') + ipcMain.handlers.size;

test('quitting waits until what was saved is on disk and the engine is closed', async () => {
  const application = startApplication({ durability: 'ack' });
  const { app, store } = application;
  const { tim } = await openLoggedInPage(application);
  await Promise.all(Array.from({ length: 100 }, (_, index) => tim.TIMMsgSaveMsg(toBob(text(`#${index}`)))));
  app.quit();
  expect(app.hasQuit).toBe(false);
  await app.whenQuit();
  expect(listenersOf(application)).toBe(0);

  expect(await listBob(await logInClient({}, store))).toHaveLength(100);
});

/** Lets closing hang until it is told not to. */
function hang({ main }: Application): () => void {
  let goOn: (code: number) => void = () => undefined;
  const hanging = new Promise<number>((resolve) => (goOn = resolve));
  jest.spyOn(main.tim, 'TIMUninit').mockReturnValueOnce(hanging);
  return () => goOn(0);
}

test('quitting waits no longer than its time limit', async () => {
  const application = startApplication({ quitTimeout: 1 });
  const goOn = hang(application);
  application.app.quit();
  await application.app.whenQuit();
  expect(application.ipcMain.handlers.size).toBe(1);
  goOn();
});

test('a second quit does not wait', () => {
  const application = startApplication();
  const goOn = hang(application);
  application.app.quit();
  expect(application.app.hasQuit).toBe(false);
  application.app.quit();
  expect(application.app.hasQuit).toBe(true);
  goOn();
});

test('the application quits also where closing fails', async () => {
  const { app, main } = startApplication();
  jest.spyOn(main.tim, 'TIMUninit').mockRejectedValueOnce(new Error('lost'));
  app.quit();
  await app.whenQuit();
  await expect(main.close()).rejects.toThrow('lost');
});

test('after close(), quitting does not wait and another TimMain can be made', async () => {
  const application = startApplication();
  const { app, main } = application;
  await main.close();
  app.quit();
  expect(app.hasQuit).toBe(true);
  expect(listenersOf(application)).toBe(0);
});

test('calls under way are answered before TimMain is closed, and those that are not reject then', async () => {
  const application = startApplication();
  const { tim } = await openLoggedInPage(application);
  jest.spyOn(application.main.tim, 'TIMGetServerTime').mockReturnValue(new Promise(() => undefined));
  const saving = tim.TIMMsgSaveMsg(toBob(text('a')));
  const never = expect(tim.TIMGetServerTime()).rejects.toMatchObject({
    name: 'ImSdkError',
    code: 'ERR_IMSDK_CLOSED',
    mayHaveBeenStored: true,
  });
  await tim.TIMGetSDKVersion();
  await application.main.destroy();
  expect(await saving).toMatchObject({ code: 0 });
  await never;
  expect(listenersOf(application)).toBe(0);
});

test('calls made while TimMain is closing or is closed reject', async () => {
  const application = startApplication();
  const { tim } = await openLoggedInPage(application);
  const open = jest.spyOn(application.main.tim, 'TIMInit');
  const closing = application.main.close();
  await expect(tim.TIMInit()).rejects.toMatchObject({ code: 'ERR_IMSDK_CLOSED' });
  await closing;
  expect(open).not.toHaveBeenCalled();
  await expect(tim.TIMInit()).rejects.toMatchObject({ code: 'ERR_IMSDK_CLOSED' });
  await expect(openPage(application).tim.TIMMsgSaveMsg(toBob(text('a')))).rejects.toMatchObject({
    code: 'ERR_IMSDK_CLOSED',
    mayHaveBeenStored: true,
  });
});
