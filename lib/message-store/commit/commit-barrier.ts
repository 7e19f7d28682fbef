import { promises as fs } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ImSdkError } from '../../errors.js';
import type { Bridge, Reply } from '../../native/bridge.js';
import { Pause } from '../../pause.js';
import { ProcessSession } from '../process-session.js';
import { chooseStrategy, commit, type CommitStrategyName } from './commit-strategy.js';
import { findStored, notVerified } from './store-marker.js';

/** A save that has been acknowledged and waits to be known as committed. */
interface AwaitingSave {
  readonly messageId: string;
  readonly reply: Reply;
  /** Called once, without an argument when the message is in the store on disk. */
  readonly settle: (failure?: ImSdkError) => void;
}

/** How many promises one turn of the event loop settles. */
const SETTLED_AT_ONCE = 32;

/**
 * While more saves are on their way that will want a round, the engine is left to them for so many times as long as
 * the last round took, and for so many milliseconds at most. It does nothing else during a round: one round for each
 * few saves would take ten times as long as the saves themselves.
 */
const REST = { rounds: 5, most: 100 };

/**
 * Makes acknowledged saves into committed ones, many at a time: one round serves every save that was
 * acknowledged before it began, and those that come meanwhile share the next (group commit). It begins at once when no
 * other save is on its way that could share it, and otherwise not before the last one has paid off.
 *
 * A round makes the engine commit, and then finds out whether everything is there. The engine logs an
 * error when it cannot store a message; as long as it has not, and the store's file is the same as
 * before, all is well. Otherwise each message of the round is looked up. (Looking all up always would
 * cost twice what saving them costs.)
 */
export class CommitBarrier {
  readonly #bridge: Bridge;
  readonly #session: ProcessSession;
  #awaiting: AwaitingSave[] = [];
  #flushes: Flush[] = [];
  #isRunning = false;
  /** Saves that will want a round, and that the engine has not answered yet. */
  #expected = 0;
  /** As performance.now() has it: until when a round waits for more saves to share it. */
  #restsUntil = 0;
  readonly #rest = new Pause();
  /** Saves that nobody waits for, acknowledged since the last round began; the first of them. */
  #unawaited: { count: number; first: Reply } | undefined;
  /** How many of such saves may have been lost: the next flush says so. */
  #doubtful = 0;
  #lastStrategy: CommitStrategyName | undefined;
  /** Which file the store was after the last round. */
  #knownStore: { folder: string | undefined; file: string } | undefined;

  constructor(bridge: Bridge, session = new ProcessSession(bridge.addon)) {
    this.#bridge = bridge;
    this.#session = session;
  }

  /** How the last round made the engine commit. */
  get lastStrategy(): CommitStrategyName | undefined {
    return this.#lastStrategy;
  }

  /** A save that will want a round is on its way to the engine; {@link arrived} is to follow. */
  expect(): void {
    this.#expected++;
  }

