import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a page loads, without require: writePageFiles makes it. */
const PAGE_ENTRY = './renderer';

/**
 * Writes the ES module entries that package.json's `exports` promises, each a re-export of the CommonJS
 * file: the engine is a process-wide singleton, and a second copy of the code would be a second owner.
 */
export function writeEsmEntries(root, dist) {
  const { exports } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const inDist = (file) => path.join(dist, path.relative('dist', file));
  for (const [name, entry] of Object.entries(exports)) {
    if (typeof entry === 'string') continue;
    const { import: esm, require: commonjs } = entry;
    const specifier = `./${path.basename(commonjs.default)}`;
    const hasDefault = /\bexport default\b|\bas default\b/.test(readFileSync(inDist(commonjs.types), 'utf8'));
    const everything = `export * from '${specifier}';\n`;
    // An ES module sees a CommonJS module's exports object as its default export.
    const runtimeDefault = `import commonjs from '${specifier}';\nexport default commonjs.default;\n`;
    // In a declaration file too, and this form keeps a class both a value and a type.
    const typesDefault = `import commonjs = require('${specifier}');\nexport default commonjs.default;\n`;
    if (name !== PAGE_ENTRY) {
      writeFileSync(inDist(esm.default), everything + (hasDefault ? runtimeDefault : ''));
    }
    writeFileSync(inDist(esm.types), everything + (hasDefault ? typesDefault : ''));
  }
}
