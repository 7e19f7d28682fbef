/**
 * How many bytes the engine's store needs for a message.
 *
 * The store (8.0.5906) keeps the content of a message as one protocol buffer, and loses it, with the save acknowledged,
 * when that is longer than 300 KiB. The layout here was found by taking rows of the store apart. It never counts too
 * little. It counts up to 6 bytes too many for a file, sound or video without its URLs, the sender's nickname and picture
 * in a message of the user (where they are not kept), and three times what a group tips element takes at least.
 */
import { ImSdkError } from '../errors.js';
import { valueForJson } from '../json/json-view.js';
import { TIMElemType } from '../types/enums.js';
import { formatPath, type Path } from './validation-refusal.js';
import type { JsonWalk } from './validation-walk.js';

/** The largest content that the store keeps, in bytes. */
export const STORED_LIMIT = 300 * 1024;

/** The parts of an object of JSON that are stored, by name, and what is stored beside them. */
interface Layout {
  readonly strings?: readonly string[];
  readonly integers?: readonly string[];
  readonly booleans?: readonly string[];
  readonly doubles?: readonly string[];
  /** Strings of hexadecimal digits, stored as the bytes that they stand for. */
  readonly hex?: readonly string[];
  readonly stringArrays?: readonly string[];
  readonly objects?: Readonly<Record<string, Layout>>;
  readonly objectArrays?: Readonly<Record<string, Layout>>;
  /** Bytes of what has no name in JSON, and of field numbers above 15, which take a byte more. */
  readonly extra: number;
}

const profile: Layout = {
  strings: ['user_profile_identifier', 'user_profile_nick_name', 'user_profile_face_url'],
  integers: ['user_profile_level', 'user_profile_role'],
  extra: 0,
};

const profileWithCustomFields: Layout = {
  ...profile,
  objectArrays: {
    user_profile_custom_string_array: {
      strings: ['user_profile_custom_string_info_key', 'user_profile_custom_string_info_value'],
      extra: 0,
    },
  },
};

const member: Layout = {
  strings: ['group_member_info_identifier', 'group_member_info_name_card'],
  integers: ['group_member_info_member_role', 'group_member_info_msg_flag'],
  extra: 0,
};

const memberWithCustomFields: Layout = {
  ...member,
  objectArrays: {
    group_member_info_custom_info: {
      strings: ['group_member_info_custom_string_info_key', 'group_member_info_custom_string_info_value'],
      extra: 0,
    },
  },
};

/** The message without its elements. */
const message: Layout = {
  strings: ['message_custom_str', 'message_cloud_custom_str'],
  integers: ['message_custom_int', 'message_version', 'message_risk_type_identified'],
  objects: { message_sender_profile: profile, message_sender_group_member_info: member },
  extra: 9,
};

const pushConfig: Layout = { strings: ['offline_push_config_desc', 'offline_push_config_ext'], extra: 2 };

interface ElementLayout extends Layout {
  /** Bytes of the number that tells the type of the element. */
  readonly numberBytes: 1 | 2;
  /** How often the engine writes the same string, at most. */
  readonly copies?: number;
}

