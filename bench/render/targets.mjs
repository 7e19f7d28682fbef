import { figures, table } from './table.mjs';

/** All targets of a report, in one table. */
export function targetTable(targets) {
  return table(
    ['', 'message', 'target', 'measured', ''],
    targets.map((target) => {
      const { title, payload = '', value, unit, atLeast, atMost } = target;
      const withUnit = (text) => (unit === undefined ? text : `${text} ${unit}`);
      const limit = atLeast === undefined ? `≤ ${atMost}` : `≥ ${atLeast}`;
      return [
        ...[title, payload, withUnit(limit)],
        ...[value === undefined ? '–' : withUnit(figures(value)), verdict(target)],
      ];
    }),
  );
}

function verdict({ value, atLeast = -Infinity, atMost = Infinity, knownMiss }) {
  if (value === undefined) return 'not measured';
  if (value >= atLeast && value <= atMost) return 'holds';
  return knownMiss === undefined ? '**missed**' : `**missed**, as known: ${knownMiss.why}`;
}
