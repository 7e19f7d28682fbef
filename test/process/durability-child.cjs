/**
 * A process that saves messages numbered from 0 and then ends in the way its plan says. It writes the number of
 * each save that has resolved, one a line, before it does anything else: the numbers written are what must
 * be in the store afterwards.
 *
 * Argument, as JSON: `store`, `saves`, `durability`, `ending` (one of those below) and `moment`, at which it
 * ends: when the `first` save or `all` have resolved.
 */
const { writeSync } = require('node:fs');
const { Tim } = require('../..');

const { store, saves, durability = 'committed', ending, moment = 'all' } = JSON.parse(process.argv[2]);

/** How many saves are under way at once where there is no end to them. */
const WINDOW = 256;

const endings = {
  SIGKILL: () => process.kill(process.pid, 'SIGKILL'),
  SIGTERM: () => process.kill(process.pid, 'SIGTERM'),
  'process.exit': () => process.exit(7),
  'uncaught exception': () =>
    queueMicrotask(() => {
      throw new Error('deliberate');
    }),
  'natural end': () => undefined,
};

async function main() {
  const tim = new Tim({ sdkappid: 1400000001, localOnly: true, durability });
  await tim.TIMInit({ config_path: store });
  await tim.TIMLogin({ userID: 'alice' });
  let resolved = 0;

  async function save(number) {
    const message = { message_elem_array: [{ elem_type: 0, text_elem_content: `#${number}#` }] };
    const { code } = await tim.TIMMsgSaveMsg({ conv_id: 'bob', conv_type: 1, params: message });
    // Synchronous, so that it is out before the process can end.
    if (code === 0) writeSync(1, `${number}\n`);
    resolved++;
    if (resolved === (moment === 'first' ? 1 : saves)) endings[ending]();
  }

  if (saves !== undefined) {
    for (let number = 0; number < saves; number++) void save(number);
    return;
  }
  let next = 0;
  for (let lane = 0; lane < WINDOW; lane++) {
    void (async () => {
      for (;;) await save(next++);
    })();
  }
}

void main();
