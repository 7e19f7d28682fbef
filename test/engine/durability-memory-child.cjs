/** Writes how many bytes the resident set grows for each save that waits. Argument: the store's folder. */
const { Tim } = require('../..');

const SAVES = 20_000;

async function main() {
  const tim = new Tim({ sdkappid: 1400000001, localOnly: true });
  await tim.TIMInit({ config_path: process.argv[2] });
  await tim.TIMLogin({ userID: 'alice' });
  const save = (i) =>
    tim.TIMMsgSaveMsg({
      conv_id: 'bob',
      conv_type: 1,
      params: { message_elem_array: [{ elem_type: 0, text_elem_content: `message ${i}` }] },
    });
  // So that what is compiled and allocated once is not counted.
  await Promise.all(Array.from({ length: 500 }, (_, i) => save(i)));
  globalThis.gc();
  const before = process.memoryUsage().rss;
  const saves = [];
  for (let i = 0; i < SAVES; i++) saves.push(save(i));
  globalThis.gc();
  const bytesPerSave = Math.round((process.memoryUsage().rss - before) / SAVES);
  await Promise.all(saves);
  await tim.TIMUninit();
  process.stdout.write(JSON.stringify({ bytesPerSave }));
}

void main();
