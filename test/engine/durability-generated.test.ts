/**
 * Generated messages, saved and read back, are equal in every field that the engine keeps. The generators are made
 * from the field tables, so a field that is added there is generated here.
 *
 * The seed is fixed; another one: NODE_IMSDK_SEED=<seed> node scripts/test.mjs engine -- durability-generated
 */
import fc from 'fast-check';
import { TIMConvType, TIMElemType, type Json_value_msg } from 'node-imsdk';
import { elementFields, keptElementTypes } from '../../lib/types/elements.js';
import type { Field, FieldTable } from '../../lib/types/fields.js';
import { messageFields } from '../../lib/types/message.js';
import { logInClient, stored } from './client.js';

const MESSAGES = 10_000;
const BATCH = 500;
const seed = Number(process.env['NODE_IMSDK_SEED'] ?? 20_240_601);

/** Every code point but the surrogates, which a save makes into U+FFFD. */
const anyText = fc.string({ unit: 'binary', maxLength: 12 });

/** An id: the engine cuts at a NUL, and `''` is nobody. */
const anyId = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((id) => !id.includes('\0'));

function valueOf(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'string':
      return anyText;
    case 'hex':
      return fc
        .uint8Array({ minLength: 1, maxLength: 12 })
        .map((bytes) => Buffer.from(bytes).toString('hex'));
    case 'boolean':
      return fc.boolean();
    case 'double':
      // The engine keeps 16 significant digits, and nothing so small that validation refuses it.
      return fc
        .double({ min: -180, max: 180, noNaN: true })
        .map((value) => (Math.abs(value) < 1e-300 ? 0 : Number(value.toPrecision(15))));
    case 'integer':
      return field.values === undefined
        ? fc.integer({ min: field.min, max: field.max })
        : fc.constantFrom(...field.values);
    case 'long':
      return fc
        .bigInt({ min: field.min, max: field.max })
        .map((value) => (Number.isSafeInteger(Number(value)) ? Number(value) : value));
    case 'object':
      return fieldsOf(field.fields);
    case 'array':
      return fc.array(valueOf(field.item), { minLength: 1, maxLength: 3 });
    case 'elements':
      return anyElements;
    case 'unsaved-array':
    case 'message':
    case 'ignored':
      throw new Error('the engine does not keep these');
  }
}

/** The flags of changes of a group's data, in the order of the engine's store. */
const FLAGS = [1, 4, 2, 3, 5, 8, 9, 6, 11, 12];

function flagOf(change: { group_tips_group_change_info_flag: number }): number {
  return change.group_tips_group_change_info_flag;
}

/** What the engine keeps of these depends on other fields, in ways that the table does not say. */
const particular: Record<string, fc.Arbitrary<unknown>> = {
  // Empty ids are dropped.
  message_group_at_user_array: fc.array(anyId, { minLength: 1, maxLength: 3 }),
  // Kept in groups only, and there for the sender; see below.
  message_sender_group_member_info: fc.constant(undefined),
  // Dropped whole without an identifier.
  group_tips_elem_op_user_info: fc.record({
    user_profile_identifier: anyId,
    user_profile_nick_name: anyText,
    user_profile_face_url: anyText,
  }),
  // One of each flag, in the order that a read gives them; and which field holds the value depends on the flag.
  group_tips_elem_group_change_info_array: fc
    .uniqueArray(
      fc.oneof(
        fc.record({
          group_tips_group_change_info_flag: fc.constantFrom(1, 2, 3, 4, 5, 9),
          group_tips_group_change_info_value: anyText,
        }),
        fc.record({
          group_tips_group_change_info_flag: fc.constant(6),
          group_tips_group_change_info_key: anyText,
          group_tips_group_change_info_value: anyText,
        }),
        fc.record({
          group_tips_group_change_info_flag: fc.constant(8),
          group_tips_group_change_info_bool_value: fc.boolean(),
        }),
        fc.record({
          group_tips_group_change_info_flag: fc.constantFrom(11, 12),
          group_tips_group_change_info_int_value: fc.integer({ min: 0, max: 2 }),
        }),
      ),
      { selector: flagOf, minLength: 1, maxLength: 5 },
    )
    .map((changes) => changes.sort((a, b) => FLAGS.indexOf(flagOf(a)) - FLAGS.indexOf(flagOf(b)))),
};

const FOREIGN = 'foreign';

/** Now and then fields that the engine does not know, with whatever it can read. */
const foreignFields = fc.oneof(
  { weight: 7, arbitrary: fc.constant({}) },
  fc.dictionary(
    anyText.map((name) => FOREIGN + name),
    fc
      .oneof(fc.jsonValue({ maxDepth: 3 }), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n }))
      .filter((value) => typeof value !== 'number' || canBeRead(value)),
    { maxKeys: 3 },
  ),
);

