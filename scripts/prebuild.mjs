// Compiles the addon for every platform, on one Linux x64 machine, into prebuilds/:
//   npm run prebuild [-- target ...]     all targets, when none is named
//     --verify                           compiles each twice, in two folders, and compares the bytes
//     --check                            compiles nothing: are all there, and as the manifest lists them?
import { copyFileSync, mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compile, installCompiler } from './prebuild/compile.mjs';
import { manifestFaults, sha256, writeManifest } from './prebuild/manifest.mjs';
import { fileOf, prebuildsFolder, targets } from './prebuild/targets.mjs';
import { root, sideBySide } from './support/run.mjs';

function fail(message, status = 1) {
  console.error(message);
  process.exit(status);
}

function parse() {
  try {
    const options = { verify: { type: 'boolean' }, check: { type: 'boolean' } };
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    return fail(error.message, 2);
  }
}

/** Compiles a target from nothing in a folder of its own, and compares. */
async function verify(target, first) {
  const folder = path.join(root, 'build-prebuild/again', target);
  rmSync(folder, { recursive: true, force: true });
  const second = await compile(target, folder);
  if (sha256(first) === sha256(second)) return;
  fail(`${target} is not reproducible: ${first} and ${second} differ`);
}

async function prebuild(target, { isVerified }) {
  const compiled = await compile(target, path.join(root, 'build-prebuild', target));
  if (isVerified) await verify(target, compiled);
  const file = path.join(prebuildsFolder, fileOf(target));
  mkdirSync(path.dirname(file), { recursive: true });
  copyFileSync(compiled, file);
  const kilobytes = Math.round(statSync(file).size / 1000);
  console.log(`${path.relative(root, file)}  ${kilobytes} KB${isVerified ? ', the same bytes twice' : ''}`);
}

const { values, positionals } = parse();
const unknown = positionals.find((name) => !targets.includes(name));
if (unknown !== undefined) fail(`There is no target ${unknown}: choose from ${targets.join(', ')}`, 2);

if (values.check) {
  const faults = manifestFaults();
  if (faults.length > 0) fail([...faults, 'Make them: npm run prebuild'].join('\n'));
} else {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    fail('Prebuilds are made on Linux x64: zig is installed for that, and cross-compiles to the others');
  installCompiler();
  // At once, as each is compiled as a single file.
  await sideBySide(positionals.length > 0 ? positionals : targets, (target) =>
    prebuild(target, { isVerified: values.verify }),
  );
  writeManifest();
}
