/**
 * A process whose main thread and workers save at once to one store, through the one engine. The number of each save
 * that has resolved is written at once, one a line: thread * 1,000,000 + count, the main thread being 0.
 *
 * When every thread has had some saves resolved, the first worker leaves with calls in flight; when the others have had
 * some more, everything is closed and the process ends by itself.
 *
 * Argument, as JSON: `store`, `workers` (how many), `leaving`: `terminate`, `exit` or `throw`, and `ending`: `close`, or
 * `SIGKILL` as soon as the worker has left.
 */
const { writeSync } = require('node:fs');
const { Worker, isMainThread, parentPort, workerData } = require('node:worker_threads');
const { Tim } = require('../..');

const { store, workers, leaving, ending } = isMainThread ? JSON.parse(process.argv[2]) : workerData;
const thread = isMainThread ? 0 : workerData.thread;
const LANES = 64;
const SOME = 300;

/** The pipe to the test is not blocking once a worker's console is piped to it, and can be full. */
function writeLine(line) {
  for (;;) {
    try {
      return writeSync(1, `${line}\n`);
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

/** Saves until it is told to stop; `onProgress` hears of every 300 saves that resolved. */
async function saveUntil(isStopped, onProgress) {
  const tim = new Tim({ sdkappid: 1400000001, localOnly: true });
  await tim.TIMInit({ config_path: store });
  await tim.TIMLogin({ userID: 'alice' });
  let next = 0;
  let resolved = 0;
  async function lane() {
    while (!isStopped()) {
      const number = thread * 1_000_000 + next++;
      const message = { message_elem_array: [{ elem_type: 0, text_elem_content: `#${number}#` }] };
      const { code } = await tim.TIMMsgSaveMsg({ conv_id: `peer-${thread}`, conv_type: 1, params: message });
      if (code === 0) writeLine(number);
      if (++resolved % SOME === 0) onProgress();
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane));
  await tim.TIMUninit();
}

function work() {
  let isStopped = false;
  parentPort.once('message', (how) => {
    if (how === 'exit') process.exit();
    if (how === 'throw') throw new Error('deliberate');
    isStopped = true;
  });
  return saveUntil(
    () => isStopped,
    () => parentPort.postMessage('progress'),
  );
}

async function supervise() {
  let isStopped = false;
  let mainProgress;
  const mainHasProgressed = new Promise((resolve) => (mainProgress = resolve));
  const main = saveUntil(() => isStopped, mainProgress);
  const threads = Array.from(
    { length: workers },
    (_, i) => new Worker(process.argv[1], { workerData: { store, thread: i + 1 } }),
  );
  const progress = (some) =>
    Promise.all(some.map((worker) => new Promise((resolve) => worker.once('message', resolve))));
  await Promise.all([mainHasProgressed, progress(threads)]);

  const [first, ...others] = threads;
  const left = new Promise((resolve) => first.once('exit', resolve));
  if (leaving === 'throw') first.on('error', () => undefined);
  if (leaving === 'terminate') await first.terminate();
  else first.postMessage(leaving);
  await left;
  if (ending === 'SIGKILL') process.kill(process.pid, 'SIGKILL');
  await progress(others);

  isStopped = true;
  const ended = others.map((worker) => new Promise((resolve) => worker.once('exit', resolve)));
  for (const worker of others) worker.postMessage('stop');
  await Promise.all([main, ...ended]);
}

void (isMainThread ? supervise() : work());
