/** What a save refuses beyond what the headers say, and why: the engine acknowledges it and loses a part of the message. */
import type { Json_value_msg, LooseElem } from 'node-imsdk';
import { sharedBridge } from '../../lib/native/bridge.js';
import { parseExact } from '../../lib/json/parse.js';
import { stringifyExact } from '../../lib/json/stringify.js';
import { ALICE, BOB, logInClient, readBack, text, toBob } from './client.js';

/** A message, and where in it the engine's loss is. */
interface Loss {
  readonly message: Json_value_msg;
  readonly field: string;
  /** What the message had, as it is read back. */
  readonly left: (message: Json_value_msg) => unknown;
  readonly expected: unknown;
}

const element = 'params.message_elem_array[0]';
const tips = (fields: LooseElem): Json_value_msg => ({ message_elem_array: [{ elem_type: 5, ...fields }] });
const firstElement = ({ message_elem_array: [first] = [] }: Json_value_msg): LooseElem | undefined => first;
const foreign = (value: unknown, name = 'mine'): object => ({ [name]: value });

/** An element that is gone because of a field that the engine does not know. */
function goneElement(fields: object, name = '.mine'): Loss {
  return {
    message: { message_elem_array: [{ elem_type: 0, text_elem_content: 'x', ...fields }] },
    field: `${element}${name}`,
    left: firstElement,
    expected: undefined,
  };
}

const change = (group_tips_group_change_info_flag: number, value: string): object => ({
  group_tips_group_change_info_flag,
  group_tips_group_change_info_value: value,
});

const losses: Record<string, Loss> = {
  'an element with a number of 2^64': goneElement(foreign(2 ** 64)),
  'an element with a bigint below -2^63': goneElement(foreign(-(2n ** 63n) - 1n)),
  'an element with a number too close to 0': goneElement(foreign(1e-310)),
  'an element with a field without a name': goneElement(foreign(1, ''), '[""]'),
  'a place whose longitude has 21 digits': {
    message: { message_elem_array: [{ elem_type: 7, location_elem_longitude: 1e20 }] },
    field: `${element}.location_elem_longitude`,
    left: firstElement,
    expected: undefined,
  },
  "the sender's profile with a number of 2^64": {
    message: text('x', {
      message_sender: BOB,
      message_sender_profile: { user_profile_nick_name: 'Bob', ...foreign(2 ** 64) },
    }),
    field: 'params.message_sender_profile.mine',
    left: ({ message_sender_profile: profile }) => profile?.user_profile_nick_name,
    expected: '',
  },
  'a push configuration with a field without a name': {
    message: text('x', { message_offline_push_config: { offline_push_config_desc: 'd', ...foreign(1, '') } }),
    field: 'params.message_offline_push_config[""]',
    left: ({ message_offline_push_config: push }) => push,
    expected: undefined,
  },
  'the nickname of an operator without an id': {
    message: tips({ group_tips_elem_op_user_info: { user_profile_nick_name: 'Bob' } }),
    field: `${element}.group_tips_elem_op_user_info.user_profile_identifier`,
    left: (message) => firstElement(message)?.group_tips_elem_op_user_info?.user_profile_nick_name,
    expected: '',
  },
  'a second change of the same kind': {
    message: tips({ group_tips_elem_group_change_info_array: [change(1, 'a'), change(1, 'b')] }),
    field: `${element}.group_tips_elem_group_change_info_array[1].group_tips_group_change_info_flag`,
    left: (message) => firstElement(message)?.group_tips_elem_group_change_info_array,
    expected: [change(1, 'a')],
  },
  'a text where the change is a number': {
    message: tips({ group_tips_elem_group_change_info_array: [change(11, 'a')] }),
    field: `${element}.group_tips_elem_group_change_info_array[0].group_tips_group_change_info_value`,
    left: (message) => firstElement(message)?.group_tips_elem_group_change_info_array,
    expected: [{ group_tips_group_change_info_flag: 11, group_tips_group_change_info_int_value: 0 }],
  },
  'a number of no way to join a group': {
    message: tips({
      group_tips_elem_group_change_info_array: [
        { group_tips_group_change_info_flag: 11, group_tips_group_change_info_int_value: 3 },
      ],
    }),
    field: `${element}.group_tips_elem_group_change_info_array[0].group_tips_group_change_info_int_value`,
    left: (message) => firstElement(message)?.group_tips_elem_group_change_info_array,
    expected: [{ group_tips_group_change_info_flag: 11, group_tips_group_change_info_int_value: 0 }],
  },
  'a custom field that stands twice': {
    message: tips({
      group_tips_elem_changed_user_info_array: [
        {
          user_profile_custom_string_array: ['a', 'b'].map((value) => ({
            user_profile_custom_string_info_key: 'k',
            user_profile_custom_string_info_value: value,
          })),
        },
      ],
    }),
    field: `${element}.group_tips_elem_changed_user_info_array[0].user_profile_custom_string_array[1].user_profile_custom_string_info_key`,
    left: (message) =>
      firstElement(message)?.group_tips_elem_changed_user_info_array?.[0]?.user_profile_custom_string_array,
    expected: [{ user_profile_custom_string_info_key: 'k', user_profile_custom_string_info_value: 'b' }],
  },
};

test.each(Object.entries(losses))('%s is lost by the engine, and refused', async (_what, loss) => {
  const tim = await logInClient();
  const reply = await sharedBridge().call('TIMMsgSaveMsg', [BOB, 1, stringifyExact(loss.message)]);
  expect(reply.code).toBe(0);
  const acknowledged = parseExact(reply.json, reply.exactIntegers) as Json_value_msg;
  expect(loss.left(await readBack(tim, acknowledged))).toEqual(loss.expected);
  await expect(tim.TIMMsgSaveMsg(toBob(loss.message))).rejects.toMatchObject({
    code: 'ERR_IMSDK_INVALID_ARGUMENT',
    field: loss.field,
  });
});

test('what a message hands out for JSON is what is saved, whoever it says it is from', async () => {
  const tim = await logInClient();
  const inner = text('by toJSON', { message_sender: ALICE, message_is_from_self: false });
  const messages: object[] = [
    { toJSON: () => inner },
    { ...inner, toJSON: () => inner },
    // Its toJSON would put back what the save has to replace.
    { toJSON: () => Object.assign(inner, { toJSON: () => inner }) },
  ];
  for (const message of messages) {
    const { code, json_param } = await tim.TIMMsgSaveMsg(toBob<Json_value_msg>(message));
    expect(code).toBe(0);
    expect(await readBack(tim, json_param as Json_value_msg)).toMatchObject({
      message_conv_id: BOB,
      message_is_from_self: true,
      message_elem_array: [{ text_elem_content: 'by toJSON' }],
    });
  }
  expect(await tim.TIMMsgImportMsgList(toBob<Json_value_msg[]>(messages))).toMatchObject({ code: 0 });
});
