import os from 'node:os';

import { ImSdkError } from '../../errors.js';
import { enginePlatform, glibcVersion } from '../../native/engine-platform.js';
import { packageVersion } from '../package-version.js';
import type { Finding } from './finding.js';

const LEAST_NODE = 20;
const LEAST_NODE_API = 8;

/** The versions of this package and of what runs it. */
export function versionsFinding(): Finding {
  const { node, napi = '0' } = process.versions;
  const { electron } = process.versions as { electron?: string };
  const facts = { 'node-imsdk': packageVersion(), node, napi, electron };
  const summary =
    `node-imsdk ${facts['node-imsdk']}, Node.js ${node} (Node-API ${napi})` +
    (electron === undefined ? '' : `, Electron ${electron}`);
  const ok = Number.parseInt(node, 10) >= LEAST_NODE && Number(napi) >= LEAST_NODE_API;
  const name = 'versions';
  return ok
    ? { name, ok, summary, facts }
    : { name, ok, summary, facts, advice: `Use Node.js ${LEAST_NODE} or later.` };
}

/** The operating system, and whether there is an engine for it. */
export function systemFinding(): Finding {
  const glibc = glibcVersion();
  const facts = {
    platform: process.platform,
    arch: process.arch,
    release: os.release(),
    glibc: glibc ?? null,
  };
  const libc =
    process.platform === 'linux' ? `, ${glibc === undefined ? 'no glibc (musl?)' : `glibc ${glibc}`}` : '';
  const summary = `${process.platform}-${process.arch}, ${os.type()} ${os.release()}${libc}`;
  const name = 'system';
  try {
    enginePlatform();
    return { name, ok: true, summary, facts };
  } catch (error) {
    if (!(error instanceof ImSdkError)) throw error;
    return { name, ok: false, summary, facts, advice: error.message };
  }
}
