import { SingleBar } from 'cli-progress';

import { withoutCredentials, megabytes } from '../native/fetch/fetch-failure.js';
import type { FetchProgress } from '../native/fetch/fetch-engine.js';
import type { Output } from './output.js';

/** Shows a fetch as it proceeds: a bar on a terminal, a line now and then in a file or a pipe. */
export interface FetchProgressView {
  onProgress: (progress: FetchProgress) => void;
  /** Puts the terminal right. Call it when the fetch has ended, well or not. */
  stop: () => void;
}

/** Makes the view that suits the output. */
export function fetchProgressView(
  output: NodeJS.WritableStream & Output = process.stderr,
): FetchProgressView {
  const events = output.isTTY ? barEvents(output) : lineEvents(output);
  return {
    onProgress: (progress) => {
      switch (progress.phase) {
        case 'waiting':
          events.note(`Another process${ofPid(progress.holderPid)} is fetching the engine; waiting for it.`);
          break;
        case 'attempt-failed':
          events.note(`Fetching: ${progress.reason}.`);
          break;
        case 'downloading':
          events.bytes(progress);
          break;
      }
    },
    stop: () => events.stop(),
  };
}

interface ViewEvents {
  note(text: string): void;
  bytes(progress: FetchProgress & { phase: 'downloading' }): void;
  stop: () => void;
}

function barEvents(output: NodeJS.WritableStream): ViewEvents {
  let bar: SingleBar | undefined;
  const stop = () => {
    bar?.stop();
    bar = undefined;
  };
  return {
    note: (text) => {
      stop();
      output.write(`${text}\n`);
    },
    bytes: ({ receivedBytes, totalBytes }) => {
      const payload = { received: megabytes(receivedBytes), size: megabytes(totalBytes) };
      if (bar === undefined) {
        bar = new SingleBar({
          format: 'Fetching the engine [{bar}] {percentage} % of {size}, {eta_formatted} left',
          stream: output,
          hideCursor: true,
          barsize: 30,
          etaBuffer: 100,
        });
        bar.start(totalBytes, receivedBytes, payload);
      }
      bar.update(receivedBytes, payload);
    },
    stop,
  };
}

const LINE_EVERY_PERCENT = 25;

function lineEvents(output: Output): ViewEvents {
  let announced = false;
  let nextPercent = LINE_EVERY_PERCENT;
  return {
    note: (text) => output.write(`${text}\n`),
    bytes: ({ receivedBytes, totalBytes, registry }) => {
      if (!announced) {
        announced = true;
        output.write(`Fetching the engine, ${megabytes(totalBytes)}, from ${withoutCredentials(registry)}\n`);
      }
      const percent = Math.floor((100 * receivedBytes) / totalBytes);
      // Read anew, after a download that failed.
      if (percent < nextPercent - LINE_EVERY_PERCENT) nextPercent = LINE_EVERY_PERCENT;
      if (percent < nextPercent) return;
      output.write(`  ${Math.min(percent, 100)} %\n`);
      nextPercent = (Math.floor(percent / LINE_EVERY_PERCENT) + 1) * LINE_EVERY_PERCENT;
    },
    stop: () => undefined,
  };
}

function ofPid(pid: number | undefined): string {
  return pid === undefined ? '' : ` (${pid})`;
}
