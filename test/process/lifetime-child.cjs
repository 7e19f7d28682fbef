/**
 * A process that ends, or does not, with the engine loaded.
 *
 * Argument, as JSON: `store`, and the `scenario`, one of those below.
 */
const { writeSync } = require('node:fs');
const { Tim } = require('../..');

const { store, scenario } = JSON.parse(process.argv[2]);
const tim = new Tim({ sdkappid: 1400000001, localOnly: true });

const save = () =>
  tim.TIMMsgSaveMsg({
    conv_id: 'bob',
    conv_type: 1,
    params: { message_elem_array: [{ elem_type: 0, text_elem_content: 'hello' }] },
  });

async function logIn() {
  await tim.TIMInit({ config_path: store });
  await tim.TIMLogin({ userID: 'alice' });
}

const saveMany = () => Promise.all(Array.from({ length: 2000 }, save));

const scenarios = {
  async 'made and not opened'() {},
  async 'called before it was opened'() {
    writeSync(1, `${(await save()).code}\n`);
  },
  async 'open and idle'() {
    await tim.TIMInit({ config_path: store });
    writeSync(1, 'open\n');
  },
  async 'logged in and idle'() {
    await logIn();
    await save();
    writeSync(1, 'saved\n');
  },
  async 'a save pending'() {
    await logIn();
    void save().then(({ code }) => writeSync(1, `${code}\n`));
  },
  async 'a read pending'() {
    await logIn();
    const params = { msg_getmsglist_param_count: 1 };
    void tim
      .TIMMsgGetMsgList({ conv_id: 'bob', conv_type: 1, params })
      .then(({ code }) => writeSync(1, `${code}\n`));
  },
  async closed() {
    await logIn();
    await saveMany();
    writeSync(1, `${await tim.TIMUninit()}\n`);
  },
  async 'closed ten times'() {
    for (let round = 0; round < 10; round++) {
      await logIn();
      void saveMany();
      writeSync(1, `${await tim.TIMUninit()}\n`);
    }
  },
  async 'process.exit with calls in flight'() {
    await logIn();
    void saveMany();
    setImmediate(() => process.exit(7));
  },
  async 'uncaught exception'() {
    await logIn();
    void saveMany();
    setImmediate(() => {
      throw new Error('deliberate');
    });
  },
  async 'unhandled rejection'() {
    await logIn();
    void saveMany();
    setImmediate(() => void Promise.reject(new Error('deliberate')));
  },
  async SIGINT() {
    await logIn();
    void saveMany();
    setImmediate(() => process.kill(process.pid, 'SIGINT'));
  },
  async SIGTERM() {
    await logIn();
    void saveMany();
    setImmediate(() => process.kill(process.pid, 'SIGTERM'));
  },
  async 'SIGTERM that is listened to'() {
    await logIn();
    const saving = saveMany();
    process.once('SIGTERM', async () => {
      const closed = await tim.TIMUninit();
      const codes = new Set((await saving).map(({ code }) => code));
      writeSync(1, `${[...codes].join()} ${closed}\n`);
    });
    setImmediate(() => process.kill(process.pid, 'SIGTERM'));
  },
  async 'process.exit while it opens'() {
    void logIn();
    setImmediate(() => process.exit(7));
  },
  async 'process.exit while it closes'() {
    await logIn();
    void saveMany();
    void tim.TIMUninit();
    setImmediate(() => process.exit(7));
  },
};

void scenarios[scenario]();
