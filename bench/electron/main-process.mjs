// The main process: TimMain, one page on another thread, and the same loads without it in between.
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { TimMain } from '../../dist/electron/main.js';
import { conditions } from '../conditions.mjs';
import { summarise } from '../render/statistics.mjs';
import { loads, timeSaves } from './saves.mjs';

const rounds = Number(process.argv[2] ?? 7);
const store = mkdtempSync(path.join(os.tmpdir(), 'node-imsdk-bench-'));

let handler;
const main = new TimMain({
  sdkappid: conditions.sdkappid,
  localOnly: true,
  ipcMain: { handle: (_channel, given) => (handler = given), removeHandler: () => undefined },
  app: new EventEmitter(),
  isTrustedFrame: () => true,
});
const page = new Worker(new URL('./page.mjs', import.meta.url));
const frame = { parent: null, detached: false, isDestroyed: () => false, send: () => undefined };
const sender = Object.assign(new EventEmitter(), { getType: () => 'window' });
page.on('message', async ({ id, args }) => {
  if (id === undefined) return;
  page.postMessage({ id, result: await handler({ sender, senderFrame: frame }, ...args) });
});

const fromPage = async (load) => {
  const answer = new Promise((resolve) => {
    page.on('message', function onTime({ time }) {
      if (time === undefined) return;
      page.off('message', onTime);
      resolve(time);
    });
  });
  page.postMessage({ load });
  return answer;
};
const inProcess = (load) => timeSaves(main.tim, load);

await once(page, 'online');
await main.tim.TIMInit({ config_path: store });
await main.tim.TIMLogin({ userID: conditions.userId });
/** Microseconds for each save, of time and of all threads' processor time: the engine's too. */
const measured = loads.map(() => ({ page: [], main: [] }));
for (let round = 0; round < rounds; round++) {
  for (const [index, load] of loads.entries()) {
    // Each round begins with another; the first calls of all warm up.
    const both = [
      ['page', fromPage],
      ['main', inProcess],
    ];
    if (round % 2 === 1) both.reverse();
    for (const [where, time] of both) {
      if (round === 0) await time({ ...load, calls: Math.ceil(load.calls / 10) });
      const before = process.cpuUsage();
      const wall = await time(load);
      const { user, system } = process.cpuUsage(before);
      measured[index][where].push({ wall, cpu: (user + system) / load.calls });
    }
  }
}
await main.close();
await page.terminate();
rmSync(store, { recursive: true, force: true, maxRetries: 10 });

const median = (runs, what) =>
  summarise(runs.map((run) => run[what]))
    .median.toFixed(0)
    .padStart(8);
function compare({ page: paged, main: direct }, what) {
  const { median: middle, min, max } = summarise(paged.map((run, round) => run[what] / direct[round][what]));
  const ratio = `${middle.toFixed(2)} (${min.toFixed(2)} to ${max.toFixed(2)})`;
  return `${median(direct, what)}${median(paged, what)}  ${ratio.padEnd(23)}`;
}
const columns = '    main    page  page / main'.padEnd(41);
console.log('Microseconds for each save, medians; ratios of each round: median, least and greatest');
console.log(
  `${'message  durability  in flight'.padEnd(32)}time${columns.slice(4)}processor time, all threads`,
);
for (const [index, { payload, inFlight, durability }] of loads.entries()) {
  const what = `${payload.padEnd(9)}${durability.padEnd(12)}${String(inFlight).padStart(9)}`;
  console.log(`${what}${compare(measured[index], 'wall')}${compare(measured[index], 'cpu')}`);
}
