import {
  checkedJson,
  JSON_LIMIT,
  validateMessageList,
  validateSave,
} from '../../lib/message-store/validation.js';
import {
  documentedMessage,
  everyField,
  goodValue,
  refusal,
  validate,
  withElement,
  type AnyParams,
} from './validation-examples.js';

const fields = everyField();
const known = fields.filter(({ field }) => field.kind !== 'ignored');

describe('every field of the tables', () => {
  test('there are as many as the engine reads', () => {
    expect(fields.length).toBeGreaterThan(250);
    expect(new Set(fields.map(({ path }) => path)).size).toBe(fields.length);
  });

  test.each(fields.map((place) => [place.path, place] as const))(
    '%s is accepted with a good value',
    (_path, place) => {
      expect(() => validate(place.messageWith(goodValue(place.field)))).not.toThrow();
    },
  );

  test.each(known.map((place) => [place.path, place] as const))(
    '%s is refused with any other type',
    (path, place) => {
      const { kind } = place.field;
      const wrong = [null, NaN, Infinity, Symbol('s'), () => 1, new Map(), new Set()];
      if (kind !== 'string') wrong.push('wrong' as never);
      if (kind !== 'boolean') wrong.push(true as never);
      if (kind !== 'double') wrong.push(0.5 as never);
      if (kind !== 'object') wrong.push({} as never);
      if (!['array', 'elements', 'unsaved-array'].includes(kind)) wrong.push([] as never);
      if (!['integer', 'long'].includes(kind)) wrong.push(1n as never);
      for (const value of wrong) {
        const error = refusal(() => validate(place.messageWith(value)));
        expect(error).toMatchObject({ code: 'ERR_IMSDK_INVALID_ARGUMENT', field: path });
        expect(error.message.startsWith(`${path} `)).toBe(true);
      }
    },
  );

  test.each(known.map((place) => [place.path, place] as const))(
    '%s may be undefined, but not in an array',
    (path, place) => {
      const run = (): unknown => validate(place.messageWith(undefined));
      if (path.endsWith(']')) expect(refusal(run).field).toBe(path);
      else if (path.endsWith('group_tips_group_change_info_flag')) expect(refusal(run).field).toBe(path);
      else expect(run).not.toThrow();
    },
  );

  test.each(
    known.flatMap((place) =>
      place.field.kind === 'integer' ? [[place.path, place, place.field] as const] : [],
    ),
  )('%s is accepted to its bounds, and refused beyond', (path, place, field) => {
    const good = field.values ?? [field.min, -0, field.max];
    for (const value of good) {
      expect(() => validate(place.messageWith(value))).not.toThrow();
      expect(validate(place.messageWith(BigInt(value)))).toMatchObject({ hasBigInt: true });
    }
    for (const value of [
      field.min - 1,
      field.max + 1,
      -(2 ** 31) - 1,
      2 ** 32,
      2 ** 53,
      4294967301,
      field.min + 0.5,
    ]) {
      expect(refusal(() => validate(place.messageWith(value))).field).toBe(path);
    }
    expect(refusal(() => validate(place.messageWith(2n ** 32n))).field).toBe(path);
  });

  test.each(known.flatMap((place) => (place.field.kind === 'long' ? [[place.path, place] as const] : [])))(
    '%s takes 64 bits, as bigints beyond 2^53',
    (path, place) => {
      for (const value of [0, 1, Number.MAX_SAFE_INTEGER]) {
        expect(validate(place.messageWith(value))).toMatchObject({ hasBigInt: false });
      }
      for (const value of [0n, 2n ** 53n, 2n ** 64n - 1n]) {
        expect(validate(place.messageWith(value))).toMatchObject({ hasBigInt: true });
      }
      for (const value of [-1, -1n, 2n ** 64n, 2 ** 53, 1e21, 0.5]) {
        expect(refusal(() => validate(place.messageWith(value))).field).toBe(path);
      }
    },
  );
});

