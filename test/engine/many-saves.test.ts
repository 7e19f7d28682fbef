/** Many saves in one run: each is there, in the order in which they were made. */
import { logInClient, listBob, makeFolder, stored, text, texts, toBob } from './client.js';
import { queryStore } from './sqlite.js';

/** Every message's custom number, in the order in which the store got them. */
function numbersInStore(store: string): number[] {
  // The text of an element lies in a blob of the engine's; each message's own number stands there as "<number>".
  return queryStore(store, 'SELECT content FROM message ORDER BY id').map(([blob = '']) => {
    const [, number] = /<(\d+)>/.exec(Buffer.from(blob, 'hex').toString('latin1')) ?? [];
    return Number(number);
  });
}

test.each([
  ['ack', 10_000],
  ['committed', 2_000],
] as const)(
  'with %s, %d saves made at once are all acknowledged, listed and in the file of the store, in order',
  async (durability, count) => {
    const numbers = Array.from({ length: count }, (_, i) => i);
    const store = makeFolder();
    const tim = await logInClient({ durability }, store);
    const settled: number[] = [];
    const saves = numbers.map(async (i) => {
      const message = stored(await tim.TIMMsgSaveMsg(toBob(text(`<${i}>`))));
      settled.push(i);
      return message;
    });
    const messages = await Promise.all(saves);
    expect(settled).toEqual(numbers);
    expect(new Set(messages.map(({ message_unique_id: id }) => id)).size).toBe(count);
    await tim.flush();

    expect(texts(await listBob(tim))).toEqual(numbers.map((i) => `<${i}>`));
    await tim.TIMUninit();
    expect(numbersInStore(store)).toEqual(numbers);
  },
);

test('saves into many conversations at once are each in their own', async () => {
  const tim = await logInClient({ durability: 'ack' });
  const conversations = Array.from({ length: 50 }, (_, i) => `peer ${i}`);
  const saves = conversations.flatMap((conv_id) =>
    Array.from({ length: 20 }, (_, i) => tim.TIMMsgSaveMsg({ ...toBob(text(`${conv_id}: ${i}`)), conv_id })),
  );
  for (const result of await Promise.all(saves)) stored(result);
  for (const conv_id of conversations) {
    const list = await tim.TIMMsgGetMsgList({ ...toBob({ msg_getmsglist_param_count: 100 }), conv_id });
    expect(texts(stored(list)).reverse()).toEqual(Array.from({ length: 20 }, (_, i) => `${conv_id}: ${i}`));
  }
});
