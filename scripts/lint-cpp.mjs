// Checks our C++ with clang-format and clang-tidy; `--format` rewrites it with clang-format instead.
// clang-tidy reads compile_commands.json: of the build that `npm run build:cmake` makes, and of the fuzzers'.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { configureFuzzers, fuzzBuild } from './support/fuzz-build.mjs';
import { capture, root, run, sideBySide } from './support/run.mjs';

// Formatters and linters differ from release to release: this is the one that CI uses.
const llvmVersion = 19;
const folders = ['src-native', 'test'];
const build = path.join(root, 'build-cmake');

function llvmTool(name) {
  const found = [`${name}-${llvmVersion}`, name].find((command) => {
    const { stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' });
    return stdout?.includes(`version ${llvmVersion}.`);
  });
  if (found !== undefined) return found;
  console.error(
    `${name} ${llvmVersion} is not installed. On Debian or Ubuntu: apt-get install ${name}-${llvmVersion}`,
  );
  process.exit(1);
}

function ourFiles() {
  return folders
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true }).map((name) => path.join(folder, name)),
    )
    .filter((file) => /\.(cc|h)$/.test(file))
    .sort();
}

/** The files of a folder that a build compiles, each with the build that tells how. */
function compiledIn(buildFolder, folder) {
  return JSON.parse(readFileSync(path.join(buildFolder, 'compile_commands.json'), 'utf8'))
    .map(({ file }) => ({ file: path.relative(root, file), buildFolder }))
    .filter(({ file }) => file.startsWith(`${folder}${path.sep}`));
}

/** Runs clang-tidy on each compiled file. Returns how many failed. */
async function tidy(clangTidy, compiled) {
  let failed = 0;
  await sideBySide(compiled, async ({ file, buildFolder }) => {
    const { status, error, output } = await capture(clangTidy, ['--quiet', '-p', buildFolder, file]);
    if (status === 0) return;
    failed += 1;
    // stderr counts the warnings that were suppressed in others' headers, and tells why a run could not be.
    console.error(error?.message ?? output.toString());
  });
  return failed;
}

const files = ourFiles();
const clangFormat = llvmTool('clang-format');
if (process.argv.includes('--format')) {
  run('Formatting C++', clangFormat, ['-i', ...files]);
  process.exit(0);
}

const format = spawnSync(clangFormat, ['--dry-run', '--Werror', ...files], { cwd: root, stdio: 'inherit' });
if (format.status !== 0) console.error('clang-format: `npm run format` mends the above');

if (!existsSync(path.join(build, 'compile_commands.json'))) {
  console.error('build-cmake/compile_commands.json is missing: run `npm run build:cmake` first');
  process.exit(1);
}
configureFuzzers();
const compiled = [
  ...folders.flatMap((folder) => compiledIn(build, folder)),
  ...compiledIn(fuzzBuild, path.join('test', 'fuzz')),
];
const failed = await tidy(llvmTool('clang-tidy'), compiled);
console.error(`clang-tidy: ${compiled.length} files checked, ${failed} with findings`);
process.exit(failed > 0 || format.status !== 0 ? 1 : 0);