describe('what the store does not keep as it was given', () => {
  test('message_custom_int is signed, whatever the header says', () => {
    expect(() => validate({ message_custom_int: -2147483648 })).not.toThrow();
    expect(() => validate({ message_custom_int: 2147483647 })).not.toThrow();
    expect(refusal(() => validate({ message_custom_int: 4294967295 })).field).toBe(
      'params.message_custom_int',
    );
  });

  test.each([-1, 4, 1.5])('priority %p is refused', (priority) => {
    expect(refusal(() => validate({ message_priority: priority })).field).toBe('params.message_priority');
  });

  test.each([8, 10, 11, 13, 99, -1, 2 ** 40])('an element of type %p is refused', (type) => {
    const error = refusal(() => validate({ message_elem_array: [{ elem_type: 0 }, { elem_type: type }] }));
    expect(error.field).toBe('params.message_elem_array[1].elem_type');
    expect(error.message).toMatch(/it is -?\d+\..*(drop).*custom element \(3\)/s);
  });

  test.each([undefined, null, '0', 0.9, NaN, true, {}, [0]])('an elem_type of %p is refused', (type) => {
    const error = refusal(() => validate(withElement({ elem_type: type, text_elem_content: 'x' })));
    expect(error.field).toBe('params.message_elem_array[0].elem_type');
    expect(error.message).toMatch(/take the element for text/);
  });

  test.each([1, null, undefined, 'text', [], true, () => 1, 1n])(
    'an element that is %p is refused',
    (element) => {
      expect(refusal(() => validate(withElement(element))).field).toBe('params.message_elem_array[0]');
    },
  );

  test.each([{}, 'x', 1, null, { 0: { elem_type: 0 }, length: 1 }])(
    'elements in %p are refused',
    (elements) => {
      const error = refusal(() => validate({ message_elem_array: elements }));
      expect(error.field).toBe('params.message_elem_array');
      expect(error.message).toMatch(/take the message for one without any/);
    },
  );

  test('merged messages are refused', () => {
    const merge = { elem_type: 12, merge_elem_title: 't' };
    expect(() => validate(withElement({ ...merge, merge_elem_message_array: [] }))).not.toThrow();
    const error = refusal(() =>
      validate(withElement({ ...merge, merge_elem_message_array: [documentedMessage()] })),
    );
    expect(error.field).toBe('params.message_elem_array[0].merge_elem_message_array');
    expect(error.message).toMatch(/messages of their own/);
  });

  test('marks of members are refused, and the tip that tells of them', () => {
    const mark = { group_tips_member_mark_change_info_enableMark: true };
    expect(
      refusal(() => validate(withElement({ elem_type: 5, group_tips_elem_member_mark_info_array: [mark] })))
        .field,
    ).toBe('params.message_elem_array[0].group_tips_elem_member_mark_info_array');
    expect(refusal(() => validate(withElement({ elem_type: 5, group_tips_elem_tip_type: 8 }))).field).toBe(
      'params.message_elem_array[0].group_tips_elem_tip_type',
    );
  });

  test.each(['0', 'abc', 'AB', 'zz', '0x12', ' 12'])('bytes that are %p are refused', (bytes) => {
    expect(
      refusal(() => validate(withElement({ elem_type: 12, merge_elem_relay_buffer: bytes }))).field,
    ).toBe('params.message_elem_array[0].merge_elem_relay_buffer');
  });

  test('a number that the engine would turn into "inf", or drop, is refused', () => {
    for (const good of [0, -0, -180, 1.7e308, 2.2250738585072014e-308, 1 / 3]) {
      expect(() => validate(withElement({ elem_type: 7, location_elem_latitude: good }))).not.toThrow();
    }
    for (const bad of [1.75e308, -Number.MAX_VALUE, Number.MIN_VALUE]) {
      expect(refusal(() => validate(withElement({ elem_type: 7, location_elem_latitude: bad }))).field).toBe(
        'params.message_elem_array[0].location_elem_latitude',
      );
    }
  });

  const unreadable = [1e20, 2 ** 64, -(2 ** 63), -1e19, 5e-324, 1e-310, 2n ** 64n, -(2n ** 63n) - 1n];
  const readable = [
    1e21,
    -1e21,
    2 ** 63,
    Number.MAX_VALUE,
    NaN,
    -0,
    2.2250738585072014e-308,
    2n ** 64n - 1n,
    -(2n ** 63n),
  ];

  test.each<[string, (fields: object) => object, string]>([
    ['a message', (fields) => fields, 'params'],
    ['an element', withElement, 'params.message_elem_array[0]'],
    ['a profile', (fields) => ({ message_sender_profile: fields }), 'params.message_sender_profile'],
    [
      'an item of an array',
      (fields) => withElement({ elem_type: 5, group_tips_elem_changed_user_info_array: [fields] }),
      'params.message_elem_array[0].group_tips_elem_changed_user_info_array[0]',
    ],
  ])('in %s, a field of any name whose number the engine cannot read is refused', (_where, wrap, path) => {
    const fields = { elem_type: 0 };
    for (const value of [...unreadable, new Number(1e20), { toJSON: () => 1e20 }]) {
      expect(refusal(() => validate(wrap({ ...fields, mine: value }))).field).toBe(`${path}.mine`);
    }
    for (const value of readable) expect(() => validate(wrap({ ...fields, mine: value }))).not.toThrow();
    expect(refusal(() => validate(wrap({ ...fields, '': 'nameless' }))).field).toBe(`${path}[""]`);
    // The engine does not look into what it does not know.
    for (const value of unreadable) {
      expect(() => validate(wrap({ ...fields, mine: { '': value, list: [value] } }))).not.toThrow();
    }
  });

  test('a number that the engine cannot read is refused in a documented field that it ignores', () => {
    expect(refusal(() => validate(withElement({ elem_type: 1, image_elem_task_id: 1e20 }))).field).toBe(
      'params.message_elem_array[0].image_elem_task_id',
    );
  });
});

