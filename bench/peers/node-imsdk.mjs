import { conditions } from '../conditions.mjs';
import { Tim } from '../../dist/index.js';
import { validateSave } from '../../dist/message-store/validation.js';

/**
 * This package, as its users call it: in local-only mode, which applies the conditions itself.
 *
 * @param job - `reads`: each saved message is looked at, and so parsed; otherwise only the code is.
 */
export async function open({ engine, folder, durability, reads }) {
  const tim = new Tim({ sdkappid: conditions.sdkappid, localOnly: true, libraryPath: engine, durability });
  await tim.TIMInit({ config_path: folder });
  await tim.TIMLogin({ userID: conditions.userId });
  return {
    save: reads
      ? async (params) => {
          const result = await tim.TIMMsgSaveMsg(params);
          void result.json_param;
          return result;
        }
      : (params) => tim.TIMMsgSaveMsg(params),
    saveCommitted: (params) => tim.TIMMsgSaveMsg(params, { durability: 'committed' }),
    validate: (params) => validateSave(params, { userId: conditions.userId }),
    close: () => tim.TIMUninit(),
  };
}
