import { measureInProcess, scriptCommand } from '../measure/fresh-process.mjs';
import { runPeer } from '../measure/run-peer.mjs';
import { payloads } from '../payloads.mjs';
import { mapValues, summarise } from '../render/statistics.mjs';
import { range, table } from '../render/table.mjs';
import { COUNTS, WINDOWS } from './saves.mjs';

/** What a binding does for a call, each step with those before it: measure/least-binding-process.mjs. */
const STEPS = {
  promise: 'a promise',
  hop: 'a thread hop each way',
  stringify: 'JSON.stringify',
  utf8: 'the texts to UTF-8 and from it',
  parse: 'JSON.parse',
};
const OURS = { read: "node-imsdk, 'ack', read", ack: "node-imsdk, 'ack', never read" };
const READ = { read: 'result read', ack: 'result never read' };
const LIMITS = { read: 1.15, ack: 0.7 };
/** One by one most of it are wake-ups, the same on both sides. */
const LIMITS_ONE_BY_ONE = { read: 1.3, ack: 1.15 };
/** What was reached: the most that a run came to. */
const KNOWN_MISS = {
  small: {
    why: 'a call of some 2 µs leaves no room for validation, time limits, cancelling and short turns of the loop',
    reached: { read: 2.9, ack: 1.8 },
  },
};

/** What the main thread must spend in any binding that stringifies and parses, beside what it spends in this one. */
export const floor = {
  title: 'What any binding with JSON must spend',

  measure: ({ round, options, built, progress }) =>
    Object.fromEntries(
      messagesOf(options).map((payload) => {
        const counts = COUNTS[options.form][payload];
        const names = [...Object.keys(STEPS), 'alone', ...Object.keys(OURS)];
        const first = round % names.length;
        const measured = {};
        for (const name of [...names.slice(first), ...names.slice(0, first)]) {
          progress(`${payloads[payload].title}, ${name}`);
          measured[name] =
            name in OURS ? ourTimes(name, built, payload, counts) : step(name, built, payload, counts);
        }
        return [payload, derived(measured)];
      }),
    ),

  targets: (raw) =>
    Object.keys(raw[0]).flatMap((payload) => {
      const target = (title, ratio, atMost) => {
        const { median } = summarise(raw.map((round) => round[payload].toFloor[ratio]));
        return { title: `stub: main thread, ${title}`, payload, atMost, value: median };
      };
      return Object.keys(OURS).flatMap((name) => [
        {
          ...target(`× the least binding's, ${READ[name]}`, name, LIMITS[name]),
          knownMiss: knownMiss(payload, name),
        },
        target(
          `one by one, × the least binding's, ${READ[name]}`,
          `${name}OneByOne`,
          LIMITS_ONE_BY_ONE[name],
        ),
      ]);
    }),

  table: ({ summary }) => [
    'Processor time of the main thread for a call, µs, on an engine that answers at once with the same text. The least ' +
      'binding is native/least_binding.cc with JSON.stringify before it and JSON.parse after it.',
    ...Object.entries(summary).flatMap(([payload, { added, alone, total, ours, toFloor }]) => [
      ...['', `### ${payload}: ${payloads[payload].title}`, ''],
      ...table(
        ['', '1024 in flight', 'one by one', 'alone, in a loop'],
        [
          ...Object.entries(STEPS).map(([name, title]) => [
            title,
            ...[added.pipelined[name], added.sequential[name], alone[name]].map((value) => range(value)),
          ]),
          ['together', ...[total.pipelined, total.sequential, total.alone].map((value) => range(value))],
          ...Object.entries(OURS).map(([name, title]) => [
            title,
            `${range(ours[name].pipelined)}, ${range(toFloor[name])} × together`,
            `${range(ours[name].sequential)}, ${range(toFloor[`${name}OneByOne`])} × together`,
            `${range(toFloor[`${name}Alone`])} × together`,
          ]),
        ],
      ),
    ]),
  ],
};

/** With 64 KB of text this package takes half of its limits and less: that is too far for a check. */
function messagesOf({ form, payloads: chosen }) {
  return chosen.filter((payload) => form !== 'check' || payload !== 'big');
}

function knownMiss(payload, name) {
  const miss = KNOWN_MISS[payload];
  return miss && { why: miss.why, reached: miss.reached[name] };
}

function step(name, built, payload, counts) {
  const job = { ...built, engine: built.engines.stub, step: name, payload, counts, windows: WINDOWS };
  return measureInProcess(`the least binding, ${name}, ${payload}`, (places) =>
    scriptCommand('least-binding-process.mjs', job, places),
  );
}

function ourTimes(name, built, payload, counts) {
  const job = { measurement: 'saves', payload, counts, windows: WINDOWS };
  const { sequential, pipelined1024 } = runPeer(name, 'stub', built, job);
  return { sequential: sequential.mainCpu, pipelined: pipelined1024.mainCpu };
}

/** What each step adds to the one before, the sums, and this package's times over them. */
function derived({ alone, read, ack, ...steps }) {
  const names = Object.keys(STEPS);
  const added = mapValues({ pipelined: 0, sequential: 0 }, (_, load) =>
    Object.fromEntries(
      names.map((name, i) => [name, steps[name][load] - (steps[names[i - 1]]?.[load] ?? 0)]),
    ),
  );
  const parts = { ...alone, promise: steps.promise.pipelined, hop: added.pipelined.hop };
  const total = { ...steps.parse, alone: names.reduce((sum, name) => sum + parts[name], 0) };
  const ours = { read, ack };
  const toFloor = Object.fromEntries(
    Object.entries(ours).flatMap(([name, { sequential, pipelined }]) => [
      [name, pipelined / total.pipelined],
      [`${name}OneByOne`, sequential / total.sequential],
      [`${name}Alone`, pipelined / total.alone],
    ]),
  );
  return { added, alone: parts, total, ours, toFloor };
}