describe('a group tips element', () => {
  const tips = (fields: object): unknown => validate(withElement({ elem_type: 5, ...fields }));
  const change = (flag: number, fields: Record<string, unknown> = {}): object => ({
    group_tips_group_change_info_flag: flag,
    ...Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [`group_tips_group_change_info_${name}`, value]),
    ),
  });
  const changes = (...list: object[]): unknown => tips({ group_tips_elem_group_change_info_array: list });
  const element = 'params.message_elem_array[0]';

  test('needs the id of who did it where there is a nickname or a picture', () => {
    const operator = (profile: object): unknown => tips({ group_tips_elem_op_user_info: profile });
    for (const profile of [
      { user_profile_nick_name: 'n' },
      { user_profile_face_url: 'f', user_profile_identifier: '' },
    ]) {
      expect(refusal(() => operator(profile)).field).toBe(
        `${element}.group_tips_elem_op_user_info.user_profile_identifier`,
      );
      expect(() => operator({ ...profile, user_profile_identifier: 'bob' })).not.toThrow();
    }
    // What the engine gives back for a profile that is not there.
    expect(() =>
      operator({ user_profile_identifier: '', user_profile_nick_name: '', user_profile_level: 3 }),
    ).not.toThrow();
  });

  test('has each change of the group but custom fields once', () => {
    for (const flag of [1, 2, 3, 4, 5, 8, 9, 11, 12]) {
      expect(refusal(() => changes(change(flag), change(6), change(flag))).field).toBe(
        `${element}.group_tips_elem_group_change_info_array[2].group_tips_group_change_info_flag`,
      );
    }
    expect(() => changes(change(6), change(6), change(1))).not.toThrow();
  });

  test('has of a change what its flag says', () => {
    const values = { value: 'v', key: 'k', bool_value: true, int_value: 2 };
    const keptBy: Record<number, string[]> = {
      1: ['value'],
      6: ['value', 'key'],
      8: ['bool_value'],
      11: ['int_value'],
    };
    for (const [flag, kept] of Object.entries(keptBy)) {
      for (const [name, value] of Object.entries(values)) {
        const run = (): unknown => changes(change(Number(flag), { [name]: value }));
        if (kept.includes(name)) expect(run).not.toThrow();
        else
          expect(refusal(run).field).toMatch(
            new RegExp(`array\\[0\\]\\.group_tips_group_change_info_${name}$`),
          );
      }
      // What stands for nothing may stand anywhere.
      const nothing = { value: '', key: '', bool_value: false, int_value: 0 };
      expect(() => changes(change(Number(flag), nothing))).not.toThrow();
    }
  });

  test('has each custom field of a profile once', () => {
    const field = { user_profile_custom_string_info_key: 'k', user_profile_custom_string_info_value: 'v' };
    const profile = { user_profile_identifier: 'u', user_profile_custom_string_array: [field, field] };
    for (const fields of [
      { group_tips_elem_op_user_info: profile },
      { group_tips_elem_changed_user_info_array: [{}, profile] },
    ]) {
      expect(refusal(() => tips(fields)).field).toMatch(
        /user_profile_custom_string_array\[1\]\.user_profile_custom_string_info_key$/,
      );
    }
  });
});

