// Shows that `with-sanitizer` fails where there is a defect, and only there. Ends with the line `N passed, N failed`.
//   node test/sanitizers/planted-defects.mjs
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../../scripts/support/run.mjs';

/** Sanitizers, a function of planted_defects.cc, and what is reported of it. */
const cases = [
  ['address,undefined', 'leak', /Direct leak of 16 byte.*in Leak /s],
  ['address,undefined', 'overflowHeap', /AddressSanitizer: heap-buffer-overflow.*in OverflowHeap /s],
  ['address,undefined', 'overflowInteger', /runtime error: signed integer overflow.*in OverflowInteger /s],
  ['address,undefined', 'nothing', undefined],
  ['thread', 'race', /ThreadSanitizer: data race.*planted_defects\.cc/s],
  ['thread', 'nothing', undefined],
];

/** Run in the process under the sanitizer: NODE_IMSDK_PREBUILD is the build that it made. */
const call = (defect) => `
  const module = { exports: {} };
  process.dlopen(module, require('node:path').join(process.env.NODE_IMSDK_PREBUILD, 'test/sanitizers/planted_defects.node'));
  module.exports.${defect}();`;

let failed = 0;
for (const [sanitizer, defect, report] of cases) {
  const runner = path.join(root, 'scripts/with-sanitizer.mjs');
  const command = [process.execPath, '-e', call(defect)];
  const { status, stdout, stderr } = spawnSync(process.execPath, [runner, sanitizer, ...command], {
    cwd: root,
    encoding: 'utf8',
  });
  const output = stdout + stderr;
  const isRight =
    report === undefined
      ? status === 0 && output.includes(' 0 reports of our code')
      : status === 1 && report.test(output);
  console.log(`${isRight ? 'as it should be' : 'WRONG'}: ${sanitizer}, ${defect}: exit ${status}`);
  if (isRight) continue;
  failed += 1;
  console.log(output);
}
console.log(`${cases.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
