// Measures one step of the least binding (native/least_binding.cc) in a process of its own:
//   node least-binding-process.mjs JOB     a JSON file; see parts/floor.mjs. Writes the measurement to job.result.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { conditions, initConfig } from '../conditions.mjs';
import { conversation, payloads } from '../payloads.mjs';
import { mainCpuOf, pipelined, sequential } from './load.mjs';

const require = createRequire(import.meta.url);
const { step, payload, counts, windows, ...job } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { threadCpuNanoseconds } = require(job.threadCpu);
const addon = require(job.leastBinding);
const { message } = payloads[payload];
const answer = await answerOfEngine();

/** The resolvers of the calls under way, by id; ids are used again. */
const waiting = [];
const freeIds = [];

function expect(resolve) {
  const id = freeIds.pop() ?? waiting.length;
  waiting[id] = resolve;
  return id;
}

function settle(id, value) {
  freeIds.push(id);
  waiting[id](value);
}

let turn = [];
function settleTurn() {
  const resolvers = turn;
  turn = [];
  for (const resolve of resolvers) resolve();
}

const settleAll = (...ids) => ids.forEach((id) => settle(id));

/** Each does what the one before does, and one thing more. */
const steps = {
  promise: {
    call: () =>
      new Promise((resolve) => {
        if (turn.push(resolve) === 1) setImmediate(settleTurn);
      }),
  },
  hop: {
    call: () => new Promise((resolve) => addon.call(expect(resolve))),
    onAnswers: settleAll,
  },
  stringify: {
    call: () =>
      new Promise((resolve) => {
        JSON.stringify(message);
        addon.call(expect(resolve));
      }),
    onAnswers: settleAll,
  },
  utf8: {
    call: () => new Promise((resolve) => addon.call(expect(resolve), JSON.stringify(message))),
    onAnswers: (...answers) => {
      for (let i = 0; i < answers.length; i += 2) settle(answers[i]);
    },
  },
  parse: {
    call: () => new Promise((resolve) => addon.call(expect(resolve), JSON.stringify(message))),
    onAnswers: (...answers) => {
      for (let i = 0; i < answers.length; i += 2) settle(answers[i], JSON.parse(answers[i + 1]));
    },
  },
};

addon.open(steps[step]?.onAnswers ?? (() => {}), answer);
const result = step === 'alone' ? alone() : await inLoad(steps[step].call);
writeFileSync(job.result, JSON.stringify(result));
process.exit(0);

async function inLoad(call) {
  for (let warmUp = 0; warmUp < counts.warmUp; warmUp++) await call();
  const oneByOne = await sequential(call, counts.sequential, threadCpuNanoseconds);
  let together;
  // The last counts: as those of this package, whose code is as warm by then.
  for (const window of windows)
    together = await pipelined(call, counts.pipelined, window, threadCpuNanoseconds);
  return { sequential: oneByOne.mainCpu, pipelined: together.mainCpu };
}

/** What each part takes when nothing else is done: with warm caches, and garbage that dies at once. */
function alone() {
  const text = JSON.stringify(message);
  const timeOf = (call) => mainCpuOf(call, counts.pipelined, threadCpuNanoseconds);
  return {
    stringify: timeOf(() => JSON.stringify(message)),
    utf8: timeOf(() => addon.takeText(text)) + timeOf(() => addon.giveText()),
    parse: timeOf(() => JSON.parse(answer)),
  };
}

/** The text that the peers get for this message. */
async function answerOfEngine() {
  const naive = require(job.naive);
  naive.load(job.engine);
  naive.init(conditions.sdkappid, JSON.stringify(initConfig(job.folder)));
  const { conv_id, conv_type } = conversation;
  return (await naive.save(conv_id, conv_type, JSON.stringify(message))).json_param;
}
