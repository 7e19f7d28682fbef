import { printFailure } from '../../lib/cli/output';
import { ImSdkError } from '../../lib/errors';

function printed(error: unknown): string {
  let text = '';
  printFailure(error, { write: (more) => (text += more) });
  return text;
}

test('an error of this package is one line: what happened, what to do, the code', () => {
  const error = new ImSdkError('ERR_IMSDK_STORE_IN_USE', 'The store is in use by process 5. Close it.');
  expect(printed(error)).toBe(
    'node-imsdk: The store is in use by process 5. Close it. [ERR_IMSDK_STORE_IN_USE]\n',
  );
});

test('a list that belongs to the message follows the code', () => {
  const error = new ImSdkError('ERR_IMSDK_LIBRARY_NOT_FOUND', 'Not found. Looked at:\n  - here\n  - there');
  expect(printed(error)).toBe(
    'node-imsdk: Not found. Looked at: [ERR_IMSDK_LIBRARY_NOT_FOUND]\n  - here\n  - there\n',
  );
});

test('any other error is a defect and shows its stack', () => {
  const text = printed(new TypeError('x is not a function'));
  expect(text).toMatch(/^node-imsdk: TypeError: x is not a function\n {4}at .*cli-output\.test/);
});

test('its causes follow', () => {
  const text = printed(new Error('outer', { cause: new RangeError('inner') }));
  expect(text).toMatch(/Error: outer\n[^]*\ncaused by RangeError: inner\n {4}at /);
});

test('what is thrown without being an error is printed as it is', () => {
  expect(printed('odd')).toBe('node-imsdk: odd\n');
});
