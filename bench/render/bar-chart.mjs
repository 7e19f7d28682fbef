import { figures } from './table.mjs';

const width = 760;
const left = 190;
const right = 90;
const barHeight = 18;
const rowHeight = 25;
const panelHead = 34;

/**
 * A card of horizontal bars, one panel for each message and each with a scale of its own. It brings its own
 * background, so that it can be read on a light page and on a dark one.
 */
export function barChart({ title, note, source, panels }) {
  let y = 62;
  const drawn = panels.map((panel) => {
    const text = drawPanel(panel, y);
    y += panelHead + panel.bars.length * rowHeight + 8;
    return text;
  });
  const height = y + 26;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escape(title)}">
<style>
text { font: 13px system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif; fill: #1f2328; }
.title { font-size: 17px; font-weight: 600; }
.panel { font-weight: 600; }
.muted { font-size: 12px; fill: #59636e; }
.card { fill: #ffffff; stroke: #d1d9e0; }
.ours { fill: #2da44e; }
.floor { fill: #8c959f; }
.peer { fill: #bc6c25; }
.range { stroke: #1f2328; stroke-width: 1.5; fill: none; }
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc; }
.muted { fill: #9198a1; }
.card { fill: #0d1117; stroke: #3d444d; }
.range { stroke: #f0f6fc; }
}
</style>
<rect class="card" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"/>
<text class="title" x="20" y="32">${escape(title)}</text>
<text class="muted" x="20" y="52">${escape(note)}</text>
${drawn.join('\n')}
<text class="muted" x="20" y="${height - 14}">${escape(source)}</text>
</svg>
`;
}

function drawPanel({ title, bars }, top) {
  const most = Math.max(...bars.map(({ value }) => value.max));
  const x = (value) => round(left + (value / most) * (width - left - right));
  const rows = bars.map(({ label, value: { median, min, max }, kind }, index) => {
    const y = top + panelHead + index * rowHeight;
    const middle = y + barHeight / 2;
    return [
      `<text x="${left - 10}" y="${middle + 4.5}" text-anchor="end">${escape(label)}</text>`,
      `<rect class="${kind}" x="${left}" y="${y}" width="${round(Math.max(1, x(median) - left))}" height="${barHeight}" rx="2"/>`,
      `<path class="range" d="M${x(min)} ${middle}H${x(max)}M${x(min)} ${middle - 4}v8M${x(max)} ${middle - 4}v8"/>`,
      `<text x="${x(max) + 8}" y="${middle + 4.5}">${figures(median)}</text>`,
    ].join('');
  });
  return [`<text class="panel" x="20" y="${top + 22}">${escape(title)}</text>`, ...rows].join('\n');
}

const round = (value) => Math.round(value * 10) / 10;

const escape = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);
