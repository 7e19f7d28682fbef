/**
 * A process that loads this package more than once.
 *
 * Argument, as JSON: `store`, `packages` (folders, each to be required), and `scenario`, one of those below. Writes a
 * line for each save: the number of the copy, and what came of it.
 */
const { writeSync } = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { Worker, isMainThread, parentPort, workerData } = require('node:worker_threads');

const { store, packages, scenario } = isMainThread ? JSON.parse(process.argv[2]) : workerData;

const say = (words) => writeSync(1, `${words}\n`);

async function open(package_) {
  const tim = new package_.Tim({ sdkappid: 1400000001, localOnly: true });
  await tim.TIMInit({ config_path: store });
  await tim.TIMLogin({ userID: 'alice' });
  return tim;
}

/** Opens a client, saves a few messages and reads them all back, whichever client saved them. */
async function use(package_, copy) {
  try {
    const tim = await open(package_);
    const params = { message_elem_array: [{ elem_type: 0, text_elem_content: `#${copy}#` }] };
    const { code } = await tim.TIMMsgSaveMsg({ conv_id: 'bob', conv_type: 1, params });
    say(`${copy} ${code}`);
    return tim;
  } catch (error) {
    say(`${copy} ${error.code} ${error.message}`);
  }
}

const closeAll = (clients) => Promise.all(clients.map((tim) => tim?.TIMUninit()));

const scenarios = {
  async 'one after another'() {
    const copies = packages.map((folder) => require(folder));
    if (new Set(copies).size !== copies.length) throw new Error('these are one copy');
    const clients = [];
    for (const [index, copy] of copies.entries()) clients.push(await use(copy, index));
    await closeAll(clients);
    // Whoever comes first after that opens it again.
    for (const [index, copy] of copies.reverse().entries()) await closeAll([await use(copy, index)]);
  },
  async 'at once'() {
    await closeAll(await Promise.all(packages.map((folder, index) => use(require(folder), index))));
  },
  async 'twice, its modules being forgotten'() {
    const [folder] = packages;
    const first = await use(require(folder), 0);
    for (const file of Object.keys(require.cache)) delete require.cache[file];
    await closeAll([first, await use(require(folder), 1)]);
  },
  async 'by require and by import'() {
    const [folder] = packages;
    const imported = await import(pathToFileURL(path.join(folder, 'dist', 'index.mjs')).href);
    await closeAll([await use(require(folder), 0), await use(imported, 1)]);
  },
  async 'in the main thread and in a worker'() {
    const [ofMain, ofWorker] = packages;
    const worker = new Worker(process.argv[1], {
      workerData: { store, packages: [ofWorker], scenario: 'worker' },
    });
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    const main = use(require(ofMain), 0);
    await new Promise((resolve) => worker.once('message', resolve));
    await closeAll([await main]);
    worker.postMessage('close');
    await ended;
  },
  async worker() {
    const tim = await use(require(packages[0]), 1);
    parentPort.once('message', () => void closeAll([tim]));
    parentPort.postMessage('used');
  },
};

void scenarios[scenario]();
