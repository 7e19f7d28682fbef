/**
 * A process that saves messages numbered from 0 until it is told to stop, and writes what became of each, one JSON
 * object a line: its `number`, and `code` where it resolved, or `error` and `mayHaveBeenStored` where it rejected.
 *
 * Argument, as JSON: `store`, the `padding` of messages in characters, which take turns, and `sessionsBefore`, how
 * often the engine is opened and closed first. Commands on standard input: `stop` (ends the saves, closes the client,
 * then writes `{"closed": 0}`) and `end`.
 */
const { createInterface } = require('node:readline');
const { setTimeout: delay } = require('node:timers/promises');
const { Tim } = require('../..');

const { store, padding = [0], sessionsBefore = 0 } = JSON.parse(process.argv[2]);
const LANES = 64;
let isStopped = false;

const write = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
const errorOf = ({ code, message, mayHaveBeenStored, field, holderPid }) => ({
  error: code,
  message,
  mayHaveBeenStored,
  field,
  holderPid,
});

async function main() {
  const tim = new Tim({ sdkappid: 1400000001, localOnly: true });
  for (let session = 0; session < sessionsBefore; session++) {
    await tim.TIMInit({ config_path: store });
    await tim.TIMUninit();
  }
  await tim.TIMInit({ config_path: store });
  await tim.TIMLogin({ userID: 'alice' });
  write({ opened: process.pid });

  let next = 0;
  async function saveUntilStopped() {
    while (!isStopped) {
      const number = next++;
      const text = `#${number}#${'x'.repeat(padding[number % padding.length])}`;
      const message = { message_elem_array: [{ elem_type: 0, text_elem_content: text }] };
      await tim.TIMMsgSaveMsg({ conv_id: 'bob', conv_type: 1, params: message }).then(
        ({ code }) => write({ number, code }),
        (error) => write({ number, ...errorOf(error) }),
      );
      // Spreads the saves over the time that the trouble takes.
      await delay(5);
    }
  }
  await Promise.all(Array.from({ length: LANES }, saveUntilStopped));
  write({ closed: await tim.TIMUninit() });
}

const commands = createInterface({ input: process.stdin });
commands.on('line', (command) => {
  if (command === 'stop') isStopped = true;
  else process.exit();
});

main().catch((error) => write(errorOf(error)));
