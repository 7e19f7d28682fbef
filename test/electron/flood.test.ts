/** A window cannot pile up calls in the main process, and TimRender does not try. */
import { text, toBob } from '../engine/client.js';
import { openLoggedInPage, openPage, startApplication } from './pages.js';

const MOST = 1024;

test('calls without an answer are bounded for each window, reloaded or not', async () => {
  const application = startApplication();
  const { main } = application;
  let answer: (time: number) => void = () => undefined;
  const never = new Promise<number>((resolve) => (answer = resolve));
  jest.spyOn(main.tim, 'TIMGetServerTime').mockReturnValue(never);
  const page = openPage(application);
  const other = openPage(application);
  const flood = (document: string): Promise<unknown>[] =>
    Array.from({ length: 800 }, (_, id) =>
      page.ipcRenderer.invoke('node-imsdk', document, {
        type: 'call',
        ...{ id, method: 'TIMGetServerTime', args: [], callbacks: [], hasSignal: false },
      }),
    );
  const replies = [...flood('first'), ...flood('second')];
  const refused = { ok: false, error: { fields: { code: 'ERR_IMSDK_NOT_ALLOWED' } } };
  expect(await replies.at(-1)).toMatchObject(refused);
  expect(main.served.calls).toBe(MOST);
  // Other windows are served.
  expect(await other.tim.TIMGetSDKVersion()).toMatch(/^\d/);

  answer(1);
  const settled = (await Promise.all(replies)) as { ok: boolean }[];
  expect(settled.filter(({ ok }) => ok)).toHaveLength(MOST);
  expect(main.served.calls).toBe(0);
});

test('a page can make more calls at once than may be under way: TimRender keeps them back, in order', async () => {
  const application = startApplication();
  const { main } = application;
  const { tim } = await openLoggedInPage(application);
  const numbers = Array.from({ length: 3 * MOST }, (_, number) => number);
  let most = 0;
  const asked: number[] = [];
  const find = main.tim.TIMMsgFindMessages.bind(main.tim);
  jest.spyOn(main.tim, 'TIMMsgFindMessages').mockImplementation((params) => {
    most = Math.max(most, main.served.calls);
    asked.push(Number(params.user_data));
    return find(params);
  });
  const results = await Promise.all(
    numbers.map((number) =>
      tim.TIMMsgFindMessages({ json_message_id_array: ['a-1-1'], user_data: `${number}` }),
    ),
  );
  expect(results.map(({ user_data: number }) => Number(number))).toEqual(numbers);
  expect(asked).toEqual(numbers);
  expect(most).toBe(MOST);
});

test('a call that is kept back is not made once it is aborted', async () => {
  const application = startApplication();
  const { main } = application;
  const { tim } = await openLoggedInPage(application);
  const save = jest.spyOn(main.tim, 'TIMMsgSaveMsg');
  const before = Array.from({ length: MOST }, () => tim.TIMGetLoginStatus());
  const controller = new AbortController();
  const { signal } = controller;
  const saving = tim.TIMMsgSaveMsg(toBob(text('a')), { signal });
  controller.abort();
  await expect(saving).rejects.toMatchObject({ code: 'ERR_IMSDK_ABORTED', mayHaveBeenStored: false });
  expect(new Set(await Promise.all(before))).toEqual(new Set([2]));
  expect(save).not.toHaveBeenCalled();
});
