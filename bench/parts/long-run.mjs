import { runPeer } from '../measure/run-peer.mjs';
import { payloads } from '../payloads.mjs';
import { peers as allPeers, peersOn } from '../peers.mjs';
import { lineChart } from '../render/line-chart.mjs';
import { mapValues, summarise, summariseAll } from '../render/statistics.mjs';
import { figures, range, table } from '../render/table.mjs';

/** How the calls are made. */
const LOADS = {
  sequential: { title: 'one by one', window: 1, blockCalls: 60 },
  pipelined: { title: '64 in flight', window: 64, blockCalls: 200 },
};
/** From here on a call of this package may cost no more. */
const WARM = 10_000;
/** From here on its memory may not grow: all of the heap's young generation has been in use. */
const SETTLED = 20_000;
/**
 * The young generation has its full size from the start: V8 enlarges it, by up to 16 MB at a time, when much of it
 * happens to survive, which can be after hundreds of thousands of calls.
 */
const NODE_OPTIONS = ['--min-semi-space-size=16'];

/** Where the vendor's path is compared again: its leak tells by then. */
const WORN = 20_000;
/** Where all peers are looked at, unless they are too slow. */
const COMPARED = [500, WORN, 60_000, 100_000];

/**
 * After how many calls is looked: at all peers, and at this package with calls in flight. `limit`: seconds for one of
 * the others, with one message and load. `only`: the messages and, by load, the peers, where not all. The check leaves
 * the vendor's path out: how fast it walks through what it has leaked, over how fast threads are woken, was 5 on
 * one machine and 27 on another.
 */
const FORMS = {
  full: {
    ...{ points: COMPARED, limit: 40 },
    ours: [500, WARM, WORN, 60_000, 100_000, 250_000, 500_000, 750_000, 1_000_000],
  },
  quick: { points: [500, 2000], limit: 3, ours: [500, 2000] },
  check: {
    ...{ points: [], limit: 0, ours: [500, WARM, 200_000] },
    only: { payloads: ['seed'], sequential: [], pipelined: ['ack', 'read'] },
  },
};
const OUR_LIMIT = 300;

const isMeasured = (name) => allPeers[name].module !== undefined && name !== 'committed';
const isThisPackage = (name) => allPeers[name].module === 'node-imsdk';

/** What a call costs and how much memory there is after many of them, on the stub. By load, message and peer. */
export const longRun = {
  title: 'After many calls',

  // A round takes minutes.
  rounds: ({ rounds, form }) => (form === 'full' ? Math.ceil(rounds / 3) : rounds),

  measure({ round, options, built, peers, progress }) {
    const form = FORMS[options.form];
    const messages = options.payloads.filter((name) =>
      (form.only?.payloads ?? ['small', 'seed']).includes(name),
    );
    const whoFor = (load) =>
      peers.filter((name) => isMeasured(name) && (form.only?.[load].includes(name) ?? true));
    return mapValues(LOADS, ({ title, window, blockCalls }, load) =>
      Object.fromEntries(
        messages.map((payload) => [
          payload,
          Object.fromEntries(
            peersOn('stub', whoFor(load), round).map((name) => {
              progress(`${title}, ${payloads[payload].title}, ${name}`);
              const goesOn = load === 'pipelined' && isThisPackage(name);
              const job = {
                ...{ measurement: 'long-run', payload, window, blockCalls, nodeOptions: NODE_OPTIONS },
                points: goesOn ? form.ours : form.points,
                limit: isThisPackage(name) ? OUR_LIMIT : form.limit,
              };
              return [name, runPeer(name, 'stub', built, job)];
            }),
          ),
        ]),
      ),
    );
  },

  /** A round that did not come as far as another has fewer points: those count that all reached. */
  summarise: (raw) =>
    mapValues(raw[0], (byPayload, load) =>
      mapValues(byPayload, (byPeer, payload) =>
        mapValues(byPeer, (_, peer) => {
          const runs = raw.map((round) => round[load][payload][peer]);
          const points = Object.keys(runs[0].at).filter((point) => runs.every(({ at }) => point in at));
          return {
            at: Object.fromEntries(
              points.map((point) => [point, summariseAll(runs.map(({ at }) => at[point]))]),
            ),
            last: summariseAll(runs.map(({ last }) => last)),
            // Over the points where all are looked at, as far as this one came.
            growth: summarise(
              runs.map(({ at, last }) => (at[COMPARED.at(-1)] ?? last).rss - at[points[0]].rss),
            ),
          };
        }),
      ),
    ),

  targets: (raw) => Object.keys(raw[0].sequential).flatMap((payload) => targetsOf(payload, raw)),

  table: ({ summary }, { peers, form }) => [
    'On a stub that answers at once: what grows is the binding. Processor time of the main thread for a call, and calls ' +
      'a second; RSS is after garbage collection.',
    ...Object.entries(summary).flatMap(([load, byPayload]) =>
      Object.entries(byPayload).flatMap(([payload, byPeer]) => [
        ...['', `### ${capitalised(LOADS[load].title)}, ${payloads[payload].title}`, ''],
        ...comparison(byPeer, peers, FORMS[form].points),
      ]),
    ),
    ...['', `### This package further on, ${LOADS.pipelined.title}`, ''],
    ...furtherOn(summary.pipelined, peers, FORMS[form].ours),
  ],

  charts: ({ summary }, { peers, source }) => ({
    'long-run.svg': lineChart({
      title: 'Time that a call takes from the event loop, by calls made before',
      note: 'Less is better. One by one, on a stub that answers at once; processor time of the main thread',
      ...{ source, x: 'calls', y: 'µs a call' },
      panels: Object.entries(summary.sequential).map(([payload, byPeer]) => ({
        title: payloads[payload].title,
        lines: Object.entries(byPeer).map(([peer, { at, last }]) => {
          const points = [...Object.values(at), last].map(({ calls, mainCpu }) => [
            calls.median,
            mainCpu.median,
          ]);
          const isNew = ([calls], index) => index === 0 || calls > points[index - 1][0];
          const kind = isThisPackage(peer) ? 'ours' : 'peer';
          return { label: peers[peer], kind, points: points.filter(isNew) };
        }),
      })),
    }),
  }),
};

