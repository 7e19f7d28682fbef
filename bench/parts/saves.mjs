import { engines } from '../engines.mjs';
import { runPeer } from '../measure/run-peer.mjs';
import { payloads } from '../payloads.mjs';
import { peersOn } from '../peers.mjs';
import { barChart } from '../render/bar-chart.mjs';
import { mapValues, summarise } from '../render/statistics.mjs';
import { range, table } from '../render/table.mjs';

/** Saves in flight at once in the pipelined measurements: some, and what one who does not wait soon has. */
export const WINDOWS = [256, 1024];

const QUICK = { warmUp: 20, sequential: 60, pipelined: 1280 };

/**
 * How many saves a process makes. Few, because the vendor's path gets slower with every call, and is shown here
 * as it is when fresh.
 */
const FULL = {
  small: { warmUp: 50, sequential: 500, pipelined: 4096 },
  seed: { warmUp: 50, sequential: 500, pipelined: 4096 },
  big: { warmUp: 20, sequential: 150, pipelined: 3072 },
};
export const COUNTS = {
  full: FULL,
  check: { ...FULL, big: { warmUp: 20, sequential: 50, pipelined: 2048 } },
  quick: { small: QUICK, seed: QUICK, big: QUICK },
};

/** Of the stub's targets with many in flight. Later on it is another picture: bench/README.md. */
const COLD =
  'where fresh memory is slow to come by, the first ten thousand calls of a process pay most for what is in flight';

/**
 * What this package is to reach. A ratio is taken within each round, and the median of those counts; `peer` over
 * `over` of one number (`of`), after `less` has been taken off the first, where more or less is wanted (`atLeast`,
 * `atMost`), for all messages or by message. What a `knownMiss` has `reached` is the least that a run came to, on two
 * processors of a virtual machine within another, where a page of fresh memory takes 2 µs and a wake-up 15.
 */
const TARGETS = [
  {
    title: "'ack', 1024 in flight, × the C program's rate",
    ...{ engine: 'real', peer: 'ack', over: 'floor', of: ['pipelined1024', 'perSecond'], atLeast: 0.9 },
    knownMiss: {
      why: 'JavaScript shares two processors with the engine',
      reached: { small: 0.7, seed: 0.7, big: 0.76 },
    },
  },
  {
    title: "'committed', 1024 in flight, × the rate of 'ack'",
    ...{ engine: 'real', peer: 'committed', over: 'ack', of: ['pipelined1024', 'perSecond'], atLeast: 0.9 },
    knownMiss: {
      why: 'commits take their share of two processors, and the engine acknowledges 64 KB faster than it writes them',
      reached: { small: 0.88, seed: 0.88, big: 0.4 },
    },
  },
  {
    title: "main thread, × the C program's",
    ...{ engine: 'real', peer: 'ack', over: 'floor', of: ['pipelined1024', 'mainCpu'] },
    atMost: { seed: 0.65, big: 0.4 },
  },
  {
    title: "main thread, × the vendor's",
    ...{ engine: 'real', peer: 'ack', over: 'vendor', of: ['pipelined1024', 'mainCpu'] },
    atMost: { seed: 0.3, big: 0.4 },
  },
  {
    title: "stub, one by one, × the vendor's rate",
    ...{ engine: 'stub', peer: 'read', over: 'vendor', of: ['sequential', 'perSecond'] },
    atLeast: { seed: 2 },
    knownMiss: {
      why: "the call is made on another thread, whose wake-up is what a stub's call costs",
      reached: { seed: 0.65 },
    },
  },
  {
    title: "stub, 1024 in flight, × the vendor's rate",
    ...{ engine: 'stub', peer: 'read', over: 'vendor', of: ['pipelined1024', 'perSecond'] },
    atLeast: { seed: 2 },
    knownMiss: { why: COLD, reached: { seed: 1.3 } },
  },
  {
    title: "stub, 1024 in flight, × koffi's rate",
    ...{ engine: 'stub', peer: 'read', over: 'koffi', of: ['pipelined1024', 'perSecond'] },
    atLeast: { seed: 1.5 },
    knownMiss: { why: COLD, reached: { seed: 0.92 } },
  },
  {
    title: "stub, 1024 in flight, × the naive addon's rate",
    ...{ engine: 'stub', peer: 'read', over: 'naive', of: ['pipelined1024', 'perSecond'] },
    atLeast: { seed: 1.1 },
    knownMiss: { why: COLD, reached: { seed: 0.9 } },
  },
  ...['real', 'stub'].flatMap((engine) => [
    {
      title: `${engine}: loop delay p99`,
      ...{ engine, peer: 'ack', of: ['pipelined1024', 'loopDelayP99'], atMost: 4, unit: 'ms' },
    },
    {
      title: `${engine}: longest loop delay`,
      ...{ engine, peer: 'ack', of: ['pipelined1024', 'loopDelayMax'], atMost: 10, unit: 'ms' },
    },
  ]),
  {
    title: 'a lone committed save, p50',
    ...{ engine: 'real', peer: 'committed', of: ['sequential', 'p50'], scale: 1e-3, atMost: 4, unit: 'ms' },
  },
  {
    title: "'ack' one by one, p50, less 60 µs, × the C program's",
    ...{ engine: 'real', peer: 'ack', over: 'floor', of: ['sequential', 'p50'], less: 60, atMost: 1.1 },
    knownMiss: {
      why: 'one by one each of four threads is woken, which takes longer where the processors are virtual',
      reached: { small: 1.4, seed: 1.5, big: 1.3 },
    },
  },
];

