import { payloads } from '../payloads.mjs';
import { barChart } from './bar-chart.mjs';

const definitions = {
  'throughput.svg': {
    title: 'Saves per second',
    note: 'More is better',
    part: 'pipelined1024',
    metric: 'perSecond',
  },
  'main-thread.svg': {
    title: 'Time that one save takes from the event loop, µs',
    note: 'Less is better. Processor time of the thread that makes the call',
    part: 'pipelined1024',
    metric: 'mainCpu',
  },
  'loop-delay.svg': {
    title: 'Longest that the event loop was held, ms',
    note: 'Less is better',
    part: 'pipelined1024',
    metric: 'loopDelayMax',
  },
};

/** The charts of a report: file name to SVG. */
export function charts({ summary, peers, rounds, machine }) {
  return Object.fromEntries(
    Object.entries(definitions).map(([file, { title, note, part, metric }]) => [
      file,
      barChart({
        title,
        note: `${note}. 1024 in flight, real engine; median of ${rounds}, line from least to greatest.`,
        source: `${machine.processors} × ${machine.processor}, Node.js ${machine.node}`,
        panels: Object.entries(summary.real).map(([payload, byPeer]) => ({
          title: payloads[payload].title,
          bars: Object.entries(byPeer)
            .map(([peer, parts]) => ({
              label: peers[peer],
              value: parts[part][metric],
              kind: peer === 'floor' ? 'floor' : peer === 'ack' || peer === 'committed' ? 'ours' : 'peer',
            }))
            .filter(({ value }) => value !== undefined),
        })),
      }),
    ]),
  );
}
