/** What a page gets of Tim, against the real engine. */
import { defaultMethods } from 'node-imsdk/main';
import { pageChecks, runPageCheck } from './page-checks.js';
import { openPage, startApplication } from './pages.js';

test.each(pageChecks)('$name', async (check) => {
  const { tim } = openPage(startApplication({ allow: [...defaultMethods, 'TIMSetConfig'] }));
  expect(await runPageCheck(tim, check)).toEqual(check.expected);
});
