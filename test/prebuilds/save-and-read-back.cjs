// What a prebuild has to do on whatever host runs it, in three processes: one saves and is killed as soon as
// the saves have resolved; one finds all of them and keeps the store open; meanwhile one is refused the store.
// Plain CommonJS that needs nothing but the package, which it takes from where the plan's dependent would.
//   node save-and-read-back.cjs PLAN      a JSON file, see scripts/hosts/scenario.mjs
const { existsSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');
const { setTimeout: delay } = require('node:timers/promises');

const plan = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const entry = createRequire(plan.dependent).resolve('node-imsdk');
const { Tim } = require(entry);

const texts = Array.from({ length: 20 }, (_, number) => `#${number} 消息 é 😀 ${'x'.repeat(number * 100)}`);
const toBob = (params) => ({ conv_id: 'bob', conv_type: 1, params });

const phases = {
  async save(tim) {
    await open(tim);
    // One alone, whose commit is its own, and then many that share theirs.
    const [first, ...others] = texts;
    await saveText(tim, first);
    await Promise.all(others.map((text) => saveText(tim, text)));
    report();
    // No closing and no flush: what has resolved must be on disk by itself.
    process.kill(process.pid, 'SIGKILL');
  },

  async readBack(tim) {
    await open(tim);
    const params = { msg_getmsglist_param_count: 2 * texts.length };
    const messages = succeeded('Reading', await tim.TIMMsgGetMsgList(toBob(params)));
    const found = messages.map(({ message_elem_array: [element] }) => element.text_elem_content);
    const lost = texts.filter((text) => !found.includes(text));
    if (lost.length > 0 || found.length !== texts.length)
      throw new Error(`Saved: ${texts.length}. Found: ${found.length}. Lost: ${lost.length}`);
    report();
    while (!existsSync(plan.release)) await delay(50);
    await tim.TIMUninit();
  },

  async refused(tim) {
    try {
      await tim.TIMInit({ config_path: plan.store });
    } catch (error) {
      if (error.code !== 'ERR_IMSDK_STORE_IN_USE') throw error;
      if (!error.message.includes(String(plan.holder)))
        throw new Error(`The process that has the store is ${plan.holder}`, { cause: error });
      return report();
    }
    throw new Error('A second process got the store');
  },
};

async function open(tim) {
  const code = await tim.TIMInit({ config_path: plan.store });
  if (code !== 0) throw new Error(`TIMInit was answered with ${code}`);
  succeeded('TIMLogin', await tim.TIMLogin({ userID: 'alice' }));
}

async function saveText(tim, text) {
  const message = { message_elem_array: [{ elem_type: 0, text_elem_content: text }] };
  succeeded('Saving', await tim.TIMMsgSaveMsg(toBob(message)));
}

function succeeded(what, { code, desc, json_param: result }) {
  if (code !== 0) throw new Error(`${what} was answered with ${code}: ${desc}`);
  return result;
}

/** Tells that all went well so far. */
function report() {
  const packageFolder = path.resolve(entry, '../..');
  const nodeGypBuild = createRequire(entry)('node-gyp-build');
  const addon = path.relative(packageFolder, nodeGypBuild.resolve(packageFolder)).replaceAll('\\', '/');
  const { pid, platform, arch } = process;
  // Whole or not at all: somebody waits for it.
  writeFileSync(`${plan.report}.part`, JSON.stringify({ pid, addon, host: `${platform}-${arch}` }));
  renameSync(`${plan.report}.part`, plan.report);
}

void phases[plan.phase](new Tim({ sdkappid: 1400000001, localOnly: true, libraryPath: plan.library }));
