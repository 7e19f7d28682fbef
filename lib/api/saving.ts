import { assertDurability, optionsOf } from '../arguments.js';
import { saveModule, validationModule } from '../later.js';
import type { SaveOptions } from '../message-store/save.js';
import { CallFlag } from '../native/addon.js';
import type { CallOptions } from '../native/deadline.js';
import { toResult } from '../result.js';
import type {
  commonResult,
  Json_value_msg,
  MsgImportMsgListParams,
  MsgSaveMsgParams,
} from '../types/index.js';
import { ManagerApi } from './manager.js';

/** Saving messages of one's own making (TIMMessageManager.h). */
export abstract class SavingApi extends ManagerApi {
  /**
   * Saves a message of one's own making into a conversation of the local store.
   *
   * @param params - Conversation and message; see {@link MsgSaveMsgParams}. `user_data` comes back with the result.
   * @param options - When the promise settles, a time limit in milliseconds, an abort signal.
   * @returns The engine's answer: code 0 and the message as stored in `json_param`; -3 or -4 for parameters that
   *   the engine refuses at once (an empty `conv_id`), 6013 before TIMInit, 6014 before TIMLogin.
   * @throws ImSdkError before the call: `ERR_IMSDK_INVALID_ARGUMENT` or `_MESSAGE_TOO_LARGE` for what the engine
   *   would lose, change or misplace (`field` says where). After it: `_NOT_STORED`, `_NOT_VERIFIED`, `_MISPLACED`,
   *   `_TIMEOUT`, `_ABORTED`, `_CLOSED`.
   */
  TIMMsgSaveMsg(params: MsgSaveMsgParams, options?: SaveOptions): Promise<commonResult<Json_value_msg>> {
    return new Promise((resolve, reject) => {
      this.refuseWhileEnding('TIMMsgSaveMsg');
      const given = options === undefined ? undefined : optionsOf(options, 'durability', 'timeout', 'signal');
      const durability = given?.durability ?? this.durability;
      assertDurability(durability, 'options.durability');
      saveModule().startSave(this.saveContext, params, { durability, options: given, resolve, reject });
    });
  }

  /**
   * Saves several messages into one conversation, as TIMMsgSaveMsg does each; resolves when they are on disk.
   * Where some are of the user and some are not, the engine keeps the order of each kind and may mix the two: to
   * keep one order, save them one by one.
   *
   * @throws ImSdkError as TIMMsgSaveMsg does before the call, with `params[3].…` as the field.
   */
  async TIMMsgImportMsgList(
    params: MsgImportMsgListParams,
    options: CallOptions = {},
  ): Promise<commonResult<string>> {
    const { checkedJson, validateMessageList } = validationModule();
    const { asFiledBy } = saveModule();
    const { barrier, session } = this.saveContext;
    const { user } = session;
    const checked = validateMessageList(params, { userId: user?.userId });
    const { conversation, type, userData, messages } = checked;
    const json = checkedJson(() => messages.map((message) => asFiledBy(user, message)), checked);
    const reply = await this.call(
      'TIMMsgImportMsgList',
      [conversation, type, json],
      CallFlag.isSave,
      options,
    );
    if (reply.code === 0) {
      barrier.acknowledged(reply);
      await barrier.flush();
    }
    return toResult(reply, userData);
  }
}
