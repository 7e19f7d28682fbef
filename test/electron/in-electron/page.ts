/** The page's own script: a TimRender, and a function for each thing that the main process has it do. */
import TimRender from '../../../lib/electron/renderer.js';
import { pageChecks, runPageCheck } from '../page-checks.js';

let tim: TimRender | undefined;

/** The outcome of a check, or what went wrong. */
async function runCheck(index: number): Promise<unknown> {
  const check = pageChecks[index];
  try {
    tim ??= new TimRender();
    return check === undefined ? 'no such check' : await runPageCheck(tim, check);
  } catch (error) {
    return String(error);
  }
}

Object.assign(globalThis, { runCheck });
