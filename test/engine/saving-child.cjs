// Saves with the built package for some seconds, reading all the while, and then tells what became of it. One argument,
// in JSON: the options of the client, the folder of its store, how long to save and how long to wait between two saves,
// both in milliseconds.
const { setImmediate: turn, setTimeout: delay } = require('node:timers/promises');
const { Tim } = require('../../dist/index.js');

async function main({ options, store, duration, interval }) {
  const tim = new Tim({ sdkappid: 1400000001, ...options });
  await tim.TIMInit({ config_path: store });
  await tim.TIMLogin({ userID: 'alice' });
  const saves = [];
  const end = performance.now() + duration;
  const reading = readUntil(tim, end);
  do {
    const params = { message_elem_array: [{ elem_type: 0, text_elem_content: `${saves.length}` }] };
    saves.push(tim.TIMMsgSaveMsg({ conv_id: 'bob', conv_type: 1, params }));
    await delay(interval);
  } while (performance.now() < end);
  const codes = (await Promise.all(saves)).map(({ code }) => code);
  const readCodes = await reading;
  await tim.TIMUninit();
  process.send({ codes, readCodes });
}

/** Reads again and again, and resolves with the codes. */
async function readUntil(tim, end) {
  const codes = [];
  while (performance.now() < end) {
    const newest = { msg_getmsglist_param_count: 1 };
    codes.push((await tim.TIMMsgGetMsgList({ conv_id: 'bob', conv_type: 1, params: newest })).code);
    await turn();
  }
  return codes;
}

void main(JSON.parse(process.argv[2]));