const COLUMNS = [
  { title: '1024 in flight /s', of: ['pipelined1024', 'perSecond'], toFloor: true },
  { title: '256 in flight /s', of: ['pipelined256', 'perSecond'], toFloor: true },
  { title: 'sequential /s', of: ['sequential', 'perSecond'], toFloor: true },
  { title: 'p50 µs', of: ['sequential', 'p50'] },
  { title: 'p99 µs', of: ['sequential', 'p99'] },
  { title: 'main thread µs/save, 1024 in flight', of: ['pipelined1024', 'mainCpu'], toFloor: true },
  { title: 'sequential', of: ['sequential', 'mainCpu'], toFloor: true },
  { title: 'loop delay ms p99', of: ['pipelined1024', 'loopDelayP99'] },
  { title: 'max', of: ['pipelined1024', 'loopDelayMax'] },
];

const CHARTS = {
  'throughput.svg': { title: 'Saves per second', note: 'More is better', metric: 'perSecond' },
  'main-thread.svg': {
    title: 'Time that one save takes from the event loop, µs',
    note: 'Less is better. Processor time of the thread that makes the call',
    metric: 'mainCpu',
  },
  'loop-delay.svg': {
    title: 'Longest that the event loop was held, ms',
    note: 'Less is better',
    metric: 'loopDelayMax',
  },
};

