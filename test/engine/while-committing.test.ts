/** Calls that are under way while saves are being committed find the user's store, and no other. */
import { setImmediate as turn } from 'node:timers/promises';
import type { Durability } from 'node-imsdk';
import { BOB, listBob, logInClient, makeFolder, stored, text, texts, toBob } from './client.js';
import { queryStore } from './sqlite.js';

test.each([
  ['sent', {}],
  // Of these the engine looks up the sender before it stores them.
  ['received', { message_sender: BOB }],
])(
  'messages %s that are saved while others wait for the disk are all in the store',
  async (_kind, sender) => {
    const store = makeFolder();
    const tim = await logInClient({}, store);
    const saved: string[] = [];
    let isWriting = true;
    const save = async (content: string, durability: Durability): Promise<void> => {
      stored(await tim.TIMMsgSaveMsg(toBob(text(content, sender)), { durability }));
      saved.push(content);
    };
    // One waits for the disk each time; the others keep saves under way at every moment.
    const writeCommitted = async (): Promise<void> => {
      for (let i = 0; i < 80; i++) await save(`committed ${i}`, 'committed');
      isWriting = false;
    };
    const writeAcknowledged = async (writer: number): Promise<void> => {
      for (let i = 0; isWriting; i++) {
        await save(`${writer}: ${i} ${'x'.repeat((i * 37) % 300)}`, 'ack');
        if (i % 7 === 0) await turn();
      }
    };
    await Promise.all([writeCommitted(), ...[1, 2, 3, 4].map(writeAcknowledged)]);
    await tim.flush();

    const listed = new Set(texts(await listBob(tim)));
    expect(saved.filter((content) => !listed.has(content))).toEqual([]);
    await tim.TIMUninit();
    expect(queryStore(store, 'SELECT count(*) FROM message')).toEqual([[`${saved.length}`]]);
  },
  60_000,
);

test('a list that is asked for while a save waits for the disk has what was there before', async () => {
  const tim = await logInClient();
  stored(await tim.TIMMsgSaveMsg(toBob(text('first'))));
  let isWriting = true;
  const write = async (): Promise<void> => {
    for (let i = 0; i < 150; i++) stored(await tim.TIMMsgSaveMsg(toBob(text(`${i}`))));
    isWriting = false;
  };
  let reads = 0;
  let empty = 0;
  const read = async (): Promise<void> => {
    while (isWriting) {
      const list = stored(await tim.TIMMsgGetMsgList(toBob({ msg_getmsglist_param_count: 1 })));
      reads++;
      if (list.length === 0) empty++;
    }
  };
  await Promise.all([write(), ...Array.from({ length: 16 }, read)]);
  expect(reads).toBeGreaterThan(0);
  expect(empty).toBe(0);
}, 60_000);
