/**
 * What must compile and what must not. Compiled with the rest of the sources, and by assignability.test.ts; it never
 * runs.
 */
import {
  TIMConvType,
  TIMElemType,
  TIMErrCode,
  TIMGroupTipType,
  TIMMsgStatus,
  TIMResult,
  type callExperimentalAPIJsonParam,
  type commonResult,
  type GroupMemberInfo,
  type Json_get_msg_param,
  type Json_value_msg,
  type LooseElem,
  type MessageExtension,
  type MsgDeleteParams,
  type MsgFindMessagesParams,
  type MsgImportMsgListParams,
  type MsgSaveMsgParams,
  type OfflinePushConfig,
  type ResultElem,
  type ResultMessage,
  type StrictElem,
  type StrictMessage,
  type TextElem,
  type userProfile,
  type userProfileCustom,
} from '../../lib/types/index.js';

import type { Tim } from '../../lib/tim.js';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type HasNoAny<T> = Equal<{ [Name in keyof T]-?: 0 extends 1 & T[Name] ? Name : never }[keyof T], never>;
declare function assertType<_Holds extends true>(): void;
declare function use(...values: unknown[]): void;
declare function accept<T>(value: T): void;

declare const number: number;
declare const bigint: bigint;

export function looseInput(): void {
  const elements: LooseElem[] = [
    { elem_type: 1, text_elem_content: '' },
    { elem_type: number },
    { elem_type: TIMElemType.kTIMElem_Custom, custom_elem_data: 'x', face_elem_index: 1 },
    {},
  ];
  const message: Json_value_msg = {
    message_elem_array: elements,
    message_conv_type: number,
    message_status: 0,
    message_platform: 0,
    message_group_at_user_array: [''],
    message_sender_profile: {},
    message_offline_push_config: {},
    message_unique_id: bigint,
    message_seq: number,
  };
  const save: MsgSaveMsgParams = { conv_id: '', conv_type: number, params: message };
  const list: MsgImportMsgListParams = {
    conv_id: '',
    conv_type: TIMConvType.kTIMConv_C2C,
    params: [message, {}],
  };
  const find: MsgFindMessagesParams = { json_message_id_array: ['id'] };
  const get: Json_get_msg_param = { msg_getmsglist_param_last_msg: message, msg_getmsglist_param_count: 1 };
  const remove: MsgDeleteParams = { conv_id: '', conv_type: 1, params: { msg_delete_param_msg: message } };
  use(save, list, find, get, remove);

  // @ts-expect-error a string is no number
  accept<LooseElem>({ elem_type: '0' });
  // @ts-expect-error null is what the engine defaults
  accept<Json_value_msg>({ message_custom_str: null });
  // @ts-expect-error a misspelt name
  accept<Json_value_msg>({ message_custom_strr: '' });
  // @ts-expect-error one level down
  accept<Json_value_msg>({ message_sender_profile: { user_profile_nick_name: 1 } });
  // @ts-expect-error a bigint where 32 bits are enough
  accept<Json_value_msg>({ message_custom_int: 1n });
  // @ts-expect-error two levels down
  accept<userProfile>({ user_profile_custom_string_array: [{ user_profile_custom_string_info_key: 1 }] });
}

export function strictInput(): void {
  const text: StrictElem = { elem_type: TIMElemType.kTIMElem_Text, text_elem_content: '' };
  const message: StrictMessage = {
    message_elem_array: [
      text,
      { elem_type: TIMElemType.kTIMElem_Face, face_elem_index: 1, face_elem_buf: '' },
    ],
    message_custom_int: 1,
    message_sender_profile: { user_profile_nick_name: '' },
  };
  const loose: Json_value_msg = message;
  use(loose);

  // @ts-expect-error a text needs its content
  accept<StrictElem>({ elem_type: TIMElemType.kTIMElem_Text });
  // @ts-expect-error a field of another kind of element
  accept<StrictElem>({ elem_type: TIMElemType.kTIMElem_Face, face_elem_index: 1, text_elem_content: '' });
  // @ts-expect-error a kind that the store does not keep
  accept<StrictElem>({ elem_type: TIMElemType.kTIMElem_GroupReport, group_report_elem_report_type: 1 });
  accept<StrictElem>({
    elem_type: TIMElemType.kTIMElem_Merge,
    merge_elem_title: '',
    merge_elem_compatible_text: '',
    // @ts-expect-error the store does not keep the messages
    merge_elem_message_array: [],
  });
  // @ts-expect-error a message needs its elements
  accept<StrictMessage>({ message_custom_int: 1 });
  // @ts-expect-error set by the engine
  accept<StrictMessage>({ message_elem_array: [], message_status: TIMMsgStatus.kTIMMsg_Sending });
  // @ts-expect-error none of the enum
  accept<StrictElem>({ elem_type: TIMElemType.kTIMElem_GroupTips, group_tips_elem_tip_type: 99 });
  accept<StrictElem>({
    elem_type: TIMElemType.kTIMElem_GroupTips,
    group_tips_elem_tip_type: TIMGroupTipType.kTIMGroupTip_Quit,
  });
}

export function results(message: ResultMessage): void {
  const loose: Json_value_msg = message;
  const id: string = message.message_msg_id;
  const unique: number | bigint = message.message_unique_id;
  const time: number = message.message_client_time;
  use(loose, id, unique, time);
  for (const element of message.message_elem_array) {
    switch (element.elem_type) {
      case TIMElemType.kTIMElem_Text:
        use(element.text_elem_content.length);
        break;
      case TIMElemType.kTIMElem_Location:
        use(element.location_elem_latitude.toFixed());
        // @ts-expect-error a field of another kind of element
        use(element.text_elem_content);
        break;
      case TIMElemType.kTIMElem_File:
        // @ts-expect-error absent where there is none
        use(element.file_elem_url.length);
        break;
      default:
        use(element satisfies ResultElem);
    }
  }
  // @ts-expect-error absent in a one-to-one message
  use(message.message_sender_group_member_info.group_member_info_name_card);
}

