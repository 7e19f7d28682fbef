/** What the app asks of the engine. No part of the page is known here. */
import TimRender, { throwIfFailed } from 'node-imsdk/renderer';
import { TIMConvType, TIMElemType, type Json_value_msg } from 'node-imsdk/interfaces';

const tim = new TimRender();

/** How far a message has come: handed to the engine, acknowledged by it, on disk. */
export type MessageState = 'saving' | 'acknowledged' | 'committed';

/** One message as the page shows it. */
export interface Message {
  /** The engine's id; undefined before it has one. */
  id?: string;
  text: string;
  isOwn: boolean;
  /** In seconds since 1970. */
  time: number;
  state: MessageState;
}

/** How many messages of a conversation are shown. */
const SHOWN = 200;

/** Opens the engine, or joins it if another window or the page before a reload has; who is logged in, '' for nobody. */
export async function open(): Promise<string> {
  throwIfFailed({ code: await tim.TIMInit() });
  return throwIfFailed(await tim.TIMGetLoginUserID()).json_param ?? '';
}

/** The engine's version. */
export function engineVersion(): Promise<string> {
  return tim.TIMGetSDKVersion();
}

/** Logs in; without an account, the signature does not matter. */
export async function logIn(userID: string, userSig: string): Promise<void> {
  throwIfFailed(await tim.TIMLogin({ userID, userSig }));
}

export async function logOut(): Promise<void> {
  throwIfFailed(await tim.TIMLogout());
}

/** The last messages with a partner, oldest first. All of them are on disk. */
export async function readMessages(partner: string, count = SHOWN): Promise<Message[]> {
  // What another window has saved a moment ago may be acknowledged only.
  await tim.flush();
  const { json_param: messages = [] } = throwIfFailed(
    await tim.TIMMsgGetMsgList({
      conv_id: partner,
      conv_type: TIMConvType.kTIMConv_C2C,
      params: { msg_getmsglist_param_count: count },
    }),
  );
  return messages.map((message) => toMessage(message, 'committed')).reverse();
}

/**
 * Saves a text message; resolves when it is on disk.
 *
 * TIMMsgSaveMsg does that by itself. This app asks it for less, in order to show both steps.
 */
export async function saveText(
  partner: string,
  text: string,
  sender: 'me' | 'partner',
  onState: (message: Message) => void,
): Promise<void> {
  onState({ text, isOwn: sender === 'me', time: Date.now() / 1000, state: 'saving' });
  const { json_param: stored = {} } = throwIfFailed(
    await tim.TIMMsgSaveMsg(
      {
        conv_id: partner,
        conv_type: TIMConvType.kTIMConv_C2C,
        params: {
          message_elem_array: [{ elem_type: TIMElemType.kTIMElem_Text, text_elem_content: text }],
          message_sender: sender === 'me' ? '' : partner,
        },
      },
      { durability: 'ack' },
    ),
  );
  onState(toMessage(stored, 'acknowledged'));
  await tim.flush();
  onState(toMessage(stored, 'committed'));
}

function toMessage(message: Json_value_msg, state: MessageState): Message {
  const texts = (message.message_elem_array ?? []).map((element) => element.text_elem_content ?? '');
  return {
    id: message.message_msg_id,
    text: texts.join('\n'),
    isOwn: message.message_is_from_self ?? false,
    time: message.message_client_time ?? 0,
    state,
  };
}
