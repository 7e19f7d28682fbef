// Packs the package and installs the tarball into empty folders, the way a dependent would: with scripts, which
// compile the addon where the tarball has none for this platform; and without scripts, without a compiler in
// the PATH and with each package manager. Each install then saves a message with the real engine.
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as tar from 'tar';
import { saveAndReadBack } from './hosts/scenario.mjs';
import { fileOf } from './prebuild/targets.mjs';
import { compileEnvironment } from './support/node-headers.mjs';
import { npmCommand, pack } from './support/npm.mjs';
import { packageManagers } from './support/package-managers.mjs';
import { root, run, tool } from './support/run.mjs';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'node-imsdk-install-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

const platform = `${process.platform}-${process.arch}`;
const prebuild = path.join('prebuilds', fileOf(platform));

/** Unpacks a tarball, has its content changed, and packs it again. */
function repack(tarball, name, change) {
  const staged = path.join(scratch, name, 'staged');
  mkdirSync(staged, { recursive: true });
  tar.extract({ file: tarball, cwd: staged, strip: 1, sync: true });
  change(staged);
  return pack(staged, path.join(scratch, name));
}

/** An environment in which only Node.js is found: no shell, no make, no compiler. */
function environmentWithoutTools() {
  if (process.platform === 'win32') return process.env; // a compiler is not looked for in the PATH there
  const folder = path.join(scratch, 'only-node');
  mkdirSync(folder);
  symlinkSync(process.execPath, path.join(folder, 'node'));
  return { ...process.env, PATH: folder };
}

function install(name, tarball, { add, files = {} }, env) {
  const folder = path.join(scratch, 'installs', name);
  mkdirSync(folder, { recursive: true });
  // npm runs a dependency's install script only where the dependent permits it (npm 11 warns, later ones skip).
  const manifest = { private: true, allowScripts: { 'node-imsdk': true } };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
  const [command, ...args] = add;
  run(`Installing ${name}`, command, [...args, tarball], { cwd: folder, env });
  return folder;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Saves a message with the installed package, and tells where the package has its addon. */
async function expectSaves(folder, expectedAddon, start = [process.execPath]) {
  // The scenario's script is not in the project: what the project needs to start with is given in full.
  const command = start.map((argument) =>
    argument.startsWith('./') ? path.join(folder, argument) : argument,
  );
  const prepared = { command, env: process.env, pathThere: (file) => file };
  const { cachedEnginePath } = await import('../dist/native/engine-cache.js');
  const library = cachedEnginePath(platform);
  const run = { dependent: folder, library, folder: path.join(folder, 'saved') };
  const { addon } = await saveAndReadBack(prepared, run).catch((error) =>
    fail(`${folder}: ${error.message}`),
  );
  if (addon !== expectedAddon) fail(`The addon was expected to be ${expectedAddon}, and is ${addon}`);
}

/** Uses the package from CommonJS, from an ES module and from TypeScript with every library type checked. */
function expectUsable(folder) {
  const files = {
    'use.cjs': "if (typeof require('node-imsdk').Tim !== 'function') process.exit(1);\n",
    'use.mjs': "import { Tim } from 'node-imsdk';\nif (typeof Tim !== 'function') process.exit(1);\n",
    'use.cts': "import imsdk = require('node-imsdk');\nexport const Tim = imsdk.Tim;\n",
    'use.mts':
      "import { Tim } from 'node-imsdk';\nexport type * from 'node-imsdk/interfaces';\nexport { Tim };\n",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  for (const name of ['use.cjs', 'use.mjs'])
    run(`Running ${name}`, process.execPath, [name], { cwd: folder });

  mkdirSync(path.join(folder, 'node_modules/@types'), { recursive: true });
  for (const types of ['@types/node', 'undici-types']) {
    cpSync(path.join(root, 'node_modules', types), path.join(folder, 'node_modules', types), {
      recursive: true,
    });
  }
  const compilerOptions = [
    '--noEmit',
    '--strict',
    '--target',
    'es2022',
    '--lib',
    'es2022,esnext.disposable',
    '--types',
    'node',
  ];
  for (const [module, names] of [
    ['nodenext', ['use.cts', 'use.mts']],
    ['preserve', ['use.mts']],
  ]) {
    run(
      `Type-checking a dependent (${module})`,
      process.execPath,
      [tool('typescript', 'bin/tsc'), ...compilerOptions, '--module', module, ...names],
      { cwd: folder },
    );
  }
  const command = path.join('node_modules', '.bin', 'node-imsdk');
  run('Running the command', command, ['--version'], { cwd: folder });
}

run('Fetching the engine', process.execPath, ['dist/cli/index.js', 'fetch-sdk']);
// One that is older than the sources would be packed as it is.
if (existsSync(path.join(root, prebuild)))
  run('Compiling the prebuild', process.execPath, ['scripts/prebuild.mjs', platform]);
const packed = pack(root, path.join(scratch, 'packed'));
const withScripts = { add: [...npmCommand(), 'install', '--prefer-offline'] };
const compileEnv = { ...compileEnvironment(), npm_config_ignore_scripts: 'false' };

const withoutPrebuild = repack(packed, 'without-prebuild', (staged) =>
  rmSync(path.join(staged, prebuild), { force: true }),
);
const compiled = install('compiled', withoutPrebuild, withScripts, compileEnv);
await expectSaves(compiled, 'build/Release/node_imsdk.node');
expectUsable(compiled);

// Where nobody has made the prebuild, what was just compiled stands for it.
const withPrebuild = existsSync(path.join(root, prebuild))
  ? packed
  : repack(packed, 'with-prebuild', (staged) => {
      mkdirSync(path.dirname(path.join(staged, prebuild)), { recursive: true });
      copyFileSync(
        path.join(compiled, 'node_modules/node-imsdk/build/Release/node_imsdk.node'),
        path.join(staged, prebuild),
      );
    });
const expectedAddon = prebuild.replaceAll(path.sep, '/');
const prebuilt = install('prebuilt', withPrebuild, withScripts, compileEnv);
// Nothing was compiled: what is in build/ goes before what is in prebuilds/.
await expectSaves(prebuilt, expectedAddon);

const env = environmentWithoutTools();
const managers = packageManagers(path.join(scratch, 'downloads'));
for (const manager of managers) {
  const folder = install(manager.name, withPrebuild, manager, env);
  await expectSaves(folder, expectedAddon, manager.start);
}
expectUsable(path.join(scratch, 'installs/npm'));
console.log(
  'The package installs, saves and reads back: compiled, prebuilt, and without scripts and compiler by ' +
    `${managers.map(({ name }) => name).join(', ')}.`,
);
