import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './native-build-plans.js';

const { name, exports } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  name: string;
  exports: Record<string, unknown>;
};
const entries = Object.entries(exports)
  .filter(([, target]) => typeof target !== 'string')
  .map(([subpath]) => path.posix.join(name, subpath));

/** A page imports an ES module that is one file, without require; nothing in it has to be the process's only one. */
const PAGE_ENTRY = 'node-imsdk/renderer';

describe.each(entries)('the entry %s', (entry) => {
  const sameObjects = entry !== PAGE_ENTRY;

  it(`gives import and require the same ${sameObjects ? 'objects under the same ' : ''}names`, () => {
    // A package may import itself by name, so this is what a dependent gets.
    const script = `
      import { createRequire } from 'node:module';
      import * as imported from '${entry}';
      const required = createRequire(import.meta.url)('${entry}');
      const names = Object.keys(required).sort();
      process.stdout.write(JSON.stringify({
        missing: names.filter((name) => !(name in imported)),
        different: names.filter((name) => name !== 'default' && imported[name] !== required[name]),
        // Node.js shows an ES module the mark that TypeScript leaves on a CommonJS one.
        extra: Object.keys(imported).filter((name) => !names.includes(name) && name !== '__esModule'),
        count: names.length,
      }));`;
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: root,
      encoding: 'utf8',
    });
    const seen = JSON.parse(output) as { count: number };
    expect(seen).toMatchObject({ missing: [], extra: [], ...(sameObjects ? { different: [] } : {}) });
    expect(seen.count).toBeGreaterThan(0);
  });
});

it('an error of one entry is an instance of the class that another exports', () => {
  const script = `
    const { ImSdkError } = require('node-imsdk');
    const { TimMain } = require('node-imsdk/main');
    try {
      new TimMain({ sdkappid: 1 });
    } catch (error) {
      process.stdout.write(String(error instanceof ImSdkError));
    }`;
  expect(execFileSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' })).toBe('true');
});

describe('what pages load', () => {
  const read = (file: string): string => readFileSync(path.join(root, 'dist/electron', file), 'utf8');
  const imported = (text: string): string[] =>
    [...text.matchAll(/\b(?:require\(|from |import )["'](.*?)["']/g)].map(([, name]) => name!);

  it.each(['renderer.mjs', 'renderer.js'])('%s imports nothing', (file) => {
    expect(imported(read(file))).toEqual([]);
  });

  it('node-imsdk/interfaces needs nothing of Node.js', () => {
    const files = new Set(['../interfaces.js']);
    for (const file of files) {
      for (const name of imported(read(file))) {
        expect(name).toMatch(/^\.\.?\//);
        files.add(path.posix.join(path.posix.dirname(file), name));
      }
    }
    expect(files.size).toBeGreaterThan(1);
  });

  it.each(['preload.js', 'preload-script.js'])(
    '%s requires nothing but electron, as its sandbox demands',
    (file) => {
      expect(new Set(imported(read(file)))).toEqual(new Set(['electron']));
    },
  );
});
