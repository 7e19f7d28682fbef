import { createRequire } from 'node:module';
import { conditions, initConfig } from '../conditions.mjs';

const require = createRequire(import.meta.url);

/** ffi-rs as its documentation shows it: each call with a callback of its own. */
export async function open({ engine, folder }) {
  const { DataType, define, funcConstructor, open: openLibrary } = require('ffi-rs-latest');
  const { I32, String: Text, U64, Void } = DataType;
  const library = 'engine';
  openLibrary({ library, path: engine });
  const reply = funcConstructor({ paramsType: [I32, Text, Text, U64], retType: Void });
  const table = (functions) =>
    define(
      Object.fromEntries(
        Object.entries(functions).map(([name, paramsType]) => [name, { library, retType: I32, paramsType }]),
      ),
    );
  const functions = table({
    TIMSetConfig: [Text, reply, U64],
    callExperimentalAPI: [Text, reply, U64],
    TIMInit: [U64, Text],
    TIMUninit: [],
    TIMLogin: [Text, Text, reply, U64],
    TIMMsgSaveMsg: [Text, I32, Text, reply, U64],
  });

  const save = ({ conv_id, conv_type, params }) =>
    new Promise((resolve, reject) => {
      const onReply = (code, desc, json) => {
        if (code === 0) resolve({ code, desc, json_param: JSON.parse(json) });
        else reject({ code, desc });
      };
      const code = functions.TIMMsgSaveMsg([conv_id, conv_type, JSON.stringify(params), onReply, 0]);
      if (code !== 0) reject({ code });
    });

  const logIn = () =>
    functions.TIMLogin([conditions.userId, conditions.userSig, (code) => code !== 0 && logIn(), 0]);

  functions.TIMSetConfig([JSON.stringify(conditions.settings), () => {}, 0]);
  functions.callExperimentalAPI([JSON.stringify(conditions.servers), () => {}, 0]);
  const code = functions.TIMInit([conditions.sdkappid, JSON.stringify(initConfig(folder))]);
  if (code !== 0) throw new Error(`TIMInit: ${code}`);
  logIn();
  logIn();
  return { save, close: () => functions.TIMUninit([]) };
}

/** Whether it can be loaded here. */
export function load() {
  require('ffi-rs-latest');
}
