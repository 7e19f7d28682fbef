import { summarise } from './statistics.mjs';

/**
 * What this package is to reach, as far as this bench can tell. A ratio is taken within each round, and the median
 * of those counts; `peer` over `over` of one number (`of`), where more or less is wanted (`atLeast`, `atMost`).
 */
const TARGETS = [
  {
    title: "'ack', 1024 in flight, × the C program's rate",
    ...{ engine: 'real', peer: 'ack', over: 'floor', of: ['pipelined1024', 'perSecond'], atLeast: 0.9 },
  },
  {
    title: "'committed', 1024 in flight, × the rate of 'ack'",
    ...{ engine: 'real', peer: 'committed', over: 'ack', of: ['pipelined1024', 'perSecond'], atLeast: 0.9 },
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
    ...{
      engine: 'stub',
      peer: 'read',
      over: 'vendor',
      of: ['sequential', 'perSecond'],
      atLeast: { seed: 2 },
    },
  },
  {
    title: "stub, 1024 in flight, × the vendor's rate",
    ...{
      engine: 'stub',
      peer: 'read',
      over: 'vendor',
      of: ['pipelined1024', 'perSecond'],
      atLeast: { seed: 2 },
    },
  },
  {
    title: "stub, 1024 in flight, × koffi's rate",
    ...{
      engine: 'stub',
      peer: 'read',
      over: 'koffi',
      of: ['pipelined1024', 'perSecond'],
      atLeast: { seed: 1.5 },
    },
  },
  {
    title: "stub, 1024 in flight, × the naive addon's rate",
    ...{
      engine: 'stub',
      peer: 'read',
      over: 'naive',
      of: ['pipelined1024', 'perSecond'],
      atLeast: { seed: 1.1 },
    },
  },
  ...['real', 'stub'].flatMap((engine) => [
    {
      title: `${engine}: loop delay p99, ms`,
      ...{ engine, peer: 'ack', of: ['pipelined1024', 'loopDelayP99'], atMost: 4 },
    },
    {
      title: `${engine}: longest loop delay, ms`,
      ...{ engine, peer: 'ack', of: ['pipelined1024', 'loopDelayMax'], atMost: 10 },
    },
  ]),
  {
    title: 'a lone committed save, p50, ms',
    ...{ engine: 'real', peer: 'committed', of: ['sequential', 'p50'], scale: 1e-3, atMost: 4 },
  },
];

/** Each target with each message that it holds for, as far as they were measured. */
export function checkTargets(rounds) {
  return TARGETS.flatMap((target) =>
    Object.entries(rounds[target.engine] ?? {}).flatMap(([payload, byPeer]) =>
      check(target, payload, byPeer),
    ),
  );
}

function check({ title, peer, over, of: [part, metric], scale = 1, atLeast, atMost }, payload, byPeer) {
  const bound = limitFor(atLeast ?? atMost, payload);
  const [runs, base] = [byPeer[peer], over === undefined ? undefined : byPeer[over]];
  if (bound === undefined || runs === undefined || (over !== undefined && base === undefined)) return [];
  const value = summarise(
    runs.map((run, round) => (run[part][metric] * scale) / (base?.[round][part][metric] ?? 1)),
  ).median;
  const [holds, sign] = atLeast === undefined ? [value <= bound, '≤'] : [value >= bound, '≥'];
  return [{ title, payload, limit: `${sign} ${bound}`, value, holds }];
}

const limitFor = (limit, payload) => (typeof limit === 'object' ? limit[payload] : limit);
