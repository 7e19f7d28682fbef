/** The sample of the documented TIMMsgSaveMsg page, run with the real engine. */
import { TIMConvType, TIMElemType } from 'node-imsdk';
import { runDocumentedSample } from '../fixtures/run-documented-sample.js';
import { BOB, GROUP, listBob, logInClient, readBack, stored } from './client.js';

/** The sample's empty conversation, filled in. */
const withBob = {
  "let convId = ''": `let convId = '${BOB}'`,
  'let convType=0': `let convType=${TIMConvType.kTIMConv_C2C}`,
};
const withGroup = {
  "let convId = ''": `let convId = '${GROUP}'`,
  'let convType=0': `let convType=${TIMConvType.kTIMConv_Group}`,
};

test('as it stands, its conversation is empty, which the engine answers with -4', async () => {
  const tim = await logInClient();
  const { result } = await runDocumentedSample(tim);
  expect({ ...result }).toEqual({
    code: -4,
    desc: '',
    json_param: undefined,
    json_params: undefined,
    user_data: '',
  });
  expect(await listBob(tim)).toEqual([]);
});

test('with a conversation filled in, it is saved with code 0 and read back', async () => {
  const tim = await logInClient();
  const { params, result } = await runDocumentedSample(tim, withBob);
  expect(params.conv_id).toBe(BOB);
  expect(result).toMatchObject({ code: 0, desc: 'OK', user_data: '' });
  expect(result.json_params).toBe(result.json_param);

  const message = stored(result);
  expect(message).toMatchObject({
    message_conv_id: BOB,
    message_conv_type: TIMConvType.kTIMConv_C2C,
    // The sample says false, and gives no sender: that is the user.
    message_is_from_self: true,
    message_sender: '',
  });
  expect(await listBob(tim)).toEqual([await readBack(tim, message)]);
});

test('its element of type 1 is a picture: the text that it carries is not one of its fields', async () => {
  const tim = await logInClient();
  const { result } = await runDocumentedSample(tim, withBob);
  const [element] = (await readBack(tim, stored(result))).message_elem_array ?? [];
  expect(element).toMatchObject({ elem_type: TIMElemType.kTIMElem_Image, image_elem_orig_path: '' });
  expect(element).not.toHaveProperty('text_elem_content');
});

test('in a group too', async () => {
  const tim = await logInClient();
  const { result } = await runDocumentedSample(tim, withGroup);
  expect(await readBack(tim, stored(result))).toMatchObject({
    message_conv_id: GROUP,
    message_conv_type: TIMConvType.kTIMConv_Group,
    message_is_from_self: true,
  });
});

test('with its text filled in and its element type corrected, the text comes back', async () => {
  const tim = await logInClient();
  const { result } = await runDocumentedSample(tim, {
    ...withBob,
    'elem_type: 1,': 'elem_type: 0,',
    "text_elem_content:'',": "text_elem_content:'你好, world 😀',",
    "message_custom_str: '',": "message_custom_str: '自定义',",
    'message_custom_int: 0,': 'message_custom_int: 42,',
    "user_data: ''": "user_data: '我的'",
  });
  expect(result.user_data).toBe('我的');
  expect(await readBack(tim, stored(result))).toMatchObject({
    message_elem_array: [{ elem_type: TIMElemType.kTIMElem_Text, text_elem_content: '你好, world 😀' }],
    message_custom_str: '自定义',
    message_custom_int: 42,
  });
});
