import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ImSdkError } from '../../errors.js';
import type { Bridge, Reply } from '../../native/bridge.js';
import { Pause } from '../../pause.js';
import type { Unfinished } from '../../unfinished-work.js';
import { ProcessSession } from '../process-session.js';
import { chooseStrategy, commit, type CommitStrategyName } from './commit-strategy.js';
import { findStored, notVerified } from './store-marker.js';
import { UserStore } from './user-store.js';

/** A save that the engine has acknowledged as a message, and that waits to be known as committed. */
export interface AcknowledgedSave {
  readonly messageId: string;
  readonly reply: Reply;
  /** Called once, without an argument when the message is in the store on disk. */
  settle(failure?: ImSdkError): void;
}

/** What tells whether a round's saves are in the store. */
interface CommittedRound {
  /** How many failures to store the engine has reported by now. */
  readonly failures: number;
  /** False when the store's file was removed or replaced. */
  readonly isSameStore: boolean;
}

/** How many failures to store the engine had reported when it answered. */
type FailureCount = Pick<Reply, 'storeFailures'>;

/** How many promises one turn of the event loop settles. */
const SETTLED_AT_ONCE = 32;

/**
 * While more saves are on their way that could share a round, the next one begins so many milliseconds after the last
 * one did, at least and at most; between them, as soon as half of all saves wait for it. The engine goes on with the
 * other half during the round; were there more rounds, it would spend much of its time on them.
 */
const INTERVAL = { least: 10, most: 100 };

/** A round that rewrites the whole store is worth waiting for as long as can be. */
const leastInterval = (strategy: CommitStrategyName | undefined): number =>
  strategy === 'space release' ? INTERVAL.most : INTERVAL.least;

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
export class CommitBarrier implements Unfinished {
  readonly #bridge: Bridge;
  readonly #session: ProcessSession;
  #awaiting: AcknowledgedSave[] = [];
  #flushes: Flush[] = [];
  #isRunning = false;
  /** Saves that will want a round, and that the engine has not answered yet. */
  #expected = 0;
  /** As performance.now() has it. */
  #lastRoundAt = -Infinity;
  readonly #rest = new Pause();
  readonly #untilIdle = new Pause();
  /** Whether {@link #rest} ends when half of all saves wait for the round. */
  #untilHalfWait = false;
  /** Saves that nobody waits for, acknowledged since the last round began; the first of them. */
  #unawaited: { count: number; first: FailureCount } | undefined;
  /** How often the engine had ended when the first save was acknowledged that no round has served yet. */
  #endings = 0;
  /** How many of such saves may have been lost: the next flush says so. */
  #doubtful = 0;
  #lastStrategy: CommitStrategyName | undefined;
  /** The store of the last round, and whether it was that of the round before. */
  #store: UserStore | undefined;
  #wasSameStore = true;

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
  acknowledged(reply: FailureCount): void {
    this.#noteEndings();
    if (this.#unawaited === undefined) this.#unawaited = { count: 1, first: reply };
    else this.#unawaited.count++;
  }

  /** Settles the save when it is known to be in the store on disk, or not to be. */
  commit(save: AcknowledgedSave): void {
    this.#noteEndings();
    this.#awaiting.push(save);
    if (!this.#isRunning) void this.#run();
    else if (this.#untilHalfWait && this.#doHalfWait) this.#rest.end();
  }

  #noteEndings(): void {
    const isFirst = this.#awaiting.length === 0 && this.#unawaited === undefined;
    if (isFirst) this.#endings = this.#bridge.addon.engineEndings();
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
    this.#bridge.unfinished.add(this);
    // Acknowledgements come in bunches: let those of this one share the round.
    await Promise.resolve();
    while (this.#awaiting.length > 0 || this.#flushes.length > 0) {
      await this.#untilRoundPaysOff();
      this.#lastRoundAt = performance.now();
      await this.#runRound();
    }
    this.#isRunning = false;
    this.#bridge.unfinished.remove(this);
    this.#untilIdle.end();
  }

  /** Resolves when no round goes on, or after `patience` milliseconds. */
  async finish(patience: number): Promise<void> {
    if (this.#isRunning) await this.#untilIdle.wait(patience);
  }

  /** Resolves when the next round pays off, or a flush or the last of the saves on their way makes it due. */
  async #untilRoundPaysOff(): Promise<void> {
    await this.#restUntil(this.#lastRoundAt + leastInterval(this.#lastStrategy));
    if (this.#doHalfWait) return;
    this.#untilHalfWait = true;
    await this.#restUntil(this.#lastRoundAt + INTERVAL.most);
    this.#untilHalfWait = false;
  }

  async #restUntil(time: number): Promise<void> {
    const rest = time - performance.now();
    if (rest > 0 && this.#expected > 0 && this.#flushes.length === 0) await this.#rest.wait(rest);
  }

  get #doHalfWait(): boolean {
    return this.#awaiting.length >= this.#expected;
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
      const isSure = (first: FailureCount | undefined): boolean =>
        first === undefined || (isSameStore && first.storeFailures === failures);
      if (!isSure(unawaited?.first)) this.#doubtful += unawaited?.count ?? 0;
      await this.#settle(batch, isSure(batch[0]?.reply));
      this.#settleFlushes(flushes);
    } catch (error) {
      this.#doubtful += unawaited?.count ?? 0;
      const failure = asFailure(error);
      for (const save of batch) save.settle(failure);
      for (const { reject } of flushes) reject(failure);
    }
  }

  /** Makes the engine commit, unless it has ended since: with that it has committed what it had acknowledged. */
  async #commit(): Promise<CommittedRound> {
    const { addon } = this.#bridge;
    const endings = addon.engineEndings();
    const byEnding = (): CommittedRound => {
      return { failures: addon.storeFailures(), isSameStore: this.#wasSameStore };
    };
    // Where somebody is logged in again, there may be more by now.
    if (this.#session.user === undefined && endings !== this.#endings) return byEnding();
    try {
      return await this.#commitStore();
    } catch (error) {
      if (addon.engineEndings() === endings) throw error;
      return byEnding();
    }
  }

  async #commitStore(): Promise<CommittedRound> {
    if (this.#store?.isCurrent !== true) {
      this.#store = UserStore.of(this.#session);
      this.#wasSameStore = true;
    }
    const chosen = chooseStrategy(this.#session, this.#store);
    const { strategy, isSameStore } = await commit(this.#bridge, this.#store, chosen);
    this.#lastStrategy = strategy;
    if (this.#store?.isCurrent === false) throw notVerified('the engine was closed meanwhile');
    // What has been acknowledged while the last round went on may be in the file that it found gone.
    const wasSameStore = this.#wasSameStore;
    this.#wasSameStore = isSameStore;
    return { failures: this.#bridge.addon.storeFailures(), isSameStore: isSameStore && wasSameStore };
  }

  async #settle(batch: readonly AcknowledgedSave[], isSure: boolean): Promise<void> {
    const stored = isSure
      ? undefined
      : await findStored(
          this.#bridge,
          batch.map(({ reply }) => reply),
        );
    for (const [index, save] of batch.entries()) {
      const isStored = stored === undefined || stored.has(save.messageId);
      save.settle(isStored ? undefined : notStored(save.messageId));
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
