// Measures one peer of JavaScript in a process of its own:
//   node peer-process.mjs JOB     a JSON file; see run-peer.mjs. Writes the measurement to job.result.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';
import { conversation, payloads } from '../payloads.mjs';

const job = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { threadCpuNanoseconds } = createRequire(import.meta.url)(job.threadCpu);
const { open } = await import(`../peers/${job.module}.mjs`);
const { measure } = await import(`./${job.measurement}.mjs`);

const peer = await open(job);
const params = { ...conversation, params: payloads[job.payload].message };
const save = () => peer.save(params);

await untilReady();
await requireWholeAnswer();
const result = await measure({ save, peer, params, job, threadCpuNanoseconds });
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

/** That what is measured is a save: the message comes back parsed, with its text. */
async function requireWholeAnswer() {
  const { code, json_param: raw, json_params: message = raw } = await save();
  const [sent, saved] = [params.params, message].map(({ message_elem_array: elements }) => elements[0]);
  if (code !== 0 || saved.text_elem_content !== sent.text_elem_content) {
    throw new Error(`${job.module} did not save the message: code ${code}`);
  }
}
