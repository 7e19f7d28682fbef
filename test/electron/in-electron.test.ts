/**
 * The checks of pages.test.ts in Electron itself: its sandbox, its context isolation, its IPC. Runs where ELECTRON_PATH
 * is the path of an Electron executable; jest.config.mjs leaves it out elsewhere.
 */
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { logInClient } from '../engine/client.js';
import { pageChecks } from './page-checks.js';

const root = path.resolve(__dirname, '../..');
const sources = path.join(__dirname, 'in-electron');
/** In the package, so that the application finds `node-imsdk/main` by its name. */
const built = path.join(root, 'build-in-electron');

let store: string;
let outcomes: Record<string, unknown>;

function bundle(source: string, ...options: string[]): void {
  const esbuild = path.join(root, 'node_modules/.bin/esbuild');
  const out = path.join(built, source.replace('.ts', '.js'));
  execFileSync(esbuild, [
    path.join(sources, source),
    '--bundle',
    `--outfile=${out}`,
    ...options,
    '--log-level=error',
  ]);
}

beforeAll(async () => {
  store = mkdtempSync(path.join(os.tmpdir(), 'node-imsdk-'));
  bundle('page.ts', '--format=iife');
  bundle('main.ts', '--platform=node', '--external:electron', '--external:node-imsdk');
  cpSync(path.join(sources, 'page.html'), path.join(built, 'page.html'));
  // Where the system permits no sandbox of processes. What a sandboxed preload script can do stays the same.
  const flags = process.platform === 'linux' ? ['--no-sandbox'] : [];
  const electron = String(process.env['ELECTRON_PATH']);
  // Rejects unless it quits by itself, with 0.
  const { stdout } = await promisify(execFile)(electron, [...flags, path.join(built, 'main.js'), store], {
    timeout: 120_000,
  });
  const line = stdout.split('\n').find((text) => text.startsWith('OUTCOMES '));
  outcomes = JSON.parse(line?.slice('OUTCOMES '.length) ?? '{}') as Record<string, unknown>;
}, 180_000);

afterAll(() => {
  rmSync(store, { recursive: true, force: true, maxRetries: 10 });
  rmSync(built, { recursive: true, force: true });
});

test('every scenario was run', () => {
  expect(outcomes).not.toHaveProperty('failed');
  expect(outcomes['checks']).toHaveLength(pageChecks.length);
});

test.each([...pageChecks.entries()].map(([index, check]) => ({ ...check, index })))(
  '$name',
  ({ index, expected }) => {
    expect((outcomes['checks'] as unknown[])[index]).toEqual(expected);
  },
);

test('a page that is reloaded joins the engine, and does not log in again', () => {
  expect(outcomes).toMatchObject({ afterReload: pageChecks[0]?.expected, logInsAfterReload: 0 });
});

test('a frame in a page is not served, nor a page from elsewhere', () => {
  expect(outcomes).toMatchObject({ servesPage: true, servesFrame: false, servesElsewhere: false });
});

test('windows that are closed leave nothing', () => {
  expect(outcomes).toMatchObject({ servedPages: 2, servedAfterClosing: { pages: 0, calls: 0 } });
});

test('what its pages saved is in the store when it has quit', async () => {
  const tim = await logInClient({}, store);
  const index = pageChecks.findIndex(({ name }) => name.includes('order'));
  const { json_param: list } = await tim.TIMMsgGetMsgList({
    conv_id: `check-${index}`,
    conv_type: 1,
    params: { msg_getmsglist_param_count: -1 },
  });
  expect(list).toHaveLength(200);
});
