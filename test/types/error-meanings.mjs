/**
 * Makes lib/types/error-meanings.ts from the docstrings of TIMResult and TIMErrCode, where each meaning is written.
 *
 *     node test/types/error-meanings.mjs --write
 *
 * Without --write it only says, by its exit code, whether the file is up to date.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const types = new URL('../../lib/types/', import.meta.url);
const target = new URL('error-meanings.ts', types);

/** The members of an enum, as [number, docstring]. */
function members(file, name) {
  const source = readFileSync(new URL(file, types), 'utf8');
  const body = source.split(`export enum ${name} {`)[1].split('\n}\n')[0];
  const found = [...body.matchAll(/\/\*\* (.+) \*\/\n\s+(\w+) = (-?\d+),/g)];
  const named = body.match(/^\s+\w+ = /gm) ?? [];
  if (found.length !== named.length) {
    throw new Error(`${file}: each member of ${name} needs a docstring of one line right before it`);
  }
  return found.map(([, meaning, , code]) => [Number(code), meaning]);
}

const meanings = [...members('error-codes.ts', 'TIMErrCode'), ...members('enums.ts', 'TIMResult').slice(1)];

/** A string literal with the quotes that prettier would choose. */
function literal(text) {
  return text.includes("'") ? JSON.stringify(text) : `'${text}'`;
}

const wanted = `// Made from the docstrings of TIMResult and TIMErrCode by test/types/error-meanings.mjs: do not edit.

/** The meaning of each code of the engine. */
export const errorMeanings: ReadonlyMap<number, string> = new Map([
${meanings.map(([code, meaning]) => `  [${code}, ${literal(meaning)}],`).join('\n')}
]);
`;

if (process.argv.includes('--write')) {
  writeFileSync(target, wanted);
} else if (readFileSync(target, 'utf8') !== wanted) {
  process.stderr.write(
    'lib/types/error-meanings.ts is out of date: run node test/types/error-meanings.mjs --write\n',
  );
  process.exitCode = 1;
}
