/**
 * The reasons for which a call of this package rejects, as stable strings to branch on.
 *
 * What the engine itself answered is never an error here: it resolves as `{ code, desc, ... }`.
 */
export type ImSdkErrorCode =
  /** An argument would be lost, changed or misplaced by the engine; `field` says which. */
  | 'ERR_IMSDK_INVALID_ARGUMENT'
  /** The message is larger than the engine can store (300 KiB) or read (2 MiB of JSON). */
  | 'ERR_IMSDK_MESSAGE_TOO_LARGE'
  /** The engine acknowledged the save, and the store does not have it. */
  | 'ERR_IMSDK_NOT_STORED'
  /** The engine acknowledged the save, and whether the store has it could not be found out. */
  | 'ERR_IMSDK_NOT_VERIFIED'
  /** The engine filed the message under another conversation than the one asked for. */
  | 'ERR_IMSDK_MISPLACED'
  /** Another process holds this store; `holderPid` says which. */
  | 'ERR_IMSDK_STORE_IN_USE'
  /** The store's folder cannot be created, written or opened. */
  | 'ERR_IMSDK_STORE_UNUSABLE'
  /**
   * This process already runs the engine with another app id or store, has loaded it from another file, or another
   * version of this package has.
   */
  | 'ERR_IMSDK_ENGINE_IN_USE'
  /** No engine library was found; the message lists each place looked at. */
  | 'ERR_IMSDK_LIBRARY_NOT_FOUND'
  /** The engine library was found and could not be loaded, or lacks a function. */
  | 'ERR_IMSDK_LIBRARY_UNUSABLE'
  /** The native addon could not be loaded on this platform. */
  | 'ERR_IMSDK_ADDON_NOT_FOUND'
  /** Fetching the engine failed: no network, wrong checksum, no room. */
  | 'ERR_IMSDK_FETCH_FAILED'
  /** In Electron: the main process does not serve this page, or not with this. */
  | 'ERR_IMSDK_NOT_ALLOWED'
  /** An iteration over events did not keep up with them. */
  | 'ERR_IMSDK_EVENTS_LOST'
  /** The client was closed before the call had an answer. */
  | 'ERR_IMSDK_CLOSED'
  /** The call had no answer within its `timeout`, or the engine hangs. */
  | 'ERR_IMSDK_TIMEOUT'
  /** The call's `signal` was aborted; `cause` is the signal's reason. */
  | 'ERR_IMSDK_ABORTED'
  /** A result with `code != 0`, turned into an error by `throwIfFailed`; `engineCode` is the code. */
  | 'ERR_IMSDK_ENGINE';

/** What an {@link ImSdkError} can carry beside its code and message. */
export interface ImSdkErrorDetails {
  /** The path of the argument that was refused, such as `params.message_elem_array[0].elem_type`. */
  field?: string;
  /** The engine's own number, where there is one. */
  engineCode?: number;
  /** True where the message may be in the store although the call rejected: a retry may duplicate it. */
  mayHaveBeenStored?: boolean;
  /** The process that holds the store, for `ERR_IMSDK_STORE_IN_USE`. */
  holderPid?: number;
  /** The underlying error, or an abort signal's reason. */
  cause?: unknown;
}

/** Every rejection of this package. */
export class ImSdkError extends Error {
  override readonly name = 'ImSdkError';
  /** Stable string to branch on. */
  readonly code: ImSdkErrorCode;
  /** The path of the argument that was refused. */
  declare readonly field?: string;
  /** The engine's own number, where there is one. */
  declare readonly engineCode?: number;
  /** True where the message may be in the store although the call rejected. */
  declare readonly mayHaveBeenStored?: boolean;
  /** The process that holds the store. */
  declare readonly holderPid?: number;

  constructor(code: ImSdkErrorCode, message: string, details: ImSdkErrorDetails = {}) {
    super(message, 'cause' in details ? { cause: details.cause } : undefined);
    this.code = code;
    const { cause: _inSuper, ...fields } = details;
    Object.assign(this, fields);
  }
}
