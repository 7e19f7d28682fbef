import { pipelined, sequential } from './load.mjs';

/** Saves one by one, then with each window; and where the peer validates by itself, what that takes of it. */
export async function measure({ save, peer, params, job: { counts, windows }, threadCpuNanoseconds }) {
  for (let call = 0; call < counts.warmUp; call++) await save();
  const result = { sequential: await sequential(save, counts.sequential, threadCpuNanoseconds) };
  for (const window of windows) {
    result[`pipelined${window}`] = await pipelined(save, counts.pipelined, window, threadCpuNanoseconds);
  }
  if (peer.validate !== undefined) {
    const mainCpu = mainCpuOf(() => peer.validate(params), threadCpuNanoseconds);
    result.validation = { mainCpu, share: (mainCpu / result[`pipelined${windows.at(-1)}`].mainCpu) * 100 };
  }
  return result;
}

/** Microseconds of the main thread's processor time for one of many calls. */
function mainCpuOf(call, threadCpuNanoseconds, calls = 20_000) {
  for (let warmUp = 0; warmUp < calls; warmUp++) call();
  const start = threadCpuNanoseconds();
  for (let measured = 0; measured < calls; measured++) call();
  return (threadCpuNanoseconds() - start) / calls / 1e3;
}
