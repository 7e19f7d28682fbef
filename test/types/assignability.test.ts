import { readFileSync } from 'node:fs';
import path from 'node:path';
import { complaints, programOf, root } from './compile.js';

const FILE = 'test/types/assignability.ts';

test('each assignment that must compile does, and each that must not does not', () => {
  expect(complaints(programOf({ [FILE]: readFileSync(path.join(root, FILE), 'utf8') }), FILE)).toEqual([]);
});
