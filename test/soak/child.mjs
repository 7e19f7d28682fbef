// One soak: a process that makes many calls, and measures itself in between. Needs --expose-gc.
// Argument, as JSON: `what` (`saves` or `cycles`), `calls`, `store`, `libraryPath` (undefined for the real engine) and
// `plant`: a leak on purpose (`memory`, `promises` or `handles`), or undefined. Prints the samples as JSON.
import { mkdirSync, openSync, readdirSync } from 'node:fs';
import { getActiveResourcesInfo, argv, memoryUsage, stdout } from 'node:process';
import { Tim } from '../../dist/index.js';
import { countRetained } from './retained.mjs';
import { settle } from './settle.mjs';

const { what, calls, store, libraryPath, plant } = JSON.parse(argv[2]);
const SAMPLES = 40;
const share = calls / SAMPLES;
/** As many as a busy program has under way. */
const LANES = 256;
/** Every message has it, so that a snapshot shows what is left of any. */
const TEXT = 'text of a soaked message';

const leak = [];

function plantLeak(made, promise) {
  if (plant === 'memory') leak.push(Buffer.allocUnsafeSlow(4096).fill(1));
  if (plant === 'promises') leak.push(promise);
  if (plant === 'handles' && made % share === 0) leak.push(openSync('/dev/null'));
}

let saved = 0;
function save(tim) {
  const message = { message_elem_array: [{ elem_type: 0, text_elem_content: `${TEXT} ${++saved}` }] };
  return tim.TIMMsgSaveMsg({ conv_id: 'bob', conv_type: 1, params: message });
}

async function saveMany(tim, count) {
  let left = count;
  const lane = async () => {
    while (left > 0) {
      left -= 1;
      const promise = save(tim);
      plantLeak(left, promise);
      const { code } = await promise;
      if (code !== 0) throw new Error(`a save was answered with ${code}`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

async function open() {
  const tim = new Tim({ sdkappid: 1400000001, localOnly: true, libraryPath });
  await tim.TIMInit({ config_path: store });
  await tim.TIMLogin({ userID: 'alice' });
  return tim;
}

async function cycleMany(count) {
  for (let i = 0; i < count; i++) {
    const tim = await open();
    await save(tim);
    await tim.TIMUninit();
    plantLeak(i, undefined);
  }
}

async function sample(made) {
  await settle();
  const { rss, heapUsed, external } = memoryUsage();
  return {
    calls: made,
    rss,
    heap: heapUsed + external,
    descriptors: readdirSync('/proc/self/fd').length,
    threads: readdirSync('/proc/self/task').length,
    handles: getActiveResourcesInfo().length,
  };
}

mkdirSync(store, { recursive: true });
const samples = [];
const client = what === 'saves' ? await open() : undefined;
const make = (count) => (client ? saveMany(client, count) : cycleMany(count));
// The first calls fill caches, and a snapshot leaves the heap larger than it found it.
await make((SAMPLES / 4) * share);
await settle();
const before = await countRetained(TEXT);
for (let i = 1; i <= SAMPLES; i++) {
  await make(share);
  samples.push(await sample(i * share));
}
const after = await countRetained(TEXT);
await client?.TIMUninit();
stdout.write(JSON.stringify({ samples, before, after }));
