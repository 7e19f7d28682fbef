// valgrind's memcheck over a short run on the scripted engine: no report at all, but for threads.supp. Defects on purpose
// show that it can fail. Ends with the line `N passed, N failed`.
//   node test/valgrind/run.mjs
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { compileEnvironment } from '../../scripts/support/node-headers.mjs';
import { root, run, tool } from '../../scripts/support/run.mjs';

const build = path.join(root, 'build-valgrind');
const here = import.meta.dirname;
const folder = mkdtempSync(path.join(os.tmpdir(), 'node-imsdk-valgrind-'));
const log = path.join(folder, 'log');
/** Not an exit code of Node.js's. */
const REPORTS = 99;

run('Building', process.execPath, ['scripts/build.mjs'], { env: compileEnvironment() });
run('Compiling for valgrind', process.execPath, [
  tool('cmake-js', 'bin/cmake-js'),
  ...['build', '-l', 'warn', '-O', 'build-valgrind', '--CDNODE_IMSDK_VALGRIND=ON'],
]);

/** Runs Node.js under valgrind: interpreted, as valgrind would have to translate all that V8 compiles. */
function memcheck(...args) {
  const options = [
    ...[
      '--leak-check=full',
      '--show-leak-kinds=definite,possible',
      '--errors-for-leak-kinds=definite,possible',
    ],
    ...['--num-callers=30', `--error-exitcode=${REPORTS}`, `--log-file=${log}`],
    `--suppressions=${path.join(here, 'threads.supp')}`,
  ];
  const { status, signal, stdout, stderr } = spawnSync(
    'valgrind',
    [...options, process.execPath, '--jitless', ...args],
    { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_IMSDK_PREBUILD: build }, timeout: 600_000 },
  );
  return { status: status ?? signal, stdout, stderr, report: readFileSync(log, 'utf8') };
}

const planted = (defect) => `
  const module = { exports: {} };
  process.dlopen(module, ${JSON.stringify(path.join(build, 'test/sanitizers/planted_defects.node'))});
  module.exports.${defect}();`;

const EXPECTED = `saves 0 0 0 0 0
bytes that are no UTF-8 ERR_IMSDK_NOT_VERIFIED
called back three times 0
NULLs 6017
late ERR_IMSDK_TIMEOUT
lost ERR_IMSDK_NOT_STORED
listed true
closed 0
`;
const child = [path.join(here, 'child.mjs'), path.join(build, 'test/faults/libscripted_engine.so')];
const cases = [
  {
    name: 'calls of every kind on the scripted engine',
    args: [...child, path.join(folder, 'store')],
    isRight: ({ status, stdout }) => status === 0 && stdout === EXPECTED,
  },
  {
    name: 'a planted leak',
    args: ['-e', planted('leak')],
    isRight: ({ status, report }) =>
      status === REPORTS && /definitely lost in.*\n(.*\n)+?.*Leak/.test(report),
  },
  {
    name: 'a planted write past a block',
    args: ['-e', planted('overflowHeap')],
    isRight: ({ status, report }) => status === REPORTS && /Invalid write.*\n.*OverflowHeap/.test(report),
  },
];

let failed = 0;
for (const { name, args, isRight } of cases) {
  const outcome = memcheck(...args);
  const summary = /ERROR SUMMARY: .*/.exec(outcome.report)?.[0] ?? 'no summary';
  console.log(`${isRight(outcome) ? 'as it should be' : 'WRONG'}: ${name}: ${summary}`);
  if (isRight(outcome)) continue;
  failed += 1;
  console.log(`ended with ${outcome.status}\n${outcome.stdout}${outcome.stderr}${outcome.report}`);
}
rmSync(folder, { recursive: true, force: true });
console.log(`${cases.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
