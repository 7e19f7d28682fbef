import { mainCpuOf, pipelined, sequential } from './load.mjs';

/** How often a message is validated, to know what that takes. */
const VALIDATIONS = 20_000;

/** Saves one by one, then with each window; and where the peer validates by itself, what that takes of it. */
export async function measure({ save, peer, params, job: { counts, windows }, threadCpuNanoseconds }) {
  for (let call = 0; call < counts.warmUp; call++) await save();
  const result = { sequential: await sequential(save, counts.sequential, threadCpuNanoseconds) };
  for (const window of windows) {
    result[`pipelined${window}`] = await pipelined(save, counts.pipelined, window, threadCpuNanoseconds);
  }
  if (peer.validate !== undefined) {
    const mainCpu = mainCpuOf(() => peer.validate(params), VALIDATIONS, threadCpuNanoseconds);
    result.validation = { mainCpu, share: (mainCpu / result[`pipelined${windows.at(-1)}`].mainCpu) * 100 };
  }
  return result;
}
