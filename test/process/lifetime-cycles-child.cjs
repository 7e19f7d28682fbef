/**
 * A process that starts workers one after another. Each joins the engine or opens it, and ends with calls in flight.
 *
 * Argument, as JSON: `store`, `cycles`, and `ending`: how the workers end:
 * `exit`, `throw`, `terminate`: while they save, beside a client of the main thread; `unclosed`: by themselves, when
 * their saves have resolved;
 * `open`, `close`, `log out`: they are terminated at some moment of that, and then the main thread opens the same store,
 * or another.
 * Writes the code of a save that the main thread makes after each, and whether the message is in another store.
 */
const { readFileSync, writeSync } = require('node:fs');
const path = require('node:path');
const { Worker, isMainThread, parentPort, workerData } = require('node:worker_threads');
const { Tim } = require('../..');

const IN_FLIGHT = 50;
/** The engine opens, closes and logs out in about 10 ms each. */
const MOMENTS = 24;
/** Where a store has the messages of alice. */
const ALICE = '1400000001_616c696365';

const plan = isMainThread ? JSON.parse(process.argv[2]) : workerData;

const makeTim = () => new Tim({ sdkappid: 1400000001, localOnly: true });

async function open(store) {
  const tim = makeTim();
  await tim.TIMInit({ config_path: store });
  await tim.TIMLogin({ userID: 'alice' });
  return tim;
}

function save(tim, text = 'hello') {
  const params = { message_elem_array: [{ elem_type: 0, text_elem_content: text }] };
  return tim.TIMMsgSaveMsg({ conv_id: 'bob', conv_type: 1, params });
}

function saveMany(tim) {
  return Promise.all(Array.from({ length: IN_FLIGHT }, () => save(tim)));
}

const endings = {
  async exit() {
    void saveMany(await open(plan.store));
    setImmediate(() => process.exit());
  },
  async throw() {
    void saveMany(await open(plan.store));
    setImmediate(() => {
      throw new Error('deliberate');
    });
  },
  async terminate() {
    void saveMany(await open(plan.store));
    parentPort.postMessage('now');
  },
  async unclosed() {
    await saveMany(await open(plan.store));
  },
  async open() {
    parentPort.postMessage('now');
    await open(plan.store);
  },
  async close() {
    const tim = await open(plan.store);
    parentPort.postMessage('now');
    await tim.TIMUninit();
  },
  async 'log out'() {
    const tim = await open(plan.store);
    parentPort.postMessage('now');
    await tim.TIMLogout();
  },
};
const exitCodes = { exit: 0, throw: 1, terminate: 1, unclosed: 0 };

/** Runs one worker to its end. Resolves to its exit code. */
function runWorker(cycle) {
  const worker = new Worker(process.argv[1], { workerData: plan });
  worker.on('error', ({ message }) => {
    if (message !== 'deliberate') throw new Error(message);
  });
  worker.once('message', () => setTimeout(() => void worker.terminate(), cycle % MOMENTS));
  return new Promise((resolve) => worker.once('exit', resolve));
}

/** The workers share the engine with the main thread. */
async function besideMain() {
  const tim = await open(plan.store);
  for (let cycle = 0; cycle < plan.cycles; cycle++) {
    if ((await runWorker(0)) !== exitCodes[plan.ending]) throw new Error(`cycle ${cycle}`);
    writeSync(1, `${(await save(tim)).code}\n`);
  }
  await tim.TIMUninit();
}

/** The main thread finds the engine as the worker left it. */
async function beforeMain() {
  for (let cycle = 0; cycle < plan.cycles; cycle++) {
    await runWorker(cycle);
    const store = cycle % 2 === 0 ? plan.store : path.join(plan.store, 'another');
    const tim = await open(store);
    const text = `after worker ${cycle}.`;
    const { code } = await save(tim, text);
    await tim.TIMUninit();
    const isThere = readFileSync(path.join(store, ALICE, 'msg_0.db')).includes(text);
    writeSync(1, isThere ? `${code}\n` : `${code}, and saved elsewhere\n`);
  }
}

if (!isMainThread) void endings[plan.ending]();
else void (plan.ending in exitCodes ? besideMain() : beforeMain());
