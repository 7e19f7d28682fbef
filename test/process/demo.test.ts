import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const demo = path.resolve(__dirname, '../../examples/demo/main.mjs');

let store: string;

beforeEach(() => {
  store = fs.mkdtempSync(path.join(os.tmpdir(), 'demo-'));
});

afterEach(() => {
  fs.rmSync(store, { recursive: true, force: true });
});

function runDemo(environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [demo, store], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('the demo', () => {
  test('saves every kind of element that the engine keeps, and reads each of their fields back', () => {
    const { status, stdout, stderr } = runDemo();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const kinds = [...stdout.matchAll(/^ {3}element \d+: (\w+)$/gm)].map(([, kind]) => kind);
    expect(kinds).toEqual(
      expect.arrayContaining([
        ...['Text', 'Image', 'Sound', 'Custom', 'File', 'GroupTips', 'Face', 'Location', 'Video', 'Merge'],
      ]),
    );
    const elements = stdout.slice(stdout.indexOf('element 0'), stdout.indexOf('\n   message\n'));
    const fields = [...elements.matchAll(/^ {3}([=~-]) (\w+)/gm)];
    expect(fields.length).toBeGreaterThan(60);
    // The engine gives these two back as the id of the picture itself.
    expect(fields.filter(([, mark]) => mark !== '=').map(([, , field]) => field)).toEqual([
      'image_elem_thumb_id',
      'image_elem_large_id',
    ]);
    expect(stdout).toContain(
      'text_elem_content                                "你好，世界！Hello, world! 👋🏽',
    );
  });

  test('says where the store is, and how to run it against an account', () => {
    const { stdout } = runDemo();
    expect(stdout).toContain(`The store stays where it is: ${store}`);
    expect(stdout).toMatch(/TIM_SDKAPPID=.* TIM_USER_ID=.* TIM_USER_SIG=.* npm run demo/);
  });

  test('finds in a second run what the first one stored', () => {
    runDemo();
    const { status, stdout } = runDemo();
    expect(status).toBe(0);
    expect(stdout).toMatch(/the conversation now has 2$/m);
  });

  test('prints no control characters into a pipe', () => {
    const { stdout } = runDemo();
    // eslint-disable-next-line no-control-regex
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  test('refuses half an account, instead of running without one', () => {
    const { status, stderr } = runDemo({ TIM_SDKAPPID: '1400000001' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/set all of TIM_SDKAPPID, TIM_USER_ID and TIM_USER_SIG/);
  });
});
