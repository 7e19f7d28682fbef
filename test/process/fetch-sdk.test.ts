import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { cachedEnginePath } from '../../lib/native/engine-cache';
import { ENGINE_PLATFORMS, type EnginePlatform } from '../../lib/native/engine-platform';
import type { EngineSource } from '../../lib/native/engine-source';
import { FakeRegistry, makePackage } from './fetch-sdk-registry';

interface ChildEvent {
  phase: string;
  code?: string;
  message?: string;
  holderPid?: number;
  reason?: string;
  engines?: { platform: string; path: string; fetched: boolean }[];
}

let root: string;
let engineCache: string;
let source: EngineSource;
let registry: FakeRegistry;
let children: FetchChild[];

beforeEach(async () => {
  root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'fetch-sdk-')));
  engineCache = path.join(root, 'engine-cache');
  fs.mkdirSync(path.join(root, 'project'));
  fs.writeFileSync(path.join(root, 'project', 'package.json'), '{}');
  const made = await makePackage(path.join(root, 'package'));
  source = made.source;
  registry = new FakeRegistry(source, made.tarball);
  await registry.listen();
  children = [];
});

afterEach(async () => {
  await Promise.all(children.map((child) => child.kill()));
  await registry.close();
  fs.rmSync(root, { recursive: true, force: true });
});

/** One fetch in a process of its own, which sees no npm settings but those given. */
class FetchChild {
  readonly events: ChildEvent[] = [];
  stderr = '';
  private readonly process: ChildProcess;
  private readonly closed: Promise<unknown>;
  private readonly waiters: (() => void)[] = [];