const elements: Readonly<Partial<Record<TIMElemType, ElementLayout>>> = {
  [TIMElemType.kTIMElem_Text]: { strings: ['text_elem_content'], extra: 0, numberBytes: 1 },
  [TIMElemType.kTIMElem_Image]: {
    strings: [
      'image_elem_orig_id',
      'image_elem_orig_path',
      'image_elem_orig_url',
      'image_elem_thumb_url',
      'image_elem_large_url',
    ],
    integers: [
      'image_elem_level',
      'image_elem_format',
      'image_elem_orig_pic_height',
      'image_elem_orig_pic_width',
      'image_elem_orig_pic_size',
      'image_elem_thumb_pic_height',
      'image_elem_thumb_pic_width',
      'image_elem_thumb_pic_size',
      'image_elem_large_pic_height',
      'image_elem_large_pic_width',
      'image_elem_large_pic_size',
    ],
    extra: 5,
    numberBytes: 1,
  },
  [TIMElemType.kTIMElem_Sound]: {
    strings: ['sound_elem_file_path', 'sound_elem_file_id', 'sound_elem_url'],
    integers: ['sound_elem_file_size', 'sound_elem_file_time', 'sound_elem_business_id'],
    extra: 2,
    numberBytes: 1,
  },
  [TIMElemType.kTIMElem_Custom]: {
    strings: ['custom_elem_data', 'custom_elem_desc', 'custom_elem_ext', 'custom_elem_sound'],
    extra: 0,
    numberBytes: 1,
  },
  [TIMElemType.kTIMElem_File]: {
    strings: ['file_elem_file_path', 'file_elem_file_name', 'file_elem_file_id', 'file_elem_url'],
    integers: ['file_elem_file_size', 'file_elem_business_id'],
    extra: 0,
    numberBytes: 1,
  },
  [TIMElemType.kTIMElem_GroupTips]: {
    strings: ['group_tips_elem_op_user', 'group_tips_elem_group_id', 'group_tips_elem_platform'],
    integers: ['group_tips_elem_tip_type', 'group_tips_elem_join_type', 'group_tips_elem_member_num'],
    stringArrays: ['group_tips_elem_user_array'],
    objects: {
      group_tips_elem_op_user_info: profileWithCustomFields,
      group_tips_elem_op_group_memberinfo: memberWithCustomFields,
    },
    objectArrays: {
      group_tips_elem_group_change_info_array: {
        strings: ['group_tips_group_change_info_key', 'group_tips_group_change_info_value'],
        integers: ['group_tips_group_change_info_int_value'],
        // The change is wrapped once more, with up to 3 bytes of length.
        extra: 6,
      },
      group_tips_elem_member_change_info_array: {
        strings: ['group_tips_member_change_info_identifier'],
        integers: ['group_tips_member_change_info_shutupTime'],
        extra: 0,
      },
      group_tips_elem_changed_user_info_array: profileWithCustomFields,
      group_tips_elem_changed_group_memberinfo_array: memberWithCustomFields,
    },
    extra: 3,
    numberBytes: 1,
    // A member's id goes into the profile and into the list of users too, where those lack it.
    copies: 3,
  },
  [TIMElemType.kTIMElem_Face]: {
    strings: ['face_elem_buf'],
    integers: ['face_elem_index'],
    extra: 0,
    numberBytes: 1,
  },
  [TIMElemType.kTIMElem_Location]: {
    strings: ['location_elem_desc'],
    doubles: ['location_elem_longitude', 'location_elem_latitude'],
    extra: 0,
    numberBytes: 1,
  },
  [TIMElemType.kTIMElem_Video]: {
    strings: [
      'video_elem_video_type',
      'video_elem_video_id',
      'video_elem_video_path',
      'video_elem_video_url',
      'video_elem_image_type',
      'video_elem_image_id',
      'video_elem_image_path',
      'video_elem_image_url',
    ],
    integers: [
      'video_elem_video_size',
      'video_elem_video_duration',
      'video_elem_image_height',
      'video_elem_image_width',
      'video_elem_image_size',
      'video_elem_business_id',
    ],
    extra: 5,
    numberBytes: 2,
  },
  [TIMElemType.kTIMElem_Merge]: {
    strings: [
      'merge_elem_relay_pb_key',
      'merge_elem_relay_json_key',
      'merge_elem_title',
      'merge_elem_compatible_text',
    ],
    booleans: ['merge_elem_layer_over_limit'],
    hex: ['merge_elem_relay_buffer'],
    stringArrays: ['merge_elem_abstract_array'],
    extra: 2,
    numberBytes: 2,
  },
};

/** More than any object of a message needs beside its strings, and more than an item of an array does. */
const MOST_PER_CONTAINER = 300;
const MOST_PER_ITEM = 20;

/**
 * Refuses a message that the engine would acknowledge and lose for its size.
 *
 * @param message - A message that {@link JsonWalk} has passed, with what it counted.
 * @throws ImSdkError `ERR_IMSDK_MESSAGE_TOO_LARGE` with the bytes counted.
 */
