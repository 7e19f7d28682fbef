import type { CallOptions } from '../native/deadline.js';
import { toResult } from '../result.js';
import type {
  C2CRecvMsgOptResult,
  CallParams,
  commonResult,
  ConvertVoiceToTextParam,
  GetPinnedGroupMessageListParams,
  GroupMemberInfo,
  GroupMessageReadMembers,
  Json_value_msg,
  MessageExtensionResult,
  MessageReactionResult,
  MessageReactionUserResult,
  MessageReceipt,
  MessageTranslateTextResult,
  MsgGetAllUserListOfMessageReactionParams,
  MsgGetC2CReceiveMessageOptParams,
  MsgGetGroupMessageReadMembersParam,
  MsgGetGroupMessageReceiptsParam,
  MsgGetMessageReactionsParams,
  MsgMessageReactionParams,
  MsgSendGroupMessageReceiptsParam,
  MsgSetAllReceiveMessageOpt2Params,
  MsgSetAllReceiveMessageOptParams,
  MsgSetC2CReceiveMessageOptParams,
  MsgSetGroupReceiveMessageOptParams,
  PinGroupMessageParams,
  TIMMsgDeleteMessageExtensionsParam,
  TIMMsgGetMessageExtensionsParam,
  TIMMsgSetMessageExtensionsParam,
  TIMReceiveMessageOptInfo,
  TranslateTextParam,
} from '../types/index.js';
import { MessageApi } from './messages.js';

/**
 * What the service does with messages: how they are received, receipts, extensions, reactions, pins, translation
 * (TIMMessageManager.h). Most of it belongs to the paid Premium Edition: without that, as without a connection, the
 * engine answers 7013.
 */
export abstract class MessageServiceApi extends MessageApi {
  /** Sets how messages from users are received (TIMMessageManager.h): up to 30 users, and 5 calls a second. */
  TIMMsgSetC2CReceiveMessageOpt(
    params: MsgSetC2CReceiveMessageOptParams,
    options?: CallOptions,
  ): Promise<commonResult<string>> {
    return this.request('TIMMsgSetC2CReceiveMessageOpt', params, options);
  }

  /** How messages from users are received; the engine answers -3 to an empty list (TIMMessageManager.h). */
  TIMMsgGetC2CReceiveMessageOpt(
    params: MsgGetC2CReceiveMessageOptParams,
    options?: CallOptions,
  ): Promise<commonResult<C2CRecvMsgOptResult[]>> {
    return this.request('TIMMsgGetC2CReceiveMessageOpt', params, options);
  }

  /** Sets how messages of a group are received (TIMMessageManager.h). */
  TIMMsgSetGroupReceiveMessageOpt(
    params: MsgSetGroupReceiveMessageOptParams,
    options?: CallOptions,
  ): Promise<commonResult<string>> {
    return this.request('TIMMsgSetGroupReceiveMessageOpt', params, options);
  }

  /**
   * Sets how all messages are received during some hours of each day (TIMMessageManager.h). The engine answers 114011 to
   * a time or an option that is none; of the options it takes 0, 2 and 3.
   */
  TIMMsgSetAllReceiveMessageOpt(
    params: MsgSetAllReceiveMessageOptParams,
    options?: CallOptions,
  ): Promise<commonResult<string>> {
    return this.request('TIMMsgSetAllReceiveMessageOpt', params, options);
  }

  /** Sets how all messages are received for some time, once (TIMMessageManager.h); see TIMMsgSetAllReceiveMessageOpt. */
  TIMMsgSetAllReceiveMessageOpt2(
    params: MsgSetAllReceiveMessageOpt2Params,
    options?: CallOptions,
  ): Promise<commonResult<string>> {
    return this.request('TIMMsgSetAllReceiveMessageOpt2', params, options);
  }

  /** How all messages are received, and when (TIMMessageManager.h). The header's example has an array of one. */
  TIMMsgGetAllReceiveMessageOpt(
    params: CallParams = {},
    options?: CallOptions,
  ): Promise<commonResult<TIMReceiveMessageOptInfo | TIMReceiveMessageOptInfo[]>> {
    return this.request('TIMMsgGetAllReceiveMessageOpt', params, options);
  }

  /**
   * Tells the senders that their messages were read (TIMMessageManager.h). The engine answers -4 to an empty list, and 0
   * for one-to-one messages whose senders did not want to know.
   */
  TIMMsgSendMessageReadReceipts(
    params: MsgSendGroupMessageReceiptsParam,
    options?: CallOptions,
  ): Promise<commonResult<string>> {
    return this.request('TIMMsgSendMessageReadReceipts', params, options);
  }

  /** Who has read group messages (TIMMessageManager.h); -4 for messages of no group. */
  TIMMsgGetMessageReadReceipts(
    params: MsgGetGroupMessageReceiptsParam,
    options?: CallOptions,
  ): Promise<commonResult<MessageReceipt[]>> {
    return this.request('TIMMsgGetMessageReadReceipts', params, options);
  }