describe('what is not refused', () => {
  test('the documented sample, as it stands', () => {
    expect(validate(documentedMessage(), { conv_id: '', conv_type: 0, user_data: '' })).toMatchObject({
      hasBigInt: false,
    });
  });

  test('a message without elements', () => {
    expect(() => validate({})).not.toThrow();
    expect(() => validate({ message_elem_array: [] })).not.toThrow();
  });

  test('names that the engine does not know, and fields of another kind of element, whatever they hold', () => {
    const anything = [
      null,
      NaN,
      'x',
      [undefined, null, [{}]],
      { a: { b: () => 1 } },
      new Date(NaN),
      new Map(),
    ];
    for (const value of anything.slice(0, -1)) {
      expect(() =>
        validate({ mine: value, message_elem_array: [{ elem_type: 0, mine: value }] }),
      ).not.toThrow();
      expect(() => validate(withElement({ elem_type: 0, face_elem_index: value }))).not.toThrow();
      expect(() => validate(withElement({ elem_type: 1, image_elem_task_id: value }))).not.toThrow();
    }
  });

  test('what the engine sets itself, and what it answers with a code of its own', () => {
    expect(() =>
      validate({ message_status: 77, message_seq: 9, message_is_from_self: true, message_conv_id: 'x' }),
    ).not.toThrow();
    expect(() => validate({}, { conv_id: '', conv_type: 99 })).not.toThrow();
    expect(() => validate({}, { conv_type: -2147483648 })).not.toThrow();
  });

  test('dates, boxed values, classes of plain fields, and objects without a prototype', () => {
    class Message {
      message_custom_str = new String('boxed');
      message_custom_int = new Number(7);
      message_is_read = new Boolean(true);
      message_version = Object(5n) as unknown;
      message_cloud_custom_str = new Date(0);
      message_sender_profile = Object.assign(Object.create(null) as object, { user_profile_nick_name: 'n' });
    }
    expect(() => validate(new Message())).not.toThrow();
    expect(() => validate({ toJSON: () => ({ message_custom_str: 'x' }) })).not.toThrow();
    expect(refusal(() => validate({ toJSON: () => ({ message_custom_str: 5 }) })).field).toBe(
      'params.message_custom_str',
    );
  });

  test('a bigint anywhere is told of', () => {
    expect(validate({ message_unique_id: 1n })).toMatchObject({ hasBigInt: true });
    expect(validate({ mine: { deep: [1n] } })).toMatchObject({ hasBigInt: true });
    expect(validate(withElement({ elem_type: 0n }))).toMatchObject({ hasBigInt: true });
    expect(validate(withElement({ elem_type: 1, image_elem_task_id: 1n }))).toMatchObject({
      hasBigInt: true,
    });
    expect(validate(documentedMessage())).toMatchObject({ hasBigInt: false });
  });
});

describe('the parameters around the message', () => {
  test.each<[string, AnyParams, string]>([
    ['a number as conv_id', { conv_id: 5 }, 'conv_id'],
    ['no conv_id', { conv_id: undefined }, 'conv_id'],
    ['a NUL in conv_id', { conv_id: 'b\0ob' }, 'conv_id'],
    ['a string as conv_type', { conv_type: '1' }, 'conv_type'],
    ['a fraction as conv_type', { conv_type: 1.5 }, 'conv_type'],
    ['more than 32 bits as conv_type', { conv_type: 2 ** 31 }, 'conv_type'],
    ['no conv_type', { conv_type: undefined }, 'conv_type'],
    ['a number as user_data', { user_data: 5 }, 'user_data'],
    ['null as user_data', { user_data: null }, 'user_data'],
  ])('%s is refused', (_what, params, field) => {
    expect(refusal(() => validate({}, params))).toMatchObject({ code: 'ERR_IMSDK_INVALID_ARGUMENT', field });
  });

  test.each([undefined, null, 'message', 5, [], () => ({}), Symbol('s')])(
    'a message that is %p is refused',
    (message) => {
      expect(refusal(() => validate(message)).field).toBe('params');
    },
  );

  test.each([undefined, null, 'params', 5])('parameters that are %p are refused', (params) => {
    expect(refusal(() => validateSave(params as never, { userId: 'alice' })).field).toBe('params');
  });
});

