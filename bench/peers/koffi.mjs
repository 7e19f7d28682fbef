import { createRequire } from 'node:module';
import { conditions, initConfig } from '../conditions.mjs';

const require = createRequire(import.meta.url);

/** koffi as one who knows it would use it: one callback registered once, and an id for each call. */
export async function open({ engine, folder }) {
  const koffi = require('koffi');
  const library = koffi.load(engine);
  const Reply = koffi.proto('void Reply(int code, const char *desc, const char *json, size_t user_data)');
  const functions = Object.fromEntries(
    [
      'int TIMSetConfig(const char *json, Reply *callback, size_t user_data)',
      'int callExperimentalAPI(const char *json, Reply *callback, size_t user_data)',
      'int TIMInit(uint64_t sdkappid, const char *json)',
      'int TIMUninit()',
      'int TIMLogin(const char *user_id, const char *user_sig, Reply *callback, size_t user_data)',
      'int TIMMsgSaveMsg(const char *conv_id, int conv_type, const char *json, Reply *callback, size_t user_data)',
    ].map((prototype) => [/(\w+)\(/.exec(prototype)[1], library.func(prototype)]),
  );

  // Calls under way do not keep the process: without this it ends at the first `await`, and crashes doing so.
  const keepAlive = setInterval(() => {}, 2 ** 30);

  const pending = new Map();
  let lastId = 0;
  const onReply = koffi.register((code, desc, json, id) => {
    const settle = pending.get(Number(id));
    pending.delete(Number(id));
    settle?.(code, desc, json);
  }, koffi.pointer(Reply));

  const save = ({ conv_id, conv_type, params }) =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      pending.set(id, (code, desc, json) => {
        if (code !== 0) reject({ code, desc });
        else resolve({ code, desc, json_param: JSON.parse(json) });
      });
      const code = functions.TIMMsgSaveMsg(conv_id, conv_type, JSON.stringify(params), onReply, id);
      if (code === 0) return;
      pending.delete(id);
      reject({ code });
    });

  const logIn = () => {
    const id = ++lastId;
    pending.set(id, (code) => code !== 0 && logIn());
    functions.TIMLogin(conditions.userId, conditions.userSig, onReply, id);
  };

  functions.TIMSetConfig(JSON.stringify(conditions.settings), null, 0);
  functions.callExperimentalAPI(JSON.stringify(conditions.servers), null, 0);
  const code = functions.TIMInit(conditions.sdkappid, JSON.stringify(initConfig(folder)));
  if (code !== 0) throw new Error(`TIMInit: ${code}`);
  logIn();
  logIn();
  const close = () => {
    clearInterval(keepAlive);
    functions.TIMUninit();
  };
  return { save, close };
}

/** Whether it can be loaded here. */
export function load() {
  require('koffi');
}
