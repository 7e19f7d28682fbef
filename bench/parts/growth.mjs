import { cProgramCommand } from '../measure/c-program.mjs';
import { measureInProcess } from '../measure/fresh-process.mjs';
import { runPeer } from '../measure/run-peer.mjs';
import { payloads } from '../payloads.mjs';
import { lineChart } from '../render/line-chart.mjs';
import { mapValues, summariseAll } from '../render/statistics.mjs';
import { range, table } from '../render/table.mjs';

const WINDOW = 1024;

/**
 * What grows. Rows: in one conversation of one process, the saves between two numbers of rows are measured.
 * Conversations: a process for each number, always with as many rows, among so many conversations.
 */
const FORMS = {
  full: {
    rows: [
      { from: 1000, to: 6000 },
      { from: 10_000, to: 20_000 },
      { from: 100_000, to: 120_000 },
      { from: 980_000, to: 1_000_000 },
    ],
    conversations: [1, 10, 100, 1000, 10_000],
    filled: { from: 20_000, to: 30_000 },
  },
  check: {
    rows: [
      { from: 4000, to: 10_000 },
      { from: 50_000, to: 60_000 },
    ],
    conversations: [1, 5000],
    filled: { from: 10_000, to: 20_000 },
  },
  quick: {
    rows: [
      { from: 1000, to: 3000 },
      { from: 17_000, to: 20_000 },
    ],
    conversations: [1, 2000],
    filled: { from: 3000, to: 5000 },
  },
};

const AXES = {
  rows: 'Rows in one conversation',
  conversations: 'Conversations, with as many rows in all',
};

const LINES = {
  c: { title: 'C program', kind: 'floor' },
  save: { title: "node-imsdk, 'ack'", kind: 'ours' },
  committed: { title: "'committed', alone", kind: 'ours' },
};

/** The message of the user's: one of somebody else the engine would file under the sender. */
const message = { message_elem_array: payloads.small.message.message_elem_array };

/** What a save takes as the store grows, on the real engine, beside the C program. By axis, who, and point on it. */
export const growth = {
  title: 'As the store grows',

  // A round writes more than two million rows.
  rounds: ({ rounds, form }) => (form === 'full' ? Math.ceil(rounds / 3) : rounds),

  measure({ round, options, built, progress }) {
    const form = FORMS[options.form];
    const both = (what, conversations, blocks) => {
      progress(what);
      const runs = [
        () => ({ c: runC(built, conversations, blocks) }),
        () => runOurs(built, conversations, blocks),
      ];
      const results = (round % 2 === 0 ? runs : runs.reverse()).map((run) => run());
      return Object.assign({}, ...results);
    };
    const byRows = both('rows', 1, form.rows);
    const byConversations = form.conversations.map((count) =>
      both(`${count} conversations`, count, [form.filled]),
    );
    const points = pointsOf(options.form);
    const valuesOf = {
      rows: (line) => byRows[line],
      conversations: (line) => byConversations.map((each) => each[line][0]),
    };
    return mapValues(valuesOf, (values, axis) =>
      mapValues(LINES, (_, line) =>
        Object.fromEntries(values(line).map((value, i) => [points[axis][i], value])),
      ),
    );
  },

  targets: (raw) =>
    Object.entries(summariseAll(raw)).map(([axis, lines]) => {
      const counts = Object.keys(lines.c);
      const [first, last] = [counts[0], counts.at(-1)].map((count) => Number(count).toLocaleString('en-US'));
      return {
        title: `time of a save from ${first} to ${last} ${axis}, growth beyond the C program's`,
        ...{ value: growthBeyond(lines), atMost: 1.15 },
      };
    }),

  table: ({ summary }, { form }) => [
    `Microseconds a save, with ${WINDOW} in flight, on the real engine with a small message of the user's; and one ` +
      "'committed' save when nothing else is under way.",
    ...Object.keys(AXES).flatMap((axis) => {
      const points = pointsOf(form)[axis];
      return [
        '',
        ...table(
          [axis, ...points.map((point) => point.toLocaleString('en-US'))],
          Object.entries(LINES).map(([line, { title }]) => [
            title,
            ...points.map((point) => range(summary[axis][line][point])),
          ]),
        ),
      ];
    }),
  ],

  charts: ({ summary }, { source }) => ({
    'growth.svg': lineChart({
      title: 'Time of a save as the store grows',
      note: `Less is better. Real engine, small message, ${WINDOW} in flight; 'committed' one by one`,
      ...{ source, x: 'rows in the conversation; conversations in the store', y: 'µs a save' },
      panels: Object.entries(AXES).map(([axis, title]) => ({
        title,
        lines: Object.entries(LINES).map(([line, { title: label, kind }]) => ({
          ...{ label, kind },
          points: Object.entries(summary[axis][line]).map(([count, { median }]) => [Number(count), median]),
        })),
      })),
    }),
  }),
};

/** What stands on each axis: rows at the begin of a block, at the end of the last; conversations. */
function pointsOf(form) {
  const { rows, conversations } = FORMS[form];
  return { rows: rows.map(({ from, to }, i) => (i === rows.length - 1 ? to : from)), conversations };
}

/** The greatest factor between a point and a later one; where the C program has grown between them, over its factor. */
function growthBeyond({ c, save }) {
  const points = Object.keys(save);
  const factor = (line, from, to) => line[to].median / line[from].median;
  return Math.max(
    ...points.flatMap((to, index) =>
      points.slice(0, index).map((from) => factor(save, from, to) / Math.max(1, factor(c, from, to))),
    ),
  );
}

function runC(built, conversations, blocks) {
  return measureInProcess('the C program as the store grows', (places) =>
    cProgramCommand(built.growth, built.engines.real, message, places, [
      ...[WINDOW, conversations],
      ...blocks.flatMap(({ from, to }) => [from, to]),
    ]),
  );
}

function runOurs(built, conversations, blocks) {
  const job = { measurement: 'growth', payload: 'small', message, window: WINDOW, conversations, blocks };
  return runPeer('ack', 'real', built, job);
}
