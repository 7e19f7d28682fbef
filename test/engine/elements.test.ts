/** Elements and messages with every field filled are read back as they were saved. */
import { TIMElemType, type Json_value_msg, type LooseElem } from 'node-imsdk';
import { elementFields, keptElementTypes } from '../../lib/types/elements.js';
import type { FieldTable } from '../../lib/types/fields.js';
import { messageFields } from '../../lib/types/message.js';
import { fullElements } from '../fixtures/full-elements.js';
import { fullMessage } from '../fixtures/full-message.js';
import { ALICE, BOB, logInClient, makeFolder, readBack, stored, toBob, toGroup } from './client.js';

/** What the table says that the store keeps. */
function keptFields(table: FieldTable): string[] {
  return Object.keys(table).filter((name) => table[name]?.kept !== false);
}

function nameOf(element: LooseElem): string {
  return TIMElemType[element.elem_type ?? -1] ?? 'unknown';
}

describe('the fixtures', () => {
  test('have one element of each type that the store keeps', () => {
    expect(fullElements.map(({ elem_type: type }) => type)).toEqual(keptElementTypes);
  });

  test.each(fullElements.map((element) => [nameOf(element), element] as const))(
    'fill every field of %s that the store keeps',
    (_name, element) => {
      const type = element.elem_type as keyof typeof elementFields;
      expect(Object.keys(element).sort()).toEqual(['elem_type', ...keptFields(elementFields[type])].sort());
    },
  );

  test('fill every field of a message that the store keeps', () => {
    expect(Object.keys(fullMessage).sort()).toEqual(keptFields(messageFields).sort());
  });
});

describe.each([
  ['one-to-one', toBob],
  ['group', toGroup],
] as const)('in a %s message', (_kind, to) => {
  test.each(fullElements.map((element) => [nameOf(element), element] as const))(
    '%s is acknowledged and read back with every field as it was',
    async (_name, element) => {
      const tim = await logInClient();
      const acknowledged = stored(await tim.TIMMsgSaveMsg(to({ message_elem_array: [element] })));
      const read = await readBack(tim, acknowledged);
      for (const message of [acknowledged, read]) {
        expect(message.message_elem_array).toHaveLength(1);
        // The engine adds the fields that were left out: at their defaults, a profile with the permission 1, and
        // a picture's other ids, which a read gives as that of the original.
        expect(message.message_elem_array).toMatchObject([element]);
      }
    },
  );

  test('elements of all types together are all there', async () => {
    const tim = await logInClient();
    const message = stored(await tim.TIMMsgSaveMsg(to({ message_elem_array: fullElements })));
    const { message_elem_array: read = [] } = await readBack(tim, message);
    // The store gives sounds, files and videos before the others.
    const byType = [...read].sort((a, b) => (a.elem_type ?? 0) - (b.elem_type ?? 0));
    expect(byType).toMatchObject(fullElements);
    expect(byType).toHaveLength(fullElements.length);
  });

  test('an element without any field but its type is read back with defaults', async () => {
    const tim = await logInClient();
    for (const elem_type of keptElementTypes) {
      const message = stored(await tim.TIMMsgSaveMsg(to({ message_elem_array: [{ elem_type }] })));
      const { message_elem_array: read = [] } = await readBack(tim, message);
      expect(read).toEqual([expect.objectContaining({ elem_type })]);
    }
  });
});

test('every field of a group message is read back as it was, in another process life too', async () => {
  const store = makeFolder();
  const tim = await logInClient({}, store);
  const message = stored(await tim.TIMMsgSaveMsg(toGroup(fullMessage as Json_value_msg)));
  expect(message).toMatchObject(fullMessage);
  expect(await readBack(tim, message)).toMatchObject(fullMessage);
  await tim.TIMUninit();
  expect(await readBack(await logInClient({}, store), message)).toMatchObject(fullMessage);
});

test('every field of a one-to-one message of the peer is read back, but for those of a group', async () => {
  const tim = await logInClient();
  const { message_sender_group_member_info: _ofAGroup, ...message } = fullMessage;
  const acknowledged = stored(await tim.TIMMsgSaveMsg(toBob(message as Json_value_msg)));
  expect(await readBack(tim, acknowledged)).toMatchObject(message);
});

test('what the engine sets itself is set, whatever the message says', async () => {
  const tim = await logInClient();
  const before = Math.floor(Date.now() / 1000);
  const saved = {
    message_elem_array: [],
    message_conv_id: 'carol',
    message_conv_type: 2,
    message_client_time: 1,
    message_server_time: 1,
    message_status: 2,
    message_seq: 1,
    message_rand: 1,
    message_unique_id: 18_446_744_073_709_551_615n,
    message_msg_id: 'mine',
    message_platform: 3,
  };
  const message = await readBack(tim, stored(await tim.TIMMsgSaveMsg(toBob(saved))));
  expect(message).toMatchObject({
    message_conv_id: BOB,
    message_conv_type: 1,
    message_status: 5,
    message_platform: 0,
    message_is_from_self: true,
  });
  expect(message.message_msg_id).toMatch(/^-\d+-\d+$/);
  expect(message.message_server_time).toBe(message.message_client_time);
  expect(message.message_client_time).toBeGreaterThanOrEqual(before);
  expect(message.message_unique_id).toBe(
    (BigInt(message.message_client_time ?? 0) << 32n) | BigInt(message.message_rand ?? 0),
  );
});

test.each([
  ['a notice of the group to a user', 8],
  ['a change of friends', 10],
  ['a change of a profile', 11],
  ['an unknown one', 13],
  ['the invalid one', -1],
])('%s, which the store would drop, is refused with the path of its type', async (_what, elem_type) => {
  const tim = await logInClient();
  const text = { elem_type: 0, text_elem_content: 'kept' };
  const params = toBob({ message_elem_array: [text, { elem_type }] });
  await expect(tim.TIMMsgSaveMsg(params)).rejects.toMatchObject({
    code: 'ERR_IMSDK_INVALID_ARGUMENT',
    field: 'params.message_elem_array[1].elem_type',
  });
  expect(await tim.TIMGetLoginUserID()).toMatchObject({ json_param: ALICE });
});
