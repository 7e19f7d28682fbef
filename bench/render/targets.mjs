import { figures, table } from './table.mjs';

export function holds({ value, atLeast = -Infinity, atMost = Infinity }) {
  return value >= atLeast && value <= atMost;
}

/** All targets of a report, in one table. */
export function targetTable(targets) {
  return table(
    ['', 'message', 'target', 'measured', ''],
    targets.map((target) => {
      const { title, payload = '', value, unit, atLeast, atMost } = target;
      const withUnit = (text) => (unit === undefined ? text : `${text} ${unit}`);
      const limit = atLeast === undefined ? `≤ ${atMost}` : `≥ ${atLeast}`;
      const verdict = holds(target) ? 'holds' : '**missed**';
      return [title, payload, withUnit(limit), withUnit(figures(value)), verdict];
    }),
  );
}
