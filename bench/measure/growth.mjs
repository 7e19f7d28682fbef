import { performance } from 'node:perf_hooks';
import { quantile } from '../render/statistics.mjs';

/** Saves with 'committed', one by one, after each block. */
const COMMITTED = 20;

/**
 * As native/growth.c: saves with `window` in flight, each into the next of `conversations` conversations; in each
 * block the time of a save from answer `from` to answer `to`. And what a lone committed save takes after it.
 */
export async function measure({ peer, job: { message, window, conversations, blocks } }) {
  let submitted = 0;
  let answered = 0;
  const next = () => ({
    conv_id: `partner${submitted++ % conversations}`,
    conv_type: 1,
    params: message,
  });

  const measureBlock = ({ from, to }) =>
    new Promise((resolve, reject) => {
      let start;
      const submit = () => {
        peer.save(next()).then(onAnswer, reject);
      };
      const onAnswer = ({ code }) => {
        if (code !== 0) reject(new Error(`a save was answered with ${code}`));
        if (++answered === from) start = performance.now();
        if (submitted < to) submit();
        else if (answered === to) resolve(((performance.now() - start) / (to - from)) * 1e3);
      };
      while (submitted < to && submitted - answered < window) submit();
    });

  const lone = async () => {
    const times = [];
    for (let i = 0; i < COMMITTED; i++) {
      const start = performance.now();
      await peer.saveCommitted(next());
      answered++;
      times.push((performance.now() - start) * 1e3);
    }
    return quantile(times, 0.5);
  };

  const result = { save: [], committed: [] };
  for (const block of blocks) {
    result.save.push(await measureBlock(block));
    result.committed.push(await lone());
  }
  return result;
}
