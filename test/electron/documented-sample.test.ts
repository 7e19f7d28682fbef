/** The sample of the documented TIMMsgSaveMsg page, run in a page against TimMain and the real engine. */
import { TIMConvType, TIMElemType } from 'node-imsdk';
import TimRender from 'node-imsdk/renderer';
import { runDocumentedSample } from '../fixtures/run-documented-sample.js';
import { openLoggedInPage, openPage, startApplication } from './pages.js';

/** The sample's empty conversation and text, filled in. */
const filledIn = {
  "let convId = ''": "let convId = 'bob'",
  'let convType=0': `let convType=${TIMConvType.kTIMConv_C2C}`,
  'elem_type: 1,': `elem_type: ${TIMElemType.kTIMElem_Text},`,
  "text_elem_content:'',": "text_elem_content:'你好, world 😀',",
};

/** What `new TimRender()` finds in the page's window. */
function inWindowOf({ bridge }: { bridge: unknown }): TimRender {
  Object.assign(globalThis, { nodeImsdk: bridge });
  return new TimRender();
}

afterEach(() => {
  delete (globalThis as { nodeImsdk?: unknown }).nodeImsdk;
});

test('word for word, it resolves with the code that the engine has for its empty conversation', async () => {
  const page = await openLoggedInPage(startApplication());
  const { result } = await runDocumentedSample(inWindowOf(page));
  expect(result).toEqual({
    code: -4,
    desc: '',
    json_param: undefined,
    json_params: undefined,
    user_data: '',
  });
});

test('with a conversation and a text filled in, it is saved with code 0 and read back', async () => {
  const page = await openLoggedInPage(startApplication());
  const { params, result } = await runDocumentedSample(inWindowOf(page), filledIn);
  expect(result).toMatchObject({ code: 0, desc: 'OK', user_data: '' });
  const list = await page.tim.TIMMsgGetMsgList({ ...params, params: { msg_getmsglist_param_count: 9 } });
  expect(list.json_param).toMatchObject([
    {
      message_msg_id: result.json_param?.message_msg_id,
      message_conv_id: 'bob',
      message_is_from_self: true,
      message_elem_array: [{ text_elem_content: '你好, world 😀' }],
    },
  ]);
});

test('before TIMInit and before TIMLogin it resolves with the codes for that', async () => {
  const page = openPage(startApplication());
  const saver = inWindowOf(page);
  expect((await runDocumentedSample(saver, filledIn)).result.code).toBe(6013);
  expect(await page.tim.TIMInit()).toBe(0);
  expect((await runDocumentedSample(saver, filledIn)).result.code).toBe(6014);
});
