import { ExperimentalApi } from './api/experimental.js';

export type { TimOptions } from './api/client.js';

/**
 * A client of Tencent Cloud Chat's C engine.
 *
 * The engine is one per process: clients with the same app id, store and mode share it, on whatever
 * thread they are; one that differs is refused at TIMInit.
 *
 * What the engine answered resolves, whatever the code; what never reached the engine, or has no
 * answer, rejects with `ImSdkError`.
 */
export class Tim extends ExperimentalApi {}
