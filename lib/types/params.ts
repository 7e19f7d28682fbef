/** What calls of every kind take, and those that open the engine and log in (TIMManager.h). */

/** What each call takes beside its own parameters. */
export interface CallParams {
  /** Returned with the result. */
  user_data?: string;
}

/** {@link CallParams} where the documented API spells them in camel case. */
export interface CamelCaseCallParams {
  /** Returned with the result. */
  userData?: string;
}

/** What a client is made with. */
export interface initConfig {
  /** SDKAppID of the application in Tencent's console: 1 to 4294967295. */
  sdkappid: number;
}

/** {@link initConfig} with a tag for the console, as the documented API has it. */
export interface sdkconfig extends initConfig {
  /** Not used here; the engine has no such setting. */
  consoleTag?: string;
}

/** The engine's own form of TIMInit's configuration (TIMManager.h, SdKConfig). */
export interface SdkConfigJson {
  /** Folder of the store; the engine makes it, with its parents. */
  sdk_config_config_file_path?: string;
  /** Folder of the engine's log. */
  sdk_config_log_file_path?: string;
}

/** Parameter of TIMInit. */
export interface initParam {
  /** Folder of the store and of the log. */
  config_path?: string;
  /** Folder of the log, where it is not to lie beside the store. */
  log_path?: string;
  /** The engine's own form of the same. `config_path` and `log_path` win where both are given. */
  json_config?: SdkConfigJson;
  /** Accepted for documented code; there is no second log here. */
  electron_log?: boolean;
}

/** Parameter of TIMLogin. */
export interface loginParam extends CamelCaseCallParams {
  /** The user's id: not empty, without a NUL, at most 122 bytes of UTF-8, or the engine cannot open the store. */
  userID: string;
  /** The user's signature, made by the application's server. In local-only mode it may be left out. */
  userSig?: string;
}

/** Parameter of TIMLogout. */
export interface logoutParam extends CamelCaseCallParams {}

/** Parameter of TIMGetLoginUserID. */
export interface getLoginUserIDParam extends CamelCaseCallParams {}
