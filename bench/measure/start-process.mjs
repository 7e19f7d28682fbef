// From require('node-imsdk') to the first acknowledged save, in a process of its own:
//   node start-process.mjs JOB     a JSON file; see parts/start.mjs. Writes the measurement to job.result.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { conditions } from '../conditions.mjs';
import { conversation, payloads } from '../payloads.mjs';

const require = createRequire(import.meta.url);
const { engine, folder, result } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const params = { ...conversation, params: payloads.small.message };

const start = performance.now();
const { Tim } = require('../../dist/index.js');
const required = performance.now();
const tim = new Tim({
  sdkappid: conditions.sdkappid,
  localOnly: true,
  libraryPath: engine,
  durability: 'ack',
});
const constructed = performance.now();
const load = watchLoad();
await tim.TIMInit({ config_path: folder });
const initialised = performance.now();
await tim.TIMLogin({ userID: conditions.userId });
const loggedIn = performance.now();
const { code } = await tim.TIMMsgSaveMsg(params);
const saved = performance.now();

if (code !== 0) throw new Error(`TIMMsgSaveMsg: ${code}`);
writeFileSync(
  result,
  JSON.stringify({
    package: required - start,
    addon: constructed - required,
    verify: load.began - constructed,
    library: load.ended - load.began,
    initialise: initialised - load.ended,
    logIn: loggedIn - initialised,
    save: saved - loggedIn,
    total: saved - start,
  }),
);
await tim.TIMUninit();

/** When TIMInit has the engine's library loaded, which it has found and verified before. */
function watchLoad() {
  const times = {};
  const bridge = require('../../dist/native/bridge.js').sharedBridge();
  const original = bridge.load;
  bridge.load = async (...args) => {
    times.began = performance.now();
    try {
      return await original.apply(bridge, args);
    } finally {
      times.ended = performance.now();
    }
  };
  return times;
}
