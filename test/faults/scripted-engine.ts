import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { sharedBridge } from '../../lib/native/bridge.js';
import { Tim, TIMConvType, type TimOptions } from '../../lib/index.js';
import type { Json_value_msg, callExperimentalAPIParam } from '../../lib/index.js';

const root = path.resolve(__dirname, '../..');

/** The CMake build that the addon under test comes from; the scripted engine is beside it. */
const build = path.resolve(root, process.env['NODE_IMSDK_PREBUILD'] ?? 'build-cmake');

/** An engine that does what a test tells it to; otherwise it logs everybody in and stores in memory. */
export const SCRIPTED_ENGINE = path.join(build, 'test/faults/libscripted_engine.so');

/** What goes wrong with calls of one function of the engine (test/faults/engine/fault.h). */
export interface Fault {
  function: string;
  /** Calls that it lets pass first. Default: 0. */
  skip?: number;
  /** Calls that it meets; 0 for all from now on. Default: 1. */
  times?: number;
  /** Milliseconds that the call takes to return. Default: 0. */
  takes?: number;
  /** The call does not return before `door.release()`. */
  blocks?: boolean;
  /** The engine acknowledges the message, does not store it, and says so in its log. */
  loses?: boolean;
  /** What the call returns. Default: what the engine would. */
  returns?: number;
  /** The callbacks that it makes, `[]` for none. Default: what the engine would. */
  replies?: FaultyReply[];
}

/** One callback of a faulty call. What is left out is as the engine would have it. */
export interface FaultyReply {
  /** Inside the call; on the engine's thread (default); on a new one; on the JavaScript thread at `door.deliver()`. */
  on?: 'call' | 'engine' | 'thread' | 'javascript';
  /** The call returns after the callback on the other thread, not before it. */
  beforeReturn?: boolean;
  /** Held back until TIMUninit has been called. */
  afterUninit?: boolean;
  /** Milliseconds until it comes. Default: 0. */
  after?: number;
  /** How often it comes. Default: 1. */
  copies?: number;
  code?: number;
  /** `null` for NULL. */
  desc?: string | null;
  json?: string | null;
  /** Any bytes but NUL, in hexadecimal. */
  descHex?: string;
  jsonHex?: string;
  /** The engine's own JSON, cut to so many bytes. */
  cutJsonTo?: number;
  /** The engine's own JSON, with a field `padding` that makes it so many bytes long. */
  padJsonTo?: number;
}

/** What cannot go through the engine's own functions (test/faults/engine/door.cc). */
export interface Door {
  /** Makes the callbacks that wait for the JavaScript thread; how many there were. */
  deliver(): number;
  /** Lets blocked calls go on. */
  release(): void;
}

/** Opens the door into this process's scripted engine. */
export function openDoor(): Door {
  const module = { exports: {} };
  process.dlopen(module, SCRIPTED_ENGINE);
  return module.exports as Door;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
});

/** A folder for a store, gone when the test file ends. */
export function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'node-imsdk-faults-'));
  folders.push(folder);
  return folder;
}

/** A client of the scripted engine, not opened yet. */
export function makeTim(options: Partial<TimOptions> = {}): Tim {
  return new Tim({ sdkappid: 1400000001, localOnly: true, libraryPath: SCRIPTED_ENGINE, ...options });
}

/** A client of the scripted engine that accepts saves. */
export async function openTim(options: Partial<TimOptions> = {}): Promise<Tim> {
  const tim = makeTim(options);
  await tim.TIMInit({ config_path: temporaryFolder() });
  await tim.TIMLogin({ userID: 'alice', userSig: 'signature' });
  return tim;
}

function operate(tim: Tim, operation: object): Promise<{ code: number }> {
  return tim.callExperimentalAPI({ json_param: operation } as callExperimentalAPIParam);
}

/** Scripts a fault; it holds for calls that the engine gets from now on. */
export async function script(tim: Tim, fault: Fault): Promise<void> {
  await operate(tim, { request_internal_operation: 'scripted_engine_fault', ...fault });
}

/** A value that an event's callback gets: `padTo` appends spaces up to so many bytes. */
export type ScriptedValue =
  string | number | boolean | null | { hex: string } | { text: string; padTo: number };

/** An event that the engine is to tell. */
export interface ScriptedEvent extends Pick<
  FaultyReply,
  'on' | 'beforeReturn' | 'afterUninit' | 'after' | 'copies'
> {
  /** The function that sets its callback. */
  event: string;
  values?: ScriptedValue[];
}

/** Has an event come, by the callback that is set when the engine is told so. False where none is. */
export async function fire(tim: Tim, event: ScriptedEvent): Promise<boolean> {
  const { code } = await operate(tim, { request_internal_operation: 'scripted_engine_event', ...event });
  return code === 0;
}

/** Takes back the faults that have met no call. */
export async function clearFaults(tim: Tim): Promise<void> {
  await operate(tim, { request_internal_operation: 'scripted_engine_clear' });
}

/** Resolves when the engine has a call that it has not answered. */
export async function reachedEngine(): Promise<void> {
  while (sharedBridge().addon.counts().withEngine === 0) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/**
 * Makes a call that the engine does not answer in time, and has its time limit pass once the engine has it.
 *
 * @returns The call's rejection.
 */
export async function expire(makeCall: (options: { timeout: number }) => Promise<unknown>): Promise<unknown> {
  const timeout = 1000;
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'Date'] });
  try {
    const rejection = makeCall({ timeout }).catch((error: unknown) => error);
    await reachedEngine();
    jest.advanceTimersByTime(timeout);
    return await rejection;
  } finally {
    jest.useRealTimers();
  }
}

/** A message for bob, and where it goes. */
export function messageFor(text: string): { conv_id: string; conv_type: number; params: Json_value_msg } {
  return {
    conv_id: 'bob',
    conv_type: TIMConvType.kTIMConv_C2C,
    params: { message_elem_array: [{ elem_type: 0, text_elem_content: text }] },
  };
}

/** The texts of bob's conversation as the engine has them, oldest first. */
export async function storedTexts(tim: Tim): Promise<(string | undefined)[]> {
  const { json_param: messages = [] } = await tim.TIMMsgGetMsgList({
    conv_id: 'bob',
    conv_type: TIMConvType.kTIMConv_C2C,
    params: { msg_getmsglist_param_count: 100 },
  });
  return messages.map((message) => textOf(message)).reverse();
}

/** The text of a message's first element. */
export function textOf(message: Json_value_msg | undefined): string | undefined {
  const [element] = message?.message_elem_array ?? [];
  return element?.text_elem_content;
}
