// The same load on both sides of the bridge.
import { performance } from 'node:perf_hooks';
import { conversation, payloads } from '../payloads.mjs';

/** What is measured: the message, how many saves, how many of them in flight, when a save settles. */
export const loads = [
  { payload: 'small', calls: 1000, inFlight: 1, durability: 'ack' },
  { payload: 'seed', calls: 1000, inFlight: 1, durability: 'ack' },
  { payload: 'big', calls: 200, inFlight: 1, durability: 'ack' },
  { payload: 'seed', calls: 200, inFlight: 1, durability: 'committed' },
  { payload: 'small', calls: 6000, inFlight: 256, durability: 'ack' },
  { payload: 'seed', calls: 6000, inFlight: 256, durability: 'ack' },
  { payload: 'big', calls: 1000, inFlight: 64, durability: 'ack' },
];

/** Microseconds for each save; the stored message is looked at, and so parsed. */
export async function timeSaves(tim, { payload, calls, inFlight, durability }) {
  const params = { ...conversation, params: payloads[payload].message };
  let left = calls;
  const saveOneByOne = async () => {
    while (left-- > 0) {
      const { code, json_param: message } = await tim.TIMMsgSaveMsg(params, { durability });
      if (code !== 0 || message.message_msg_id === undefined) throw new Error(`the engine answered ${code}`);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: inFlight }, saveOneByOne));
  return ((performance.now() - began) / calls) * 1e3;
}
