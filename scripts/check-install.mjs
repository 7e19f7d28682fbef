// Packs the package and installs the tarball into empty folders, the way a dependent would:
// with scripts (which compile the addon), and without scripts but with a prebuild in the tarball.
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { compileEnvironment } from './support/node-headers.mjs';
import { root, run, tool } from './support/run.mjs';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'node-imsdk-install-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

function npm(what, args, cwd) {
  // A developer's own setting must not decide which of the two ways is tried.
  const env = { ...compileEnvironment(), npm_config_ignore_scripts: 'false' };
  // Under `npm run` this is npm's JavaScript file, which needs no shell on Windows.
  const cli = process.env.npm_execpath;
  if (cli === undefined) run(what, 'npm', args, { cwd, env });
  else run(what, process.execPath, [cli, ...args], { cwd, env });
}

function pack(from, folder) {
  mkdirSync(folder);
  npm(`Packing ${path.basename(folder)}`, ['pack', '--pack-destination', folder], from);
  return path.join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.tgz')),
  );
}

/** The same package with this machine's addon as a prebuild, as prebuildify would have laid it. */
function packWithPrebuild(installed) {
  const staged = path.join(scratch, 'staged');
  cpSync(installed, staged, {
    recursive: true,
    filter: (file) => !['build', 'node_modules'].includes(path.relative(installed, file)),
  });
  const folder = path.join(staged, `prebuilds/${process.platform}-${process.arch}`);
  mkdirSync(folder, { recursive: true });
  const libcTag = process.platform === 'linux' ? '.glibc' : '';
  copyFileSync(
    path.join(installed, 'build/Release/node_imsdk.node'),
    path.join(folder, `node-imsdk${libcTag}.node`),
  );
  // The staged folder has no tools to build with, and dist/ is in it already.
  mkdirSync(path.join(scratch, 'with-prebuild'));
  npm(
    'Packing with a prebuild',
    ['pack', '--ignore-scripts', '--pack-destination', path.join(scratch, 'with-prebuild')],
    staged,
  );
  return path.join(scratch, 'with-prebuild', readdirSync(path.join(scratch, 'with-prebuild'))[0]);
}

function install(name, tarball, options) {
  const folder = path.join(scratch, name);
  mkdirSync(folder);
  // npm runs a dependency's install script only where the dependent permits it (npm 11 warns, later ones skip).
  const manifest = { private: true, allowScripts: { 'node-imsdk': true } };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  npm(`Installing ${name}`, ['install', '--prefer-offline', ...options, tarball], folder);
  return { folder, installed: path.join(folder, 'node_modules/node-imsdk') };
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

function expectAddonFrom(place, installed) {
  const script = `
    const path = require('node-gyp-build').resolve(${JSON.stringify(installed)});
    require(path);
    console.log(path);`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', script], {
    cwd: installed,
    encoding: 'utf8',
  });
  if (status !== 0) fail(`The addon does not load: ${stderr}`);
  const relative = path.relative(installed, stdout.trim()).split(path.sep).join('/');
  if (!relative.startsWith(place)) fail(`The addon was expected from ${place}, and is ${relative}`);
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

const compiled = install('compiled', pack(root, path.join(scratch, 'packed')), []);
expectAddonFrom('build/Release/', compiled.installed);
expectUsable(compiled.folder);

const tarball = packWithPrebuild(compiled.installed);
const unscripted = install('without-scripts', tarball, ['--ignore-scripts']);
expectAddonFrom('prebuilds/', unscripted.installed);
expectUsable(unscripted.folder);

const prebuilt = install('prebuilt', tarball, []);
if (existsSync(path.join(prebuilt.installed, 'build')))
  fail('The addon was compiled although there is a prebuild');
expectAddonFrom('prebuilds/', prebuilt.installed);
console.log('The package installs and works: compiled, prebuilt, and prebuilt without scripts.');
