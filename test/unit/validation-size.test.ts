import { STORED_LIMIT } from '../../lib/message-store/validation.js';
import { storedBytes } from '../../lib/message-store/validation-size.js';
import { documentedMessage, refusal, validate, withElement } from './validation-examples.js';

/** Messages around one long string, and the longest one that the engine was seen to keep; one byte more it lost. */
const boundaries: [string, (text: string) => object, number][] = [
  ['text', (text) => withElement({ elem_type: 0, text_elem_content: text }), 307147],
  [
    'text beside text',
    (text) => ({
      message_elem_array: [
        { elem_type: 0, text_elem_content: 'x'.repeat(200) },
        { elem_type: 0, text_elem_content: text },
      ],
    }),
    306938,
  ],
  [
    'custom data',
    (text) => withElement({ elem_type: 3, custom_elem_data: text, custom_elem_ext: 'e' }),
    307140,
  ],
  [
    'message_custom_str',
    (text) => ({ ...withElement({ elem_type: 0, text_elem_content: 'hi' }), message_custom_str: text }),
    307149,
  ],
  ['message_custom_str alone', (text) => ({ message_elem_array: [], message_custom_str: text }), 307157],
  [
    'message_cloud_custom_str beside a negative number',
    (text) => ({
      ...withElement({ elem_type: 0, text_elem_content: 'hi' }),
      message_cloud_custom_str: text,
      message_custom_int: -5,
    }),
    307140,
  ],
  [
    'a nickname',
    (text) => ({
      ...withElement({ elem_type: 0, text_elem_content: 'hi' }),
      message_sender: 'bob',
      message_sender_profile: { user_profile_nick_name: text },
    }),
    307147,
  ],
  [
    'a mentioned user',
    (text) => ({
      ...withElement({ elem_type: 0, text_elem_content: 'hi' }),
      message_group_at_user_array: ['u', text],
    }),
    307130,
  ],
  ['an emoticon', (text) => withElement({ elem_type: 6, face_elem_buf: text, face_elem_index: -1 }), 307136],
  ['a place', (text) => withElement({ elem_type: 7, location_elem_desc: text }), 307129],
  [
    'a picture',
    (text) => withElement({ elem_type: 1, image_elem_orig_path: text, image_elem_orig_pic_size: 12345 }),
    307111,
  ],
  [
    'a merged message',
    (text) => withElement({ elem_type: 12, merge_elem_title: text, merge_elem_abstract_array: ['', 'b'] }),
    307129,
  ],
  ['a file', (text) => withElement({ elem_type: 4, file_elem_file_name: text, file_elem_url: 'u' }), 307136],
  [
    'a push notification',
    (text) => ({
      ...withElement({ elem_type: 0, text_elem_content: 'hi' }),
      message_offline_push_config: { offline_push_config_ext: text },
    }),
    307139,
  ],
];

test.each(boundaries)(
  '%s is accepted to the last byte that the engine keeps, and refused beyond',
  (_what, make, last) => {
    expect(storedBytes(make('a'.repeat(last)) as Record<string, unknown>)).toBe(STORED_LIMIT);
    expect(() => validate(make('a'.repeat(last)))).not.toThrow();
    const error = refusal(() => validate(make('a'.repeat(last + 1))));
    expect(error).toMatchObject({ code: 'ERR_IMSDK_MESSAGE_TOO_LARGE', field: 'params' });
    expect(error.message).toMatch(/307201 bytes .* keeps 307200/);
  },
);

test('bytes of UTF-8 count, not characters', () => {
  const text = (content: string): object => withElement({ elem_type: 0, text_elem_content: content });
  expect(() => validate(text('中'.repeat(102382) + 'a'))).not.toThrow();
  expect(refusal(() => validate(text('中'.repeat(102382) + 'aa'))).code).toBe('ERR_IMSDK_MESSAGE_TOO_LARGE');
  expect(() => validate(text('"\\\n'.repeat(102382) + 'a'))).not.toThrow();
  // A lone surrogate is stored as U+FFFD, three bytes.
  expect(refusal(() => validate(text('\ud800'.repeat(102383)))).code).toBe('ERR_IMSDK_MESSAGE_TOO_LARGE');
});

test('what the store does not keep does not count', () => {
  expect(() => validate({ mine: 'x'.repeat(1e6), message_msg_id: 'x'.repeat(1e6) })).not.toThrow();
  expect(() => validate(withElement({ elem_type: 0, face_elem_buf: 'x'.repeat(1e6) }))).not.toThrow();
});

test('many small elements count, too', () => {
  const texts = (count: number): object => ({
    message_elem_array: Array.from({ length: count }, () => ({ elem_type: 0, text_elem_content: '' })),
  });
  // 41 bytes around, 6 for each.
  expect(() => validate(texts(51193))).not.toThrow();
  expect(refusal(() => validate(texts(51194))).code).toBe('ERR_IMSDK_MESSAGE_TOO_LARGE');
});

test('values that only JSON turns into strings count as what they become', () => {
  const date = (count: number): object => ({
    message_group_at_user_array: Array.from({ length: count }, () => new Date(0)),
  });
  expect(() => validate(date(9000))).not.toThrow();
  expect(refusal(() => validate(date(10000))).code).toBe('ERR_IMSDK_MESSAGE_TOO_LARGE');
});

test('a group tips element is refused before the engine could lose it', () => {
  const tips = (length: number): object =>
    withElement({
      elem_type: 5,
      group_tips_elem_changed_group_memberinfo_array: [{ group_member_info_identifier: 'a'.repeat(length) }],
    });
  expect(() => validate(tips(100_000))).not.toThrow();
  // The engine writes this id three times.
  expect(refusal(() => validate(tips(102_400))).code).toBe('ERR_IMSDK_MESSAGE_TOO_LARGE');
});

test('each message of a list has the limit to itself', () => {
  expect(storedBytes({})).toBe(41);
  expect(storedBytes(documentedMessage())).toBeLessThan(200);
});
