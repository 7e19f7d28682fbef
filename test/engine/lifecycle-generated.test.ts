/**
 * Two clients of one process do anything at any time: open, log in, save, log out, close, without waiting for each
 * other or for themselves. Every call settles soon, with an outcome that it may have; a message that was saved is in
 * one store; and when both have closed, the engine is closed.
 *
 * The seed is fixed; another one: NODE_IMSDK_SEED=<seed> node scripts/test.mjs engine -- lifecycle-generated
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import type { Tim } from 'node-imsdk';
import { ALICE, BOB, cleanUp, expectEngineFree, makeClient, makeFolder, text, toBob } from './client.js';

const RUNS = 150;
const seed = Number(process.env['NODE_IMSDK_SEED'] ?? 20_261_130);

/** Beyond this a call hangs: something waits for an answer that does not come. In milliseconds. */
const SOON = 5000;

const EXPECTED: readonly unknown[] = [
  ...[0, 6013, 6014],
  ...['ERR_IMSDK_CLOSED', 'ERR_IMSDK_ENGINE_IN_USE', 'ERR_IMSDK_INVALID_ARGUMENT'],
];

/** What a call came to: the engine's code, or the error's. */
async function outcome(call: Promise<unknown>): Promise<unknown> {
  const late = delay(SOON, 'no answer', { ref: false });
  try {
    const result = await Promise.race([call, late]);
    return typeof result === 'object' && result !== null && 'code' in result ? result.code : (result ?? 0);
  } catch (error) {
    return (error as { code: unknown }).code;
  }
}

const actions = {
  open: (tim: Tim, { folder }: Context) => tim.TIMInit({ config_path: folder }),
  close: (tim: Tim) => tim.TIMUninit(),
  logIn: (tim: Tim, { userID }: Context) => tim.TIMLogin({ userID }),
  logOut: (tim: Tim) => tim.TIMLogout(),
  save: (tim: Tim, { content }: Context) => tim.TIMMsgSaveMsg(toBob(text(content))),
  list: (tim: Tim) => tim.TIMMsgGetMsgList(toBob({ msg_getmsglist_param_count: -1 })),
  flush: (tim: Tim) => tim.flush(),
};

interface Context {
  readonly folder: string;
  readonly userID: string;
  readonly content: string;
}

const step = fc.record({
  action: fc.constantFrom<keyof typeof actions>(
    ...(['open', 'open', 'close', 'logIn', 'logIn', 'logIn', 'logOut'] as const),
    ...(['save', 'save', 'save', 'list', 'flush'] as const),
  ),
  client: fc.nat(1),
  store: fc.constantFrom(0, 0, 0, 1),
  userID: fc.constantFrom(ALICE, ALICE, BOB),
  /** Milliseconds until the next step; undefined until the call has settled. */
  pause: fc.option(fc.nat(6), { nil: undefined, freq: 2 }),
});

/** The stores that have a text, of all users. */
function storesWith(content: string, folders: readonly string[]): string[] {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((user) => path.join(folder, user, 'msg_0.db')))
    .filter((database) => existsSync(database) && readFileSync(database).includes(content));
}

test('whatever two clients do at once, each call settles and nothing is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 18 }), async (steps) => {
      const clients = [makeClient(), makeClient()];
      const folders = [makeFolder(), makeFolder()];
      const calls = [];
      for (const [index, { action, client, store, userID, pause }] of steps.entries()) {
        const context = { folder: folders[store] ?? '', userID, content: `message ${index} of this run.` };
        const settled = outcome(actions[action](clients[client] as Tim, context));
        calls.push({ action, content: context.content, settled });
        await (pause === undefined ? settled : delay(pause));
      }
      const unexpected = [];
      const saved = [];
      for (const { action, content, settled } of calls) {
        const came = await settled;
        if (!EXPECTED.includes(came)) unexpected.push([action, came]);
        if (action === 'save' && came === 0) saved.push(content);
      }
      expect(unexpected).toEqual([]);
      expect(await Promise.all(clients.map((tim) => tim.TIMUninit()))).toEqual([0, 0]);
      for (const content of saved) expect(storesWith(content, folders)).toHaveLength(1);
      await expectEngineFree();
      await cleanUp();
    }),
    { seed, numRuns: RUNS, endOnFailure: true },
  );
}, 120_000);
