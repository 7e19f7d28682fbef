/** Timeouts, abort signals and a close: whether the message may be in the store is told truly. */
import { ImSdkError } from 'node-imsdk';
import { sharedBridge } from '../../lib/native/bridge.js';
import { listBob, logInClient, makeFolder, stored, text, texts, toBob } from './client.js';

function error(save: Promise<unknown>): Promise<ImSdkError> {
  return save.then(
    () => Promise.reject(new Error('the save resolved')),
    (reason: unknown) => {
      if (reason instanceof ImSdkError) return reason;
      throw reason;
    },
  );
}

test('a signal that is aborted already: the engine is not called', async () => {
  const tim = await logInClient();
  const { addon } = sharedBridge();
  const before = addon.counts();
  const save = error(tim.TIMMsgSaveMsg(toBob(text('never')), { signal: AbortSignal.abort('mine') }));
  expect(addon.counts()).toEqual(before);
  expect(await save).toMatchObject({
    code: 'ERR_IMSDK_ABORTED',
    mayHaveBeenStored: false,
    cause: 'mine',
  });
  expect(await listBob(tim)).toEqual([]);
});

test('a save that is aborted when the engine has it says that it may be stored; the late answer is dropped', async () => {
  const tim = await logInClient();
  const controller = new AbortController();
  const { signal } = controller;
  const settled: string[] = [];
  const aborted = tim.TIMMsgSaveMsg(toBob(text('aborted')), { signal });
  void aborted.then(
    () => settled.push('resolved'),
    () => settled.push('rejected'),
  );
  // Its acknowledgement comes before that of a save made after it; its commit is later than both.
  stored(await tim.TIMMsgSaveMsg(toBob(text('after it')), { durability: 'ack' }));
  const isStillPending = settled.length === 0;
  controller.abort();
  if (isStillPending) {
    expect(await error(aborted)).toMatchObject({ code: 'ERR_IMSDK_ABORTED', mayHaveBeenStored: true });
  }
  await tim.flush();
  expect(settled).toHaveLength(1);
  expect(texts(await listBob(tim))).toEqual(['aborted', 'after it']);
});

test('aborting a save that has resolved does nothing', async () => {
  const tim = await logInClient();
  const controller = new AbortController();
  const message = stored(
    await tim.TIMMsgSaveMsg(toBob(text('kept')), { signal: controller.signal, timeout: 60_000 }),
  );
  controller.abort();
  expect(message.message_elem_array).toEqual([expect.objectContaining({ text_elem_content: 'kept' })]);
  expect(texts(await listBob(tim))).toEqual(['kept']);
});

test('saves aborted at any moment: none that is denied is stored, none that resolved is missing', async () => {
  const store = makeFolder();
  const tim = await logInClient({}, store);
  const outcomes = await Promise.all(
    Array.from({ length: 2000 }, async (_, i) => {
      const name = `${i}`;
      const timeout = 1 + (i % 97);
      const save = tim.TIMMsgSaveMsg(toBob(text(name)), { timeout });
      return save.then(
        () => ({ name, resolved: true, denied: false }),
        (reason: unknown) => ({
          name,
          resolved: false,
          denied: (reason as ImSdkError).mayHaveBeenStored === false,
        }),
      );
    }),
  );
  await tim.TIMUninit();
  const present = new Set(texts(await listBob(await logInClient({}, store))));
  expect(outcomes.filter(({ name, resolved }) => resolved && !present.has(name))).toEqual([]);
  expect(outcomes.filter(({ name, denied }) => denied && present.has(name))).toEqual([]);
});
