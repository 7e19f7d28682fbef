/** What a page whose renderer process is compromised can send. */
import fc from 'fast-check';
import type { Request } from '../../lib/electron/protocol.js';
import { openLoggedInPage, openPage, startApplication, type Page } from './pages.js';

const CHANNEL = 'node-imsdk';

type Call = Extract<Request, { type: 'call' }>;

let nextId = 1;

/** A call as a TimRender makes it, but for what is given. */
function call(parts: Partial<Record<keyof Call, unknown>>): object {
  const id = nextId++;
  return {
    type: 'call',
    id,
    method: 'TIMMsgFindMessages',
    args: [],
    callbacks: [],
    hasSignal: false,
    ...parts,
  };
}

const invoke = ({ ipcRenderer }: Page, ...args: unknown[]): Promise<unknown> =>
  ipcRenderer.invoke(CHANNEL, ...args);

const refusal = (code: string, field?: string): object => ({
  ok: false,
  error: { name: 'ImSdkError', fields: { code, ...(field === undefined ? {} : { field }) } },
});

test.each([
  ['that the application has to allow', 'TIMSetConfig'],
  ['that the application has to allow', 'callExperimentalAPI'],
  ['of every object', 'constructor'],
  ['of every object', '__proto__'],
  ['of every object', 'toString'],
  ['of every object', 'hasOwnProperty'],
  ['of Tim that is not public', 'callOnConversation'],
  ['of Tim that is not public', 'saveContext'],
  ['that does not exist', 'TIMLaunchMissiles'],
])('a method %s is not called: %s', async (_, method) => {
  const page = openPage(startApplication());
  expect(await invoke(page, 'document', call({ method }))).toMatchObject(
    refusal('ERR_IMSDK_NOT_ALLOWED', 'method'),
  );
});

test('no page chooses folders or the library', async () => {
  const application = startApplication();
  const { tim } = openPage(application);
  const open = jest.spyOn(application.main.tim, 'TIMInit');
  const path = '/somewhere/else';
  for (const [field, params] of Object.entries({
    config_path: { config_path: path },
    log_path: { log_path: path },
    json_config: { json_config: { sdk_config_config_file_path: path } },
  })) {
    await expect(tim.TIMInit(params)).rejects.toMatchObject({ code: 'ERR_IMSDK_NOT_ALLOWED', field });
  }
  expect(open).not.toHaveBeenCalled();
  await tim.TIMInit({ libraryPath: path } as object);
  expect(open.mock.calls).toEqual([[{ config_path: application.store }]]);
});

test.each(['__proto__', 'constructor', 'prototype'])('a field called %s is refused', async (name) => {
  const page = await openLoggedInPage(startApplication());
  const params = JSON.parse(`{ "json_message_id_array": [{ "${name}": { "polluted": true } }] }`) as unknown;
  expect(await invoke(page, 'document', call({ args: [params] }))).toMatchObject(
    refusal('ERR_IMSDK_INVALID_ARGUMENT', `params.json_message_id_array[0].${name}`),
  );
  expect(({} as { polluted?: true }).polluted).toBeUndefined();
});

const cyclic: Record<string, unknown> = {};
cyclic['self'] = cyclic;
const nested = (depth: number): unknown => (depth === 0 ? 'x' : { inner: nested(depth - 1) });
/** 2 to the power of 40 strings, when it is written out. */
const laughing = Array.from({ length: 40 }).reduce<unknown>((laugh) => [laugh, laugh], 'ha');

