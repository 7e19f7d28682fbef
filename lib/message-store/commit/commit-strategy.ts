import { promises as fs } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { CallFlag, StoreSwitchOutcome } from '../../native/addon.js';
import type { Bridge } from '../../native/bridge.js';
import type { ProcessSession } from '../process-session.js';
import { ANSWER_LIMIT, notVerified, storeAnswers } from './store-marker.js';

/**
 * How to make the engine commit. It acknowledges a save before it has even inserted the message, and
 * commits by a timer, 500 ms after the first insert; there is no documented way to hasten that.
 */
export type CommitStrategyName =
  /** Local-only mode: opening another user's store closes, and thereby commits, this one. 3 ms, whatever its size (src-native/process/store_switch.h). */
  | 'store switch'
  /** Small stores: an operation that commits and then rewrites the whole store. 7 ms for a megabyte. */
  | 'space release'
  /** Otherwise: waiting for the engine's own timer. Half a second. */
  | 'commit timer';

/** Past this size, waiting for the timer is better than writing three times the store. */
const SMALL_STORE_BYTES = 1024 * 1024;

/** The engine's timer, and a margin for the thread that runs it. */
const COMMIT_TIMER = 500 + 20;

/** Deletes nothing: a conversation that cannot exist, and two seconds of 1970. */
const RELEASE_SPACE = JSON.stringify({
  request_internal_operation: 'internal_operation_clear_local_history_message',
  request_clear_local_history_message_conversation_id_param: 'c2c_\u0001node-imsdk',
  request_clear_local_history_message_begin_timestamp_param: 1,
  request_clear_local_history_message_end_timestamp_param: 2,
});

/** Which way is open to the user who is logged in. */
export async function chooseStrategy(session: ProcessSession): Promise<CommitStrategyName> {
  // With a user whom the engine knows, messages may come from the service at any moment: none must
  // find another user's store open.
  if (session.identity?.localOnly === true && session.user !== undefined) return 'store switch';
  const folder = session.userFolder;
  if (folder === undefined) return 'commit timer';
  const sizes = ['msg_0.db', 'msg_0.db-wal'].map(
    async (name) => (await fs.stat(path.join(folder, name))).size,
  );
  const bytes = (await Promise.all(sizes).catch(() => [Infinity])).reduce((sum, size) => sum + size, 0);
  return bytes <= SMALL_STORE_BYTES ? 'space release' : 'commit timer';
}

/**
 * Resolves when every save acknowledged so far has been committed, unless the engine failed to store
 * it: that is to be found out afterwards.
 *
 * @returns The way that was taken: where the engine refuses the chosen one, it is waiting for the timer.
 * @throws ImSdkError `ERR_IMSDK_NOT_VERIFIED` when the store is away, `ERR_IMSDK_TIMEOUT` when the engine hangs.
 */
export async function commit(
  bridge: Bridge,
  session: ProcessSession,
  strategy: CommitStrategyName,
): Promise<CommitStrategyName> {
  const isDone =
    (strategy === 'store switch' && (await commitBySwitching(bridge, session))) ||
    (strategy === 'space release' && (await commitByReleasing(bridge)));
  if (isDone) return strategy;
  await waitForTimer(bridge);
  return 'commit timer';
}

/** @returns False when the engine refuses, or does not answer calls that are under way. */
async function commitBySwitching(bridge: Bridge, session: ProcessSession): Promise<boolean> {
  const userId = session.user?.userId;
  if (userId === undefined) throw notVerified('the user has logged out');
  const { code } = await bridge.switchStore(ANSWER_LIMIT, userId);
  if (code === StoreSwitchOutcome.storeAway) {
    throw notVerified('the engine cannot open its store again (is the disk full?)');
  }
  return code === StoreSwitchOutcome.committed;
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
  if (!(await storeAnswers(bridge))) throw notVerified('the store is not open');
}
