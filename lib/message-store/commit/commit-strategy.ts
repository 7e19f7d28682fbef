import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { CallFlag } from '../../native/addon.js';
import type { Bridge } from '../../native/bridge.js';
import type { ProcessSession } from '../process-session.js';
import { ANSWER_LIMIT, notVerified, openStoreAnswers, storeAnswers, TRY_FOR } from './store-marker.js';
import type { UserStore } from './user-store.js';

/**
 * How to make the engine commit. It acknowledges a save before it has even inserted the message, and
 * commits by a timer, 500 ms after the first insert; there is no documented way to hasten that.
 */
export type CommitStrategyName =
  /** Local-only mode: opening the store under another name closes, and thereby commits, it. 3 ms, whatever its size. */
  | 'store switch'
  /** Small stores: an operation that commits and then rewrites the whole store. 7 ms for a megabyte. */
  | 'space release'
  /** Otherwise: waiting for the engine's own timer. Half a second. */
  | 'commit timer';

/** What a commit came to. */
export interface Committed {
  /** The way that was taken: where the engine refuses the chosen one, it is waiting for the timer. */
  readonly strategy: CommitStrategyName;
  /** False when the store's file was removed or replaced: what was saved may be in another one. */
  readonly isSameStore: boolean;
}

/** Past this size, waiting for the timer is better than writing three times the store. */
const SMALL_STORE_BYTES = 1024 * 1024;

/** The engine's timer, and a margin for the thread that runs it. */
const COMMIT_TIMER = 500 + 20;

/**
 * How long an opening store is waited for, in milliseconds. A disk that is slow to sync is no reason to give up; where
 * the engine reports that it cannot open the store (a full disk), waiting is of no use, and trying again can be.
 */
const PATIENCE = { opening: 10_000, afterFailure: 500 } as const;

/** Deletes nothing: a conversation that cannot exist, and two seconds of 1970. */
const RELEASE_SPACE = JSON.stringify({
  request_internal_operation: 'internal_operation_clear_local_history_message',
  request_clear_local_history_message_conversation_id_param: 'c2c_\u0001node-imsdk',
  request_clear_local_history_message_begin_timestamp_param: 1,
  request_clear_local_history_message_end_timestamp_param: 2,
});

/** Which way is open to the user who is logged in. */
export function chooseStrategy(session: ProcessSession, store: UserStore | undefined): CommitStrategyName {
  if (store === undefined) return 'commit timer';
  // To a user whom the engine knows messages may come from the service at any moment, and it is by the name of the open
  // store that the engine knows the user.
  const mayBeSwitched = session.identity?.localOnly === true;
  if (mayBeSwitched && (store.aliases !== undefined || store.link())) return 'store switch';
  return isSmall(store) ? 'space release' : 'commit timer';
}

/**
 * Resolves when every save acknowledged so far has been committed, unless the engine failed to store
 * it: that is to be found out afterwards.
 *
 * @throws ImSdkError `ERR_IMSDK_NOT_VERIFIED` when the store is away, `ERR_IMSDK_TIMEOUT` when the engine hangs.
 */
export async function commit(
  bridge: Bridge,
  store: UserStore | undefined,
  strategy: CommitStrategyName,
): Promise<Committed> {
  if (store === undefined) {
    await waitForTimer(bridge);
    return { strategy: 'commit timer', isSameStore: true };
  }
  if (strategy === 'store switch') {
    const committed = await commitBySwitching(bridge, store);
    if (committed !== undefined) return committed;
  }
  const before = store.look();
  const isReleased = strategy === 'space release' && (await commitByReleasing(bridge));
  if (!isReleased) await waitForTimer(bridge);
  const isSameStore = store.look().isSame && before.isSame;
  return { strategy: isReleased ? strategy : 'commit timer', isSameStore };
}

function isSmall(store: UserStore): boolean {
  try {
    return store.size() <= SMALL_STORE_BYTES;
  } catch {
    return false;
  }
}

