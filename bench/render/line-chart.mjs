import { card, escape, round, width } from './card.mjs';

const left = 78;
const right = 190;
const panelHead = 36;
const plotHeight = 210;
const panelFoot = 48;
const labelHeight = 15;
/** So that lines of one colour can be told apart where they cross. */
const DASHES = ['', '7 3', '2 3', '9 3 2 3', '4 4'];

/**
 * Lines on two logarithmic axes, one panel for each message, all with the same axes. `x` and `y` name what is on
 * them. A line has a `label`, a `kind` (`ours`, `floor`, `peer`) and `points`, each `[x, y]`, in the order of x.
 */
export function lineChart({ x, y, panels, ...texts }) {
  const points = panels.flatMap(({ lines }) => lines.flatMap((line) => line.points));
  const axes = {
    x: axis(points.map(([value]) => value)),
    y: axis(points.map(([, value]) => value)),
    titles: { x, y },
  };
  const panelHeight = panelHead + plotHeight + panelFoot;
  return card({
    ...texts,
    bodyHeight: panels.length * panelHeight,
    body: (top) => panels.map((panel, index) => drawPanel(panel, axes, top + index * panelHeight)).join('\n'),
  });
}

function drawPanel({ title, lines }, axes, top) {
  const plotTop = top + panelHead;
  const bottom = plotTop + plotHeight;
  const plotWidth = width - left - right;
  const x = (value) => round(left + axes.x.position(value) * plotWidth);
  const y = (value) => round(bottom - axes.y.position(value) * plotHeight);
  const drawn = [`<text class="panel" x="20" y="${top + 22}">${escape(title)}</text>`];
  for (const tick of axes.x.ticks) {
    drawn.push(
      `<path class="grid" d="M${x(tick)} ${plotTop}V${bottom}"/>`,
      `<text class="muted" x="${x(tick)}" y="${bottom + 17}" text-anchor="middle">${tick.toLocaleString('en-US')}</text>`,
    );
  }
  for (const tick of axes.y.ticks) {
    drawn.push(
      `<path class="grid" d="M${left} ${y(tick)}H${width - right}"/>`,
      `<text class="muted" x="${left - 8}" y="${y(tick) + 4}" text-anchor="end">${tick.toLocaleString('en-US')}</text>`,
    );
  }
  drawn.push(
    `<text class="muted" x="${left + plotWidth / 2}" y="${bottom + 34}" text-anchor="middle">${escape(axes.titles.x)}</text>`,
    `<text class="muted" x="22" y="${bottom - plotHeight / 2}" text-anchor="middle" transform="rotate(-90 22 ${bottom - plotHeight / 2})">${escape(axes.titles.y)}</text>`,
  );
  const labels = spread(lines.map(({ points }) => y(points.at(-1)[1])));
  lines.forEach(({ label, kind, points }, index) => {
    const [endX, endY] = [x(points.at(-1)[0]), y(points.at(-1)[1])];
    const dash = DASHES[lines.slice(0, index).filter((line) => line.kind === kind).length % DASHES.length];
    drawn.push(
      `<path class="line ${kind}" stroke-dasharray="${dash}" d="M${points.map(([px, py]) => `${x(px)} ${y(py)}`).join('L')}"/>`,
      ...points.map(([px, py]) => `<circle class="${kind}" cx="${x(px)}" cy="${y(py)}" r="2.5"/>`),
      // From the line's end to its label, which may have had to give way to another.
      `<path class="grid" d="M${endX + 5} ${endY}L${width - right + 8} ${labels[index]}"/>`,
      `<text x="${width - right + 12}" y="${labels[index] + 4.5}">${escape(label)}</text>`,
    );
  });
  return drawn.join('\n');
}

/** Positions from 0 to 1 between the least and the greatest, a little wider, and the ticks between. */
function axis(values) {
  const least = Math.log10(Math.min(...values)) - 0.06;
  const most = Math.log10(Math.max(...values)) + 0.06;
  const within = (steps) => {
    const ticks = [];
    for (let power = Math.floor(least); power <= most; power++) {
      ticks.push(...steps.map((step) => Number((step * 10 ** power).toPrecision(1))));
    }
    return ticks.filter((tick) => Math.log10(tick) >= least && Math.log10(tick) <= most);
  };
  return {
    position: (value) => (Math.log10(value) - least) / (most - least),
    // Powers of ten, and steps between them where there would be hardly any.
    ticks: within([1]).length >= 3 ? within([1]) : within([1, 2, 5]),
  };
}

/** The same heights, moved apart where labels would cover each other. */
function spread(heights) {
  const order = heights.map((_, index) => index).sort((a, b) => heights[a] - heights[b]);
  const moved = [...heights];
  order.forEach((index, rank) => {
    if (rank > 0) moved[index] = Math.max(moved[index], moved[order[rank - 1]] + labelHeight);
  });
  return moved;
}
