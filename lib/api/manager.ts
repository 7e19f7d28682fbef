import { assertOptionalFunction, fieldsOf } from '../arguments.js';
import { callsModule } from '../later.js';
import type { CallOptions } from '../native/deadline.js';
import { toResult } from '../result.js';
import type {
  commonResult,
  getLoginUserIDParam,
  JSONCongfig,
  SubscribeUserInfoParam,
  setSelfStatusParam,
  TIMProfileGetUserProfileListParam,
  TIMProfileModifySelfUserProfileParam,
  TIMSetConfigParam,
  userProfile,
  userStatus,
  userStatusParam,
} from '../types/index.js';
import { CallbackApi } from './callbacks.js';

/** What TIMManager.h has beyond a client's lifetime: the engine itself, profiles, status. */
export abstract class ManagerApi extends CallbackApi {
  /** The engine's version, such as `8.0.5903` (TIMManager.h). */
  async TIMGetSDKVersion(options?: CallOptions): Promise<string> {
    return (await this.call('TIMGetSDKVersion', [], 0, options)).json;
  }

  /** The service's time in seconds since 1970; without a connection, this machine's (TIMManager.h). */
  async TIMGetServerTime(options?: CallOptions): Promise<number> {
    return Number((await this.call('TIMGetServerTime', [], 0, options)).json);
  }

  /** Settings of the engine; most count only before TIMInit (TIMManager.h, SetConfig). */
  async TIMSetConfig(params: TIMSetConfigParam, options?: CallOptions): Promise<commonResult<JSONCongfig>> {
    const given = fieldsOf('TIMSetConfig', params, 'json_config', 'callback', 'user_data');
    const { json_config: config, callback, user_data: userData } = given;
    assertOptionalFunction(callback, 'callback');
    const reply = await this.call('TIMSetConfig', [callsModule().settings.read(config)], 0, options);
    callback?.(reply.code, reply.desc, reply.json, userData);
    return toResult<JSONCongfig>(reply, userData);
  }

  /** 1 logged in, 2 logging in (in local-only mode: saves are accepted), 3 logged out, 4 logging out (TIMManager.h). */
  async TIMGetLoginStatus(options?: CallOptions): Promise<number> {
    return (await this.call('TIMGetLoginStatus', [], 0, options)).code;
  }

  /** The user whose login has succeeded, in `json_param`; the local user in local-only mode; `''` for nobody. */
  async TIMGetLoginUserID(
    params: getLoginUserIDParam = {},
    options?: CallOptions,
  ): Promise<commonResult<string>> {
    const { userData } = fieldsOf('TIMGetLoginUserID', params, 'userData');
    const reply = await this.call('TIMGetLoginUserID', [], 0, options);
    const userId = reply.json === '' ? (this.saveContext.session.user?.userId ?? '') : reply.json;
    const { code, desc } = reply;
    return toResult<string>({ code, desc, json: JSON.stringify(userId), exactIntegers: undefined }, userData);
  }

  /**
   * Profiles of users, one's own too (TIMManager.h). Without a connection those that the store has; the engine answers
   * 6017 to an empty list.
   */
  TIMProfileGetUserProfileList(
    params: TIMProfileGetUserProfileListParam,
    options?: CallOptions,
  ): Promise<commonResult<userProfile[]>> {
    return this.request('TIMProfileGetUserProfileList', params, options);
  }

  /** Changes one's own profile; the engine answers 6017 where nothing is to change (TIMManager.h). */
  TIMProfileModifySelfUserProfile(
    params: TIMProfileModifySelfUserProfileParam,
    options?: CallOptions,
  ): Promise<commonResult<string>> {
    return this.request('TIMProfileModifySelfUserProfile', params, options);
  }

  /**
   * Has changes of the profiles of users reported who are no friends (TIMManager.h). A feature of the paid Premium
   * Edition: without it, as without a connection, the engine answers 7013.
   */
  TIMSubscribeUserInfo(params: SubscribeUserInfoParam, options?: CallOptions): Promise<commonResult<string>> {
    return this.request('TIMSubscribeUserInfo', params, options);
  }

  /** Ends what TIMSubscribeUserInfo began, for an empty list all of it (TIMManager.h). Premium Edition. */
  TIMUnsubscribeUserInfo(
    params: SubscribeUserInfoParam,
    options?: CallOptions,
  ): Promise<commonResult<string>> {
    return this.request('TIMUnsubscribeUserInfo', params, options);
  }

  /** Whether users are online, and what they say of themselves (TIMManager.h). Premium Edition. */
  TIMGetUserStatus(params: userStatusParam, options?: CallOptions): Promise<commonResult<userStatus[]>> {
    return this.request('TIMGetUserStatus', params, options);
  }

  /** Sets what the user says of himself (TIMManager.h). */
  TIMSetSelfStatus(params: setSelfStatusParam, options?: CallOptions): Promise<commonResult<string>> {
    return this.request('TIMSetSelfStatus', params, options);
  }

  /** Has changes of the status of users reported (TIMManager.h). Premium Edition. */
  TIMSubscribeUserStatus(params: userStatusParam, options?: CallOptions): Promise<commonResult<string>> {
    return this.request('TIMSubscribeUserStatus', params, options);
  }

  /** Ends what TIMSubscribeUserStatus began, for an empty list all of it (TIMManager.h). Premium Edition. */
  TIMUnsubscribeUserStatus(params: userStatusParam, options?: CallOptions): Promise<commonResult<string>> {
    return this.request('TIMUnsubscribeUserStatus', params, options);
  }
}
