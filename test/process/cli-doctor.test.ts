import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { version } from '../../package.json';
import { holdStore, runCli, type CommandResult } from './cli-child';

interface Report {
  healthy: boolean;
  findings: {
    name: string;
    ok: boolean;
    summary: string;
    details?: string[];
    facts?: Record<string, unknown>;
  }[];
}

let root: string;
let store: string;

beforeEach(() => {
  root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'cli-doctor-')));
  store = path.join(root, 'store');
});

afterEach(() => {
  fs.rmSync(root, { recursive: true, force: true });
});

function doctor(environment: Record<string, string | undefined> = {}): CommandResult & { report: Report } {
  const result = runCli(['doctor', '--json', '--store', store], environment);
  return { ...result, report: JSON.parse(result.stdout) as Report };
}

function finding(report: Report, name: string) {
  return report.findings.find((candidate) => candidate.name === name)!;
}

function problems(report: Report): string[] {
  return report.findings.filter(({ ok }) => !ok).map(({ name }) => name);
}

test('where everything works it says so, with what a bug report needs', () => {
  const { status, report } = doctor();
  expect(problems(report)).toEqual([]);
  expect({ status, healthy: report.healthy }).toEqual({ status: 0, healthy: true });
  expect(finding(report, 'versions').facts).toMatchObject({
    'node-imsdk': version,
    node: process.versions.node,
  });
  expect(finding(report, 'system').facts).toMatchObject({ platform: process.platform, arch: process.arch });
  expect(finding(report, 'addon').facts).toEqual({
    path: expect.stringMatching(/\.node$/),
    origin: 'compiled on this machine',
  });
  expect(finding(report, 'engine').facts).toMatchObject({
    path: expect.stringMatching(/libImSDK/),
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    packageVersion: '8.0.5906',
  });
  expect(finding(report, 'load').facts).toEqual({ sdkVersion: '8.0.5903' });
  expect(finding(report, 'commit').facts).toEqual({
    milliseconds: expect.any(Number),
    strategy: 'store switch',
  });
  expect(finding(report, 'store').facts).toEqual({ folder: store, exists: false, holderPid: null });
});

test('it makes nothing where it looks', () => {
  doctor();
  expect(fs.existsSync(store)).toBe(false);
  fs.mkdirSync(store);
  doctor();
  expect(fs.readdirSync(store)).toEqual([]);
});

test('a person reads a line for each finding', () => {
  const { status, stdout } = runCli(['doctor', '--store', store]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^ok {7}versions {4}node-imsdk \S+, Node\.js \S+ \(Node-API \d+\)\n/);
  expect(stdout).toMatch(/\nEverything works\.\n$/);
});

test('a missing engine is one problem, with the places looked at and the command that gets it', () => {
  const { status, report } = doctor({
    NODE_IMSDK_LIBRARY: undefined,
    NODE_IMSDK_CACHE: path.join(root, 'empty'),
  });
  expect(status).toBe(1);
  expect(finding(report, 'engine')).toMatchObject({ ok: false, summary: expect.stringMatching(/fetch-sdk/) });
  expect(finding(report, 'engine').details!.join('\n')).toContain(path.join(root, 'empty'));
  expect(finding(report, 'load').summary).toBe('not tried: no engine was found');
  expect(finding(report, 'commit').summary).toBe('not tried: the engine does not load');
  expect(finding(report, 'store').ok).toBe(true);
});

test('a library that kills the process that loads it does not kill doctor', () => {
  const library = path.join(root, 'deadly.so');
  const source = path.join(root, 'deadly.c');
  fs.writeFileSync(
    source,
    '#include <stdlib.h>\n__attribute__((constructor)) static void end(void) { abort(); }\n',
  );
  execFileSync('gcc', ['-shared', '-fPIC', '-o', library, source]);
  const { status, report } = doctor({ NODE_IMSDK_LIBRARY: library });
  expect(status).toBe(1);
  expect(problems(report)).toEqual(['load', 'commit']);
  expect(finding(report, 'load').details).toContain('the process that tried it ended by SIGABRT');
  expect(finding(report, 'engine').details!.join('\n')).toMatch(
    /not the library of im_electron_sdk 8\.0\.5906/,
  );
});

test('a store that another process has open is a problem that names the process', async () => {
  const holder = await holdStore(store);
  try {
    const { status, report } = doctor();
    expect(status).toBe(1);
    expect(problems(report)).toEqual(['store']);
    expect(finding(report, 'store').facts).toEqual({ folder: store, exists: true, holderPid: holder.pid });
  } finally {
    holder.kill('SIGKILL');
  }
});

test('the store is free again once that process is gone', async () => {
  const holder = await holdStore(store);
  const gone = new Promise((resolve) => holder.on('close', resolve));
  holder.kill('SIGKILL');
  await gone;
  expect(problems(doctor().report)).toEqual([]);
});

test('a store that cannot be made is a problem', () => {
  fs.writeFileSync(path.join(root, 'file'), '');
  store = path.join(root, 'file', 'store');
  const { status, report } = doctor();
  expect(status).toBe(1);
  expect(finding(report, 'store')).toMatchObject({
    ok: false,
    summary: expect.stringMatching(/cannot be made/),
  });
});
