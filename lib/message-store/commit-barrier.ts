import { ImSdkError } from '../errors.js';
import type { Bridge } from '../native/bridge.js';

export class CommitBarrier {
  readonly #bridge: Bridge;
  #waiting: { id: string; settle: (failure?: ImSdkError) => void }[] = [];
  #running: Promise<void> | undefined;
  #last = '';
  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }
  acknowledged(id: string): void {
    this.#last = id;
  }
  whenCommitted(id: string, settle: (failure?: ImSdkError) => void): void {
    this.#waiting.push({ id, settle });
    this.#running ??= this.#run();
  }
  flush(): Promise<void> {
    if (this.#last === '') return Promise.resolve();
    return new Promise((resolve) => this.whenCommitted(this.#last, () => resolve()));
  }
  async #run(): Promise<void> {
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      await this.#bridge.call('callExperimentalAPI', [
        JSON.stringify({
          request_internal_operation: 'internal_operation_clear_local_history_message',
          request_clear_local_history_message_conversation_id_param: 'c2c_\u0001none',
          request_clear_local_history_message_begin_timestamp_param: 1,
          request_clear_local_history_message_end_timestamp_param: 2,
        }),
      ]);
      const found = await this.#bridge.call('TIMMsgFindMessages', [JSON.stringify(batch.map((w) => w.id))]);
      const ids = new Set(
        (JSON.parse(found.json || '[]') as { message_msg_id: string }[]).map((m) => m.message_msg_id),
      );
      for (const { id, settle } of batch) {
        settle(ids.has(id) ? undefined : new ImSdkError('ERR_IMSDK_NOT_STORED', 'not stored'));
      }
    }
    this.#running = undefined;
  }
}
const barriers = new WeakMap<Bridge, CommitBarrier>();
export function sharedBarrier(bridge: Bridge): CommitBarrier {
  let barrier = barriers.get(bridge);
  if (barrier === undefined) barriers.set(bridge, (barrier = new CommitBarrier(bridge)));
  return barrier;
}
