// The scenarios of exit.test.ts: each prints what came of its calls, and then has nothing more to do.
import process from 'node:process';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';

import { Tim, TIMConvType } from '../../dist/index.js';

const { SCRIPTED_ENGINE, STORE_FOLDER } = process.env;
const message = {
  conv_id: 'bob',
  conv_type: TIMConvType.kTIMConv_C2C,
  params: { message_elem_array: [{ elem_type: 0, text_elem_content: 'hello' }] },
};

const say = (...words) => process.stdout.write(`${words.join(' ')}\n`);

const codeOf = (promise) =>
  promise.then(
    (value) => value,
    (error) => error.code,
  );

async function open(options = {}) {
  const tim = new Tim({ sdkappid: 1400000001, localOnly: true, libraryPath: SCRIPTED_ENGINE, ...options });
  await tim.TIMInit({ config_path: STORE_FOLDER });
  return tim;
}

async function logIn() {
  const tim = await open();
  await tim.TIMLogin({ userID: 'alice' });
  return tim;
}

function script(tim, fault) {
  const operation = { request_internal_operation: 'scripted_engine_fault', ...fault };
  return tim.callExperimentalAPI({ json_param: operation });
}

/** Time limits pass in a hundredth of their time. */
function hurry() {
  const { setTimeout } = globalThis;
  globalThis.setTimeout = (callback, milliseconds, ...args) =>
    setTimeout(callback, milliseconds / 100, ...args);
}

const scenarios = {
  async query() {
    const tim = await logIn();
    await script(tim, { function: 'TIMMsgGetMsgList', replies: [] });
    const query = codeOf(tim.TIMMsgGetMsgList({ ...message, params: {} }));
    const closed = await tim.TIMUninit();
    say(await query, closed);
  },

  async login() {
    const tim = await open({ localOnly: false });
    await script(tim, { function: 'TIMLogin', replies: [] });
    const login = codeOf(tim.TIMLogin({ userID: 'alice', userSig: 'signature' }));
    const closed = await tim.TIMUninit();
    say(await login, closed);
  },

  async save() {
    const tim = await logIn();
    await script(tim, { function: 'TIMMsgSaveMsg', replies: [] });
    say(await codeOf(tim.TIMMsgSaveMsg(message, { timeout: 20 })));
  },

  async waits() {
    const tim = await logIn();
    await script(tim, { function: 'TIMMsgSaveMsg', replies: [] });
    codeOf(tim.TIMMsgSaveMsg(message, { timeout: 500 })).then(say);
  },

  async uninit() {
    const tim = await logIn();
    await script(tim, { function: 'TIMUninit', blocks: true });
    hurry();
    say(await codeOf(tim.TIMUninit()));
  },

  async init() {
    const tim = await open();
    await tim.TIMUninit();
    await script(tim, { function: 'TIMInit', blocks: true });
    hurry();
    say(await codeOf(tim.TIMInit({ config_path: STORE_FOLDER })));
  },

  async commit() {
    const tim = await logIn();
    await script(tim, { function: 'callExperimentalAPI', blocks: true });
    hurry();
    say(await codeOf(tim.TIMMsgSaveMsg(message)));
  },

  async exit() {
    const tim = await logIn();
    await script(tim, { function: 'TIMMsgSaveMsg', blocks: true });
    tim.TIMMsgSaveMsg(message);
    await new Promise((resolve) => setTimeout(resolve, 20));
    say('leaving');
    process.exit();
  },

  async 'exit while busy'() {
    const tim = await logIn();
    await script(tim, { function: 'TIMMsgSaveMsg', times: 0, replies: [{ on: 'thread', copies: 2 }] });
    for (let i = 0; i < 2000; i++) codeOf(tim.TIMMsgSaveMsg(message, { durability: 'ack' }));
    await tim.TIMMsgSaveMsg(message, { durability: 'ack' });
    say('leaving');
    process.exit();
  },

  async worker() {
    const tim = await logIn();
    await script(tim, { function: 'TIMMsgSaveMsg', times: 100, replies: [{ on: 'thread', after: 50 }] });
    const worker = new Worker(new URL(import.meta.url), { workerData: 'saves' });
    await new Promise((resolve) => worker.once('message', resolve));
    await worker.terminate();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await tim.TIMMsgSaveMsg(message);
    await tim.TIMUninit();
    say('worker ended');
  },
};

async function saveInWorker() {
  const tim = await open();
  for (let i = 0; i < 100; i++) codeOf(tim.TIMMsgSaveMsg(message));
  await tim.TIMGetSDKVersion();
  parentPort.postMessage('under way');
}

if (isMainThread) scenarios[process.argv[2]]();
else if (workerData === 'saves') saveInWorker();
