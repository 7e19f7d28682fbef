import { floor } from './parts/floor.mjs';
import { growth } from './parts/growth.mjs';
import { longRun } from './parts/long-run.mjs';
import { saves } from './parts/saves.mjs';
import { start } from './parts/start.mjs';

/**
 * What the bench measures, in the order of the report. One part is one file in parts/ and an object with
 *
 * - `title`: the heading of its section in results.md.
 * - `rounds`, where it is not as many as the options say: a function of those.
 * - `measure(context)`: measures one round and returns its numbers, nested as the part likes, as a promise if it
 *   likes. In `context`: `round`, the number from 0; `options` (options.mjs), with `form`: `full`; `quick`, to see
 *   that it works; or `check`, for CI: what the ratios among the targets need, and no more;
 *   `built`, what prepare.mjs returns; `peers`, the names of those that are to be measured and can be loaded;
 *   `progress`, a function that shows a text while it lasts.
 * - `summarise(raw)`, where it is not the median, least and greatest of each number: `raw` has what each round returned.
 * - `table({ raw, summary }, report)`: its section, as lines of Markdown. `report` has what is common to the parts
 *   (measure.mjs).
 * - `charts({ raw, summary }, report)`, if it has any: file name to SVG.
 * - `targets(raw)`, if it answers for any: each `{ title, payload, value, atLeast }` or `atMost`, with `payload` only where
 *   there is one, and `value` undefined where it was not measured. A `unit` where the value is no ratio: the check does
 *   not fail for it. `knownMiss`, where the target is not reached and it is known why: `{ why, reached }`, in one sentence,
 *   and the value that the check guards instead of the limit.
 */
export const parts = { saves, 'long-run': longRun, floor, start, growth };
