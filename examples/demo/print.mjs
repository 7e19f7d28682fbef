// Coloured on a terminal, plain in a file or a pipe.
import { TIMElemType } from 'node-imsdk';

const isColoured = process.stdout.isTTY === true && !process.env.NO_COLOR;
const colour = (code) => (text) => (isColoured ? `\u001b[${code}m${text}\u001b[0m` : text);

export const bold = colour(1);
export const dim = colour(2);
const green = colour(32);
const yellow = colour(33);

/** A numbered step of the demo: what was done, and what came of it, a line each. */
export function printStep(number, title, ...lines) {
  console.log(`\n${bold(`${number}. ${title}`)}`);
  for (const line of lines) console.log(`   ${line}`);
}

const marks = {
  kept: green('='),
  set: yellow('~'),
  dropped: dim('-'),
};

/**
 * The fields of a message, under a heading for each element and each part of the message.
 * @param {import('./compare.mjs').ComparedField[]} fields
 * @param {import('node-imsdk').Json_value_msg} message
 */
export function printComparison(fields, message) {
  let heading;
  for (const { path, given, stored, verdict } of fields) {
    const [section, name] = sectionOf(path, message);
    if (section !== heading) {
      heading = section;
      console.log(`\n   ${bold(section)}`);
    }
    const value =
      verdict === 'kept' ? show(given) : `${show(given)} ${dim('->')} ${describe(stored, verdict)}`;
    console.log(`   ${marks[verdict]} ${name.padEnd(48)} ${value}`);
  }
  const count = (verdict) => fields.filter((field) => field.verdict === verdict).length;
  console.log(
    `\n   ${fields.length} fields were given: ${marks.kept} ${count('kept')} are stored as given, ` +
      `${marks.set} ${count('set')} the engine sets itself, ${marks.dropped} ${count('dropped')} its store does not keep.`,
  );
}

/** The part of the message that a field belongs to, and the field's name there. */
function sectionOf(path, message) {
  const dot = path.lastIndexOf('.');
  const [parent, name] = dot < 0 ? ['message', path] : [path.slice(0, dot), path.slice(dot + 1)];
  const section = parent.replace(/^message_elem_array\[(\d+)\]/, (_, index) => {
    const type = TIMElemType[message.message_elem_array[index].elem_type];
    return `element ${index}: ${type.replace('kTIMElem_', '')}`;
  });
  return [section, name];
}

/** The kinds of a message's elements, in order. */
export function kindsOf(message) {
  return message.message_elem_array
    .map(({ elem_type: type }) => TIMElemType[type].replace('kTIMElem_', ''))
    .join(', ');
}

function show(value) {
  return typeof value === 'bigint' ? String(value) : JSON.stringify(value);
}

function describe(stored, verdict) {
  if (verdict === 'set') return yellow(show(stored));
  return dim(stored === undefined ? 'not kept' : `not kept, reads ${show(stored)}`);
}
