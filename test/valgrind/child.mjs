// A short run through what the native parts do, on the scripted engine, for valgrind to look at.
// Arguments: the scripted engine's library, a folder for the store. Prints what the calls came to.
import { argv, stdout } from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker, isMainThread, parentPort } from 'node:worker_threads';
import { Tim } from '../../dist/index.js';

const [, , libraryPath, store] = argv;
const options = { sdkappid: 1400000001, localOnly: true, libraryPath };

const save = (tim, text, callOptions) => {
  const params = { message_elem_array: [{ elem_type: 0, text_elem_content: text }] };
  return tim
    .TIMMsgSaveMsg({ conv_id: 'bob', conv_type: 1, params }, callOptions)
    .then(({ code }) => code)
    .catch(({ code }) => code);
};

function script(tim, fault) {
  const operation = { request_internal_operation: 'scripted_engine_fault', ...fault };
  return tim.callExperimentalAPI({ json_param: operation });
}

async function open() {
  const tim = new Tim(options);
  await tim.TIMInit({ config_path: store });
  await tim.TIMLogin({ userID: 'alice' });
  return tim;
}

async function endWorkerWithCallsInFlight() {
  const worker = new Worker(new URL(import.meta.url), { argv: [libraryPath, store] });
  await new Promise((resolve) => worker.once('message', resolve));
  await worker.terminate();
}

async function run() {
  const tim = await open();
  const say = (...codes) => stdout.write(`${codes.join(' ')}\n`);
  const texts = ['hello', 'Grüße', '你好 👋', '\ud800 alone', 'long '.repeat(10_000)];
  say('saves', ...(await Promise.all(texts.map((text) => save(tim, text)))));

  const name = 'TIMMsgSaveMsg';
  await script(tim, { function: name, replies: [{ jsonHex: 'ff22e282' }] });
  say('bytes that are no UTF-8', await save(tim, 'hello'));
  await script(tim, { function: name, replies: [{ on: 'call', copies: 2 }, { on: 'thread' }] });
  say('called back three times', await save(tim, 'hello'));
  await script(tim, { function: name, replies: [{ desc: null, json: null, code: 6017 }] });
  say('NULLs', await save(tim, 'hello'));
  await script(tim, { function: name, replies: [{ after: 300 }] });
  say('late', await save(tim, 'hello', { timeout: 100 }));
  await script(tim, { function: name, loses: true });
  say('lost', await save(tim, 'hello'));

  const list = { conv_id: 'bob', conv_type: 1, params: { msg_getmsglist_param_count: 100 } };
  say('listed', (await tim.TIMMsgGetMsgList(list)).json_param.length > 0);
  await script(tim, { function: name, times: 0, replies: [{ on: 'thread', after: 50 }] });
  await endWorkerWithCallsInFlight();
  await delay(200);
  await tim.TIMLogout();
  say('closed', await tim.TIMUninit());
}

async function saveInWorker() {
  const tim = await open();
  for (let i = 0; i < 20; i++) void save(tim, 'hello', { durability: 'ack' });
  await tim.TIMGetSDKVersion();
  parentPort.postMessage('in flight');
}

await (isMainThread ? run() : saveInWorker());