export function codes({ code, json_param: json }: commonResult<string>): void {
  if (code === 0) use(json);
  if (code === TIMErrCode.ERR_SUCC || code === TIMResult.TIM_SUCC) use(json);
  if (code === TIMErrCode.ERR_SDK_NOT_LOGGED_IN || code === TIMResult.TIM_ERR_PARAM || code === -3) use(json);
  const known: TIMErrCode = TIMErrCode.ERR_SDK_NOT_LOGGED_IN;
  const name: string = TIMErrCode[known];
  const stored: commonResult<string> = { code: number };
  use(name, stored);
}

export function names(): void {
  assertType<HasNoAny<Json_value_msg>>();
  assertType<HasNoAny<LooseElem>>();
  assertType<HasNoAny<userProfile>>();
  assertType<HasNoAny<GroupMemberInfo>>();
  assertType<HasNoAny<OfflinePushConfig>>();
  assertType<HasNoAny<StrictMessage>>();
  assertType<HasNoAny<ResultMessage>>();
  assertType<Equal<TextElem['text_elem_content'], string | undefined>>();
  assertType<Equal<Json_value_msg['message_version'], number | bigint | undefined>>();
  assertType<Equal<LooseElem['merge_elem_message_array'], Json_value_msg[] | undefined>>();
  assertType<Equal<userProfile['user_profile_custom_string_array'], userProfileCustom[] | undefined>>();
}

/** Each call with the shapes that the documented API has for it is in test/engine/api-calls.ts. */
export async function calls(tim: Tim, message: Json_value_msg): Promise<void> {
  const bob = { convId: 'bob', convType: TIMConvType.kTIMConv_C2C };
  const conversation = { conv_id: 'bob', conv_type: 1 };

  const sent = await tim.TIMMsgSendMessage(
    { ...conversation, params: message },
    { onMessageId: (id: string) => use(id) },
  );
  accept<string>(sent.message_id);
  accept<Json_value_msg | undefined>(sent.json_param);
  accept<string>(
    await tim.TIMMsgSendMessageV2({ ...conversation, params: message, callback: ({ code }) => use(code) }),
  );
  const readers = await tim.TIMMsgGetGroupMessageReadMemberList({
    json_msg: '',
    filter: 0,
    next_seq: '0',
    count: 1,
  });
  accept<GroupMemberInfo[] | undefined>(readers.json_param?.json_param);
  accept<number | bigint | undefined>(readers.json_params?.next_seq);
  accept<number>(await tim.TIMConvCancelDraft(bob));
  const list = await tim.TIMConvGetConvList({ userData: 'mine' });
  accept<string[] | undefined>(list.json_param?.map(({ conv_show_name }) => conv_show_name));
  accept<TIMConvType | undefined>(list.json_params?.[0]?.conv_type);
  const page = await tim.TIMConvGetConversationListByFilter({
    params: { conversation_list_filter_conv_type: 1 },
  });
  accept<boolean | undefined>(page.json_param?.conversation_list_result_is_finished);
  await tim.TIMMsgDownloadElemToPath(
    { params: { msg_download_elem_param_id: '', msg_download_elem_param_url: '' }, path: '' },
    { onProgress: ({ msg_download_elem_result_current_size: size }) => accept<number>(size) },
  );
  const profiles = await tim.TIMProfileGetUserProfileList({
    json_get_user_profile_list_param: { friendship_getprofilelist_param_identifier_array: ['bob'] },
  });
  accept<userProfile[] | undefined>(profiles.json_param);

  // @ts-expect-error without the conversation
  await tim.TIMMsgSendMessage({ params: message });
  // @ts-expect-error in snake case, where the documented API has camel case
  await tim.TIMConvCancelDraft({ conv_id: 'bob', conv_type: 1 });
  // @ts-expect-error without the draft
  await tim.TIMConvSetDraft(bob);
  // @ts-expect-error the ids are an array
  await tim.TIMConvSetConversationCustomData({ conversation_id_array: 'c2c_bob', custom_data: '' });
  // @ts-expect-error true or false
  await tim.TIMConvPinConversation({ ...bob, isPinned: 1 });
  // @ts-expect-error not a number
  await tim.TIMMsgSetC2CReceiveMessageOpt({ params: ['bob'], opt: 'all' });
  // @ts-expect-error without the key
  accept<MessageExtension>({ message_extension_value: '' });
  // @ts-expect-error no fields of a message
  await tim.TIMMsgModifyMessage({ params: { message_custom_str: 5 } });
  // @ts-expect-error without a URL
  await tim.TIMMsgDownloadElemToPath({ params: { msg_download_elem_param_id: '' }, path: '' });
  // @ts-expect-error an operation's parameter of the wrong type
  accept<callExperimentalAPIJsonParam>({ request_internal_operation: '', request_set_env_param: 'yes' });
  // @ts-expect-error not true or false
  await tim.TIMSetConfig({ json_config: { set_config_is_log_output_console: 'no' } });
  // @ts-expect-error not an AbortSignal
  await tim.TIMConvGetConvList({}, { signal: 'abort' });
  // @ts-expect-error the result is no string
  accept<string | undefined>((await tim.TIMConvGetConvList()).json_param);
  // @ts-expect-error not milliseconds
  await tim.flush({ timeout: '1 s' });
}
