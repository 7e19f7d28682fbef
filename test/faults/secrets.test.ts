/** What a message says, and what a user logs in with, is in no error and in nothing that is printed of a client. */
import fs from 'node:fs';
import { inspect } from 'node:util';

import { pageMethods } from '../../lib/electron/methods.js';
import { TIMConvType, type Tim } from '../../lib/index.js';
import {
  clearFaults,
  expire,
  makeTim,
  messageFor,
  openTim,
  script,
  temporaryFolder,
} from './scripted-engine';
import { runScenario } from './scripted-child';
import { findParameters } from './valid-parameters';

// Short: JSON.parse quotes ten characters of what it cannot read.
const TEXT = 'Prv8words';
const SIGNATURE = 'private-signature-of-a-user';
const save = 'TIMMsgSaveMsg';
const secret = messageFor(TEXT);
let tim: Tim;

beforeEach(async () => {
  tim = await openTim();
});

afterEach(async () => {
  await clearFaults(tim);
  await tim.TIMUninit();
});

/** Everything of a value that a program would print or log. */
function printed(value: unknown): string {
  return inspect(value, { depth: 20, showHidden: true, getters: true, maxStringLength: null });
}

test.each([
  ['acknowledged and lost', { function: save, loses: true }, 'ERR_IMSDK_NOT_STORED'],
  [
    'acknowledged in words that are no JSON',
    { function: save, replies: [{ json: `{"text":"${TEXT}" ${TEXT}` }] },
    'ERR_IMSDK_NOT_VERIFIED',
  ],
  [
    'filed elsewhere',
    { function: save, replies: [{ json: `{"message_msg_id":"-1-2","message_conv_id":"x","t":"${TEXT}"}` }] },
    'ERR_IMSDK_MISPLACED',
  ],
])('the error of a save that is %s says nothing of the message', async (_, fault, code) => {
  await script(tim, fault);
  const error: unknown = await tim.TIMMsgSaveMsg(secret).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code });
  expect(printed(error)).not.toContain(TEXT);
});

test('the error of a save whose time runs out says nothing of the message', async () => {
  await script(tim, { function: save, replies: [] });
  const error = await expire((options) => tim.TIMMsgSaveMsg(secret, options));
  expect(error).toMatchObject({ code: 'ERR_IMSDK_TIMEOUT' });
  expect(printed(error)).not.toContain(TEXT);
});

test.each([
  ['another field is wrong', { ...secret, params: { ...secret.params, message_custom_int: 2 ** 40 } }],
  ['its conversation is wrong', { ...secret, conv_id: 5 as unknown as string }],
  ['it is too large', messageFor(TEXT.repeat(40_000))],
])('a message that is refused because %s is not in the error', async (_, params) => {
  const error: unknown = await tim.TIMMsgSaveMsg(params).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(printed(error)).not.toContain(TEXT);
});

test('the error of an answer that is not JSON says nothing of the answer', async () => {
  await tim.TIMMsgSaveMsg(secret);
  await script(tim, { function: 'TIMMsgGetMsgList', replies: [{ json: TEXT }] });
  const result = await tim.TIMMsgGetMsgList({
    conv_id: 'bob',
    conv_type: TIMConvType.kTIMConv_C2C,
    params: {},
  });
  let error: unknown;
  try {
    result.json_param?.at(0);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toMatchObject({ code: 'ERR_IMSDK_ENGINE' });
  expect(printed(error)).not.toContain(TEXT);
});

/** Puts the text into every object of some parameters. */
function withSecret(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withSecret);
  return { ...Object.fromEntries(Object.entries(value).map(([k, v]) => [k, withSecret(v)])), mine: TEXT };
}

test.each(pageMethods.filter((method) => !/^TIM(?:Init|Uninit|Login|Logout)$/.test(method)))(
  'no error of %s says anything of what was passed or answered',
  async (method) => {
    const call = (args: readonly unknown[]): Promise<unknown> =>
      (tim[method] as (...args: readonly unknown[]) => Promise<unknown>)(...args);
    const outcomeOf = (args: readonly unknown[]): Promise<unknown> =>
      call(args).then(
        (result) => printable(result),
        (reason: unknown) => reason,
      );
    const found = await findParameters((args) =>
      call(args).then(
        () => undefined,
        (reason: unknown) => reason,
      ),
    );
    const [params, options] = [withSecret(found.valid[0]), found.valid[1]];
    const outcomes: unknown[] = [await outcomeOf([params, { ...options, signal: AbortSignal.abort() }])];
    for (const name of found.read[0] ?? []) {
      outcomes.push(await outcomeOf([{ ...(params as object), [name]: 0.5 }, options]));
    }
    await script(tim, { function: method, replies: [{ json: `[{"text":"${TEXT}" ${TEXT}` }] });
    outcomes.push(await outcomeOf([params, options]));
    for (const outcome of outcomes) expect(printed(outcome)).not.toContain(TEXT);
  },
);

/** What reading a result throws; of one that is readable nothing, as it may say what the engine says. */
function printable(result: unknown): unknown {
  try {
    structuredClone(result);
    return undefined;
  } catch (error) {
    return error;
  }
}

test('a client prints neither the messages that it saves nor the signature that it logs in with', async () => {
  await script(tim, { function: save, replies: [] });
  const pending = expire((options) => tim.TIMMsgSaveMsg(secret, options));
  const text = printed(tim);
  await pending;
  expect(text).not.toContain(TEXT);
  await tim.TIMUninit();
  const online = makeTim({ localOnly: false });
  await online.TIMInit({ config_path: temporaryFolder() });
  await online.TIMLogin({ userID: 'alice', userSig: SIGNATURE });
  expect(printed(online)).not.toContain(SIGNATURE);
  await online.TIMUninit();
});

test('the error of a login that is refused or fails says nothing of the signature', async () => {
  await script(tim, { function: 'TIMLogin', times: 0, replies: [{ code: 6206, desc: 'expired' }] });
  await tim.TIMUninit();
  const online = makeTim({ localOnly: false });
  await online.TIMInit({ config_path: temporaryFolder() });
  const failed = await online.TIMLogin({ userID: 'alice', userSig: SIGNATURE });
  expect(failed.code).toBe(6206);
  const refused: unknown = await online
    .TIMLogin({ userID: 'a'.repeat(200), userSig: SIGNATURE })
    .catch((reason: unknown) => reason);
  expect(refused).toBeInstanceOf(Error);
  expect(printed([failed, refused])).not.toContain(SIGNATURE);
  await clearFaults(online);
  await online.TIMUninit();
});

test.each([
  ['an everyday session', 0],
  ['a refusal that nobody catches', 1],
  ['a lost message that nobody catches', 1],
  ['an answer that is no JSON, and that nobody catches', 1],
  ['a refused login that nobody catches', 1],
])('a process prints nothing of either: %s', async (scenario, code) => {
  const env = { SECRET_TEXT: TEXT, SECRET_SIGNATURE: SIGNATURE, NODE_DEBUG: '*' };
  const ending = await runScenario('secrets-child.mjs', scenario, env);
  expect(ending).toMatchObject({ code, signal: null });
  expect(ending.stderr).toMatch(code === 0 ? /FS|TIMER|ESM/ : /ImSdkError/);
  for (const secret of [TEXT, SIGNATURE]) expect(ending.stdout + ending.stderr).not.toContain(secret);
});

test('the folder that a store is made in is for its owner alone', async () => {
  await tim.TIMUninit();
  const folder = `${temporaryFolder()}/nested/store`;
  await tim.TIMInit({ config_path: folder });
  expect(fs.statSync(folder).mode & 0o777).toBe(0o700);
});
