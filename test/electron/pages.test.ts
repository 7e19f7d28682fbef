/** What a page gets of Tim, against the real engine. */
import { defaultMethods } from 'node-imsdk/main';
import { pageChecks, runPageCheck } from './page-checks.js';
import { openPage, startApplication } from './pages.js';

test.each(pageChecks)('$name', async (check) => {
  const { tim } = openPage(startApplication({ allow: [...defaultMethods, 'TIMSetConfig'] }));
  expect(await runPageCheck(tim, check)).toEqual(check.expected);
});

test('a page need not wait for TIMInit before it logs in', async () => {
  const { tim } = openPage(startApplication());
  const opening = tim.TIMInit();
  expect(await tim.TIMLogin({ userID: 'alice' })).toMatchObject({ code: 0 });
  expect(await opening).toBe(0);
});
