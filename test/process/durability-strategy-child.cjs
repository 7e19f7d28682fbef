/**
 * A process that makes the engine commit in the way its plan names, and kills itself when that is done. Beforehand it
 * writes the numbers of all saves that the engine has acknowledged, one a line.
 *
 * Argument, as JSON: `store`, `saves`, `strategy`, the messages' `sender`; without a strategy, it takes the one that is
 * chosen for a session that has a login at the service, with a message of `padding` characters in the store.
 */
const { writeSync } = require('node:fs');
const { Tim } = require('../..');
const { sharedBridge } = require('../../dist/native/bridge.js');
const { ProcessSession } = require('../../dist/message-store/process-session.js');
const { chooseStrategy, commit } = require('../../dist/message-store/commit/commit-strategy.js');
const { UserStore } = require('../../dist/message-store/commit/user-store.js');

const { store, saves, sender, padding = 0, ...plan } = JSON.parse(process.argv[2]);

/** As after a login at the service, which no test can have: the store may not be switched then. */
class OnlineSession extends ProcessSession {
  get identity() {
    return { ...super.identity, localOnly: false };
  }
}

async function main() {
  const tim = new Tim({ sdkappid: 1400000001, localOnly: true, durability: 'ack' });
  await tim.TIMInit({ config_path: store });
  await tim.TIMLogin({ userID: 'alice' });
  const save = (text, options) => {
    const message = {
      message_elem_array: [{ elem_type: 0, text_elem_content: text }],
      message_sender: sender,
    };
    return tim.TIMMsgSaveMsg({ conv_id: 'bob', conv_type: 1, params: message }, options);
  };
  const bridge = sharedBridge();
  const session =
    plan.strategy === undefined ? new OnlineSession(bridge.addon) : new ProcessSession(bridge.addon);
  for (let size = 0; size < padding; size += 250_000) {
    await save('x'.repeat(250_000), { durability: 'committed' });
  }
  await Promise.all(Array.from({ length: saves }, (_, number) => save(`#${number}#`)));
  const userStore = UserStore.of(session);
  const chosen = chooseStrategy(session, userStore);
  const strategy = plan.strategy ?? chosen;
  writeSync(1, `${strategy}\n${Array.from({ length: saves }, (_, number) => `${number}\n`).join('')}`);
  if (strategy !== 'none') await commit(bridge, userStore, strategy);
  process.kill(process.pid, 'SIGKILL');
}

void main();
