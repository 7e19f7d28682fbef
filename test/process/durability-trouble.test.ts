/**
 * What the engine acknowledges with 0 and does not store: a disk that is full, a folder that is gone, a database
 * that another program has locked. Each save is in the store, or it rejects.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  makeFolder,
  missing,
  startChild,
  storedNumbers,
  storedNumbersIn,
  type RunningChild,
  type Wrapper,
} from './process-child.js';

/** A line of durability-outcomes-child.cjs. */
interface Outcome {
  number?: number;
  code?: number;
  closed?: number;
  opened?: number;
  error?: string;
  mayHaveBeenStored?: boolean;
  field?: string;
  holderPid?: number;
}

const TIMEOUT = 120_000;

/** rmSync's own retries look no more for files that the engine puts in place meanwhile. */
function removeWhileWritten(folder: string, attempts = 10): void {
  try {
    rmSync(folder, { recursive: true });
  } catch (error) {
    if (attempts === 1 || (error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error;
    removeWhileWritten(folder, attempts - 1);
  }
}

function startSaving(store: string, plan: object = {}, wrapper?: Wrapper): RunningChild {
  return startChild('durability-outcomes-child.cjs', { store, ...plan }, wrapper);
}

function outcomes(lines: string[]): Outcome[] {
  return lines.map((line) => JSON.parse(line) as Outcome);
}

const isRejected = ({ number, error }: Outcome): boolean => number !== undefined && error !== undefined;
const isResolved = ({ code }: Outcome): boolean => code === 0;

/** Waits until the child has reported enough outcomes of a kind, later than the first `from` lines. */
async function reported(
  child: RunningChild,
  count: number,
  isOne: (outcome: Outcome) => boolean,
  from = 0,
): Promise<number> {
  const lines = await child.hasWritten((all) => outcomes(all.slice(from)).filter(isOne).length >= count);
  return lines.length;
}

async function stopSaving(child: RunningChild): Promise<Outcome[]> {
  child.tell('stop');
  return outcomes(
    await child.hasWritten((lines) => outcomes(lines.slice(-1)).some(({ closed }) => closed === 0)),
  );
}

/** Every save that resolved is stored once; every save said not to be stored is not. */
function expectTruth(saves: Outcome[], stored: number[]): void {
  const numbers = (some: Outcome[]): string[] => some.map(({ number }) => String(number));
  const denied = saves.filter((save) => isRejected(save) && save.mayHaveBeenStored !== true);
  expect({
    resolvedAndMissing: missing(numbers(saves.filter(isResolved)), stored),
    storedTwice: stored.length - new Set(stored).size,
    deniedAndStored: numbers(denied).filter((number) => stored.includes(Number(number))),
    otherErrors: saves.filter(({ error }) => error !== undefined && !/_NOT_(STORED|VERIFIED)$/.test(error)),
  }).toEqual({ resolvedAndMissing: [], storedTwice: 0, deniedAndStored: [], otherErrors: [] });
}

describe('on a file system of its own', () => {
  /** Makes the folder a small file system, which the child alone sees and which goes when it ends. */
  function withFileSystem(folder: string, options: string, ...more: string[]): Wrapper {
    const script = [`mount -t tmpfs -o ${options} none "$1"`, ...more, 'shift', 'exec "$@"'].join(' && ');
    return ['unshare', '-rnm', 'sh', '-c', script, 'sh', folder];
  }

  /** Runs a program where the child is. */
  const besides = (child: RunningChild): Wrapper => [
    'nsenter',
    '-t',
    String(child.pid),
    '-U',
    '--preserve-credentials',
    '-m',
  ];

  const [unshare = '', ...args] = withFileSystem('/mnt', 'size=1m');
  const refusal = spawnSync(unshare, [...args, 'true'], { encoding: 'utf8' });
  const isPermitted = refusal.status === 0;
  if (!isPermitted) {
    console.error(
      `Notice: tests of full and read-only disks are left out, for no file system can be mounted here: ${
        refusal.error?.message ?? refusal.stderr
      }`,
    );
  }
  const testWithMount = isPermitted ? test : ((() => undefined) as unknown as typeof test);

  // TIMUninit makes the engine forget its callbacks, also the one that tells of lost messages.
  for (const [session, sessionsBefore] of [
    ['first', 0],
    ['second', 1],
  ] as const) {
    testWithMount(
      `that fills up in a process's ${session} session, every save is in the store or rejects, and saves resolve again once there is room`,
      async () => {
        const store = makeFolder();
        const plan = { padding: [200, 20_000, 200], sessionsBefore };
        const child = startSaving(store, plan, withFileSystem(store, 'size=2m'));
        const full = await reported(child, 100, isRejected);
        const [nsenter = '', ...where] = besides(child);
        spawnSync(nsenter, [...where, 'mount', '-o', 'remount,size=64m', 'none', store]);
        await reported(child, 500, isResolved, full);
        const saves = await stopSaving(child);
        const [stored = []] = await storedNumbersIn(besides(child), [store]);
        expect(saves.filter(isResolved).length).toBeGreaterThan(500);
        expectTruth(saves, stored);
      },
      TIMEOUT,
    );
  }

  testWithMount(
    'that is read-only, the store is refused when it is opened',
    async () => {
      const store = makeFolder();
      const child = startSaving(store, {}, withFileSystem(store, 'size=1m', 'mount -o remount,ro "$1"'));
      const [outcome] = outcomes(await child.hasWritten((lines) => lines.length > 0));
      expect(outcome).toMatchObject({ error: 'ERR_IMSDK_STORE_UNUSABLE', field: 'config_path' });
    },
    TIMEOUT,
  );
});

test('a path that is a file is refused when it is opened', async () => {
  const store = path.join(makeFolder(), 'file');
  writeFileSync(store, '');
  const child = startSaving(store);
  const [outcome] = outcomes(await child.hasWritten((lines) => lines.length > 0));
  expect(outcome).toMatchObject({ error: 'ERR_IMSDK_STORE_UNUSABLE', field: 'config_path' });
});

test(
  'when the folder is removed under it, a save that resolves later is in the store that replaces it',
  async () => {
    const store = makeFolder();
    const child = startSaving(store);
    await reported(child, 300, isResolved);
    removeWhileWritten(store);
    const { length: atRemoval } = await child.hasWritten(() => true);
    await reported(child, 500, isResolved, atRemoval + 500);
    const saves = await stopSaving(child);
    const [stored = []] = await storedNumbers(store);
    // What resolved before the removal was in the store, and is gone with it. The saves that were under way
    // then can have been either.
    const first = Math.min(...stored);
    expectTruth(
      saves.filter(({ number = Infinity, error }) => number >= first || error !== undefined),
      stored,
    );
    expect(saves.filter(isResolved).length).toBeGreaterThan(800);
  },
  TIMEOUT,
);

/** Locks a database for some seconds, as another program that writes to it would. */
const HOLD_DATABASE = `
import sqlite3, sys, time
database = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=20)
database.execute('begin immediate')
time.sleep(float(sys.argv[2]))
database.execute('rollback')
`;

test(
  'while another process has locked the database, exactly the saves that are missing reject',
  async () => {
    const store = makeFolder();
    const child = startSaving(store);
    await reported(child, 100, isResolved);
    const database = path.join(store, `1400000001_${Buffer.from('alice').toString('hex')}`, 'msg_0.db');
    const holder = spawn('python3', ['-c', HOLD_DATABASE, database, '0.6'], { stdio: 'inherit' });
    const [exitCode] = (await once(holder, 'close')) as [number];
    expect(exitCode).toBe(0);
    const { length: released } = await child.hasWritten(() => true);
    await reported(child, 500, isResolved, released);
    const saves = await stopSaving(child);
    const [stored = []] = await storedNumbers(store);
    expectTruth(saves, stored);
    expect(saves.some(isRejected)).toBe(true);
    const isMissing = ({ number = -1 }: Outcome): boolean => !stored.includes(number);
    const of = (some: Outcome[]): unknown[] => some.map(({ number }) => number).sort();
    expect(of(saves.filter(isRejected))).toEqual(
      of(saves.filter((save) => save.number !== undefined && isMissing(save))),
    );
  },
  TIMEOUT,
);

test(
  'of two processes the second is told which has the store, and has it as soon as the first is killed',
  async () => {
    const store = makeFolder();
    const first = startSaving(store);
    await reported(first, 1, isResolved);
    const second = startSaving(store);
    const [refused] = outcomes(await second.hasWritten((lines) => lines.length > 0));
    expect(refused).toMatchObject({ error: 'ERR_IMSDK_STORE_IN_USE', holderPid: first.pid });
    first.kill('SIGKILL');
    const { lines } = await first.end;
    const third = startSaving(store);
    await reported(third, 1, isResolved);
    third.kill('SIGKILL');
    await third.end;
    const [stored = []] = await storedNumbers(store);
    expectTruth(
      outcomes(lines),
      stored.filter((number, i) => stored.indexOf(number) === i),
    );
  },
  TIMEOUT,
);
