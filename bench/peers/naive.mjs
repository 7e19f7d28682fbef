import { createRequire } from 'node:module';
import { conditions, initConfig } from '../conditions.mjs';

const require = createRequire(import.meta.url);

/** The addon that one writes first (native/naive.cc). */
export async function open({ engine, folder, naive }) {
  const addon = require(naive);
  addon.load(engine);
  addon.setConfig(JSON.stringify(conditions.settings));
  addon.experimental(JSON.stringify(conditions.servers));
  const code = addon.init(conditions.sdkappid, JSON.stringify(initConfig(folder)));
  if (code !== 0) throw new Error(`TIMInit: ${code}`);
  const logIn = () =>
    addon.login(conditions.userId, conditions.userSig).then(({ code }) => code !== 0 && logIn());
  void logIn();
  void logIn();
  const save = async ({ conv_id, conv_type, params }) => {
    const { code, desc, json_param } = await addon.save(conv_id, conv_type, JSON.stringify(params));
    if (code !== 0) throw { code, desc };
    return { code, desc, json_param: JSON.parse(json_param) };
  };
  return { save, close: () => addon.uninit() };
}
