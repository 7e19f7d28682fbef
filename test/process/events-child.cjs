/**
 * A process that listens to the engine's events, as its plan says: `case` is one of those below, `store` a folder.
 * Local-only, the real engine tells at once that it cannot connect. Writes a line for each thing that happens.
 */
const { Worker, isMainThread, parentPort, workerData } = require('node:worker_threads');
const { Tim } = require('../..');

const plan = isMainThread ? JSON.parse(process.argv[2]) : workerData;
const write = (line) => process.stdout.write(`${line}\n`);
const makeTim = () => new Tim({ sdkappid: 1400000001, localOnly: true });
const open = (tim) => tim.TIMInit({ config_path: plan.store });
const told = (tim) => new Promise((resolve) => tim.once('networkStatusChanged', resolve));

const cases = {
  /** A listener throws, with or without somebody who takes the exception. */
  async throws() {
    if (plan.isHandled) process.on('uncaughtException', (error) => write(`uncaught: ${error.message}`));
    const tim = makeTim();
    const other = makeTim();
    tim.once('networkStatusChanged', () => {
      throw new Error('from a listener');
    });
    const wasTold = told(other).then(() => write('the other was told'));
    await Promise.all([open(tim), open(other)]);
    await wasTold;
    write(`still answers: ${(await tim.TIMLogin({ userID: 'alice' })).code}`);
    await Promise.all([tim.TIMUninit(), other.TIMUninit()]);
  },

  /** What a call tells of on its way throws, in many calls that are told of together. */
  async throwsInCalls() {
    process.on('uncaughtException', (error) => write(`uncaught: ${error.message}`));
    const tim = makeTim();
    await open(tim);
    await tim.TIMLogin({ userID: 'alice' });
    const send = async (_, i) => {
      const onMessageId = () => {
        throw new Error(`from call ${i}`);
      };
      const params = { message_elem_array: [{ elem_type: 0, text_elem_content: 'hello' }] };
      await tim.TIMMsgSendMessage({ conv_id: 'bob', conv_type: 1, params }, { onMessageId });
      write(`answered: ${i}`);
    };
    await Promise.all(Array.from({ length: plan.calls }, send));
    await tim.TIMUninit();
  },

  /** Nothing but listeners is left. */
  async listens() {
    const tim = makeTim();
    tim.on('networkStatusChanged', () => undefined);
    tim.TIMSetConvEventCallback({ callback: () => undefined });
    void tim.events('log').next();
    await open(tim);
    write('open');
  },

  /** The same with ref: alive until TIMUninit. */
  async refs() {
    const tim = makeTim().ref();
    await open(tim);
    setTimeout(() => void tim.TIMUninit().then(() => write('closed')), 200).unref();
  },

  /** The same with ref and unref. */
  async unrefs() {
    const tim = makeTim().ref();
    await open(tim);
    tim.unref();
    write('open');
  },

  /** Workers that listen are terminated, one after the other, while the engine goes on telling. */
  async workers() {
    const tim = makeTim();
    let count = 0;
    tim.on('messagesUpdated', () => count++);
    await open(tim);
    await tim.TIMLogin({ userID: 'alice' });
    const params = { message_elem_array: [{ elem_type: 0, text_elem_content: 'hello' }] };
    const { json_param: message } = await tim.TIMMsgSaveMsg({ conv_id: 'bob', conv_type: 1, params });
    const tellAgain = () => tim.TIMMsgModifyMessage({ params: message });
    for (let i = 0; i < 5; i++) {
      const worker = new Worker(require.main.filename, { workerData: { ...plan, case: 'listensInWorker' } });
      let isTold = false;
      worker.once('message', () => (isTold = true));
      while (!isTold) await tellAgain();
      const ended = worker.terminate();
      for (let n = 0; n < 50; n++) void tellAgain();
      await ended;
    }
    const before = count;
    while (count === before) await tellAgain();
    write('the main thread is still told');
    await tim.TIMUninit();
  },

  async listensInWorker() {
    const tim = makeTim();
    tim.on('messagesUpdated', () => parentPort.postMessage('told'));
    tim.on('log', () => undefined);
    await open(tim);
    await new Promise(() => setInterval(() => undefined, 1000));
  },
};

cases[plan.case]().catch((error) => write(`failed: ${error.stack}`));
