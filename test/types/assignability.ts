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
  type commonResult,
  type GroupMemberInfo,
  type Json_get_msg_param,
  type Json_value_msg,
  type LooseElem,
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
