/** `node-imsdk/renderer`: Tim in a page. Nothing of Node.js or of Electron is needed there. */
import { ImSdkError } from '../errors.js';
import type { Tim } from '../tim.js';
import { Connection } from './connection.js';
import { pageMethods, type PageMethod } from './methods.js';
import type { PageBridge } from './protocol.js';

export { ImSdkError, type ImSdkErrorCode, type ImSdkErrorDetails } from '../errors.js';
export { throwIfFailed } from '../throw-if-failed.js';
export type { PageMethod } from './methods.js';
export type { PageBridge } from './protocol.js';

/** What a {@link TimRender} is made with. */
export interface TimRenderOptions {
  /** What `exposeTim` has put into the page. Default: `window.nodeImsdk`. */
  bridge?: PageBridge;
}

/** One connection a bridge, however many TimRender a page makes. */
const connections = new WeakMap<PageBridge, Connection>();

/** The methods of Tim: each hands its arguments to the one of the same name in the main process. */
class RemoteMethods {
  readonly #connection: Connection;

  constructor(bridge: PageBridge) {
    let connection = connections.get(bridge);
    if (connection === undefined) connections.set(bridge, (connection = new Connection(bridge)));
    this.#connection = connection;
  }

  static {
    for (const method of pageMethods) {
      const call = function (this: RemoteMethods, ...args: unknown[]): Promise<unknown> {
        return this.#connection.call(method, args);
      };
      Object.defineProperty(this.prototype, method, { value: call, configurable: true, writable: true });
    }
  }
}

const RemoteTim = RemoteMethods as unknown as new (bridge: PageBridge) => Pick<Tim, PageMethod>;

/**
 * Tim in a page: the same methods with the same parameters, results and errors. TimMain in the main process answers.
 *
 * @example
 * const tim = new TimRender();
 * await tim.TIMInit();
 * const { code } = await tim.TIMMsgSaveMsg(params);
 */
export class TimRender extends RemoteTim {
  /** @throws ImSdkError `ERR_IMSDK_INVALID_ARGUMENT` in a page whose preload script has not called `exposeTim`. */
  constructor({ bridge = (globalThis as { nodeImsdk?: PageBridge }).nodeImsdk }: TimRenderOptions = {}) {
    if (bridge === undefined) {
      throw new ImSdkError(
        'ERR_IMSDK_INVALID_ARGUMENT',
        'There is no window.nodeImsdk: call exposeTim() of node-imsdk/preload in the preload script of this window.',
        { field: 'bridge' },
      );
    }
    super(bridge);
  }
}

export default TimRender;