describe('the sender of a one-to-one message', () => {
  test.each([undefined, '', 'alice', 'bob'])('may be %p', (sender) => {
    expect(() => validate({ message_sender: sender })).not.toThrow();
  });

  test('may not be a third', () => {
    const error = refusal(() => validate({ message_sender: 'carol' }));
    expect(error.field).toBe('params.message_sender');
    expect(error.message).toMatch(/"bob", or the user's "alice"; it is "carol"\. .* under its sender/);
  });

  test('may be anyone in a group, and while nobody is logged in', () => {
    expect(() => validate({ message_sender: 'carol' }, { conv_type: 2 })).not.toThrow();
    const params = { conv_id: 'bob', conv_type: 1, params: { message_sender: 'carol' } };
    expect(() => validateSave(params, { userId: undefined })).not.toThrow();
  });

  test('has no NUL, in a group either', () => {
    for (const type of [1, 2]) {
      expect(refusal(() => validate({ message_sender: 'bob\0' }, { conv_type: type })).field).toBe(
        'params.message_sender',
      );
    }
  });
});

describe('a list of messages', () => {
  const list = (params: unknown): unknown =>
    validateMessageList({ conv_id: 'bob', conv_type: 1, params } as never, { userId: 'alice' });

  test.each([[{}], [{ message_sender: undefined }], [{ toJSON: () => ({}) }]])(
    'has no message without any field, at which the engine crashes: %p',
    (empty) => {
      const error = refusal(() => list([{ message_elem_array: [] }, empty]));
      expect(error).toMatchObject({ field: 'params[1]', message: expect.stringContaining('crash') });
    },
  );

  test('is checked message by message', () => {
    expect(list([documentedMessage(), { message_elem_array: [] }])).toMatchObject({ hasBigInt: false });
    expect(list([{ message_unique_id: 1n }, { message_elem_array: [] }])).toMatchObject({ hasBigInt: true });
    expect(refusal(() => list([{ message_seq: 1 }, withElement({ elem_type: 13 })])).field).toBe(
      'params[1].message_elem_array[0].elem_type',
    );
    expect(
      refusal(() => list([{ message_seq: 1 }, { message_seq: 2 }, { message_sender: 'carol' }])).field,
    ).toBe('params[2].message_sender');
  });

  test.each([undefined, null, {}, 'x'])('that is %p is refused', (messages) => {
    expect(refusal(() => list(messages)).field).toBe('params');
  });

  test.each([undefined, null, 5, []])('with %p for a message is refused', (message) => {
    expect(refusal(() => list([{ message_seq: 1 }, message])).field).toBe('params[1]');
  });
});

describe('the length of the JSON', () => {
  test('is refused from 2 MiB on, in bytes of UTF-8', () => {
    expect(JSON_LIMIT).toBe(2097152);
    // The text alone, or beside the JSON.
    for (const isMostlyLongText of [false, true]) {
      const jsonOf = (text: string): unknown =>
        checkedJson(() => text, { hasBigInt: false, isMostlyLongText });
      // Two of the bytes are quotation marks.
      expect(() => jsonOf('x'.repeat(JSON_LIMIT - 3))).not.toThrow();
      expect(() => jsonOf('é'.repeat(JSON_LIMIT / 2 - 2))).not.toThrow();
      expect(() => jsonOf('\n'.repeat(JSON_LIMIT / 2 - 2))).not.toThrow();
      for (const text of [
        'x'.repeat(JSON_LIMIT - 2),
        'é'.repeat(JSON_LIMIT / 2 - 1),
        '\n'.repeat(JSON_LIMIT / 2 - 1),
      ]) {
        expect(refusal(() => jsonOf(text))).toMatchObject({
          code: 'ERR_IMSDK_MESSAGE_TOO_LARGE',
          field: 'params',
        });
      }
    }
  });
});