export function assertStorable(message: object, walk: JsonWalk, path: Path): void {
  // A UTF-16 unit is at most three bytes of UTF-8. Most messages are far from the limit, and are not looked at again.
  const atMost = 3 * walk.characters + MOST_PER_CONTAINER * walk.containers + MOST_PER_ITEM * walk.items;
  if (atMost <= STORED_LIMIT) return;
  const bytes = storedBytes(message as Record<string, unknown>);
  if (bytes <= STORED_LIMIT) return;
  const field = formatPath(path);
  throw new ImSdkError(
    'ERR_IMSDK_MESSAGE_TOO_LARGE',
    `${field} takes ${bytes} bytes in the engine's store, which keeps ${STORED_LIMIT} (300 KiB): it would acknowledge the ` +
      'save and store the message without its elements. Split it, or keep the data elsewhere and save a reference.',
    { field },
  );
}

/** Bytes of the content that the store keeps of a message. */
export function storedBytes(record: Record<string, unknown>): number {
  let bytes = layoutBytes(message, record);
  const push = valueForJson(record, 'message_offline_push_config');
  if (push !== undefined) bytes += 1 + lengthPrefixed(layoutBytes(pushConfig, push));
  for (const user of items(record, 'message_group_at_user_array')) {
    if (user !== '') bytes += 1 + lengthPrefixed(5 + lengthPrefixed(Buffer.byteLength(user as string)));
  }
  for (const element of items(record, 'message_elem_array')) {
    const layout = elements[Number(valueForJson(element as object, 'elem_type')) as TIMElemType];
    if (layout === undefined) continue;
    const inner = layoutBytes(layout, element) * (layout.copies ?? 1);
    bytes += 1 + lengthPrefixed(layout.numberBytes + lengthPrefixed(inner));
  }
  return bytes;
}

/** A field is stored with its default where it is absent; an array is not. */
function layoutBytes(layout: Layout, value: unknown): number {
  const record = value as object;
  let bytes = layout.extra;
  for (const name of layout.strings ?? []) bytes += 1 + lengthPrefixed(textBytes(record, name));
  for (const name of layout.integers ?? []) bytes += 1 + varintBytes(valueForJson(record, name));
  bytes += 2 * (layout.booleans?.length ?? 0);
  bytes += 9 * (layout.doubles?.length ?? 0);
  for (const name of layout.hex ?? []) bytes += 1 + lengthPrefixed(textBytes(record, name) / 2);
  for (const name of layout.stringArrays ?? []) {
    for (const item of items(record, name)) bytes += 1 + lengthPrefixed(Buffer.byteLength(item as string));
  }
  for (const [name, inner] of Object.entries(layout.objects ?? {})) {
    bytes += 1 + lengthPrefixed(layoutBytes(inner, valueForJson(record, name) ?? {}));
  }
  for (const [name, inner] of Object.entries(layout.objectArrays ?? {})) {
    for (const item of items(record, name)) bytes += 1 + lengthPrefixed(layoutBytes(inner, item));
  }
  return bytes;
}

function textBytes(record: object, name: string): number {
  const value = valueForJson(record, name);
  return value === undefined ? 0 : Buffer.byteLength(value as string);
}

function items(record: object, name: string): unknown[] {
  const array = valueForJson(record, name) as unknown[] | undefined;
  return array === undefined ? [] : array.map((_, index) => valueForJson(array, index));
}

/** A length and what it is the length of. */
function lengthPrefixed(length: number): number {
  return varintBytes(length) + length;
}

/** A protocol buffer's integer: seven bits a byte; a negative one takes ten bytes. */
function varintBytes(value: unknown): number {
  if (value === undefined) return 1;
  let rest = BigInt.asUintN(64, BigInt(value as number | bigint));
  let bytes = 1;
  for (; rest > 0x7fn; rest >>= 7n) bytes++;
  return bytes;
}
