/** Child processes that run the built package, and what they leave behind. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** How a child ended, and what it had written by then. */
export interface ChildEnd {
  exitCode: number | null;
  signal: NodeJS.Signals | null;
  stderr: string;
  lines: string[];
}

/** A child that runs. */
export interface RunningChild {
  pid: number;
  /** Resolves with all lines when they are enough; rejects when it ends before. */
  hasWritten: (isEnough: (lines: string[]) => boolean) => Promise<string[]>;
  /** Writes a line to its standard input. */
  tell: (line: string) => void;
  kill: (signal: NodeJS.Signals) => void;
  end: Promise<ChildEnd>;
}

/** A program and its arguments that the child's own are appended to, as `unshare -rnm` is. */
export type Wrapper = readonly string[];

/** Starts a script of this folder, whose one argument is a plan in JSON. */
export function startChild(script: string, plan: object, wrapper: Wrapper = []): RunningChild {
  const program = [process.execPath, path.join(__dirname, script), JSON.stringify(plan)];
  const [command = process.execPath, ...args] = [...wrapper, ...program];
  const child = spawn(command, args, { stdio: 'pipe' });
  running.add(child);
  let stdout = '';
  let stderr = '';
  let waiting: (() => void)[] = [];
  const lines = (): string[] => stdout.split('\n').slice(0, -1);
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    const told = waiting;
    waiting = [];
    for (const tell of told) tell();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const end = new Promise<ChildEnd>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode, signal) => {
      running.delete(child);
      resolve({ exitCode, signal, stderr, lines: lines() });
    });
    // It may end before it has read what it was told.
    child.stdin.on('error', () => undefined);
  });
  const early = end.then(({ exitCode, signal }) => {
    throw new Error(
      `${script} ended early, with ${exitCode ?? String(signal)}: ${stdout.slice(-200)}${stderr}`,
    );
  });
  early.catch(() => undefined);
  return {
    pid: child.pid ?? 0,
    end,
    tell: (line) => void child.stdin.write(`${line}\n`),
    kill: (signal) => void child.kill(signal),
    async hasWritten(isEnough) {
      while (!isEnough(lines())) {
        await Promise.race([new Promise<void>((resolve) => waiting.push(resolve)), early]);
      }
      return lines();
    },
  };
}

/** Runs a script of this folder to its end. */
export function runChild(script: string, plan: object, wrapper?: Wrapper): Promise<ChildEnd> {
  return startChild(script, plan, wrapper).end;
}

/** Reads stores as any SQLite program would, so that no cache of the engine's answers for the disk. */
const READ_STORES = `
import glob, json, re, sqlite3, sys
found = []
for store in sys.argv[1:]:
    numbers = []
    for file in glob.glob(glob.escape(store) + '/*_616c696365/msg_0.db'):  # alice's, by no other name
        database = sqlite3.connect(file)
        assert database.execute('pragma integrity_check').fetchall() == [('ok',)], file
        # A process that was killed soon enough has left an empty database.
        if database.execute("select 1 from sqlite_master where name = 'message'").fetchone():
            for (content,) in database.execute('select content from message order by id'):
                numbers += [int(number) for number in re.findall(rb'#(\\d+)#', content)]
        database.close()
    found.append(numbers)
print(json.dumps(found))
`;

/** The numbers of the messages in each of some stores, in the order in which the store has them. */
export function storedNumbers(...stores: string[]): Promise<number[][]> {
  return storedNumbersIn([], stores);
}

/** The same, as a program started by the wrapper sees them. */
export async function storedNumbersIn(wrapper: Wrapper, stores: string[]): Promise<number[][]> {
  const [command, ...args] = [...wrapper, 'python3', '-c', READ_STORES, ...stores] as [string, ...string[]];
  const { stdout } = await promisify(execFile)(command, args, { maxBuffer: 2 ** 28 });
  return JSON.parse(stdout) as number[][];
}

/** Of the saves that resolved, those that are not in the store. */
export function missing(resolved: readonly string[], stored: readonly number[]): number[] {
  const present = new Set(stored);
  return resolved.map(Number).filter((number) => !present.has(number));
}

const running = new Set<ChildProcess>();
const folders: string[] = [];

/** The path of a folder that exists for one test. */
export function makeFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'node-imsdk-'));
  folders.push(folder);
  return folder;
}

afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
});
