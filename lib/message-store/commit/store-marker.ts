import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { ImSdkError } from '../../errors.js';
import { parseExact } from '../../json/parse.js';
import { CallFlag } from '../../native/addon.js';
import type { Bridge, Reply } from '../../native/bridge.js';
import type { Json_msg_locator, Json_value_msg } from '../../types/index.js';

/** A conversation and a message that no one has. */
const NOWHERE = ['node-imsdk', 1, JSON.stringify([locator({ message_rand: 1, message_seq: 1 })])] as const;

/**
 * How long the store may take to answer, or the engine to take up a switch, in milliseconds. The store is behind with
 * what the engine has acknowledged, on a disk that may be slow.
 */
export const ANSWER_LIMIT = 60_000;

/** How many messages are asked for at once. */
const CHUNK = 100;

/**
 * Asks the store for a message that is not there. Its thread answers in order, so that everything
 * acknowledged before has been inserted by then; a look-up by locator uses an index, whereas one by
 * message id reads the whole table.
 *
 * @returns Whether there is a store to answer.
 * @throws ImSdkError `ERR_IMSDK_TIMEOUT` when the engine hangs.
 */
export async function storeAnswers(bridge: Bridge): Promise<boolean> {
  const name = 'TIMMsgFindByMsgLocatorList';
  return (await bridge.callWithin(ANSWER_LIMIT, name, NOWHERE, CallFlag.isUrgent)).code === 0;
}

/** How long a store is waited for that the engine has failed to open, in milliseconds. */
export const TRY_FOR = 50;

/**
 * Waits until a store that is being opened answers; meanwhile the engine has none.
 *
 * @param limit - Milliseconds.
 * @param hasFailed - Whether the engine has reported a failure: it then waits for {@link TRY_FOR} at most.
 * @throws ImSdkError as {@link storeAnswers} does.
 */
export async function openStoreAnswers(
  bridge: Bridge,
  limit: number,
  hasFailed = () => false,
): Promise<boolean> {
  const start = performance.now();
  while (!(await storeAnswers(bridge))) {
    const waited = performance.now() - start;
    if (waited > limit || (waited > TRY_FOR && hasFailed())) return false;
    await delay(1);
  }
  return true;
}

/**
 * Looks messages up, about 0.1 ms each.
 *
 * @param replies - What the engine answered to their saves.
 * @returns The ids of those that the store has.
 * @throws ImSdkError `ERR_IMSDK_NOT_VERIFIED` when the store cannot answer, `ERR_IMSDK_TIMEOUT` when it does not.
 */
export async function findStored(bridge: Bridge, replies: readonly Reply[]): Promise<Set<string>> {
  const stored = new Set<string>();
  for (const [conversation, messages] of byConversation(replies)) {
    const [id, type] = JSON.parse(conversation) as [string, number];
    for (let start = 0; start < messages.length; start += CHUNK) {
      const locators = JSON.stringify(messages.slice(start, start + CHUNK).map(locator));
      const name = 'TIMMsgFindByMsgLocatorList';
      const reply = await bridge.callWithin(ANSWER_LIMIT, name, [id, type, locators], CallFlag.isUrgent);
      if (reply.code !== 0) throw notVerified(`looking it up was answered with ${reply.code} ${reply.desc}`);
      const found = JSON.parse(reply.json) as Json_value_msg[];
      for (const message of found) stored.add(message.message_msg_id ?? '');
    }
  }
  return stored;
}

/** The error for a save that nothing is known about. */
export function notVerified(reason: string, cause?: unknown): ImSdkError {
  return new ImSdkError(
    'ERR_IMSDK_NOT_VERIFIED',
    `The engine acknowledged the save, and whether it is in the store could not be found out: ${reason}.`,
    { mayHaveBeenStored: true, ...(cause === undefined ? {} : { cause }) },
  );
}

function byConversation(replies: readonly Reply[]): Map<string, Json_value_msg[]> {
  const conversations = new Map<string, Json_value_msg[]>();
  for (const { json, exactIntegers } of replies) {
    const message = parseExact(json, exactIntegers) as Json_value_msg;
    const conversation = JSON.stringify([message.message_conv_id, message.message_conv_type]);
    const messages = conversations.get(conversation);
    if (messages === undefined) conversations.set(conversation, [message]);
    else messages.push(message);
  }
  return conversations;
}

function locator(message: Json_value_msg): Json_msg_locator {
  return {
    message_locator_is_revoked: false,
    message_locator_time: message.message_server_time ?? 0,
    message_locator_seq: Number(message.message_seq ?? 0),
    message_locator_rand: Number(message.message_rand ?? 0),
    message_locator_is_self: message.message_is_from_self ?? false,
    // The engine wants the field and does not look at it.
    message_locator_unique_id: 0,
  };
}
