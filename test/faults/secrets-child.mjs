// The scenarios of secrets.test.ts in which a process prints what it does and fails of.
import process from 'node:process';

import { Tim, TIMConvType } from '../../dist/index.js';

const { SCRIPTED_ENGINE, STORE_FOLDER, SECRET_TEXT, SECRET_SIGNATURE } = process.env;
const message = {
  conv_id: 'bob',
  conv_type: TIMConvType.kTIMConv_C2C,
  params: { message_elem_array: [{ elem_type: 0, text_elem_content: SECRET_TEXT }] },
};

async function logIn() {
  const tim = new Tim({ sdkappid: 1400000001, libraryPath: SCRIPTED_ENGINE });
  await tim.TIMInit({ config_path: STORE_FOLDER });
  await tim.TIMLogin({ userID: 'alice', userSig: SECRET_SIGNATURE });
  return tim;
}

function script(tim, fault) {
  const operation = { request_internal_operation: 'scripted_engine_fault', ...fault };
  return tim.callExperimentalAPI({ json_param: operation });
}

const scenarios = {
  async 'an everyday session'() {
    const tim = await logIn();
    await tim.TIMMsgSaveMsg(message);
    await tim.TIMMsgGetMsgList({ ...message, params: { msg_getmsglist_param_count: 1 } });
    await tim.TIMUninit();
  },

  async 'a refusal that nobody catches'() {
    const tim = await logIn();
    const params = { ...message.params, message_custom_int: 0.5 };
    await tim.TIMMsgSaveMsg({ ...message, params });
  },

  async 'a lost message that nobody catches'() {
    const tim = await logIn();
    await script(tim, { function: 'TIMMsgSaveMsg', loses: true });
    await tim.TIMMsgSaveMsg(message);
  },

  async 'an answer that is no JSON, and that nobody catches'() {
    const tim = await logIn();
    await script(tim, { function: 'TIMMsgGetMsgList', replies: [{ json: SECRET_TEXT }] });
    const { json_param } = await tim.TIMMsgGetMsgList({ ...message, params: {} });
    process.exitCode = json_param.length;
  },

  async 'a refused login that nobody catches'() {
    const tim = await logIn();
    await tim.TIMLogin({ userID: 'alice\0', userSig: SECRET_SIGNATURE });
  },
};

// Not awaited: a rejection is left to Node.js, which prints it and ends the process.
void scenarios[process.argv[2]]();