/** Others are refused: the engine would lose what they stand in (silent-losses.test.ts). */
function canBeRead(value: number): boolean {
  const size = Math.abs(value);
  return size === 0 || (size > 1e-300 && !(Number.isInteger(size) && size >= 2 ** 63 && size < 1e21));
}

/** Some of the fields that the engine keeps, with all that are needed. */
function fieldsOf(table: FieldTable): fc.Arbitrary<object> {
  const kept = Object.entries(table).filter(([, field]) => field.kept !== false);
  const requiredKeys = kept.filter(([, field]) => field.required).map(([name]) => name);
  const values = Object.fromEntries(kept.map(([name, field]) => [name, particular[name] ?? valueOf(field)]));
  return fc
    .tuple(fc.record(values, { requiredKeys }), foreignFields)
    .map(([fields, foreign]) => ({ ...fields, ...foreign }));
}

/** The engine's store moves sounds and files to the front, each before the one before it. */
const MOVED: readonly number[] = [TIMElemType.kTIMElem_Sound, TIMElemType.kTIMElem_File];

/** At most so many elements whose type is moved, or is not. */
function elementsThat(isMoved: boolean, maxLength: number): fc.Arbitrary<object[]> {
  const types = keptElementTypes.filter((type) => MOVED.includes(type) === isMoved);
  const element = fc
    .constantFrom(...types)
    .chain((type) => fieldsOf(elementFields[type]).map((fields) => ({ elem_type: type, ...fields })));
  return fc.array(element, { maxLength });
}

const anyElements = fc
  .tuple(elementsThat(true, 1), elementsThat(false, 4))
  .map(([moved, others]) => [...moved, ...others]);

function messagesTo(conv_type: TIMConvType, conv_id: string): Json_value_msg[] {
  const isGroup = conv_type === TIMConvType.kTIMConv_Group;
  // The store keeps the sender's profile and group data only where there is a sender.
  const sender = isGroup ? anyId : fc.constant(conv_id);
  const member = fc.record({ group_member_info_name_card: anyText });
  const message = fc
    .tuple(fieldsOf(messageFields), sender, member)
    .map(([fields, message_sender, info]): Json_value_msg => ({
      ...fields,
      message_sender,
      ...(isGroup ? { message_sender_group_member_info: info } : {}),
    }));
  return fc.sample(message, { numRuns: MESSAGES / 2, seed });
}

/** Where a value that was saved differs from the one that was read. */
function differences(saved: unknown, read: unknown, path: string): string[] {
  if (Array.isArray(saved) && Array.isArray(read) && saved.length === read.length) {
    return saved.flatMap((item, i) => differences(item, read[i], `${path}[${i}]`));
  }
  if (isRecord(saved) && isRecord(read)) {
    const names = Object.keys(saved).filter((name) => !name.startsWith(FOREIGN));
    return names.flatMap((name) => differences(saved[name], read[name], `${path}.${name}`));
  }
  // Some fields are left out of what is read where they are empty.
  const isEmpty = saved === undefined || saved === '';
  return Object.is(saved, read) || (isEmpty && read === undefined) ? [] : [path];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

test.each([
  ['a one-to-one conversation', TIMConvType.kTIMConv_C2C, 'peer'],
  ['a group', TIMConvType.kTIMConv_Group, '@TGS#group'],
])(
  `${MESSAGES / 2} generated messages in %s are read back as they were saved`,
  async (_where, conv_type, conv_id) => {
    const tim = await logInClient();
    const conversation = { conv_id, conv_type };
    const messages = messagesTo(conv_type, conv_id);
    const different: string[] = [];
    for (let start = 0; start < messages.length; start += BATCH) {
      const batch = messages.slice(start, start + BATCH);
      const saved = await Promise.all(
        batch.map(async (params) => stored(await tim.TIMMsgSaveMsg({ ...conversation, params }))),
      );
      const json_message_id_array = saved.map(({ message_msg_id: id = '' }) => id);
      const found = stored(await tim.TIMMsgFindMessages({ json_message_id_array }));
      const read = new Map(found.map((message) => [message.message_msg_id, message]));
      expect(read.size).toBe(batch.length);
      batch.forEach((message, i) => {
        different.push(...differences(message, read.get(json_message_id_array[i]), `messages[${start + i}]`));
      });
    }
    expect({ seed, different: different.slice(0, 20) }).toEqual({ seed, different: [] });
  },
  120_000,
);