/** @returns Undefined when the engine refuses, or the store cannot be linked to. */
async function commitBySwitching(bridge: Bridge, store: UserStore): Promise<Committed | undefined> {
  // Of a message that was received the engine looks up the sender before it stores it: what is asked for now is answered
  // after that, and a switch that follows the answer follows the message.
  // (Commits of other threads may keep the store from answering for a while.)
  const patience = store.isAway ? TRY_FOR : PATIENCE.opening;
  const wasOpen = await openStoreAnswers(bridge, patience, failureWatch(bridge));
  const before = store.look();
  if (!before.isThere || !before.isLinked) store.link();
  let tries = await switchStore(bridge, store);
  const after = store.look();
  if (!after.isLinked && store.link()) {
    // Removed just before the switch: the engine has made a folder in the link's place, and has that open.
    tries += await switchStore(bridge, store);
  }
  if (tries === 0) return undefined;
  // What the engine has acknowledged while it had no store it stores some time after it has one.
  if (!wasOpen || tries > 1) await waitForTimer(bridge);
  return { strategy: 'store switch', isSameStore: before.isSame && after.isSame };
}

/** Resolves when the store is open again, with how often that was tried; with 0 where it cannot be. */
async function switchStore(bridge: Bridge, store: UserStore): Promise<number> {
  const start = performance.now();
  const hasFailed = failureWatch(bridge);
  for (let tries = 1; ; tries++) {
    const { aliases } = store;
    if (aliases === undefined) return 0;
    // The names would be those of folders to be made, in the store of the next session.
    if (!store.isCurrent) throw notVerified('the engine was closed meanwhile');
    const switched = bridge.switchStore(ANSWER_LIMIT, [openRequest(aliases[0]), openRequest(aliases[1])]);
    // It is behind the switch in the engine's queues, so that an answer tells that both are done.
    const [{ code }, isOpen] = await Promise.all([switched, storeAnswers(bridge)]);
    if (code !== 0) return 0;
    if (isOpen || (await openStoreAnswers(bridge, PATIENCE.opening, hasFailed))) {
      store.isAway = false;
      return tries;
    }
    if (!hasFailed() || performance.now() - start > PATIENCE.afterFailure) {
      store.isAway = true;
      throw notVerified('the engine cannot open its store again (is the disk full?)');
    }
    store.link();
  }
}

/** Tells whether the engine has reported a failure to store or to open since now. */
function failureWatch(bridge: Bridge): () => boolean {
  const before = bridge.addon.storeFailures();
  return () => bridge.addon.storeFailures() !== before;
}

function openRequest(userId: string): string {
  return JSON.stringify({
    request_internal_operation: 'internal_operation_init_local_storage',
    request_init_local_storage_user_id_param: userId,
  });
}

/** @returns False when the engine refuses. */
async function commitByReleasing(bridge: Bridge): Promise<boolean> {
  const operation = ['callExperimentalAPI', [RELEASE_SPACE], CallFlag.isUrgent] as const;
  const { code } = await bridge.callWithin(ANSWER_LIMIT, ...operation);
  if (code !== 0) return false;
  // Its answer comes before the commit; that of a query made after it comes after.
  await requireAnswer(bridge);
  return true;
}

async function waitForTimer(bridge: Bridge): Promise<void> {
  // The store's thread takes queries and inserts in order: once it answers, the timer is set.
  await requireAnswer(bridge);
  await delay(COMMIT_TIMER);
  // A thread that is late runs what was posted before the timer fell due first: the second answer is
  // the one that comes after it.
  await requireAnswer(bridge);
  await requireAnswer(bridge);
}

async function requireAnswer(bridge: Bridge): Promise<void> {
  if (!(await openStoreAnswers(bridge, PATIENCE.afterFailure))) throw notVerified('the store is not open');
}
