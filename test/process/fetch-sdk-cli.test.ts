import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';

const cli = path.resolve(__dirname, '../../dist/cli/index.js');

let root: string;

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'fetch-sdk-cli-'));
});

afterEach(() => {
  fs.rmSync(root, { recursive: true, force: true });
});

function environment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    HOME: root,
    NODE_IMSDK_CACHE: path.join(root, 'cache'),
    npm_config_cache: path.join(root, 'npm-cache'),
    npm_config_fetch_retries: '0',
    ...more,
  };
}

function run(args: string[], more: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: root,
    env: environment(more),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('a failure is one line with what to do next, and exit code 1', () => {
  expect(run(['fetch-sdk'], { npm_config_offline: 'true' })).toEqual({
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(
      /^node-imsdk: .*offline.*NODE_IMSDK_LIBRARY.*\[ERR_IMSDK_FETCH_FAILED\]\n$/,
    ),
  });
});

test('NODE_DEBUG=node-imsdk adds the stack and the causes', () => {
  const { stderr } = run(['fetch-sdk'], { npm_config_offline: 'true', NODE_DEBUG: 'node-imsdk' });
  expect(stderr).toMatch(/\n {4}at .*fetch-failure\.js[^]*\ncaused by .*only-if-cached[^]*\n {4}at /);
});

test('a platform that does not exist is refused, naming those that do', () => {
  const { status, stderr } = run(['fetch-sdk', '--platform', 'linux-sparc']);
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /linux-sparc.*linux-x64, linux-arm64, win32-x64, win32-ia32, darwin-x64, darwin-arm64/,
  );
});

test('the help shows a command that works with nothing set up', () => {
  const { status, stdout } = run(['--help']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/npx node-imsdk save --user alice --to bob "/);
});

test('Ctrl-C ends a fetch with exit code 130 and leaves nothing half done', async () => {
  const silent = http.createServer();
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  try {
    const child = spawn(process.execPath, [cli, 'fetch-sdk'], {
      cwd: root,
      env: environment({ npm_config_registry: `http://127.0.0.1:${port}/` }),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (text) => (stderr += String(text)));
    await once(silent, 'request');
    child.kill('SIGINT');
    const [status] = (await once(child, 'close')) as [number | null];
    expect(status).toBe(130);
    expect(stderr).toMatch(/^node-imsdk: .*aborted.*\[ERR_IMSDK_ABORTED\]\n$/);
    expect(fs.readdirSync(path.join(root, 'cache'))).toEqual([]);
  } finally {
    silent.closeAllConnections();
    silent.close();
  }
});