  /** The engine has answered such a save, or nobody waits for it any more. */
  arrived(): void {
    if (--this.#expected === 0) this.#rest.end();
  }

  /** Counts a save that has been acknowledged and settled: a flush covers it. */
  acknowledged(reply: Reply): void {
    if (this.#unawaited === undefined) this.#unawaited = { count: 1, first: reply };
    else this.#unawaited.count++;
  }

  /** Calls `settle` when the save is known to be in the store on disk, or not to be. */
  whenCommitted(messageId: string, reply: Reply, settle: (failure?: ImSdkError) => void): void {
    this.#awaiting.push({ messageId, reply, settle });
    void this.#run();
  }

  /**
   * Resolves when every save acknowledged so far is on disk.
   *
   * @throws ImSdkError `ERR_IMSDK_NOT_STORED` when the engine could not store some that nobody waited for,
   *   `ERR_IMSDK_NOT_VERIFIED` when that cannot be found out.
   */
  flush(): Promise<void> {
    if (this.#unawaited === undefined && this.#doubtful === 0 && !this.#isRunning) return Promise.resolve();
    const flush = withResolvers();
    this.#flushes.push(flush);
    this.#rest.end();
    void this.#run();
    return flush.promise;
  }

  /** Runs rounds, one at a time, until nothing waits. Never rejects. */
  async #run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    // Acknowledgements come in bunches: let those of this one share the round.
    await Promise.resolve();
    while (this.#awaiting.length > 0 || this.#flushes.length > 0) {
      if (this.#expected > 0 && this.#flushes.length === 0) await this.#untilRoundPaysOff();
      const start = performance.now();
      await this.#runRound();
      const end = performance.now();
      // The engine goes on with other saves while its timer is waited for.
      const cost = this.#lastStrategy === 'commit timer' ? 0 : end - start;
      this.#restsUntil = end + Math.min(REST.rounds * cost, REST.most);
    }
    this.#isRunning = false;
  }

  /** Resolves when the next round pays off, or a flush or the last of the saves on their way makes it due. */
  async #untilRoundPaysOff(): Promise<void> {
    const rest = this.#restsUntil - performance.now();
    if (rest > 0) await this.#rest.wait(rest);
  }

  async #runRound(): Promise<void> {
    const batch = this.#awaiting;
    const flushes = this.#flushes;
    const unawaited = this.#unawaited;
    this.#awaiting = [];
    this.#flushes = [];
    this.#unawaited = undefined;
    try {
      const { failures, isSameStore } = await this.#commit();
      // Replies come in the order of the engine's answers: the first of several counts fewest failures.
      const isSure = (first: Reply | undefined): boolean =>
        first === undefined || (isSameStore && first.storeFailures === failures);
      if (!isSure(unawaited?.first)) this.#doubtful += unawaited?.count ?? 0;
      await this.#settle(batch, isSure(batch[0]?.reply));
      this.#settleFlushes(flushes);
    } catch (error) {
      this.#doubtful += unawaited?.count ?? 0;
      const failure = asFailure(error);
      for (const { settle } of batch) settle(failure);
      for (const { reject } of flushes) reject(failure);
    }
  }

  async #commit(): Promise<{ failures: number; isSameStore: boolean }> {
    const folder = this.#session.userFolder;
    if (this.#knownStore?.folder !== folder) this.#knownStore = undefined;
    const before = this.#knownStore?.file ?? (await storeFile(folder));
    const strategy = await chooseStrategy(this.#session);
    this.#lastStrategy = await commit(this.#bridge, this.#session, strategy);
    const file = await storeFile(folder);
    this.#knownStore = { folder, file };
    return { failures: this.#bridge.addon.storeFailures(), isSameStore: file === before };
  }

  async #settle(batch: readonly AwaitingSave[], isSure: boolean): Promise<void> {
    const replies = batch.map(({ reply }) => reply);
    const stored = isSure ? undefined : await findStored(this.#bridge, replies);
    for (const [index, { messageId, settle }] of batch.entries()) {
      settle(stored === undefined || stored.has(messageId) ? undefined : notStored(messageId));
      // What awaits these promises runs now, and then timers and I/O: a round can hold thousands.
      if (index % SETTLED_AT_ONCE === SETTLED_AT_ONCE - 1) await nextTurn();
    }
  }

  #settleFlushes(flushes: readonly Flush[]): void {
    if (flushes.length === 0) return;
    const failure = this.#doubtful > 0 ? someNotStored(this.#doubtful) : undefined;
    this.#doubtful = 0;
    for (const { resolve, reject } of flushes) {
      if (failure === undefined) resolve();
      else reject(failure);
    }
  }
}

/** Which file the store is: another one when the folder was removed under the engine. */
async function storeFile(folder: string | undefined): Promise<string> {
  if (folder === undefined) return 'none';
  try {
    const { dev, ino } = await fs.stat(path.join(folder, 'msg_0.db'), { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return 'none';
  }
}

/** A flush that waits: Promise.withResolvers, which Node has from 22 on. */
interface Flush {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

function withResolvers(): Flush {
  let resolve!: () => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<void>((resolvePromise, rejectPromise) => {
    resolve = resolvePromise;
    reject = rejectPromise;
  });
  return { promise, resolve, reject };
}

const shared = new WeakMap<Bridge, CommitBarrier>();

/** The barrier of this environment: its clients' saves share rounds. */
export function sharedBarrier(bridge: Bridge): CommitBarrier {
  let barrier = shared.get(bridge);
  if (barrier === undefined) {
    barrier = new CommitBarrier(bridge);
    shared.set(bridge, barrier);
  }
  return barrier;
}

function asFailure(error: unknown): ImSdkError {
  if (!(error instanceof ImSdkError)) return unreadable(error);
  return error.code === 'ERR_IMSDK_TIMEOUT'
    ? notVerified('the engine does not answer (see `cause`)', error)
    : error;
}

function unreadable(cause: unknown): ImSdkError {
  return new ImSdkError(
    'ERR_IMSDK_NOT_VERIFIED',
    'The engine acknowledged the save, and what it answered when asked for the message is not JSON. Read the ' +
      'conversation before you save it again.',
    { mayHaveBeenStored: true, cause },
  );
}

function notStored(messageId: string): ImSdkError {
  return new ImSdkError(
    'ERR_IMSDK_NOT_STORED',
    `The engine acknowledged the save of ${messageId}, and the message is not in the store. Is the disk full, ` +
      'was the folder removed, or does another program hold the database? Mend that, then save it again.',
    { mayHaveBeenStored: false },
  );
}

function someNotStored(acknowledged: number): ImSdkError {
  return new ImSdkError(
    'ERR_IMSDK_NOT_STORED',
    `The engine reported that it could not store some of the ${acknowledged} saves acknowledged since the last ` +
      "flush. Use durability 'committed' to learn which.",
    { mayHaveBeenStored: true },
  );
}
