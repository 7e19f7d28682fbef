// Started by trial.ts in a process of its own. Loading native code can end a process; this one may die of it.
import { performance } from 'node:perf_hooks';

import { sharedBarrier } from '../../message-store/commit/commit-barrier.js';
import { loadAddon } from '../../native/addon.js';
import { sharedBridge } from '../../native/bridge.js';
import { throwIfFailed } from '../../throw-if-failed.js';
import { Tim } from '../../tim.js';
import { TIMConvType, TIMElemType } from '../../types/index.js';
import type { TrialStep } from './trial.js';

const [trialStore = '', lockPath] = process.argv.slice(2);

tryEverything().catch((error: unknown) => {
  const { code, message } = error as { code?: string; message?: string };
  tell({ step: 'failure', code, message: message ?? String(error) });
});

async function tryEverything(): Promise<void> {
  const addon = loadAddon();
  tell({ step: 'addon' });
  if (lockPath !== undefined) {
    tell({ step: 'lock', ...addon.lockStore(lockPath) });
    addon.unlockStore();
  }

  const tim = new Tim({ sdkappid: 1, localOnly: true });
  tell({ step: 'engine', sdkVersion: await tim.TIMGetSDKVersion() });

  throwIfFailed({ code: await tim.TIMInit({ config_path: trialStore }) });
  throwIfFailed(await tim.TIMLogin({ userID: 'doctor' }));
  const started = performance.now();
  throwIfFailed(
    await tim.TIMMsgSaveMsg({
      conv_id: 'trial',
      conv_type: TIMConvType.kTIMConv_C2C,
      params: { message_elem_array: [{ elem_type: TIMElemType.kTIMElem_Text, text_elem_content: 'trial' }] },
    }),
  );
  const milliseconds = performance.now() - started;
  tell({ step: 'save', milliseconds, strategy: sharedBarrier(sharedBridge()).lastStrategy ?? 'none' });
  await tim.TIMUninit();
}

function tell(step: TrialStep): void {
  process.send?.(step);
}
