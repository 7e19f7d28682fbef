/** What the engine writes to the console of the program that uses it. */
import { logInClient, makeFolder, text, toBob } from './client.js';
import { saveInChild } from './saving-process.js';

const once = { duration: 0, interval: 0 };

test('nothing is written to stdout or stderr', async () => {
  const options = { localOnly: true };
  expect(await saveInChild({ options, store: makeFolder(), ...once })).toEqual({
    codes: [0],
    readCodes: [],
    stdout: '',
    stderr: '',
  });
});

test('with consoleLog, the engine’s log is written to stdout', async () => {
  const options = { localOnly: true, consoleLog: true };
  const { codes, stdout, stderr } = await saveInChild({ options, store: makeFolder(), ...once });
  expect({ codes, stderr }).toEqual({ codes: [0], stderr: '' });
  expect(stdout.split('\n').length).toBeGreaterThan(20);
  expect(stdout).toMatch(/xlog/);
});

test('with consoleLog, the lines of a store that opens are not taken for lost messages', async () => {
  const tim = await logInClient({ consoleLog: true });
  expect(await tim.TIMMsgSaveMsg(toBob(text('hello')), { durability: 'ack' })).toMatchObject({ code: 0 });
  await expect(tim.flush()).resolves.toBeUndefined();
});
