/** What a store has on disk, read without the engine. */
import path from 'node:path';
import { ALICE, APP_ID } from './client.js';
import { queryStore } from './sqlite.js';

/** The folder that the engine keeps a user's messages in. */
export function userFolder(store: string, userId: string): string {
  return path.join(store, `${APP_ID}_${Buffer.from(userId).toString('hex')}`);
}

/** The file that has alice's messages. */
export function database(store: string): string {
  return path.join(userFolder(store, ALICE), 'msg_0.db');
}

/** The numbers in texts such as `#5#`, in the order of the saves. */
export function storedNumbers(store: string): number[] {
  return queryStore(store, 'select content from message order by id').map(([content = '']) =>
    Number(/#(\d+)#/.exec(Buffer.from(content, 'hex').toString('latin1'))?.[1]),
  );
}
