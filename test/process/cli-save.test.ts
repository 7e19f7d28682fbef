import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { holdStore, runCli } from './cli-child';

let root: string;
let store: string;

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'cli-save-'));
  store = path.join(root, 'store');
});

afterEach(() => {
  fs.rmSync(root, { recursive: true, force: true });
});

function save(...args: string[]) {
  return runCli(['save', '--user', 'alice', '--to', 'bob', '--store', store, ...args]);
}

test('a message is saved and its id, conversation and store are shown', () => {
  const { status, stdout } = save('Hello, 你好 😀');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Saved, and on disk\.\n {2}id +\S+\n {2}conversation +bob \(one to one\)\n/);
  expect(stdout).toContain(store);
});

test('for a script the same is one line of JSON, and nothing else is on standard output', () => {
  const { status, stdout } = save('--json', 'hello');
  expect(status).toBe(0);
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  expect(JSON.parse(stdout)).toEqual({
    id: expect.stringMatching(/-\d+-\d+$/),
    conversation: 'bob',
    conversationType: 'c2c',
    time: expect.any(Number),
    store,
  });
});

test('the message is on disk when the command has ended', () => {
  save('a text that can be found again');
  const [user] = fs.readdirSync(store).filter((name) => name.startsWith('1400000001_'));
  const database = fs.readFileSync(path.join(store, user!, 'msg_0.db'));
  expect(database.includes('a text that can be found again')).toBe(true);
});

test('a group is named with --group', () => {
  const { stdout } = runCli([
    ...['save', '--json', '--user', 'alice', '--to', '@TGS#1', '--group', '--store', store, 'hello all'],
  ]);
  expect(JSON.parse(stdout)).toMatchObject({ conversation: '@TGS#1', conversationType: 'group' });
});

test('an engine that is missing is named with the command that gets it', () => {
  const { status, stdout, stderr } = runCli(
    ['save', '--user', 'alice', '--to', 'bob', '--store', store, 'hello'],
    { NODE_IMSDK_LIBRARY: undefined, NODE_IMSDK_CACHE: path.join(root, 'empty') },
  );
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/^node-imsdk: The engine library .* not found\. Run: npx node-imsdk fetch-sdk/);
});

test('a failure is one line of JSON too, with exit code 1', () => {
  fs.writeFileSync(store, 'a file where the folder should be');
  const { status, stdout, stderr } = save('--json', 'hello');
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(JSON.parse(stdout)).toEqual({
    error: expect.objectContaining({
      code: 'ERR_IMSDK_STORE_UNUSABLE',
      message: expect.stringContaining(store),
    }),
  });
});

test('a store that another process has open is refused, naming the process', async () => {
  const holder = await holdStore(store);
  try {
    const { status, stdout } = save('--json', 'hello');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      error: expect.objectContaining({ code: 'ERR_IMSDK_STORE_IN_USE', holderPid: holder.pid }),
    });
  } finally {
    holder.kill('SIGKILL');
  }
});

test.each([
  [['--user', 'alice', 'hello'], /required option '--to <id>'/],
  [['--user', 'alice', '--to', 'bob'], /missing required argument 'text'/],
  [['--user', 'alice', '--to', 'bob', '--sdkappid', '0', 'hello'], /whole number from 1 to 4294967295/],
])('a command that is not complete says what is missing: %j', (args, message) => {
  const { status, stderr } = runCli(['save', ...args]);
  expect(status).toBe(1);
  expect(stderr).toMatch(message);
});
