import type { TIMResult } from './enums.js';
import type { TIMErrCode } from './error-codes.js';

/** What the engine answered to a call. */
export interface commonResult<T> {
  /**
   * 0 for success. A negative number was returned at once by the call ({@link TIMResult}), the others came with its
   * callback ({@link TIMErrCode}).
   */
  code: TIMResult | TIMErrCode;
  /** What the engine says about the code, in English; may be empty. */
  desc?: string;
  /** The result itself, where the call has one. */
  json_param?: T;
  /** The same object as `json_param`: some documented calls use this name. */
  json_params?: T;
  /** The call's own `user_data`, unchanged. */
  user_data?: string;
}

/** What a documented callback receives: {@link commonResult} with the JSON not parsed. */
export interface commonResponse {
  /** See {@link commonResult.code}. */
  code: TIMResult | TIMErrCode;
  /** See {@link commonResult.desc}. */
  desc?: string;
  /** The result as JSON. */
  json_param?: string;
  /** The same text as `json_param`. */
  json_params?: string;
  /** The call's own `user_data`, unchanged. */
  user_data?: string;
}