/** Rates, latency, the main thread's time and the loop's delay, of a fresh process. By engine, message and peer. */
export const saves = {
  title: 'A save in a fresh process',

  measure({ round, options, built, peers, progress }) {
    return Object.fromEntries(
      options.engines.map((engine) => [
        engine,
        Object.fromEntries(
          options.payloads.map((payload) => {
            const names = options.form === 'check' ? peers.filter(isWanted(engine, payload)) : peers;
            const runs = peersOn(engine, names, round).map((name) => {
              progress(`${engines[engine]}, ${payloads[payload].title}, ${name}`);
              const job = { payload, counts: COUNTS[options.form][payload], windows: WINDOWS };
              return [name, runPeer(name, engine, built, { measurement: 'saves', ...job })];
            });
            const byPeer = Object.fromEntries(runs);
            // In the order of the report again.
            return [
              payload,
              Object.fromEntries(peersOn(engine, names, 0).map((name) => [name, byPeer[name]])),
            ];
          }),
        ),
      ]),
    );
  },

  /** Each number, and its ratio to the C program's of the same round. */
  summarise(raw) {
    return mapValues(raw[0], (byPayload, engine) =>
      mapValues(byPayload, (byPeer, payload) =>
        mapValues(byPeer, (measurements, peer) =>
          mapValues(measurements, (metrics, load) =>
            mapValues(metrics, (_, metric) => {
              const valuesOf = (who) => raw.map((round) => round[engine][payload][who]?.[load]?.[metric]);
              const values = valuesOf(peer);
              const floors = valuesOf('floor');
              if (floors[0] === undefined) return summarise(values);
              const toFloor = summarise(values.map((value, round) => value / floors[round]));
              return { ...summarise(values), toFloor };
            }),
          ),
        ),
      ),
    );
  },

  targets: (raw) =>
    TARGETS.flatMap((target) =>
      Object.keys(raw[0][target.engine] ?? {}).flatMap((payload) => checked(target, payload, raw)),
    ),

  table: ({ summary }, report) => [
    '× is the median of the ratios to the C program in the same round.',
    ...Object.entries(summary).flatMap(([engine, byPayload]) => [
      ...['', `### On ${engines[engine]}`],
      ...Object.entries(byPayload).flatMap(([payload, byPeer]) => messageTable(payload, byPeer, report)),
    ]),
  ],

  charts({ raw, summary }, { peers, source }) {
    if (summary.real === undefined) return {};
    return mapValues(CHARTS, ({ title, note, metric }) =>
      barChart({
        title,
        note: `${note}. 1024 in flight, real engine; median of ${raw.length}, line from least to greatest.`,
        source,
        panels: Object.entries(summary.real).map(([payload, byPeer]) => ({
          title: payloads[payload].title,
          bars: Object.entries(byPeer)
            .map(([peer, { pipelined1024 }]) => ({
              label: peers[peer],
              value: pipelined1024[metric],
              kind: peer === 'floor' ? 'floor' : peer === 'ack' || peer === 'committed' ? 'ours' : 'peer',
            }))
            .filter(({ value }) => value !== undefined),
        })),
      }),
    );
  },
};

/** What a target says for a message: all, or by message. */
const forMessage = (value, payload) => (typeof value === 'object' ? value[payload] : value);

const limitOf = ({ atLeast, atMost }, payload) => forMessage(atLeast ?? atMost, payload);

/** Whether a target with this message is about the peer. */
function isWanted(engine, payload) {
  const targets = TARGETS.filter(
    (target) => target.engine === engine && limitOf(target, payload) !== undefined,
  );
  return (name) => targets.some(({ peer, over }) => name === peer || name === over);
}

function checked(target, payload, raw) {
  const {
    title,
    unit,
    engine,
    peer,
    over,
    of: [load, metric],
    scale = 1,
    less = 0,
    knownMiss,
  } = target;
  const limit = limitOf(target, payload);
  if (limit === undefined) return [];
  const valueOf = (round, who) => round[engine][payload][who]?.[load][metric];
  const values = raw.map(
    (round) => ((valueOf(round, peer) - less) * scale) / (over ? valueOf(round, over) : 1),
  );
  const reached = forMessage(knownMiss?.reached, payload);
  return [
    {
      ...{ title, payload, unit },
      value: values.some(Number.isNaN) ? undefined : summarise(values).median,
      [target.atLeast === undefined ? 'atMost' : 'atLeast']: limit,
      knownMiss: reached === undefined ? undefined : { why: knownMiss.why, reached },
    },
  ];
}

function messageTable(payload, byPeer, { form, messageBytes, peers }) {
  const { sequential, pipelined } = COUNTS[form][payload];
  return [
    ...['', `#### ${payload}: ${payloads[payload].title}, ${messageBytes[payload]} bytes`, ''],
    `${sequential} saves one by one, then ${pipelined} with each number in flight, in each process.`,
    '',
    ...table(
      ['', ...COLUMNS.map(({ title }) => title)],
      Object.entries(byPeer).map(([peer, measurements]) => [
        peers[peer],
        ...COLUMNS.map(({ of: [load, metric], toFloor }) => range(measurements[load]?.[metric], toFloor)),
      ]),
    ),
    ...Object.entries(byPeer).flatMap(([peer, { validation }]) =>
      validation === undefined
        ? []
        : [
            '',
            `${peers[peer]}: of the main thread's time, ${range(validation.mainCpu)} µs a save are the validation, ` +
              `${range(validation.share)} %.`,
          ],
    ),
  ];
}
