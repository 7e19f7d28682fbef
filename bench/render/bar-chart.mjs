import { card, escape, round, width } from './card.mjs';
import { figures } from './table.mjs';

const left = 190;
const right = 90;
const barHeight = 18;
const rowHeight = 25;
const panelHead = 34;

/** Horizontal bars, one panel for each message and each with a scale of its own. */
export function barChart({ panels, ...texts }) {
  const heights = panels.map(({ bars }) => panelHead + bars.length * rowHeight + 8);
  const bodyHeight = heights.reduce((sum, height) => sum + height, 0);
  const body = (top) => {
    let y = top;
    return panels
      .map((panel, index) => {
        const text = drawPanel(panel, y);
        y += heights[index];
        return text;
      })
      .join('\n');
  };
  return card({ ...texts, bodyHeight, body });
}

function drawPanel({ title, bars }, top) {
  const most = Math.max(...bars.map(({ value }) => value.max));
  const x = (value) => round(left + (value / most) * (width - left - right));
  const rows = bars.map(({ label, value: { median, min, max }, kind }, index) => {
    const y = top + panelHead + index * rowHeight;
    const middle = y + barHeight / 2;
    return [
      `<text x="${left - 10}" y="${middle + 4.5}" text-anchor="end">${escape(label)}</text>`,
      `<rect class="bar ${kind}" x="${left}" y="${y}" width="${round(Math.max(1, x(median) - left))}" height="${barHeight}" rx="2"/>`,
      `<path class="range" d="M${x(min)} ${middle}H${x(max)}M${x(min)} ${middle - 4}v8M${x(max)} ${middle - 4}v8"/>`,
      `<text x="${x(max) + 8}" y="${middle + 4.5}">${figures(median)}</text>`,
    ].join('');
  });
  return [`<text class="panel" x="20" y="${top + 22}">${escape(title)}</text>`, ...rows].join('\n');
}