  constructor(
    env: Record<string, string> = {},
    args: string[] = [],
    platforms: EnginePlatform[] = ['linux-x64'],
  ) {
    const request = path.join(root, `request-${children.length}.json`);
    fs.writeFileSync(request, JSON.stringify({ source, platforms }));
    this.process = spawn(process.execPath, [path.join(__dirname, 'fetch-sdk-child.cjs'), request, ...args], {
      cwd: path.join(root, 'project'),
      env: {
        PATH: process.env['PATH'],
        HOME: root,
        NODE_IMSDK_CACHE: engineCache,
        npm_config_cache: path.join(root, 'npm-cache'),
        npm_config_globalconfig: path.join(root, 'no-global-npmrc'),
        npm_config_registry: registry.url,
        npm_config_fetch_retries: '0',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.closed = once(this.process, 'close');
    createInterface({ input: this.process.stdout! }).on('line', (line) => {
      this.events.push(JSON.parse(line) as ChildEvent);
      for (const wake of this.waiters.splice(0)) wake();
    });
    this.process.stderr!.on('data', (text) => (this.stderr += String(text)));
    children.push(this);
  }

  get pid(): number | undefined {
    return this.process.pid;
  }

  /** The next event of a phase, or the last event where the process ends without one. */
  async reaches(phase: string): Promise<void> {
    while (!this.events.some((event) => event.phase === phase)) {
      if (this.process.exitCode !== null) throw new Error(`ended before ${phase}: ${this.stderr}`);
      await new Promise<void>((resolve) => {
        this.waiters.push(resolve);
        void this.closed.then(() => resolve());
      });
    }
  }

  /** Waits for the end of the process; its last words. */
  async result(): Promise<ChildEvent> {
    await this.closed;
    expect(this.stderr).toBe('');
    return this.events.at(-1)!;
  }

  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.closed;
  }
}

function library(platform: EnginePlatform = 'linux-x64'): string {
  return cachedEnginePath(platform, engineCache, source);
}

function expectFetched(platform: EnginePlatform = 'linux-x64'): void {
  const original = path.join(root, 'package', 'package', source.libraries[platform].pathInPackage);
  expect(fs.readFileSync(library(platform)).equals(fs.readFileSync(original))).toBe(true);
}

/** Every file below the engine cache, relative to it. */
function filesInCache(): string[] {
  return fs
    .readdirSync(engineCache, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(engineCache, path.join(entry.parentPath, entry.name)));
}

describe('a fetch', () => {
  test('keeps this platform’s library and nothing else, in folders of this user alone', async () => {
    const result = await new FetchChild().result();
    expect(result).toEqual({
      phase: 'done',
      engines: [{ platform: 'linux-x64', path: library(), fetched: true }],
    });
    expectFetched();
    expect(filesInCache()).toEqual([path.relative(engineCache, library())]);
    for (let folder = path.dirname(library()); folder !== root; folder = path.dirname(folder)) {
      expect(fs.statSync(folder).mode & 0o777).toBe(0o700);
    }
  });

  test('can keep the libraries of all platforms', async () => {
    await new FetchChild({}, [], [...ENGINE_PLATFORMS]).result();
    for (const platform of ENGINE_PLATFORMS) expectFetched(platform);
    expect(registry.downloads).toBe(1);
  });

  test('asks nobody when the cache has the library', async () => {
    await new FetchChild().result();
    const before = registry.requests.length;
    const result = await new FetchChild().result();
    expect(result.engines).toEqual([{ platform: 'linux-x64', path: library(), fetched: false }]);
    expect(registry.requests).toHaveLength(before);
  });

  test('replaces a cached library that was changed', async () => {
    await new FetchChild().result();
    fs.appendFileSync(library(), 'x');
    await new FetchChild().result();
    expectFetched();
  });

  test('does not download again what npm’s cache has, even without a registry', async () => {
    await new FetchChild().result();
    fs.rmSync(engineCache, { recursive: true });
    const before = registry.requests.length;
    const result = await new FetchChild({ npm_config_offline: 'true' }).result();
    expect(result.phase).toBe('done');
    expectFetched();
    expect(registry.requests).toHaveLength(before);
  });
});

describe('npm’s settings', () => {
  test('of the project and the user are honoured, with the registry’s credentials', async () => {
    const { host } = new URL(registry.url);
    fs.writeFileSync(path.join(root, 'project', '.npmrc'), `registry=${registry.url}\n`);
    fs.writeFileSync(
      path.join(root, '.npmrc'),
      `//${host}/:_authToken=\${SECRET}\nregistry=http://127.0.0.1:9/\n`,
    );
    const child = new FetchChild({ npm_config_registry: '', SECRET: 'open-sesame' });
    expect(await child.result()).toMatchObject({ phase: 'done' });
    expect(registry.authorizations).toEqual(['Bearer open-sesame', 'Bearer open-sesame']);
  });

  test('name the proxy that is used', async () => {
    const child = new FetchChild({
      npm_config_registry: 'http://registry.invalid/',
      npm_config_proxy: registry.url,
    });
    expect(await child.result()).toMatchObject({ phase: 'done' });
    expect(registry.requests).toContain('GET http://registry.invalid/im_electron_sdk');
  });

  test('say what needs no proxy', async () => {
    const child = new FetchChild({
      npm_config_proxy: 'http://127.0.0.1:9/',
      npm_config_noproxy: '127.0.0.1',
    });
    expect(await child.result()).toMatchObject({ phase: 'done' });
  });

  test('say how often a failed request is repeated', async () => {
    registry.behaviours = ['unavailable', 'unavailable', 'whole'];
    const child = new FetchChild({ npm_config_fetch_retries: '2', npm_config_fetch_retry_mintimeout: '10' });
    expect(await child.result()).toMatchObject({ phase: 'done' });
    expect(child.events).toContainEqual({ phase: 'attempt-failed', reason: 'attempt 2 failed with 503' });
  });

  test('say how often a download that breaks off is repeated', async () => {
    registry.behaviours = ['cut', 'whole'];
    const child = new FetchChild({ npm_config_fetch_retries: '1' });
    expect(await child.result()).toMatchObject({ phase: 'done' });
    expect(child.events).toContainEqual({
      phase: 'attempt-failed',
      reason: expect.stringMatching(/the download broke after \d+ bytes/),
    });
    expectFetched();
  });
});

describe('a failed fetch says what happened and what to do, and keeps nothing', () => {
  afterEach(() => {
    expect(filesInCache()).toEqual([]);
  });

  test.each([
    ['a package that is not the pinned one', 'corrupt', /not the package that was pinned.*Nothing was kept/],
    ['a connection that breaks midway', 'cut', /the connection broke.*run it again/],
    [
      'a registry that does not have the package',
      'missing',
      /does not have it \(E404\).*npm config get registry/,
    ],
    ['a registry that is out of order', 'unavailable', /answered 503.*Try again later/],
  ] as const)('%s', async (_case, behaviour, message) => {
    registry.behaviours = [behaviour];
    const result = await new FetchChild().result();
    expect(result).toMatchObject({ phase: 'failed', code: 'ERR_IMSDK_FETCH_FAILED' });
    expect(result.message).toMatch(message);
  });

  test('no registry in reach', async () => {
    const result = await new FetchChild({ npm_config_registry: 'http://127.0.0.1:9/' }).result();
    expect(result).toMatchObject({ code: 'ERR_IMSDK_FETCH_FAILED', cause: 'ECONNREFUSED' });
    expect(result.message).toMatch(/127\.0\.0\.1:9.* cannot be reached.*npm config set https-proxy/);
  });

  test('no proxy in reach, without repeating its password', async () => {
    const result = await new FetchChild({
      npm_config_registry: 'http://registry.invalid/',
      npm_config_proxy: 'http://user:hidden@127.0.0.1:9/',
    }).result();
    expect(result.message).toMatch(/through the proxy http:\/\/127\.0\.0\.1:9\/.*NO_PROXY/);
    expect(result.message).not.toMatch(/hidden/);
  });

  test('offline with nothing in npm’s cache', async () => {
    const result = await new FetchChild({ npm_config_offline: 'true' }).result();
    expect(result).toMatchObject({ code: 'ERR_IMSDK_FETCH_FAILED', cause: 'ENOTCACHED' });
    expect(result.message).toMatch(/offline setting is on.*NODE_IMSDK_LIBRARY/);
  });

  test('aborted by its caller', async () => {
    registry.behaviours = ['stalled'];
    const result = await new FetchChild({}, ['abort']).result();
    expect(result).toMatchObject({ phase: 'failed', code: 'ERR_IMSDK_ABORTED' });
  });
});

test('a cache folder that cannot be made is named', async () => {
  fs.writeFileSync(path.join(root, 'file'), '');
  const cache = path.join(root, 'file', 'cache');
  const result = await new FetchChild({ NODE_IMSDK_CACHE: cache }).result();
  expect(result).toMatchObject({ code: 'ERR_IMSDK_FETCH_FAILED', cause: 'ENOTDIR' });
  expect(result.message).toContain(`${cache} (NODE_IMSDK_CACHE moves it)`);
});

describe('after a failure or a kill a fetch is simply run again', () => {
  test.each(['corrupt', 'cut', 'unavailable'] as const)('after a %s download', async (behaviour) => {
    registry.behaviours = [behaviour, 'whole'];
    if (behaviour === 'corrupt') registry.behaviours.unshift(behaviour);
    expect(await new FetchChild().result()).toMatchObject({ phase: 'failed' });
    expect(await new FetchChild().result()).toMatchObject({ phase: 'done' });
    expectFetched();
  });

  test('after SIGKILL in the middle of the download', async () => {
    registry.behaviours = ['stalled', 'whole'];
    const killed = new FetchChild();
    await killed.reaches('downloading');
    await killed.kill();
    expect(fs.existsSync(library())).toBe(false);

    expect(await new FetchChild().result()).toMatchObject({ phase: 'done' });
    expectFetched();
    // The killed one's lock and half-unpacked files are gone too.
    expect(filesInCache()).toEqual([path.relative(engineCache, library())]);
  });
});

describe('two fetches at once', () => {
  test('share one download', async () => {
    registry.behaviours = ['stalled'];
    const first = new FetchChild();
    await first.reaches('downloading');
    const second = new FetchChild();
    await second.reaches('waiting');
    registry.resume();

    expect(await first.result()).toMatchObject({ phase: 'done' });
    expect(await second.result()).toMatchObject({ phase: 'done' });
    expect(second.events[0]).toEqual({ phase: 'waiting', holderPid: first.pid });
    expect(registry.downloads).toBe(1);
    expectFetched();
  });

  test('that start together all succeed', async () => {
    const all = [new FetchChild(), new FetchChild(), new FetchChild(), new FetchChild()];
    for (const child of all) expect(await child.result()).toMatchObject({ phase: 'done' });
    expect(registry.downloads).toBe(1);
    expectFetched();
  });

  test('leave the second the work when the first is killed', async () => {
    registry.behaviours = ['stalled', 'whole'];
    const first = new FetchChild();
    await first.reaches('downloading');
    const second = new FetchChild();
    await second.reaches('waiting');
    await first.kill();

    expect(await second.result()).toMatchObject({ phase: 'done' });
    expectFetched();
  });
});
