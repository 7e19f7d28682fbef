/** What a store has on disk, read by another program than the engine. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { ALICE, APP_ID } from './client.js';

const READ_TEXTS = `
import json, re, sqlite3, sys
rows = sqlite3.connect(sys.argv[1]).execute('select content from message order by id')
print(json.dumps([int(re.search(rb'#(\\d+)#', content)[1]) for (content,) in rows]))
`;

/** The file that has alice's messages. */
export function database(store: string): string {
  return path.join(store, `${APP_ID}_${Buffer.from(ALICE).toString('hex')}`, 'msg_0.db');
}

/** The numbers in texts such as `#5#`, in the order of the saves. */
export function storedNumbers(store: string): number[] {
  return JSON.parse(
    execFileSync('python3', ['-c', READ_TEXTS, database(store)], { encoding: 'utf8' }),
  ) as number[];
}
