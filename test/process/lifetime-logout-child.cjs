/**
 * A process whose main thread logs out and in again while workers use the same engine: each saves, lists and flushes
 * without a pause. The number of each save that has resolved is written at once, one a line: thread * 1,000,000 + count.
 * At last the main thread logs out for good while the workers close. What else the calls came to is written to standard
 * error, as JSON: how often, by call and outcome.
 *
 * Argument, as JSON: `store`, `workers` (how many), `logouts` (how many).
 */
const { writeSync } = require('node:fs');
const { setTimeout: delay } = require('node:timers/promises');
const { Worker, isMainThread, parentPort, workerData } = require('node:worker_threads');
const { Tim } = require('../..');

const { store, workers, logouts } = isMainThread ? JSON.parse(process.argv[2]) : workerData;
const LANES = 2;
const user = { userID: 'alice' };

async function open() {
  const tim = new Tim({ sdkappid: 1400000001, localOnly: true });
  await tim.TIMInit({ config_path: store });
  await tim.TIMLogin(user);
  return tim;
}

/** The engine's code, or the error with whether the message may have been stored. */
function outcomeOf(call) {
  return call.then(
    (result) => result?.code ?? result ?? 0,
    ({ code, mayHaveBeenStored }) => `${code}, mayHaveBeenStored: ${mayHaveBeenStored}`,
  );
}

async function work() {
  const { thread } = workerData;
  const tim = await open();
  const conversation = { conv_id: `peer-${thread}`, conv_type: 1 };
  let next = 0;
  async function save(durability) {
    const number = thread * 1_000_000 + next++;
    const params = { message_elem_array: [{ elem_type: 0, text_elem_content: `#${number}#` }] };
    const result = await tim.TIMMsgSaveMsg({ ...conversation, params }, { durability });
    if (result.code === 0) writeSync(1, `${number}\n`);
    return result;
  }
  const calls = {
    committed: () => save('committed'),
    ack: () => save('ack'),
    list: () => tim.TIMMsgGetMsgList({ ...conversation, params: { msg_getmsglist_param_count: 5 } }),
    flush: () => tim.flush(),
  };
  const outcomes = {};
  function count(what) {
    outcomes[what] = (outcomes[what] ?? 0) + 1;
  }
  let isStopped = false;
  parentPort.once('message', () => (isStopped = true));
  async function lane([name, call]) {
    while (!isStopped) {
      count(`${name}: ${await outcomeOf(call())}`);
      await delay(1);
    }
  }
  parentPort.postMessage('ready');
  const lanes = Array.from({ length: LANES }, () => Object.entries(calls)).flat();
  await Promise.all(lanes.map(lane));
  count(`close: ${await outcomeOf(tim.TIMUninit())}`);
  parentPort.postMessage(outcomes);
}

async function supervise() {
  const tim = await open();
  const threads = Array.from(
    { length: workers },
    (_, index) => new Worker(process.argv[1], { workerData: { store, thread: index + 1 } }),
  );
  const told = () =>
    Promise.all(threads.map((worker) => new Promise((resolve) => worker.once('message', resolve))));
  await told();
  for (let round = 0; round < logouts; round++) {
    await delay(20);
    await tim.TIMLogout();
    await tim.TIMLogin(user);
  }
  await delay(20);
  const loggedOut = tim.TIMLogout();
  const all = told();
  for (const worker of threads) worker.postMessage('stop');
  await loggedOut;
  const outcomes = {};
  for (const some of await all) {
    for (const [what, count] of Object.entries(some)) outcomes[what] = (outcomes[what] ?? 0) + count;
  }
  await tim.TIMUninit();
  writeSync(2, JSON.stringify(outcomes));
}

void (isMainThread ? supervise() : work());
