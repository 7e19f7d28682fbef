/**
 * A process with an engine that also has vm contexts or child processes.
 *
 * Argument, as JSON: `store`, and the `scenario`, one of those below.
 */
const { execFile, fork, spawn } = require('node:child_process');
const { readFileSync, writeSync } = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');
const { promisify } = require('node:util');
const vm = require('node:vm');
const { Tim } = require('../..');

const { store, scenario } = JSON.parse(process.argv[2]);
const say = (word) => writeSync(1, `${word}\n`);

async function open(Class = Tim, folder = store) {
  const tim = new Class({ sdkappid: 1400000001, localOnly: true });
  await tim.TIMInit({ config_path: folder });
  await tim.TIMLogin({ userID: 'alice' });
  return tim;
}

async function save(tim) {
  const params = { message_elem_array: [{ elem_type: 0, text_elem_content: 'hello' }] };
  return (await tim.TIMMsgSaveMsg({ conv_id: 'bob', conv_type: 1, params })).code;
}

/** Codes of many saves, each once. */
async function saveMany(tim) {
  const codes = await Promise.all(Array.from({ length: 2000 }, () => save(tim)));
  return [...new Set(codes)].join();
}

/** Loads a CommonJS file, and what it requires by relative paths, with the objects of a context. */
function loadInContext(file, context, modules = new Map()) {
  if (modules.has(file)) return modules.get(file).exports;
  const module = { exports: {} };
  modules.set(file, module);
  const outside = createRequire(file);
  const inside = (name) =>
    name.startsWith('.') && !name.endsWith('.json')
      ? loadInContext(outside.resolve(name), context, modules)
      : outside(name);
  const names = ['exports', 'require', 'module', '__filename', '__dirname'];
  const body = readFileSync(file, 'utf8').replace(/^#!.*/, '');
  const run = vm.compileFunction(body, names, { filename: file, parsingContext: context });
  run(module.exports, inside, module, file, path.dirname(file));
  return module.exports;
}

const scenarios = {
  /** A program's code, in a context, with a client from outside: its objects are of another realm. */
  async 'a client in a context'() {
    const tim = await open();
    const code = `(async () => {
      const params = { message_elem_array: [{ elem_type: 0, text_elem_content: 'hello' }] };
      const result = await tim.TIMMsgSaveMsg({ conv_id: 'bob', conv_type: 1, params });
      const refusal = await tim.TIMMsgSaveMsg({ conv_id: 'bob', conv_type: 1, params: [] }).catch((error) => error);
      return [result.code, result.json_param.message_elem_array.length, refusal.code];
    })()`;
    say([...(await vm.runInNewContext(code, { tim }))].join());
    await tim.TIMUninit();
  },
  /** The package itself, in each of several contexts. */
  async 'a copy in each of three contexts'() {
    const globals = () =>
      vm.createContext({ process, Buffer, setTimeout, clearTimeout, AbortSignal, Symbol, URL });
    const main = require.resolve('../..');
    const copies = [0, 1, 2].map(() => loadInContext(main, globals()).Tim);
    const clients = await Promise.all(copies.map((copy) => open(copy)));
    say(await Promise.all(clients.map(saveMany)));
    await Promise.all(clients.map((tim) => tim.TIMUninit()));
  },
  async 'fork with calls in flight'() {
    const tim = await open();
    const saving = saveMany(tim);
    const child = fork(process.argv[1], [JSON.stringify({ store, scenario: 'forked' })], { silent: true });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    const code = await new Promise((resolve) => child.once('exit', resolve));
    say(
      `${code} ${output.trim().replace(String(process.pid), 'parent')} ${await saving} ${await tim.TIMUninit()}`,
    );
  },
  async forked() {
    const { code, holderPid } = await open().catch((error) => error);
    const own = await open(Tim, path.join(store, 'own'));
    say(`${code} ${holderPid} ${await save(own)} ${await own.TIMUninit()}`);
    process.disconnect();
  },
  async 'programs started with calls in flight'() {
    const tim = await open();
    const saving = saveMany(tim);
    const runs = Array.from({ length: 20 }, (_, i) => promisify(execFile)('echo', [String(i)]));
    say((await Promise.all(runs)).map(({ stdout }) => stdout.trim()).join());
    say(`${await saving} ${await tim.TIMUninit()}`);
  },
  /** The child outlives this process, which does not close its client. Writes its pid. */
  async 'a program that outlives it'() {
    await save(await open());
    const child = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });
    child.unref();
    say(child.pid);
  },
  async 'the store again'() {
    const tim = await open();
    say(`${await save(tim)} ${await tim.TIMUninit()}`);
  },
};

void scenarios[scenario]();
