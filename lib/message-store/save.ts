import { ImSdkError } from '../errors.js';
import { valueForJson } from '../json/json-view.js';
import type { JsonText } from '../json/json-text.js';
import { CallFlag } from '../native/addon.js';
import { engineClosed, type Bridge, type Reply } from '../native/bridge.js';
import { watchDeadline, type CallOptions } from '../native/deadline.js';
import type { Receiver } from '../native/receivers.js';
import { CLOSED, NOT_PENDING, type PendingCall, type PendingCalls } from '../pending-calls.js';
import { toResult } from '../result.js';
import type { commonResult, Json_value_msg, MsgSaveMsgParams } from '../types/index.js';
import type { AcknowledgedSave, CommitBarrier } from './commit/commit-barrier.js';
import type { EngineSession } from './engine-session.js';
import type { SessionUser } from './process-session.js';
import { checkedJson, validateSave, type CheckedCall, type CheckedMessage } from './validation.js';

/** When a save settles. */
export type Durability =
  /** Once the message is known to be in the store, on disk: what the engine acknowledged survives a crash. */
  | 'committed'
  /** At the engine's callback, up to 500 ms before it writes; a crash in between loses the message. */
  | 'ack';

/** Options of one save. */
export interface SaveOptions extends CallOptions {
  /** When the promise settles. Default: the client's own `durability`, which is 'committed' by default. */
  durability?: Durability;
}

/** What a save needs of its client. */
export interface SaveContext {
  readonly bridge: Bridge;
  readonly barrier: CommitBarrier;
  readonly session: EngineSession;
  /** The client's saves that have no answer yet. */
  readonly pending: PendingCalls;
}

/** What a save is given beside the message, and its promise's own functions, of which one is called once. */
export interface SavePlan {
  readonly durability: Durability;
  readonly options: CallOptions | undefined;
  readonly resolve: (result: commonResult<Json_value_msg>) => void;
  readonly reject: (error: ImSdkError) => void;
}

/**
 * Validates a message and hands it to the engine.
 *
 * @throws ImSdkError when the message would be lost, changed or misplaced; nothing has been called then.
 */
export function startSave(context: SaveContext, params: MsgSaveMsgParams, plan: SavePlan): void {
  context.pending.add(new Save(context, params, plan));
}

/**
 * One save, from the call to the moment its promise settles, exactly once. There can be many at once, and the garbage
 * collector copies what each holds: it is made of few objects.
 */
class Save implements PendingCall, Receiver, AcknowledgedSave {
  readonly #context: SaveContext;
  readonly #conversation: string;
  readonly #type: number;
  readonly #userData: string | undefined;
  readonly #plan: SavePlan;
  place = NOT_PENDING;
  #stopWatching: (() => void) | undefined;
  #callId: number | undefined;
  #reply: Reply | undefined;
  #isSettled = false;

  constructor(context: SaveContext, params: MsgSaveMsgParams, plan: SavePlan) {
    this.#context = context;
    this.#plan = plan;
    const { session } = context;
    const user = session.user;
    const call = validateSave(params, { userId: user?.userId });
    this.#conversation = call.conversation;
    this.#type = call.type;
    this.#userData = call.userData;
    const json = messageJson(user, call);
    const { options } = plan;
    if (options !== undefined && (options.timeout !== undefined || options.signal !== undefined)) {
      this.#stopWatching = watchDeadline(options, (code, message, cause) => this.#fail(code, message, cause));
    }
    if (session.isLoaded) {
      this.#submit(json);
    } else {
      session.load().then(
        () => this.#submit(json),
        (error: unknown) => this.#reject(error as ImSdkError),
      );
    }
  }

  close(): void {
    this.#fail('ERR_IMSDK_CLOSED', CLOSED);
  }