/** Of a point that was not reached, not a number. */
const inYards = ({ mainCpu, yardstick } = {}) => mainCpu / yardstick;

function targetsOf(payload, raw) {
  const ours = Object.keys(raw[0].pipelined[payload]).filter(isThisPackage);
  /** The worse of the ways to use this package, in each round. */
  const worst = (value) =>
    raw.map(({ pipelined }) => Math.max(...ours.map((peer) => value(pipelined[payload][peer]))));
  const wallAfter = (peer) => peer?.at[WORN]?.wall;
  const calls = raw[0].pipelined[payload][ours[0]]?.last.calls;
  return [
    {
      title: `stub, one by one after ${number(WORN)} calls, × the vendor's rate`,
      values: raw.map(
        ({ sequential: { [payload]: byPeer } }) => wallAfter(byPeer.vendor) / wallAfter(byPeer.read),
      ),
      atLeast: 30,
      knownMiss: {
        why: "the vendor's path leaks, but a call still took only 0.25 to 1.7 ms by then",
        reached: { small: 9, seed: 5 }[payload],
      },
    },
    {
      title: `stub, cost of call ${number(calls)}, × that of call ${number(WARM)}`,
      // In yards: beyond what the processor's own speed has changed.
      values: worst(({ at, last }) => inYards(last) / inYards(at[WARM])),
      atMost: 1.1,
    },
    {
      title: `stub, RSS growth from call ${number(SETTLED)} to ${number(calls)}`,
      values: worst(({ at, last }) => last.rss - at[SETTLED]?.rss),
      ...{ atMost: 8, unit: 'MB' },
    },
  ].map(({ values, ...target }) => {
    const value = values.every(Number.isFinite) ? summarise(values).median : undefined;
    return { ...target, payload, value };
  });
}

function comparison(byPeer, peers, points) {
  return table(
    ['', ...points.map((point) => `after ${number(point)}`), 'given up after', 'RSS growth, MB'],
    Object.entries(byPeer).map(([peer, { at, last, growth }]) => [
      peers[peer],
      ...points.map((point) => cost(at[point])),
      points.at(-1) in at ? '–' : `${number(last.calls.median)}: ${cost(last)}`,
      range(growth),
    ]),
  );
}

function furtherOn(byPayload, peers, points) {
  const rows = Object.entries(byPayload).flatMap(([payload, byPeer]) =>
    Object.entries(byPeer)
      .filter(([peer]) => isThisPackage(peer))
      .map(([peer, { at }]) => [
        `${peers[peer]}, ${payloads[payload].title}`,
        ...points.map((point) => (at[point] ? `${cost(at[point])}, ${range(at[point].rss)} MB` : '–')),
      ]),
  );
  return table(['', ...points.map((point) => `after ${number(point)}`)], rows);
}

const cost = (at) => (at === undefined ? '–' : `${range(at.mainCpu)} µs, ${figures(1e6 / at.wall.median)}/s`);

const number = (value = 0) => Math.round(value).toLocaleString('en-US');

const capitalised = (text) => text[0].toUpperCase() + text.slice(1);
