import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describeErrorCode, TIMErrCode, TIMResult } from '../../lib/types/index.js';

const numbersOf = (codes: object): number[] =>
  Object.values(codes).filter((code): code is number => typeof code === 'number');

test('the meanings are those of the docstrings', () => {
  const script = path.join(__dirname, '../types/error-meanings.mjs');
  expect(() => execFileSync(process.execPath, [script], { stdio: 'pipe' })).not.toThrow();
});

test('there are as many codes as in the header, each with a meaning of its own line', () => {
  expect(numbersOf(TIMErrCode)).toHaveLength(376);
  for (const code of [...numbersOf(TIMErrCode), ...numbersOf(TIMResult)]) {
    expect(describeErrorCode(code)).toMatch(/^[A-Z].*[.?]$/);
    expect(describeErrorCode(code)).not.toMatch(/headers do not list/);
  }
});

test.each([
  [0, 'Success.'],
  [-4, 'An argument is missing or out of range, such as an empty conversation id.'],
  [-302, 'The service has too many connections.'],
  [6013, 'The engine is not initialised: call TIMInit and wait for it.'],
  [9523, 'The request waited too long to be sent, and there is no network.'],
])('%d means: %s', (code, meaning) => {
  expect(describeErrorCode(code)).toBe(meaning);
});

test('a code of the application server, and one that nobody knows, are told apart', () => {
  expect(describeErrorCode(120001)).toMatch(/own server/);
  expect(describeErrorCode(130000)).toMatch(/own server/);
  expect(describeErrorCode(130001)).toMatch(/headers do not list/);
  expect(describeErrorCode(NaN)).toMatch(/headers do not list/);
});

test('a code gives its name back', () => {
  expect(TIMErrCode[6014]).toBe('ERR_SDK_NOT_LOGGED_IN');
});
