import { errorMeanings } from './error-meanings.js';

/**
 * What a code of the engine means, in one line.
 *
 * @param code a {@link TIMResult} or {@link TIMErrCode}, as in the `code` of a result
 * @returns the meaning that the enum's docstring gives; for a code that the engine's headers do not list, a line that
 *   says so
 */
export function describeErrorCode(code: number): string {
  const meaning = errorMeanings.get(code);
  if (meaning !== undefined) return meaning;
  // TIMErrorCode.h reserves this range for what an application's server answers.
  if (code >= 120001 && code <= 130000)
    return "The application's own server refused the message with this code.";
  return "A code that the engine's headers do not list; the result's desc may say more.";
}
