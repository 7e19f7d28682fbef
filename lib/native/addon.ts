import path from 'node:path';
import nodeGypBuild from 'node-gyp-build';
import type { JsonText } from '../json/json-text.js';
import { missingAddon } from './missing-addon.js';

/** Called on the JavaScript thread with what so many calls came to; see lib/native/completion-records.ts. */
export type Dispatch = (count: number, texts: string, page: TextPage | undefined) => void;

declare const isTextPage: unique symbol;

/** Texts outside of JavaScript's heap (src-native/bridge/text_page.h). */
export interface TextPage {
  readonly [isTextPage]: true;
}

/** What an engine callback got for one parameter: null for NULL; JSON is text here. */
export type NativeEventValue = string | number | boolean | null;

/**
 * Called on the JavaScript thread with an event.
 *
 * @param event - Its index in {@link Addon.eventNames}.
 * @param exactIntegers - For each value that is JSON, where its large integers stand (src-native/bridge/json_scan.h);
 *   undefined where there are none.
 */
export type OnEvent = (
  event: number,
  values: NativeEventValue[],
  exactIntegers: (string | undefined)[] | undefined,
) => void;

/** Called where events are missing, as too many waited for this environment. */
export type OnDropped = (event: number, count: number) => void;

/** An argument of an engine function, in the order of the call table (src-native/sdk/call_table.cc). */
export type NativeArgument = JsonText | number | bigint | boolean;

/** Flags of {@link Addon.call}. */
export const CallFlag = {
  /** A save: at most 64 are with the engine at once. The ids in the message that it is answered with are read. */
  isSave: 1,
  /** The engine is known never to call back: the return is the answer. */
  answerOnReturn: 2,
  /** Goes before calls that are not urgent. */
  isUrgent: 4,
} as const;

/** What {@link Addon.load} is answered with (src-native/process/engine_process.h). */
export const LoadOutcome = {
  loaded: 0,
  /** The JSON says why. */
  unusable: 1,
  /** The JSON is the file that this process has loaded. */
  otherLibrary: 2,
  /** The JSON says which copy of this package has loaded the engine. */
  otherCopy: 3,
} as const;

/** The code of a call whose function the loaded library lacks; outside the engine's own codes. */
export const FUNCTION_MISSING = -(2 ** 31);

/** What `src-native/addon.cc` exports. */
export interface Addon {
  /** The call table: a function is called by its index here. */
  functionNames(): string[];
  /** The event table: for each event the engine function that sets its callback. */
  eventNames(): string[];
  /** Answers the channel's number, which the calls below begin with; `records` is what `dispatch` is told in. */
  openChannel(records: ArrayBuffer, dispatch: Dispatch, onEvent: OnEvent, onDropped: OnDropped): number;
  /** From now on the channel gets an event of the table; once for each. */
  listen(channel: number, event: number): void;
  unlisten(channel: number, event: number): void;
  ref(channel: number): void;
  unref(channel: number): void;
  /** Loads the engine's library; answered with a {@link LoadOutcome}. */
  load(channel: number, callId: number, path: string, consoleLog: boolean): void;
  /** The file that the process has loaded, or `''`. */
  loadedLibrary(): string;
  /** Queues a call; answers the index of an argument that was refused for a NUL in it. */
  call(
    channel: number,
    callId: number,
    functionIndex: number,
    flags: number,
    ...args: readonly NativeArgument[]
  ): number | undefined;
  /** The text in one place of a page. */
  textOf(page: TextPage, place: number): string;
  /** True when the call had not reached the engine, and now will not. */
  cancel(channel: number, callId: number): boolean;
  /**
   * Calls callExperimentalAPI with that one of two requests to open a store that was not the last
   * (src-native/process/store_switch.h); answered with the engine's code.
   */
  switchStore(channel: number, callId: number, request: string, otherRequest: string): void;
  /** How often the engine has reported that it could not store something. */
  storeFailures(): number;
  /** Told when a channel's first call is made and when its last one is over: whether anybody waits for one. */
  setBusy(channel: number, isBusy: boolean): void;
  counts(): { waiting: number; withEngine: number };

  joinSession(identity: string): 'first' | 'joined' | 'busy' | 'conflict' | 'replace';
  sessionOpened(): void;
  /** The last to leave closes the engine. */
  leaveSession(): 'left' | 'last' | 'busy';
  sessionClosed(): void;
  /**
   * True when this environment may close the engine and open it again; it then says `sessionOpened` or
   * `abandonSession`. False while it is not open, or another is at it.
   */
  reopenSession(): boolean;
  /** This environment failed to open the engine. */
  abandonSession(engineMayBeOpen: boolean): void;
  /** Whether some environment is closing the engine, for good or to open it again. */
  isEngineClosing(): boolean;
  /** Whether {@link setBusy} says so of a channel, in whatever environment. */
  isAnyoneBusy(): boolean;
  /** The engine has ended: what it has not answered is lost, in all environments ({@link CompletionFlag}). */
  engineEnded(): void;
  /** How often it has ended; each time it has committed all that it had acknowledged. */
  engineEndings(): number;
  sessionIdentity(): string;
  sessionUser(): string;
  /** Another number than before where `sessionUser` may be another. */
  sessionRevision(): number;
  setSessionUser(userId: string): void;

  startLocalLogin(userId: string): void;
  stopLocalLogin(): void;

  lockStore(path: string): { held: boolean; holder: number; failure: string };
  unlockStore(): void;
}

/** The package's own folder: two levels above this file, in the sources (lib/native) and in the build (dist/core). */
const PACKAGE_ROOT = path.join(__dirname, '..', '..');

let loaded: Addon | undefined;

/**
 * Loads the native addon: a local build first, then the prebuild for this platform.
 *
 * @throws ImSdkError `ERR_IMSDK_ADDON_NOT_FOUND`, naming the platform, what was looked for and what to do;
 *   `ERR_IMSDK_LIBRARY_NOT_FOUND` where the engine does not exist for the platform, as with musl.
 */
export function loadAddon(): Addon {
  try {
    loaded ??= nodeGypBuild(PACKAGE_ROOT) as Addon;
    return loaded;
  } catch (cause) {
    throw missingAddon({ packageRoot: PACKAGE_ROOT, file: addonPath(), cause });
  }
}

/** The file that {@link loadAddon} loads, or undefined where there is none. */
export function addonPath(): string | undefined {
  try {
    return nodeGypBuild.resolve(PACKAGE_ROOT);
  } catch {
    return undefined;
  }
}
