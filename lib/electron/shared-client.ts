import { ImSdkError } from '../errors.js';
import type { Tim } from '../tim.js';
import type { commonResult, initParam, loginParam } from '../types/index.js';
import type { PageMethod } from './methods.js';

/** TIMGetLoginStatus's number for a user who is logged in. In local-only mode it stays 2. */
const LOGGING_IN_OR_LOGGED_IN: readonly number[] = [1, 2];

type AnyMethod = (...args: unknown[]) => Promise<unknown>;

/**
 * The one client of all pages. Opening, logging in and closing concern them all: a page that comes or is reloaded
 * joins, and the engine closes with the last page that has it open.
 */
export class SharedClient {
  readonly #tim: Tim;
  readonly #initParams: initParam;
  readonly #joined = new Set<object>();
  readonly #logins = new Map<string, Promise<commonResult<string>>>();

  /**
   * @param initParams - What TIMInit gets, as no page may choose folders.
   */
  constructor(tim: Tim, initParams: initParam) {
    this.#tim = tim;
    this.#initParams = initParams;
  }

  /** Makes a page's call. */
  call(page: object, method: PageMethod, args: readonly unknown[]): Promise<unknown> {
    switch (method) {
      case 'TIMInit':
        return this.#open(page, args[0]);
      case 'TIMUninit':
        return this.#close(page);
      case 'TIMLogin':
        return this.#logIn(args[0] as loginParam);
      default:
        return (this.#tim[method] as AnyMethod).apply(this.#tim, [...args]);
    }
  }

  /** The page is gone. The engine stays open: the page may be about to be reloaded. */
  leave(page: object): void {
    this.#joined.delete(page);
  }

  async #open(page: object, params: unknown): Promise<number> {
    refuseFolders(params);
    const code = await this.#tim.TIMInit(this.#initParams);
    if (code === 0) this.#joined.add(page);
    return code;
  }

  async #close(page: object): Promise<number> {
    this.#joined.delete(page);
    if (this.#joined.size === 0) return this.#tim.TIMUninit();
    await this.#tim.flush();
    return 0;
  }

  /** Two pages that log the same user in, or one that does so after a reload, share one login. */
  async #logIn(params: loginParam): Promise<commonResult<string>> {
    const { userID, userData } = (params as loginParam | undefined) ?? { userID: '' };
    let login = this.#logins.get(userID);
    if (login === undefined) {
      login = this.#logInOnce(params, userID).finally(() => this.#logins.delete(userID));
      this.#logins.set(userID, login);
    }
    return { ...(await login), user_data: userData };
  }

  async #logInOnce(params: loginParam, userID: string): Promise<commonResult<string>> {
    return (await this.#isLoggedIn(userID)) ? { code: 0, desc: '' } : this.#tim.TIMLogin(params);
  }

  async #isLoggedIn(userID: string): Promise<boolean> {
    try {
      if (!LOGGING_IN_OR_LOGGED_IN.includes(await this.#tim.TIMGetLoginStatus())) return false;
      return userID !== '' && (await this.#tim.TIMGetLoginUserID()).json_param === userID;
    } catch {
      // As while it logs out, which TIMLogin waits for.
      return false;
    }
  }
}

/** The folders of TIMInit, which are the main process's business. */
const FOLDERS = ['config_path', 'log_path', 'json_config'] as const;

function refuseFolders(params: unknown): void {
  if (typeof params !== 'object' || params === null) return;
  for (const field of FOLDERS) {
    if ((params as Record<string, unknown>)[field] === undefined) continue;
    throw new ImSdkError(
      'ERR_IMSDK_NOT_ALLOWED',
      `A page cannot choose where the store is: leave ${field} out, and give it to TimMain as init.${field}.`,
      { field },
    );
  }
}
