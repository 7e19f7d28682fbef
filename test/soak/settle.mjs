import { setTimeout as delay } from 'node:timers/promises';

/** Collects what is garbage, so that memory can be compared. Needs --expose-gc. */
export async function settle() {
  // What the last turn still holds is gone after another.
  for (let i = 0; i < 3; i++) {
    await delay(10);
    globalThis.gc();
  }
}
