import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import path from 'node:path';

import { prepareStoreFolder } from '../../message-store/store-folder.js';
import type { Finding } from './finding.js';
import { stepOf, type Trial } from './trial.js';

/** Whether a store's folder could be used now. Makes nothing that was not there before. */
export async function storeFinding(folder: string, trial: Trial): Promise<Finding> {
  const name = 'store';
  const existing = await nearestExisting(folder);
  if (existing !== folder) return notYetThere(folder, existing);

  await prepareStoreFolder(folder);
  const lock = stepOf(trial, 'lock');
  if (lock === undefined || lock.held) {
    const summary = lock ? `${folder}, not in use` : `${folder}, writable`;
    return { name, ok: true, summary, facts: { folder, exists: true, holderPid: null } };
  }
  const facts = { folder, exists: true, holderPid: lock.holder };
  return lock.failure === ''
    ? {
        name,
        ok: false,
        summary: `${folder} is in use by process ${lock.holder}`,
        advice: 'End that process or use another folder: a store can be open in one process at a time.',
        facts,
      }
    : { name, ok: false, summary: `the lock file in ${folder} cannot be used: ${lock.failure}`, facts };
}

async function notYetThere(folder: string, existing: string): Promise<Finding> {
  const name = 'store';
  const facts = { folder, exists: false, holderPid: null };
  try {
    await access(existing, constants.W_OK | constants.X_OK);
    return { name, ok: true, summary: `${folder}, not yet there and can be made`, facts };
  } catch {
    const advice = `Make ${existing} writable for this user, or use another folder.`;
    return { name, ok: false, summary: `${folder} cannot be made in ${existing}`, advice, facts };
  }
}

async function nearestExisting(folder: string): Promise<string> {
  for (let at = folder; ; at = path.dirname(at)) {
    if (at === path.dirname(at) || (await isThere(at))) return at;
  }
}

/** Whether a path leads to something. */
export async function isThere(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    throw error;
  }
}
