import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { quantile } from '../render/statistics.mjs';
import { LoopDelay } from './loop-delay.mjs';

/** How many saves a turn of the event loop adds until the window is full. */
const RAMP = 4;

/** One save after the other. */
export async function sequential(save, calls, threadCpuNanoseconds) {
  const times = [];
  const cpu = threadCpuNanoseconds();
  const start = performance.now();
  for (let call = 0; call < calls; call++) {
    const began = performance.now();
    await save();
    times.push((performance.now() - began) * 1e3);
  }
  const wall = performance.now() - start;
  const used = threadCpuNanoseconds() - cpu;
  return {
    perSecond: (calls / wall) * 1e3,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    mainCpu: used / calls / 1e3,
  };
}

/**
 * `window` saves in flight: each that is answered makes room for the next. The window is filled over some turns
 * of the loop, as filling it at once would stall the loop whoever makes the calls. The rate and the processor
 * time are of the whole; the loop's delay counts from the first call to the last. (Not from when the window is
 * full: a peer that starves the loop holds up the filling too, and would be forgiven its stalls.)
 */
export async function pipelined(save, calls, window, threadCpuNanoseconds) {
  const monitor = new LoopDelay();
  await delay(50);
  const cpu = threadCpuNanoseconds();
  const start = performance.now();
  monitor.start();
  let delays;
  await new Promise((resolve, reject) => {
    let submitted = 0;
    let answered = 0;
    const submit = () => {
      submitted++;
      save().then(onAnswer, reject);
      if (submitted === calls) delays = monitor.stop();
    };
    const onAnswer = () => {
      answered++;
      if (submitted < calls) submit();
      else if (answered === calls) resolve();
    };
    const fill = () => {
      for (let added = 0; added < RAMP && submitted - answered < window && submitted < calls; added++)
        submit();
      if (submitted - answered < window && submitted < calls) setImmediate(fill);
    };
    fill();
  });
  const wall = performance.now() - start;
  const used = threadCpuNanoseconds() - cpu;
  const counted = await delays;
  return {
    perSecond: (calls / wall) * 1e3,
    mainCpu: used / calls / 1e3,
    loopDelayP99: quantile(counted, 0.99),
    loopDelayMax: Math.max(...counted),
    loopTicks: counted.length,
  };
}

/** Microseconds of the main thread's processor time for one of many calls. */
export function mainCpuOf(call, calls, threadCpuNanoseconds) {
  for (let warmUp = 0; warmUp < calls; warmUp++) call();
  const start = threadCpuNanoseconds();
  for (let measured = 0; measured < calls; measured++) call();
  return (threadCpuNanoseconds() - start) / calls / 1e3;
}
