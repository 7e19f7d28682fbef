/** A table in Markdown, as lines; the first column says what the row is, the others are numbers. */
export function table(head, rows) {
  return [row(head), row(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(row)];
}

const row = (cells) => `| ${cells.join(' | ')} |`;

/** Median with least and greatest, and the ratio to the C program where it is wanted and there. */
export function range(value, withRatio = false) {
  if (value === undefined) return '–';
  const { median, min, max, toFloor } = value;
  const ratio = withRatio && toFloor !== undefined ? `, ${toFloor.median.toFixed(2)}×` : '';
  return `${figures(median)} (${figures(min)}–${figures(max)})${ratio}`;
}

/** Three significant figures, without an exponent. */
export function figures(value) {
  if (Math.abs(value) >= 100) return Math.round(Number(value.toPrecision(3))).toLocaleString('en-US');
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}
