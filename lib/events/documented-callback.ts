import { fieldsOf, refuse } from '../arguments.js';
import type { CallbackParams } from '../types/index.js';
import type { RawValue } from './event-values.js';

/**
 * What an event's values go to that a documented TIMSet...Callback method was given; undefined where it takes its
 * callback back.
 *
 * @throws ImSdkError `ERR_IMSDK_INVALID_ARGUMENT` for parameters that are no object, or a callback that is no function.
 */
export function documentedCallback<Values extends unknown[]>(
  method: string,
  params: CallbackParams<Values>,
): ((values: readonly RawValue[]) => void) | undefined {
  const { callback, user_data, userData } = fieldsOf(method, params, 'callback', 'user_data', 'userData');
  if (callback === undefined || callback === null) return undefined;
  if (typeof callback !== 'function') refuse('callback', 'a function, null or undefined', callback);
  const lastArgument = user_data ?? userData ?? '';
  // The event table gives the values that the callback's type has.
  return (values) => callback(...(values as unknown as Values), lastArgument);
}
