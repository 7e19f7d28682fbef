import { engines } from '../options.mjs';
import { payloads } from '../payloads.mjs';

const columns = [
  { title: '1024 in flight /s', part: 'pipelined1024', metric: 'perSecond', toFloor: true },
  { title: '256 in flight /s', part: 'pipelined256', metric: 'perSecond', toFloor: true },
  { title: 'sequential /s', part: 'sequential', metric: 'perSecond', toFloor: true },
  { title: 'p50 µs', part: 'sequential', metric: 'p50' },
  { title: 'p99 µs', part: 'sequential', metric: 'p99' },
  { title: 'main thread µs/save, 1024 in flight', part: 'pipelined1024', metric: 'mainCpu', toFloor: true },
  { title: 'sequential', part: 'sequential', metric: 'mainCpu', toFloor: true },
  { title: 'loop delay ms p99', part: 'pipelined1024', metric: 'loopDelayP99' },
  { title: 'max', part: 'pipelined1024', metric: 'loopDelayMax' },
];

/** The report for people, in Markdown: a table for each engine and message. */
export function table(report) {
  const { machine, date, rounds, peers, absent, summary } = report;
  const lines = [
    '# What a save costs',
    '',
    `${machine.processors} × ${machine.processor}, ${machine.system}, Node.js ${machine.node}, ${date.slice(0, 10)}; load before the run ${machine.loadBefore}.`,
    `${rounds} ${rounds === 1 ? 'round' : 'rounds'}. ` +
      'Median (least–greatest); × is the median of the ratios to the C program in the same round.',
  ];
  for (const [peer, reason] of Object.entries(absent)) {
    lines.push('', `Absent: ${peers[peer]}, which could not be loaded here: ${reason}`);
  }
  for (const [engine, byPayload] of Object.entries(summary)) {
    lines.push('', `## On ${engines[engine]}`, ...messageTables(byPayload, report));
  }
  lines.push('', '## Against the targets', '', ...targetTable(report.targets));
  return `${lines.join('\n')}\n`;
}

function messageTables(byPayload, { counts, messageBytes, peers }) {
  const lines = [];
  for (const [payload, byPeer] of Object.entries(byPayload)) {
    const { sequential, pipelined } = counts[payload];
    lines.push(
      '',
      `### ${payload}: ${payloads[payload].title}, ${messageBytes[payload]} bytes`,
      '',
      `${sequential} saves one by one, then ${pipelined} with each window, in each process.`,
      '',
      row(['', ...columns.map(({ title }) => title)]),
      row(['---', ...columns.map(() => '---:')]),
      ...Object.entries(byPeer).map(([peer, parts]) =>
        row([
          peers[peer],
          ...columns.map((column) => cell(parts[column.part][column.metric], column.toFloor)),
        ]),
      ),
      ...Object.entries(byPeer).flatMap(([peer, { validation }]) =>
        validation === undefined
          ? []
          : [
              '',
              `${peers[peer]}: of the main thread's time, ${cell(validation.mainCpu)} µs a save are the validation, ` +
                `${cell(validation.share)} %.`,
            ],
      ),
    );
  }
  return lines;
}

function targetTable(targets) {
  return [
    row(['', 'message', 'target', 'measured', '']),
    row(['---', '---', '---:', '---:', '---']),
    ...targets.map(({ title, payload, limit, value, holds }) =>
      row([title, payload, limit, figures(value), holds ? 'holds' : '**missed**']),
    ),
  ];
}

const row = (cells) => `| ${cells.join(' | ')} |`;

function cell(value, withRatio) {
  if (value === undefined) return '–';
  const { median, min, max, toFloor } = value;
  const ratio = withRatio && toFloor !== undefined ? `, ${toFloor.median.toFixed(2)}×` : '';
  return `${figures(median)} (${figures(min)}–${figures(max)})${ratio}`;
}

/** Three significant figures, without an exponent. */
export function figures(value) {
  if (value >= 100) return Math.round(Number(value.toPrecision(3))).toLocaleString('en-US');
  return value.toFixed(value >= 10 ? 1 : 2);
}
