import { Writable } from 'node:stream';

import { fetchProgressView } from '../../lib/cli/fetch-progress';

const registry = 'https://registry.example/';

/** Collects what is written; a terminal or not. */
function collector(isTTY: boolean) {
  let text = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  const output = Object.assign(stream, { isTTY, columns: 100 });
  return { output, written: () => text };
}

function downloading(receivedBytes: number, totalBytes = 1000) {
  return { phase: 'downloading' as const, receivedBytes, totalBytes, registry };
}

describe('in a file or a pipe', () => {
  test('there is a plain line at each quarter, however many chunks arrive', () => {
    const { output, written } = collector(false);
    const view = fetchProgressView(output);
    for (let received = 1; received <= 1000; received++) view.onProgress(downloading(received));
    view.stop();
    expect(written()).toBe(
      'Fetching the engine, 0.0 MB, from https://registry.example/\n  25 %\n  50 %\n  75 %\n  100 %\n',
    );
  });

  test('a package that comes in one piece, from npm’s cache, takes two lines', () => {
    const { output, written } = collector(false);
    fetchProgressView(output).onProgress(downloading(23_894_633, 23_894_633));
    expect(written()).toBe('Fetching the engine, 23.9 MB, from https://registry.example/\n  100 %\n');
  });

  test('a download that begins anew counts anew', () => {
    const { output, written } = collector(false);
    const view = fetchProgressView(output);
    view.onProgress(downloading(800));
    view.onProgress({ phase: 'attempt-failed', reason: 'the download broke after 800 bytes' });
    view.onProgress(downloading(10));
    view.onProgress(downloading(300));
    expect(written().split('\n').slice(1)).toEqual([
      '  80 %',
      'Fetching: the download broke after 800 bytes.',
      '  30 %',
      '',
    ]);
  });

  test('there are no terminal control characters', () => {
    const { output, written } = collector(false);
    const view = fetchProgressView(output);
    view.onProgress(downloading(500));
    view.stop();
    // eslint-disable-next-line no-control-regex
    expect(written()).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });
});

describe('on a terminal', () => {
  test('there is a bar with the percentage and the size', () => {
    const { output, written } = collector(true);
    const view = fetchProgressView(output);
    view.onProgress(downloading(500_000, 1_000_000));
    view.stop();
    expect(written()).toMatch(/Fetching the engine \[=+-+\] 50 % of 1\.0 MB/);
  });

  test('what happens meanwhile gets a line of its own, and the bar goes on below', () => {
    const { output, written } = collector(true);
    const view = fetchProgressView(output);
    view.onProgress(downloading(500_000, 1_000_000));
    view.onProgress({ phase: 'attempt-failed', reason: 'the download broke after 500000 bytes' });
    view.onProgress(downloading(250_000, 1_000_000));
    view.stop();
    expect(written()).toMatch(/50 %[^]*\nFetching: the download broke after 500000 bytes\.\n[^]*25 %/);
  });
});

test.each([true, false])('the process that is waited for is named (terminal: %s)', (isTTY) => {
  const { output, written } = collector(isTTY);
  fetchProgressView(output).onProgress({ phase: 'waiting', holderPid: 4711 });
  expect(written()).toBe('Another process (4711) is fetching the engine; waiting for it.\n');
});
