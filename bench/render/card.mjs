export const width = 760;

/** A card with a title and a note above its body, and its source below: light on a light page, dark on a dark one. */
export function card({ title, note, source, bodyHeight, body }) {
  const height = bodyHeight + BODY_TOP + 26;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escape(title)}">
<style>
text { font: 13px system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif; fill: #1f2328; }
.title { font-size: 17px; font-weight: 600; }
.panel { font-weight: 600; }
.muted { font-size: 12px; fill: #59636e; }
.card { fill: #ffffff; stroke: #d1d9e0; }
.ours { fill: #2da44e; stroke: #2da44e; }
.floor { fill: #8c959f; stroke: #8c959f; }
.peer { fill: #bc6c25; stroke: #bc6c25; }
.bar { stroke: none; }
.line { fill: none; stroke-width: 2; stroke-linejoin: round; }
.range { stroke: #1f2328; stroke-width: 1.5; fill: none; }
.grid { stroke: #d1d9e0; }
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc; }
.muted { fill: #9198a1; }
.card { fill: #0d1117; stroke: #3d444d; }
.range { stroke: #f0f6fc; }
.grid { stroke: #3d444d; }
}
</style>
<rect class="card" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"/>
<text class="title" x="20" y="32">${escape(title)}</text>
<text class="muted" x="20" y="52">${escape(note)}</text>
${body(BODY_TOP)}
<text class="muted" x="20" y="${height - 14}">${escape(source)}</text>
</svg>
`;
}

const BODY_TOP = 62;

export const round = (value) => Math.round(value * 10) / 10;

export const escape = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);
