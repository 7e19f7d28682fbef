/** The picture in the README. `npm run screenshot` keeps it, on a machine with fonts for Chinese and for emoji. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { Tim } from 'node-imsdk';
import { logIn, message, openFreshWindow, save, startConversation, userData } from './example.js';

const KEPT = path.resolve(__dirname, '../../examples/electron/screenshot.png');

const FROM_ME = 'From me';

it('shows a message as acknowledged until it is on disk; a picture of that is below 200 KB', async () => {
  const page = await openFreshWindow();
  await logIn(page, 'alice');
  await startConversation(page, 'dave');
  await save(page, 'Thanks, got it.', 'From dave');
  await startConversation(page, '韩梅梅');
  await save(page, '照片已经发给你啦', 'From 韩梅梅');
  await startConversation(page, 'carol');
  await save(page, 'See you on Friday! 🎉', 'From carol');
  await startConversation(page, '李雷');
  await save(page, '可以，我带上新版本 👍', FROM_ME);
  await startConversation(page, 'bob');
  await save(page, '早上好！昨天的消息都还在吗？', 'From bob');
  await save(page, '都在。每条消息写入磁盘后才算保存 ✨', FROM_ME);
  await save(page, 'Even after a crash?', 'From bob');
  await save(page, 'Even then: “on disk” means that the store has it.', FROM_ME);
  await save(page, '太好了 🎉', 'From bob');

  let flush!: () => void;
  const held = jest
    .spyOn(Tim.prototype, 'flush')
    .mockReturnValue(new Promise((resolve) => (flush = resolve)));
  await page.getByLabel(FROM_ME).check();
  await page.getByLabel('Message', { exact: true }).fill('This one is a moment old ⏳');
  await page.keyboard.press('Enter');
  const last = message(page, 'a moment old');
  await last.getByText('acknowledged').waitFor();
  expect(await page.locator('#summary').textContent()).toBe('1 not on disk yet');

  const picture =
    process.env['NODE_IMSDK_SCREENSHOT'] === '1' ? KEPT : path.join(userData(), 'screenshot.png');
  await page.screenshot({ path: picture });
  expect(statSync(picture).size).toBeLessThan(200_000);

  flush();
  await last.getByText('on disk').waitFor();
  expect(await page.locator('#summary').textContent()).toBe('6 messages, all on disk');
  held.mockRestore();
});
