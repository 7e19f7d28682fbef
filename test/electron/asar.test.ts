import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import asar from '@electron/asar';
import { findEngine } from '../../lib/native/find-engine';
import { ENGINE_SOURCE } from '../../lib/native/engine-source';
import { enginePlatform } from '../../lib/native/engine-platform';

const root = path.resolve(__dirname, '../..');
const { packageName, libraries } = ENGINE_SOURCE;
const { pathInPackage } = libraries[enginePlatform()];

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'node-imsdk-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));

/** An app with node-imsdk, whose addon is a prebuild as in the published package. */
function makeApp(): string {
  const app = path.join(folder, 'app');
  const installed = path.join(app, 'node_modules/node-imsdk');
  cpSync(path.join(__dirname, 'packed-app.cjs'), path.join(app, 'main.cjs'));
  writeFileSync(path.join(app, 'package.json'), '{ "main": "main.cjs" }');
  cpSync(path.join(root, 'dist'), path.join(installed, 'dist'), { recursive: true });
  cpSync(path.join(root, 'package.json'), path.join(installed, 'package.json'));
  cpSync(
    path.join(root, 'build/Release/node_imsdk.node'),
    path.join(installed, `prebuilds/${enginePlatform()}/node-imsdk.node`),
  );
  const dependency = 'node_modules/node-gyp-build';
  cpSync(path.join(root, dependency), path.join(app, dependency), { recursive: true });
  return app;
}

/** Packs the app with the unpack pattern of a recipe, and lays out app.asar as Electron's fs shows it. */
async function packApp(app: string, unpack: string): Promise<string> {
  const resources = path.join(folder, 'resources');
  const packed = path.join(folder, 'packed/app.asar');
  await asar.createPackageWithOptions(app, packed, { unpack });
  mkdirSync(resources);
  asar.extractAll(packed, path.join(resources, 'app.asar'));
  renameSync(`${packed}.unpacked`, path.join(resources, 'app.asar.unpacked'));
  // The system's loader finds no library in there.
  for (const file of filesIn(path.join(resources, 'app.asar.unpacked')))
    writeFileSync(path.join(resources, 'app.asar', file), 'a part of an archive');
  return resources;
}

function filesIn(place: string): string[] {
  const names = readdirSync(place, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => statSync(path.join(place, name)).isFile());
}

/** Runs the packed app, and tells which of its native files were loaded, by their path in the resources folder. */
function run(resources: string): string[] {
  const preload = path.join(__dirname, 'packed-app-preload.cjs');
  const main = path.join(resources, 'app.asar/main.cjs');
  // A place that is searched before or after must not stand in for the packed one.
  const env = { ...process.env, NODE_IMSDK_LIBRARY: '', NODE_IMSDK_PREBUILD: '', NODE_IMSDK_CACHE: folder };
  const output = execFileSync(process.execPath, ['--require', preload, main, path.join(folder, 'store')], {
    encoding: 'utf8',
    env,
    cwd: folder,
  });
  const { codes, loaded } = JSON.parse(output) as { codes: number[]; loaded: string[] };
  expect(codes).toEqual([0, 0, 0]);
  return loaded
    .filter((file) => file.startsWith(resources))
    .map((file) => path.relative(resources, file).split(path.sep).join('/'));
}

const unpackedAddon = `app.asar.unpacked/node_modules/node-imsdk/prebuilds/${enginePlatform()}/node-imsdk.node`;

test('electron-forge: addon and engine are found beside app.asar, where the glob has left them', async () => {
  const app = makeApp();
  const engine = path.join('node_modules', packageName, pathInPackage);
  cpSync(findEngine().path, path.join(app, engine));
  writeFileSync(path.join(app, 'node_modules', packageName, 'package.json'), '{}');
  const resources = await packApp(app, '**/*.{node,so,dll,dylib}');
  expect(run(resources).sort()).toEqual(
    [unpackedAddon, `app.asar.unpacked/${engine.split(path.sep).join('/')}`].sort(),
  );
});

test('electron-builder: the addon is found beside app.asar, the engine among the extra resources', async () => {
  const resources = await packApp(makeApp(), '**/node-imsdk/**/*.node');
  const engine = path.basename(pathInPackage);
  cpSync(findEngine().path, path.join(resources, engine));
  expect(run(resources).sort()).toEqual([unpackedAddon, engine].sort());
});
