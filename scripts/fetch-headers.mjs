// Unpacks the engine's C headers out of the vendor's package, for the test that compares the call table with them:
// from npm's cache, where `fetch-sdk` has left the package, or from the registry.
//   node scripts/fetch-headers.mjs      after the build; prints the folder
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pacote from 'pacote';
import * as tar from 'tar';
import { root } from './support/run.mjs';

const built = (file) => import(pathToFileURL(path.join(root, 'dist', file)).href);
const { ENGINE_SOURCE } = await built('native/engine-source.js');
const { readNpmOptions } = await built('native/fetch/npm-config.js');

const { packageName, version, integrity } = ENGINE_SOURCE;
const folder = path.join(root, 'node_modules/.cache/node-imsdk', `headers-${version}`);

if (!existsSync(folder)) {
  const npm = await readNpmOptions();
  const unfinished = `${folder}-${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  await pacote.tarball.stream(
    `${packageName}@${version}`,
    (stream) =>
      new Promise((resolve, reject) => {
        const unpacker = new tar.Unpack({
          cwd: unfinished,
          strip: 4,
          filter: (entry) => /^package\/lib\/linux\/include\/\w+\.h$/.test(entry),
        });
        stream.on('error', reject);
        unpacker.on('error', reject).on('close', resolve);
        stream.pipe(unpacker);
      }),
    {
      ...npm,
      integrity,
      resolved: new URL(`${packageName}/-/${packageName}-${version}.tgz`, npm.registry).href,
    },
  );
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
}
console.log(folder);
