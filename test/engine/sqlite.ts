import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { ALICE, APP_ID } from './client.js';

const QUERY = `
import json, sqlite3, sys
rows = sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchall()
print(json.dumps([[value.hex() if isinstance(value, bytes) else str(value) for value in row] for row in rows]))
`;

/**
 * Reads a user's messages from the file of a store that is closed, without the engine (Node 20 has no SQLite of its
 * own; python3 is there wherever node-gyp works).
 *
 * @returns A row each, its values as text: 64-bit integers in full, blobs in hexadecimal.
 */
export function queryStore(store: string, sql: string, userId = ALICE): string[][] {
  const file = path.join(store, `${APP_ID}_${Buffer.from(userId).toString('hex')}`, 'msg_0.db');
  const output = execFileSync('python3', ['-c', QUERY, file, sql], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return JSON.parse(output) as string[][];
}
