import { memoryUsage } from 'node:process';
import { performance } from 'node:perf_hooks';
import { settle } from '../../test/soak/settle.mjs';
import { summarise } from '../render/statistics.mjs';

/** Calls between two looks at the clock. */
const CHUNK = 1000;
/** How often the yardstick is laid beside a block of calls. */
const YARDS = 20;
/** Blocks of calls that are measured around a point: so many, or as many as the limit allows, and no fewer than these. */
const BLOCKS = { most: 25, least: 5 };

/**
 * Makes one call after the other, or `window` at once, and looks at what one costs after so many: around each of
 * `points`, blocks of `blockCalls` calls are measured, and the median of the blocks is the cost. It ends after the last
 * point, or when `limit` seconds are over: then what a call costs there is measured.
 *
 * @returns `at`, by point, and `last`, the same as the last of those or of where it ended, each with `calls` (where that
 *   is), `wall` and `mainCpu` (microseconds a call), `yardstick` (microseconds of `mainCpu` that a fixed piece of work then
 *   takes: processors of a machine that others use too change their speed by half), and megabytes: `rss` after garbage
 *   collection and `rssRaw` before.
 */
export async function measure({ save, params, job, threadCpuNanoseconds }) {
  const { points, window, blockCalls, limit } = job;
  const end = performance.now() + limit * 1e3;
  let made = 0;

  const call = async (count) => {
    made += count;
    let left = count;
    const lane = async () => {
      while (left-- > 0) await save();
    };
    await Promise.all(Array.from({ length: window }, lane));
  };

  const measuredBlock = async () => {
    const [start, cpu] = [performance.now(), threadCpuNanoseconds()];
    await call(blockCalls);
    const wall = ((performance.now() - start) * 1e3) / blockCalls;
    const mainCpu = (threadCpuNanoseconds() - cpu) / blockCalls / 1e3;
    return { wall, mainCpu, yardstick: yardstick() };
  };

  const yardstick = () => {
    const cpu = threadCpuNanoseconds();
    for (let yard = 0; yard < YARDS; yard++) JSON.parse(JSON.stringify(params));
    return (threadCpuNanoseconds() - cpu) / YARDS / 1e3;
  };

  const lookAround = async (blocks) => {
    const first = made;
    const costs = [];
    while (costs.length < blocks && (costs.length < BLOCKS.least || performance.now() < end)) {
      costs.push(await measuredBlock());
    }
    const medianOf = (metric) => summarise(costs.map((cost) => cost[metric])).median;
    const rssRaw = memoryUsage.rss() / 1e6;
    await settle();
    const rss = memoryUsage.rss() / 1e6;
    const calls = (first + made) / 2;
    const [wall, mainCpu, yards] = ['wall', 'mainCpu', 'yardstick'].map(medianOf);
    return { calls, wall, mainCpu, yardstick: yards, rss, rssRaw };
  };

  const at = {};
  let last;
  for (const point of points) {
    const blocks = Math.min(BLOCKS.most, Math.floor((2 * point) / blockCalls));
    const before = point - (blocks * blockCalls) / 2;
    while (made < before && performance.now() < end) await call(Math.min(CHUNK, before - made));
    const hasArrived = made >= before;
    last = await lookAround(blocks);
    if (!hasArrived) break;
    at[point] = last;
  }
  return { at, last };
}
