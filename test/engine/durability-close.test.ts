/** A clean close with much under way: everything settles, and what resolved is on disk when the close resolves. */
import { existsSync } from 'node:fs';
import { Tim } from 'node-imsdk';
import { ALICE, APP_ID, logInClient, makeFolder, text, toBob } from './client.js';
import { database, storedNumbers } from './durability-store.js';

const SAVES = 2000;

function save(tim: Tim, number: number): Promise<unknown> {
  return tim.TIMMsgSaveMsg(toBob(text(`#${number}#`))).then(
    ({ code }) => code,
    (reason: unknown) => reason,
  );
}

const numbers = Array.from({ length: SAVES }, (_, i) => i);

test(`TIMUninit with ${SAVES} saves pending settles all, and all are in a database without a log beside it`, async () => {
  const store = makeFolder();
  const tim = await logInClient({}, store);
  const saves = numbers.map((number) => save(tim, number));
  expect(await tim.TIMUninit()).toBe(0);
  expect(existsSync(`${database(store)}-wal`)).toBe(false);
  expect(storedNumbers(store)).toEqual(numbers);
  expect(await Promise.all(saves)).toEqual(saves.map(() => 0));
});

test('the end of an `await using` block does the same', async () => {
  const store = makeFolder();
  const saves: Promise<unknown>[] = [];
  {
    await using tim = new Tim({ sdkappid: APP_ID, localOnly: true });
    await tim.TIMInit({ config_path: store });
    await tim.TIMLogin({ userID: ALICE });
    saves.push(...numbers.map((number) => save(tim, number)));
  }
  expect(existsSync(`${database(store)}-wal`)).toBe(false);
  expect(storedNumbers(store)).toEqual(numbers);
  expect(await Promise.all(saves)).toEqual(saves.map(() => 0));
});

test('saves that still come in while it closes, twice at once, are refused and are not in the store', async () => {
  const store = makeFolder();
  const tim = await logInClient({}, store);
  const before = numbers.map((number) => save(tim, number));
  const closing = Promise.all([tim.TIMUninit(), tim.TIMUninit()]);
  let isClosed = false;
  void closing.finally(() => (isClosed = true));
  const late: Promise<unknown>[] = [];
  const coming = setInterval(() => {
    if (!isClosed) late.push(save(tim, SAVES + late.length));
  });
  expect(await closing).toEqual([0, 0]);
  clearInterval(coming);
  expect(storedNumbers(store)).toEqual(numbers);
  expect(await Promise.all(before)).toEqual(before.map(() => 0));
  expect(late.length).toBeGreaterThan(0);
  for (const refusal of await Promise.all(late)) {
    expect(refusal).toMatchObject({ code: 'ERR_IMSDK_CLOSED', mayHaveBeenStored: false });
  }
});