  /** Rejects the save unless it has settled; what the engine may still say is not waited for. */
  #fail(
    code: 'ERR_IMSDK_CLOSED' | 'ERR_IMSDK_TIMEOUT' | 'ERR_IMSDK_ABORTED',
    message: string,
    cause?: unknown,
  ): void {
    if (this.#isSettled) return;
    const neverReachedEngine = this.#callId === undefined || this.#abandon(this.#callId);
    const outcome = neverReachedEngine ? 'The message was not saved.' : 'The message may be in the store.';
    this.#reject(
      new ImSdkError(code, `TIMMsgSaveMsg: ${message} ${outcome}`, {
        mayHaveBeenStored: !neverReachedEngine,
        ...(cause === undefined ? {} : { cause }),
      }),
    );
  }

  /** True when the call had not reached the engine, and now will not. */
  #abandon(callId: number): boolean {
    if (this.#reply !== undefined) return false;
    this.#arrive();
    return this.#context.bridge.abandon(callId);
  }

  #submit(json: JsonText): void {
    if (this.#isSettled) return;
    this.#callId = this.#context.bridge.submit(
      'TIMMsgSaveMsg',
      [this.#conversation, this.#type, json],
      this,
      CallFlag.isSave,
    );
    if (this.#plan.durability === 'committed') this.#context.barrier.expect();
  }

  /** The barrier need not wait for this save any more, to serve it along with others. */
  #arrive(): void {
    if (this.#plan.durability === 'committed') this.#context.barrier.arrived();
  }

  receive(reply: Reply): void {
    this.#reply = reply;
    this.#arrive();
    if (reply.code !== 0) return this.#resolve(reply);
    const filedUnder = rawJsonString(reply.conversationId);
    if (filedUnder === '' || rawJsonString(reply.messageId) === '') return this.#reject(unidentified());
    if (filedUnder !== this.#conversation.toWellFormed()) {
      return this.#reject(misplaced(this.#conversation, filedUnder));
    }
    const { barrier } = this.#context;
    if (this.#plan.durability === 'ack') {
      barrier.acknowledged(reply);
      return this.#resolve(reply);
    }
    barrier.commit(this);
  }

  lost(): void {
    this.#arrive();
    this.#reject(engineClosed('TIMMsgSaveMsg'));
  }

  get reply(): Reply {
    return this.#reply as Reply;
  }

  get messageId(): string {
    return rawJsonString(this.reply.messageId);
  }

  settle(failure?: ImSdkError): void {
    if (failure === undefined) this.#resolve(this.reply);
    else this.#reject(failure);
  }

  #resolve(reply: Reply): void {
    if (!this.#end()) return;
    this.#plan.resolve(toResult<Json_value_msg>(reply, this.#userData));
  }

  #reject(error: ImSdkError): void {
    if (this.#end()) this.#plan.reject(error);
  }

  #end(): boolean {
    if (this.#isSettled) return false;
    this.#isSettled = true;
    this.#stopWatching?.();
    this.#context.pending.remove(this);
    return true;
  }
}

/** A function of its own, so that a save that waits keeps the text alone, and not the message. */
function messageJson(user: SessionUser | undefined, call: CheckedCall): JsonText {
  return checkedJson(() => asFiledBy(user, call.messages[0] as CheckedMessage), call);
}

/**
 * The message as it has to be passed so that the engine files it under `conv_id`, and a message of the
 * user as sent by the user. The engine takes it for that only when the sender is who it takes the user
 * to be: nobody until a login has succeeded (so never in local-only mode), the user afterwards. A
 * one-to-one message that is not the user's it files under the sender.
 */
export function asFiledBy(user: SessionUser | undefined, { given, seen, sender }: CheckedMessage): unknown {
  const isUnsigned = sender === undefined || sender === '';
  if (!isUnsigned && sender !== user?.userId) return given;
  const isOnline = user?.online === true;
  if (!isOnline && isUnsigned && valueForJson(seen, 'message_is_from_self') !== false) return given;
  // A copy without its toJSON, which would put back what is replaced here.
  const { message_sender: _sender, toJSON: _toJson, ...fields } = seen as Record<string, unknown>;
  return { ...fields, ...(isOnline ? { message_sender: user.userId } : {}), message_is_from_self: true };
}

/** The string that stands in JSON with these contents between its quotes; `''` where that is no JSON. */
function rawJsonString(contents: string): string {
  if (!contents.includes('\\')) return contents;
  try {
    return JSON.parse(`"${contents}"`) as string;
  } catch {
    return '';
  }
}

function unidentified(): ImSdkError {
  return new ImSdkError(
    'ERR_IMSDK_NOT_VERIFIED',
    'The engine acknowledged the save, and did not say as which message of which conversation: it may be in the ' +
      'store. Read the conversation before you save it again.',
    { mayHaveBeenStored: true },
  );
}

function misplaced(asked: string, filedUnder: string): ImSdkError {
  return new ImSdkError(
    'ERR_IMSDK_MISPLACED',
    `The engine filed the message under ${JSON.stringify(filedUnder)} instead of ${JSON.stringify(asked)}. ` +
      'Leave message_sender out for a message of the user, or make it the conversation partner.',
    { field: 'params.message_sender', mayHaveBeenStored: true },
  );
}
