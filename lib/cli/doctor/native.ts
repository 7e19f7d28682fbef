import { addonPath } from '../../native/addon.js';
import { searchEngine } from '../../native/find-engine.js';
import { messageWithCode } from '../output.js';
import { addonOrigin } from './addon-origin.js';
import type { Finding } from './finding.js';
import { stepOf, type Trial } from './trial.js';

/** Which addon file is used, where it comes from, and whether it loads. */
export function addonFinding(trial: Trial): Finding {
  const name = 'addon';
  const file = addonPath();
  const compile = 'Compile it: npm rebuild node-imsdk (needs python3, make and a C++17 compiler).';
  const details = whatHappened(trial);
  if (file === undefined) {
    const summary = 'there is none for this platform';
    return { name, ok: false, summary, details, advice: compile, facts: { path: null } };
  }
  const origin = addonOrigin(file);
  const facts = { path: file, origin };
  if (!stepOf(trial, 'addon')) {
    return { name, ok: false, summary: `${file} does not load`, details, advice: compile, facts };
  }
  const summary = `${file} (${origin})`;
  // On macOS whoever signs an app signs the addon in it too, which changes its bytes.
  if (origin !== 'prebuilt, but not as published' || process.platform === 'darwin') {
    return { name, ok: true, summary, facts };
  }
  return { name, ok: false, summary, advice: 'Install the package again.', facts };
}

/** Whether the engine loads, and what version it says it is. */
export function loadFinding(trial: Trial): Finding {
  const name = 'load';
  const engine = stepOf(trial, 'engine');
  if (engine) {
    const { sdkVersion } = engine;
    return { name, ok: true, summary: `TIMGetSDKVersion says ${sdkVersion}`, facts: { sdkVersion } };
  }
  if (!stepOf(trial, 'addon')) return notTried(name, 'the addon does not load');
  if (searchEngine().failure) return notTried(name, 'no engine was found');
  return {
    name,
    ok: false,
    summary: 'the engine does not load',
    details: whatHappened(trial),
    advice:
      'Try the one that this version is tested with: npx node-imsdk fetch-sdk, and unset NODE_IMSDK_LIBRARY.',
  };
}

/** Whether a message can be saved and is known to be on disk: the commit barrier at work. */
export function saveFinding(trial: Trial): Finding {
  const name = 'commit';
  const save = stepOf(trial, 'save');
  if (save && trial.ended === undefined) {
    const milliseconds = Number(save.milliseconds.toFixed(1));
    const { strategy } = save;
    const summary =
      `a message saved into a temporary store was known to be on disk after ${milliseconds} ms, by ` +
      (strategy === 'commit timer' ? "waiting for the engine's timer (the fallback)" : `the ${strategy}`);
    return { name, ok: true, summary, facts: { milliseconds, strategy } };
  }
  if (!stepOf(trial, 'engine')) return notTried(name, 'the engine does not load');
  const summary = save ? 'a message was saved, and closing the store failed' : 'a message cannot be saved';
  return { name, ok: false, summary, details: whatHappened(trial) };
}

function notTried(name: string, reason: string): Finding {
  return { name, ok: false, summary: `not tried: ${reason}` };
}

function whatHappened(trial: Trial): string[] {
  const failure = stepOf(trial, 'failure');
  const lines = failure ? [messageWithCode(failure)] : [];
  if (trial.ended !== undefined) lines.push(`the process that tried it ended ${trial.ended}`);
  if (trial.stderr.trim() !== '') lines.push(trial.stderr.trim());
  return lines;
}
