import { ImSdkError } from '../../lib/errors.js';
import { elementFields, keptElementTypes } from '../../lib/types/elements.js';
import type { Field, FieldTable } from '../../lib/types/fields.js';
import { messageFields } from '../../lib/types/message.js';
import { validateSave, type CheckedCall } from '../../lib/message-store/validation.js';

/** A parameter of TIMMsgSaveMsg with whatever in it. */
export type AnyParams = Partial<Record<'conv_id' | 'conv_type' | 'params' | 'user_data', unknown>>;

/** Validates as the user alice, in the conversation with bob unless told otherwise. */
export function validate(
  message: unknown,
  params: AnyParams = {},
  userId: string | undefined = 'alice',
): CheckedCall {
  const whole = { conv_id: 'bob', conv_type: 1, params: message, ...params };
  return validateSave(whole as Parameters<typeof validateSave>[0], { userId });
}

/** The error of a validation that refuses; fails the test when it does not. */
export function refusal(run: () => unknown): ImSdkError {
  try {
    run();
  } catch (error) {
    if (error instanceof ImSdkError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** A message with one element. */
export function withElement(element: unknown): object {
  return { message_elem_array: [element] };
}

/** The sample of the documented page. */
export function documentedMessage(): Record<string, unknown> {
  return {
    message_elem_array: [{ elem_type: 1, text_elem_content: '' }],
    message_conv_id: '',
    message_conv_type: 0,
    message_sender: '',
    message_priority: 0,
    message_client_time: 0,
    message_server_time: 0,
    message_is_from_self: false,
    message_platform: 0,
    message_is_read: false,
    message_is_online_msg: false,
    message_status: 0,
    message_custom_int: 0,
    message_custom_str: '',
    message_is_excluded_from_unread_count: false,
    message_group_at_user_array: [''],
    message_is_forward_message: false,
    message_sender_profile: {
      user_profile_add_permission: 0,
      user_profile_birthday: 0,
      user_profile_custom_string_array: [
        { user_profile_custom_string_info_key: '', user_profile_custom_string_info_value: 'string;' },
      ],
      user_profile_face_url: '',
      user_profile_gender: 0,
      user_profile_identifier: '',
      user_profile_language: 0,
      user_profile_level: 0,
      user_profile_location: '',
      user_profile_nick_name: '',
      user_profile_role: 0,
      user_profile_self_signature: '',
    },
    message_sender_group_member_info: {
      group_member_info_identifier: '',
      group_member_info_join_time: 0,
      group_member_info_member_role: 0,
      group_member_info_msg_flag: 0,
      group_member_info_msg_seq: 0,
      group_member_info_shutup_time: 0,
      group_member_info_name_card: '',
      group_member_info_custom_info: [
        { group_member_info_custom_string_info_key: '', group_member_info_custom_string_info_value: '' },
      ],
    },
    message_offline_push_config: {},
  };
}

/** A field of a message, at whatever depth, and a message that holds nothing but a value for it. */
export interface FieldPlace {
  readonly path: string;
  readonly field: Field;
  readonly messageWith: (value: unknown) => object;
}

/** Every known field of a message, its elements, and all that is nested in them. */
export function everyField(): FieldPlace[] {
  const places = placesOf(messageFields, 'params', (fields) => fields);
  for (const type of keptElementTypes) {
    places.push(
      ...placesOf(elementFields[type], 'params.message_elem_array[0]', (fields) =>
        withElement({ elem_type: type, ...fields }),
      ),
    );
  }
  return places;
}

/** What has to stand beside a field for the engine's store to keep it (message-store/validation-group-tips.ts). */
const companions: Readonly<Record<string, object>> = {
  group_tips_group_change_info_value: { group_tips_group_change_info_flag: 1 },
  group_tips_group_change_info_key: { group_tips_group_change_info_flag: 6 },
  group_tips_group_change_info_bool_value: { group_tips_group_change_info_flag: 8 },
  group_tips_group_change_info_int_value: { group_tips_group_change_info_flag: 11 },
  user_profile_nick_name: { user_profile_identifier: 'bob' },
  user_profile_face_url: { user_profile_identifier: 'bob' },
};

function placesOf(table: FieldTable, path: string, wrap: (fields: object) => object): FieldPlace[] {
  return Object.entries(table).flatMap(([name, field]) =>
    placesIn(field, `${path}.${name}`, (value) =>
      wrap({ ...neededFields(table), ...companions[name], [name]: value }),
    ),
  );
}

/** The fields without which the rest of an object is refused. */
function neededFields(table: FieldTable): object {
  const needed = Object.entries(table).filter(([, field]) => field.needed);
  return Object.fromEntries(needed.map(([name, field]) => [name, goodValue(field)]));
}

function placesIn(field: Field, path: string, messageWith: (value: unknown) => object): FieldPlace[] {
  const here = { path, field, messageWith };
  if (field.kind === 'object') return [here, ...placesOf(field.fields, path, messageWith)];
  if (field.kind === 'array') {
    return [here, ...placesIn(field.item, `${path}[0]`, (value) => messageWith([value]))];
  }
  return [here];
}

/** A value that a field may have. */
export function goodValue(field: Field): unknown {
  switch (field.kind) {
    case 'string':
      return 'bob';
    case 'hex':
      return '00ff';
    case 'boolean':
      return true;
    case 'double':
      return 12.5;
    case 'integer':
      return field.values?.at(-1) ?? field.max;
    case 'long':
      return field.max;
    case 'object':
      return neededFields(field.fields);
    case 'array':
    case 'elements':
    case 'unsaved-array':
      return [];
    case 'message':
      return {};
    case 'ignored':
      return { any: 'thing' };
  }
}
