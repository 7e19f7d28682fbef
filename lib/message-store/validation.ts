/**
 * What is checked before a message goes to the engine, which acknowledges much that it then loses, changes or misplaces.
 */
import { assertConversation, assertOptionalString, fieldsOf } from '../arguments.js';
import { ImSdkError } from '../errors.js';
import { joined, mostBytes, toJsonText, type JsonContent, type JsonText } from '../json/json-text.js';
import { TIMConvType } from '../types/enums.js';
import type { MsgImportMsgListParams, MsgSaveMsgParams } from '../types/index.js';
import { refuse, refuseAs } from './validation-refusal.js';
import { assertStorable } from './validation-size.js';
import { isEmptyInJson, isMostly, JSON_LIMIT, JsonWalk, tooMuchJson } from './validation-walk.js';

export { JSON_LIMIT } from './validation-walk.js';
export { STORED_LIMIT } from './validation-size.js';

const EMPTY_MESSAGE =
  'is a message without any field, at which the engine would crash. Pass an object with message_elem_array.';

/** What the checks need to know about the client. */
export interface SaveCheckContext {
  /** The user who is logged in; undefined for nobody, as the engine then answers 6014. */
  userId: string | undefined;
}

/** A message that has passed the checks. */
export interface CheckedMessage {
  /** As the caller gave it. */
  readonly given: unknown;
  /** As JSON.stringify sees it: what its `toJSON` returns, if it has one. */
  readonly seen: object;
  /** `message_sender`, where there is one. */
  readonly sender: string | undefined;
}

/** The parameter of a call that saves, read once: what has been checked is what is passed on. */
export interface CheckedCall extends JsonContent {
  readonly conversation: string;
  readonly type: number;
  readonly userData: string | undefined;
  readonly messages: readonly CheckedMessage[];
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
export function validateSave(params: MsgSaveMsgParams, context: SaveCheckContext): CheckedCall {
  return surfacing(() => {
    const call = readCall('TIMMsgSaveMsg', params);
    const message = checkMessage(call.given, ['params'], call, context);
    return checkedCall(call, [message], message.walk);
  });
}

/**
 * Checks the parameter of TIMMsgImportMsgList, each message as {@link validateSave} does; a field's path begins with
 * `params[3]`.
 *
 * @throws ImSdkError as {@link validateSave} does.
 */
export function validateMessageList(params: MsgImportMsgListParams, context: SaveCheckContext): CheckedCall {
  return surfacing(() => {
    const call = readCall('TIMMsgImportMsgList', params);
    const { given } = call;
    if (!Array.isArray(given)) {
      return refuse(['params'], 'an array of messages', given, 'For one message there is TIMMsgSaveMsg.');
    }
    const messages: CheckedMessage[] = [];
    let hasBigInt = false;
    let characters = 0;
    let longCharacters = 0;
    for (let index = 0; index < given.length; index++) {
      const path = ['params', index];
      const message = checkMessage(given[index], path, call, context);
      if (isEmptyInJson(message.seen)) refuseAs(path, EMPTY_MESSAGE);
      hasBigInt ||= message.walk.hasBigInt;
      characters += message.walk.characters + message.walk.foreignCharacters;
      longCharacters += message.walk.longCharacters;
      messages.push(message);
    }
    return checkedCall(call, messages, {
      hasBigInt,
      isMostlyLongText: isMostly(longCharacters, characters),
    });
  });
}

/**
 * The JSON of what has passed the checks.
 *
 * @throws ImSdkError `ERR_IMSDK_MESSAGE_TOO_LARGE` from 2 MiB on, where the engine answers -3;
 *   `ERR_IMSDK_INVALID_ARGUMENT` for a value that is another one each time it is read.
 */
export function checkedJson(makeValue: () => unknown, content: JsonContent, name = 'params'): JsonText {
  const json = surfacing(() => toJsonText(makeValue(), content), name);
  if (mostBytes(json) < JSON_LIMIT) return json;
  const bytes = Buffer.byteLength(joined(json));
  if (bytes >= JSON_LIMIT) throw tooMuchJson(bytes, name);
  return json;
}

/** A call's fields, with the message or messages as given. */
type ReadCall = Pick<CheckedCall, 'conversation' | 'type' | 'userData'> & { readonly given: unknown };

function readCall(name: string, params: MsgSaveMsgParams | MsgImportMsgListParams): ReadCall {
  const fields = fieldsOfSave(name, params);
  assertConversation(fields);
  assertOptionalString(fields, 'user_data');
  const { conv_id: conversation, conv_type: type, params: given, user_data: userData } = fields;
  return { conversation, type, userData, given };
}

/** As fieldsOf, with the fields named here instead of in a list: every save does this. */
function fieldsOfSave(
  name: string,
  params: MsgSaveMsgParams | MsgImportMsgListParams,
): Pick<MsgSaveMsgParams | MsgImportMsgListParams, 'conv_id' | 'conv_type' | 'params' | 'user_data'> {
  try {
    const { conv_id, conv_type, params: given, user_data } = params;
    if (typeof params === 'object') return { conv_id, conv_type, params: given, user_data };
  } catch {
    // That will say what is wrong with it.
  }
  return fieldsOf(name, params, 'conv_id', 'conv_type', 'params', 'user_data');
}

function checkedCall(
  { conversation, type, userData }: ReadCall,
  messages: readonly CheckedMessage[],
  { hasBigInt, isMostlyLongText }: JsonContent,
): CheckedCall {
  return { conversation, type, userData, messages, hasBigInt, isMostlyLongText };
}

function checkMessage(
  given: unknown,
  path: readonly (string | number)[],
  { conversation, type }: { conversation: string; type: number },
  { userId }: SaveCheckContext,
): CheckedMessage & { walk: JsonWalk } {
  const walk = new JsonWalk(path);
  const seen = walk.message(given);
  const { sender } = walk;
  assertSender([...path, 'message_sender'], sender, type === TIMConvType.kTIMConv_C2C, conversation, userId);
  assertStorable(seen, walk, path);
  return { given, seen, sender, walk };
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

/** Runs what reads a value of the caller's so that whatever a hostile one throws comes out as a refusal. */
export function surfacing<T>(check: () => T, name = 'params'): T {
  try {
    return check();
  } catch (error) {
    if (error instanceof ImSdkError) throw error;
    return refuseAs([name], 'cannot be read: a getter, toJSON or proxy threw. Pass plain values.', error);
  }
}
