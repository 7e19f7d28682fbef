import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { conditions } from '../conditions.mjs';

const require = createRequire(import.meta.url);

/**
 * The vendor's own path, as an Electron main process takes it, with a stand-in for the electron module.
 * What its renderer adds (IPC, and JSON on both sides of it) is left out, in its favour.
 */
export async function open({ engine, folder }) {
  // It takes the engine from the packaged application's resources, and makes a folder in the home.
  process.resourcesPath = path.resolve(path.dirname(engine), '../..');
  process.env.HOME = folder;
  if (os.homedir() !== folder) throw new Error('the home folder could not be set aside');
  const { default: TimMain = require('im_electron_sdk') } = require('im_electron_sdk');
  // Its documented doorway is IPC; what stands behind it is what is measured.
  const { _tim: tim } = new TimMain({ sdkappid: conditions.sdkappid });
  const base = tim.getTimbaseManager();
  await base.TIMSetConfig({ json_config: conditions.settings, user_data: '' });
  await base.callExperimentalAPI({ json_param: conditions.servers });
  const code = await base.TIMInit({ config_path: folder });
  if (code !== 0) throw new Error(`TIMInit: ${code}`);

  const logIn = () =>
    base.TIMLogin({ userID: conditions.userId, userSig: conditions.userSig }).catch(() => logIn());
  void logIn();
  void logIn();
  const messages = tim.getAdvanceMessageManager();
  return { save: (params) => messages.TIMMsgSaveMsg(params), close: () => base.TIMUninit() };
}

/** Whether it can be loaded here. */
export function load() {
  require.resolve('im_electron_sdk');
  require('ffi-rs');
}
