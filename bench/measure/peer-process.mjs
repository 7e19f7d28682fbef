// Measures one peer of JavaScript with one message, in a process of its own:
//   node peer-process.mjs JOB     a JSON file; see run-peer.mjs. Writes the measurement to job.result.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';
import { conversation, payloads } from '../payloads.mjs';
import { pipelined, sequential } from './load.mjs';

const job = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { threadCpuNanoseconds } = createRequire(import.meta.url)(job.threadCpu);
const { open } = await import(`../peers/${job.module}.mjs`);

const peer = await open(job);
const params = { ...conversation, params: payloads[job.payload].message };
const save = () => peer.save(params);

await untilReady();
for (let call = 0; call < job.counts.warmUp; call++) await save();
await requireWholeAnswer();
const result = {
  sequential: await sequential(save, job.counts.sequential, threadCpuNanoseconds),
};
for (const window of job.windows) {
  result[`pipelined${window}`] = await pipelined(
    ...[save, job.counts.pipelined, window, threadCpuNanoseconds],
  );
}
if (peer.validate !== undefined) {
  const mainCpu = mainCpuOf(() => peer.validate(params));
  result.validation = { mainCpu, share: (mainCpu / result[`pipelined${job.windows.at(-1)}`].mainCpu) * 100 };
}
writeFileSync(job.result, JSON.stringify(result));
await peer.close();
// Some peers leave the event loop alive for ever.
process.exit(0);

/** The engine refuses saves for some milliseconds after TIMInit. */
async function untilReady() {
  for (let attempt = 1; ; attempt++) {
    try {
      const { code } = await save();
      if (code === 0) return;
    } catch (error) {
      if (attempt === 1000) throw error;
    }
    await delay(2);
  }
}

/** Microseconds of the main thread's processor time for one of many calls. */
function mainCpuOf(call, calls = 20_000) {
  for (let warmUp = 0; warmUp < calls; warmUp++) call();
  const start = threadCpuNanoseconds();
  for (let measured = 0; measured < calls; measured++) call();
  return (threadCpuNanoseconds() - start) / calls / 1e3;
}

/** That what is measured is a save: the message comes back parsed, with its text. */
async function requireWholeAnswer() {
  const { code, json_param: raw, json_params: message = raw } = await save();
  const [sent, saved] = [params.params, message].map(({ message_elem_array: elements }) => elements[0]);
  if (code !== 0 || saved.text_elem_content !== sent.text_elem_content) {
    throw new Error(`${job.module} did not save the message: code ${code}`);
  }
}