test.each([
  ['a cycle', cyclic, 'ERR_IMSDK_INVALID_ARGUMENT'],
  ['a deep tree', nested(1000), 'ERR_IMSDK_INVALID_ARGUMENT'],
  ['a graph that grows exponentially in JSON', laughing, 'ERR_IMSDK_MESSAGE_TOO_LARGE'],
  ['many strings', Array.from({ length: 4000 }, () => 'a'.repeat(1000)), 'ERR_IMSDK_MESSAGE_TOO_LARGE'],
  ['four billion holes', new Array(2 ** 32 - 1), 'ERR_IMSDK_MESSAGE_TOO_LARGE'],
  ['a long string', 'a'.repeat(3_000_000), 'ERR_IMSDK_MESSAGE_TOO_LARGE'],
  ['a million empty objects', Array.from({ length: 1_050_000 }, () => ({})), 'ERR_IMSDK_MESSAGE_TOO_LARGE'],
  ['a Map', new Map([['a', 1]]), 'ERR_IMSDK_INVALID_ARGUMENT'],
  ['a Date', new Date(0), 'ERR_IMSDK_INVALID_ARGUMENT'],
  ['bytes', new Uint8Array(9), 'ERR_IMSDK_INVALID_ARGUMENT'],
  ['an error', new Error('a'), 'ERR_IMSDK_INVALID_ARGUMENT'],
])('%s among the parameters is refused before anything is made of it', async (_, value, code) => {
  const application = startApplication();
  const page = openPage(application);
  const find = jest.spyOn(application.main.tim, 'TIMMsgFindMessages');
  const reply = await invoke(page, 'document', call({ args: [{ json_message_id_array: value }] }));
  expect(reply).toMatchObject(refusal(code));
  expect(find).not.toHaveBeenCalled();
  expect(await page.tim.TIMGetSDKVersion()).toMatch(/^\d/);
});

test.each([
  ['no request', undefined],
  ['an unknown one', { type: 'eval', code: 'process.exit()' }],
  ['a method that is no name', call({ method: { toString: 'TIMInit' } })],
  ['a very long name', call({ method: 'T'.repeat(1_000_000) })],
  ['an id that is no number', call({ id: 'one' })],
  ['arguments that are no list', call({ args: { length: 1 } })],
  ['too many arguments', call({ args: [{}, {}, {}] })],
  ['callbacks that are no list', call({ callbacks: 'all' })],
  ['very many callbacks', call({ args: [{}], callbacks: new Array(1000).fill({ argument: 0, name: 'a' }) })],
  ['a callback in the place of data', call({ args: [{ a: 1 }], callbacks: [{ argument: 0, name: 'a' }] })],
  ['a callback called __proto__', call({ args: [{}], callbacks: [{ argument: 0, name: '__proto__' }] })],
  ['a callback of no argument', call({ args: [], callbacks: [{ argument: 0, name: 'callback' }] })],
  ['a callback of the fifth argument', call({ args: [{}], callbacks: [{ argument: 4, name: 'callback' }] })],
  ['a signal that is no boolean', call({ hasSignal: {} })],
  ['to cancel what is not there', { type: 'cancel', id: {} }],
])('%s gets an error for an answer', async (_, request) => {
  const page = openPage(startApplication());
  expect(await invoke(page, 'document', request)).toMatchObject(refusal('ERR_IMSDK_INVALID_ARGUMENT'));
});

test('an id that a call without an answer has is refused to another', async () => {
  const application = startApplication();
  const page = openPage(application);
  jest.spyOn(application.main.tim, 'TIMGetServerTime').mockReturnValue(new Promise(() => undefined));
  void invoke(page, 'document', call({ id: 7, method: 'TIMGetServerTime' }));
  expect(await invoke(page, 'document', call({ id: 7 }))).toMatchObject(
    refusal('ERR_IMSDK_INVALID_ARGUMENT', 'request.id'),
  );
});

/** What structured clone can carry. */
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
  withObjectString: true,
});
const aCall = fc.record({
  type: fc.constant('call'),
  id: anything,
  method: fc.constantFrom('TIMMsgSaveMsg', 'TIMLogin', 'TIMMsgFindMessages', 'TIMMsgImportMsgList'),
  args: fc.oneof(anything, fc.array(anything, { maxLength: 2 })),
  callbacks: fc.oneof(fc.constant([]), anything),
  hasSignal: fc.oneof(fc.boolean(), anything),
});

test('whatever is sent gets an answer, and the page is served on', async () => {
  const page = await openLoggedInPage(startApplication());
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.constant('document'), anything),
      fc.oneof(anything, aCall),
      async (document, request) => {
        const reply = (await invoke(page, document, request)) as { ok: boolean };
        expect(typeof reply.ok).toBe('boolean');
      },
    ),
    { numRuns: 500 },
  );
  expect(await page.tim.TIMGetSDKVersion()).toMatch(/^\d/);
});
