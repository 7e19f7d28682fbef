import { assertOptionalSignal, optionsOf, refuse } from '../arguments.js';
import { ImSdkError } from '../errors.js';

/** When to stop waiting for a call. */
export interface CallOptions {
  /** Milliseconds until the call rejects with `ERR_IMSDK_TIMEOUT`: 1 to 2147483647. Default: no limit. */
  timeout?: number;
  /** Rejects the call with `ERR_IMSDK_ABORTED` when aborted; `cause` is the signal's reason. */
  signal?: AbortSignal;
}

/** The longest delay that a timer can have. */
const MAX_TIMEOUT = 2 ** 31 - 1;

/**
 * Watches a call's time limit and signal.
 *
 * @param expire - Called at most once, with the reason; never before this returns.
 * @returns Ends the watch.
 * @throws ImSdkError `ERR_IMSDK_INVALID_ARGUMENT` for a wrong option, `ERR_IMSDK_ABORTED` when the
 *   signal is aborted already: the call is not to be made.
 */
export function watchDeadline(
  options: CallOptions,
  expire: (code: 'ERR_IMSDK_TIMEOUT' | 'ERR_IMSDK_ABORTED', message: string, cause?: unknown) => void,
): () => void {
  const { timeout, signal } = optionsOf(options, 'timeout', 'signal');
  if (timeout !== undefined && !(Number.isFinite(timeout) && timeout >= 1 && timeout <= MAX_TIMEOUT)) {
    refuse('options.timeout', `a number of milliseconds from 1 to ${MAX_TIMEOUT}`, timeout);
  }
  assertOptionalSignal(signal);
  if (signal?.aborted) {
    throw new ImSdkError('ERR_IMSDK_ABORTED', 'The signal was aborted before the call was made.', {
      cause: signal.reason,
      mayHaveBeenStored: false,
    });
  }
  const stop = (): void => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  };
  const onAbort = (): void => {
    stop();
    expire('ERR_IMSDK_ABORTED', 'The signal was aborted.', signal?.reason);
  };
  const timer =
    timeout === undefined
      ? undefined
      : setTimeout(() => {
          stop();
          expire('ERR_IMSDK_TIMEOUT', `There was no answer within ${timeout} ms.`);
        }, timeout);
  signal?.addEventListener('abort', onAbort, { once: true });
  return stop;
}

/**
 * Waits for what goes on by itself, also when its caller does not wait any longer.
 *
 * @param name - Of the method, for the error.
 * @throws ImSdkError `ERR_IMSDK_TIMEOUT` or `ERR_IMSDK_ABORTED`, and as {@link watchDeadline} does.
 */
export function waitFor<T>(name: string, promise: Promise<T>, options: CallOptions): Promise<T> {
  return new Promise((resolve, reject) => {
    // Its rejection is nobody's concern once the wait is over, or has not begun.
    promise.catch(() => undefined);
    const stop = watchDeadline(options, (code, message, cause) =>
      reject(new ImSdkError(code, `${name}: ${message} It goes on.`, cause === undefined ? {} : { cause })),
    );
    promise.finally(stop).then(resolve, reject);
  });
}

/**
 * Bounds a wait.
 *
 * @param promise - What is waited for; it goes on when the limit is over, and may reject then.
 * @param limit - Milliseconds. The process stays alive meanwhile.
 * @param makeError - The rejection when the limit is over; called once then.
 */
export async function within<T>(promise: Promise<T>, limit: number, makeError: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const expiry = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(makeError()), limit);
  });
  try {
    return await Promise.race([promise, expiry]);
  } finally {
    clearTimeout(timer);
  }
}
