import { ImSdkError } from './errors.js';
import { describeErrorCode } from './types/describe-error-code.js';

/**
 * For those who prefer throwing: returns a result whose `code` is 0.
 *
 * @example const { json_param } = throwIfFailed(await tim.TIMMsgSaveMsg(params));
 * @throws ImSdkError `ERR_IMSDK_ENGINE` with the code in `engineCode`, for any other.
 */
export function throwIfFailed<T extends { code: number; desc?: string }>(result: T): T {
  if (result.code === 0) return result;
  const text = result.desc === undefined || result.desc === '' ? describeErrorCode(result.code) : result.desc;
  throw new ImSdkError('ERR_IMSDK_ENGINE', `The engine answered ${result.code}: ${text}`, {
    engineCode: result.code,
  });
}
