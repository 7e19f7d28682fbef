/** What events alone tell: the rest of their types belong to the calls that return the same. */
import type { Json_msg_locator } from './message-params.js';
import type { MessageReaction } from './message-results.js';

/** A message that was withdrawn (TIMMessageManager.h, MsgLocator and Message). */
export interface MessageRevocation extends Json_msg_locator {
  /** Who withdrew it. */
  message_revoker_user_id?: string;
  /** Nickname of who withdrew it. */
  message_revoker_nick_name?: string;
  /** URL of the picture of who withdrew it. */
  message_revoker_face_url?: string;
  /** Why. */
  message_revoke_reason?: string;
}

/** Reactions to a message that have changed (TIMMessageManager.h, MessageReactionChangeInfo). */
export interface MessageReactionChange {
  /** The message's id. */
  message_reaction_change_info_msg_id: string;
  /** The changed ones; nobody uses one any more whose count of users is 0. */
  message_reaction_change_info_reaction_list: MessageReaction[];
}
