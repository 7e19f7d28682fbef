import { assertObject, toJson } from '../arguments.js';
import { toResult } from '../result.js';
import type { commonResult, getLoginUserIDParam, TIMSetConfigParam } from '../types/index.js';
import { EngineClient } from './client.js';

/** What TIMManager.h has beyond a client's lifetime. */
export abstract class ManagerApi extends EngineClient {
  /** The engine's version, such as `8.0.5903` (TIMManager.h). */
  async TIMGetSDKVersion(): Promise<string> {
    return (await this.call('TIMGetSDKVersion', [])).json;
  }

  /** The service's time in seconds since 1970; without a connection, this machine's (TIMManager.h). */
  async TIMGetServerTime(): Promise<number> {
    return Number((await this.call('TIMGetServerTime', [])).json);
  }

  /** Settings of the engine; most count only before TIMInit (TIMManager.h, SetConfig). */
  async TIMSetConfig(params: TIMSetConfigParam): Promise<commonResult<unknown>> {
    assertObject('TIMSetConfig', params);
    const reply = await this.call('TIMSetConfig', [toJson(params.json_config, 'json_config')]);
    params.callback?.(reply.code, reply.desc, reply.json, params.user_data);
    return toResult<unknown>(reply, params.user_data);
  }

  /** 1 logged in, 2 logging in (in local-only mode: saves are accepted), 3 logged out, 4 logging out (TIMManager.h). */
  async TIMGetLoginStatus(): Promise<number> {
    return (await this.call('TIMGetLoginStatus', [])).code;
  }

  /** The user whose login has succeeded, in `json_param`; the local user in local-only mode; `''` for nobody. */
  async TIMGetLoginUserID(params: getLoginUserIDParam = {}): Promise<commonResult<string>> {
    const reply = await this.call('TIMGetLoginUserID', []);
    const userId = reply.json === '' ? (this.saveContext.session.user?.userId ?? '') : reply.json;
    return toResult<string>({ ...reply, json: JSON.stringify(userId) }, params.userData);
  }
}
