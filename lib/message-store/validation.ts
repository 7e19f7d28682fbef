/**
 * What is checked before a message goes to the engine, which acknowledges much that it then loses, changes or misplaces.
 */
import { assertConversation, assertObject, assertOptionalString } from '../arguments.js';
import { ImSdkError } from '../errors.js';
import { TIMConvType } from '../types/enums.js';
import type { MsgImportMsgListParams, MsgSaveMsgParams } from '../types/index.js';
import { refuse, refuseAs } from './validation-refusal.js';
import { assertStorable } from './validation-size.js';
import { JSON_LIMIT, MessageWalk, tooMuchJson } from './validation-walk.js';

export { JSON_LIMIT } from './validation-walk.js';
export { STORED_LIMIT } from './validation-size.js';

/** The longest user id, in bytes of UTF-8: the engine names a folder by app id and hexadecimal user id. */
export const USER_ID_LIMIT = 122;

/** What the checks need to know about the client. */
export interface SaveCheckContext {
  /** The user who is logged in; undefined for nobody, as the engine then answers 6014. */
  userId: string | undefined;
}

/** What the checks learned on the way. */
export interface SaveChecks {
  /** Whether there is a bigint among the values, which plain JSON.stringify throws at. */
  hasBigInt: boolean;
}

/**
 * Checks the parameter of TIMMsgSaveMsg.
 *
 * Refused is what the engine would take and then lose, change or misplace, and what JSON cannot say. Not refused are
 * names that the engine does not know, fields that it sets itself, and what it answers with a code of its own (an empty
 * `conv_id`, an unknown `conv_type`).
 *
 * @throws ImSdkError `ERR_IMSDK_INVALID_ARGUMENT` with the path of the field, such as
 *   `params.message_elem_array[0].elem_type`; `ERR_IMSDK_MESSAGE_TOO_LARGE` for more than 300 KiB in the store.
 */
export function validateSave(params: MsgSaveMsgParams, context: SaveCheckContext): SaveChecks {
  return surfacing(() => {
    assertCall('TIMMsgSaveMsg', params);
    return { hasBigInt: checkMessage(params.params, ['params'], params, context) };
  });
}

/**
 * Checks the parameter of TIMMsgImportMsgList, each message as {@link validateSave} does; a field's path begins with
 * `params[3]`.
 *
 * @throws ImSdkError as {@link validateSave} does.
 */
export function validateMessageList(params: MsgImportMsgListParams, context: SaveCheckContext): SaveChecks {
  return surfacing(() => {
    assertCall('TIMMsgImportMsgList', params);
    const messages: unknown = params.params;
    if (!Array.isArray(messages)) {
      return refuse(['params'], 'an array of messages', messages, 'For one message there is TIMMsgSaveMsg.');
    }
    let hasBigInt = false;
    for (let index = 0; index < messages.length; index++) {
      hasBigInt = checkMessage(messages[index], ['params', index], params, context) || hasBigInt;
    }
    return { hasBigInt };
  });
}

/**
 * Checks the length of a call's JSON.
 *
 * @throws ImSdkError `ERR_IMSDK_MESSAGE_TOO_LARGE` from 2 MiB on, where the engine answers -3.
 */
export function assertJsonSize(json: string): void {
  // A UTF-16 unit is at most three bytes of UTF-8.
  if (json.length * 3 < JSON_LIMIT) return;
  const bytes = Buffer.byteLength(json);
  if (bytes >= JSON_LIMIT) throw tooMuchJson(bytes, 'params');
}

/**
 * Checks a user id: a string without a NUL, of at most 122 bytes. With a longer one the engine cannot open its database,
 * and acknowledges saves that it does not store.
 *
 * @throws ImSdkError `ERR_IMSDK_INVALID_ARGUMENT`.
 */
export function assertUserId(userId: unknown, field: string): asserts userId is string {
  if (typeof userId !== 'string') refuse([field], 'a string', userId, 'Pass the id of the user.');
  assertNoNul(userId, field);
  const bytes = Buffer.byteLength(userId);
  if (bytes > USER_ID_LIMIT) {
    refuseAs(
      [field],
      `has ${bytes} bytes of UTF-8, and at most ${USER_ID_LIMIT} are possible: with more the engine cannot open the ` +
        "user's database, and acknowledges saves that it does not store. Choose a shorter id.",
    );
  }
}

function assertCall(name: string, params: MsgSaveMsgParams | MsgImportMsgListParams): void {
  assertObject(name, params);
  assertConversation(params);
  assertNoNul(params.conv_id, 'conv_id');
  assertOptionalString(params, 'user_data');
}

/** Checks one message, and returns whether it holds a bigint. */
function checkMessage(
  message: unknown,
  path: readonly (string | number)[],
  { conv_id: conversation, conv_type: type }: { conv_id: string; conv_type: number },
  { userId }: SaveCheckContext,
): boolean {
  const walk = new MessageWalk(path);
  const seen = walk.message(message);
  assertSender(
    [...path, 'message_sender'],
    walk.sender,
    type === TIMConvType.kTIMConv_C2C,
    conversation,
    userId,
  );
  assertStorable(seen, walk, path);
  return walk.hasBigInt;
}

/** The engine files a one-to-one message under its sender, whatever conversation was asked for. */
function assertSender(
  path: readonly (string | number)[],
  sender: string | undefined,
  isOneToOne: boolean,
  conversation: string,
  userId: string | undefined,
): void {
  if (!isOneToOne || userId === undefined || sender === undefined || sender === '') return;
  if (sender === conversation || sender === userId) return;
  refuse(
    path,
    `the conversation's ${JSON.stringify(conversation)}, or the user's ${JSON.stringify(userId)}`,
    sender,
    'The engine would file the message under its sender. Save it into that conversation, or leave the sender out for a ' +
      'message of the user.',
  );
}

function assertNoNul(id: string, field: string): void {
  if (id.includes('\0')) refuse([field], 'without a NUL character', id, 'The engine would cut it off there.');
}

/** Runs checks so that whatever a hostile value throws comes out as a refusal. */
function surfacing<T>(check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (error instanceof ImSdkError) throw error;
    return refuseAs(['params'], 'cannot be read: a getter, toJSON or proxy threw. Pass plain values.', error);
  }
}