  /**
   * The members of a group who have read a message, or have not, page by page (TIMMessageManager.h). The engine's callback
   * has no code: what it calls back with is code 0. It answers -4 for a message of no group.
   */
  async TIMMsgGetGroupMessageReadMemberList(
    params: MsgGetGroupMessageReadMembersParam,
    options?: CallOptions,
  ): Promise<commonResult<GroupMessageReadMembers>> {
    const { reply, userData } = await this.ask('TIMMsgGetGroupMessageReadMemberList', params, options);
    const result = toResult<[GroupMemberInfo[], number | bigint, boolean]>(reply, userData);
    if (result.json_param === undefined) return { ...result, json_param: undefined, json_params: undefined };
    const [members, next_seq, is_finished] = result.json_param;
    const page = { json_param: members, next_seq, is_finished };
    return { ...result, json_param: page, json_params: page };
  }

  /** Puts extensions on a message, or changes them (TIMMessageManager.h): up to 20 at once, 300 on a message. */
  TIMMsgSetMessageExtensions(
    params: TIMMsgSetMessageExtensionsParam,
    options?: CallOptions,
  ): Promise<commonResult<MessageExtensionResult[]>> {
    return this.request('TIMMsgSetMessageExtensions', params, options);
  }

  /** The extensions of a message (TIMMessageManager.h). */
  TIMMsgGetMessageExtensions(
    params: TIMMsgGetMessageExtensionsParam,
    options?: CallOptions,
  ): Promise<commonResult<MessageExtensionResult[]>> {
    return this.request('TIMMsgGetMessageExtensions', params, options);
  }

  /** Takes extensions off a message (TIMMessageManager.h): up to 20 at once; all for an empty list. */
  TIMMsgDeleteMessageExtensions(
    params: TIMMsgDeleteMessageExtensionsParam,
    options?: CallOptions,
  ): Promise<commonResult<MessageExtensionResult[]>> {
    return this.request('TIMMsgDeleteMessageExtensions', params, options);
  }

  /** Reacts to a message (TIMMessageManager.h): up to 10 reactions on a message, of 100 users each. */
  TIMMsgAddMessageReaction(
    params: MsgMessageReactionParams,
    options?: CallOptions,
  ): Promise<commonResult<string>> {
    return this.request('TIMMsgAddMessageReaction', params, options);
  }

  /** Takes a reaction back (TIMMessageManager.h). */
  TIMMsgRemoveMessageReaction(
    params: MsgMessageReactionParams,
    options?: CallOptions,
  ): Promise<commonResult<string>> {
    return this.request('TIMMsgRemoveMessageReaction', params, options);
  }

  /** The reactions to messages of one conversation (TIMMessageManager.h): up to 20 messages. */
  TIMMsgGetMessageReactions(
    params: MsgGetMessageReactionsParams,
    options?: CallOptions,
  ): Promise<commonResult<MessageReactionResult[]>> {
    return this.request('TIMMsgGetMessageReactions', params, options);
  }

  /** All users of a reaction, page by page (TIMMessageManager.h). */
  TIMMsgGetAllUserListOfMessageReaction(
    params: MsgGetAllUserListOfMessageReactionParams,
    options?: CallOptions,
  ): Promise<commonResult<MessageReactionUserResult>> {
    return this.request('TIMMsgGetAllUserListOfMessageReaction', params, options);
  }

  /** Translates texts at the service; the engine answers -4 to an empty list (TIMMessageManager.h). */
  TIMMsgTranslateText(
    params: TranslateTextParam,
    options?: CallOptions,
  ): Promise<commonResult<MessageTranslateTextResult[]>> {
    return this.request('TIMMsgTranslateText', params, options);
  }

  /** Turns a sound into text at the service; the engine answers -4 to an empty URL (TIMMessageManager.h). */
  TIMMsgConvertVoiceToText(
    params: ConvertVoiceToTextParam,
    options?: CallOptions,
  ): Promise<commonResult<string>> {
    return this.request('TIMMsgConvertVoiceToText', params, options);
  }

  /** Pins a message of a group, or unpins it (TIMMessageManager.h): up to 10; the service answers 10070 to more. */
  TIMPinGroupMessage(params: PinGroupMessageParams, options?: CallOptions): Promise<commonResult<string>> {
    return this.request('TIMPinGroupMessage', params, options);
  }

  /** The pinned messages of a group, but for expired ones (TIMMessageManager.h). */
  TIMGetPinnedGroupMessageList(
    params: GetPinnedGroupMessageListParams,
    options?: CallOptions,
  ): Promise<commonResult<Json_value_msg[]>> {
    return this.request('TIMGetPinnedGroupMessageList', params, options);
  }
}
