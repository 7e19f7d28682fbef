/** Local-only mode across the engine's login failure, which comes 30 seconds after each login. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { logInClient, listBob, texts } from './client.js';
import { saveInChild, type SavingOutcome } from './saving-process.js';

/** Where it cannot, the test of where packets go is left out. */
const canTrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

const folder = mkdtempSync(path.join(os.tmpdir(), 'node-imsdk-'));
const store = path.join(folder, 'store');
const trace = path.join(folder, 'trace');
const tracer = canTrace ? ['strace', '-f', '-qq', '-e', 'trace=network', '-o', trace] : [];
let outcome: SavingOutcome;

beforeAll(async () => {
  const plan = { options: { localOnly: true }, store, duration: 33_000, interval: 20 };
  outcome = await saveInChild(plan, tracer);
}, 90_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('each save is accepted, and each message is in the store', async () => {
  expect(outcome.codes.length).toBeGreaterThan(500);
  expect(new Set(outcome.codes)).toEqual(new Set([0]));
  const list = await listBob(await logInClient({}, store));
  expect(texts(list)).toEqual(outcome.codes.map((_, i) => `${i}`));
});

// The engine opens the store anew where it renews the login, as a commit does all the while.
test('the store can be read all the while', () => {
  expect(outcome.readCodes.length).toBeGreaterThan(50);
  expect(new Set(outcome.readCodes)).toEqual(new Set([0]));
});

function expectThisMachineOnly(): void {
  const calls = readFileSync(trace, 'utf8');
  const destinations = [...calls.matchAll(/sin6?_port=htons\((\d+)\),.*?inet_(?:addr|pton)\(([^)]*)\)/g)]
    .filter(({ input, index }) => /\b(?:connect|send\w*)\(/.test(lineAt(input, index)))
    .map(([, port = '', address = '']) => `${address}:${port}`);
  expect(new Set(destinations)).toEqual(new Set(['"127.0.0.1":9']));
}

if (canTrace) test('nothing is sent anywhere but to this machine', expectThisMachineOnly);
else process.stderr.write('strace is not there, or may not trace: where packets go is not looked at.\n');

function lineAt(text: string, index: number): string {
  return text.slice(text.lastIndexOf('\n', index) + 1, text.indexOf('\n', index));
}
