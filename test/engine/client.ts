/** Clients of the real engine for one test file: each in a store of its own, closed and removed after each test. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  Tim,
  TIMConvType,
  TIMElemType,
  type commonResult,
  type Json_value_msg,
  type TimOptions,
} from 'node-imsdk';

export const APP_ID = 1400000001;
export const ALICE = 'alice';
export const BOB = 'bob';
export const GROUP = '@TGS#test';

const clients: Tim[] = [];
const folders: string[] = [];

/** A client that is not open yet. */
export function makeClient(options: Partial<TimOptions> = {}): Tim {
  const tim = new Tim({ sdkappid: APP_ID, localOnly: true, ...options });
  clients.push(tim);
  return tim;
}

/** The path of a folder that exists for one test. */
export function makeFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'node-imsdk-'));
  folders.push(folder);
  return folder;
}

/** A client with its store open and nobody logged in. */
export async function openClient(options: Partial<TimOptions> = {}, store = makeFolder()): Promise<Tim> {
  const tim = makeClient(options);
  expect(await tim.TIMInit({ config_path: store })).toBe(0);
  return tim;
}

/** A client that can save. */
export async function logInClient(
  options: Partial<TimOptions> = {},
  store = makeFolder(),
  userID = ALICE,
): Promise<Tim> {
  const tim = await openClient(options, store);
  expect(await tim.TIMLogin({ userID })).toMatchObject({ code: 0 });
  return tim;
}

/** Fails while a client has the engine open: one that differs from it would be refused. */
export async function expectEngineFree(): Promise<void> {
  await openClient({ sdkappid: APP_ID + 1 });
}

/** Closes the clients and removes the folders that there are; after each test at the latest. */
export async function cleanUp(): Promise<void> {
  await Promise.all(clients.splice(0).map((tim) => tim.TIMUninit()));
  for (const folder of folders.splice(0)) remove(folder);
}

afterEach(cleanUp);

/** The engine's log thread may add a file meanwhile: TIMUninit does not end it. */
function remove(folder: string): void {
  for (let attempts = 50; ; attempts--) {
    try {
      return rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if (attempts === 0) throw error;
    }
  }
}

/** A message of one text element. */
export function text(content: string, message: Json_value_msg = {}): Json_value_msg {
  return {
    message_elem_array: [{ elem_type: TIMElemType.kTIMElem_Text, text_elem_content: content }],
    ...message,
  };
}

/** Parameters of a call about the conversation with bob. */
export function toBob<T>(params: T): { conv_id: string; conv_type: number; params: T } {
  return { conv_id: BOB, conv_type: TIMConvType.kTIMConv_C2C, params };
}

/** Parameters of a call about a group. */
export function toGroup<T>(params: T): { conv_id: string; conv_type: number; params: T } {
  return { conv_id: GROUP, conv_type: TIMConvType.kTIMConv_Group, params };
}

/** The message of a call that succeeded. */
export function stored<T>({ code, desc, json_param: json }: commonResult<T>): T {
  expect({ code, desc }).toMatchObject({ code: 0 });
  if (json === undefined) throw new Error('the engine answered 0 without a result');
  return json;
}

/** A message as the store has it. */
export async function readBack(
  tim: Pick<Tim, 'TIMMsgFindMessages'>,
  message: Json_value_msg,
): Promise<Json_value_msg> {
  const id = message.message_msg_id ?? '';
  const [found, ...others] = stored(await tim.TIMMsgFindMessages({ json_message_id_array: [id] }));
  expect(others).toEqual([]);
  if (found === undefined) throw new Error(`the store has no message ${id}`);
  return found;
}

/** All messages of the conversation with bob, oldest first. */
export async function listBob(tim: Pick<Tim, 'TIMMsgGetMsgList'>): Promise<Json_value_msg[]> {
  const params = toBob({ msg_getmsglist_param_count: -1 });
  return stored(await tim.TIMMsgGetMsgList(params)).reverse();
}

/** The contents of messages of one text element each. */
export function texts(messages: Json_value_msg[]): (string | undefined)[] {
  return messages.map(({ message_elem_array: [element] = [] }) => element?.text_elem_content);
}
