// What `npm run package` hands to electron-builder.
const { execFileSync } = require('node:child_process');
const path = require('node:path');

/** The engine for the platform that this runs on, fetched unless it is in the cache: 24 MB, checksummed. */
function fetchEngine() {
  const cli = require.resolve('node-imsdk/package.json').replace('package.json', 'dist/cli/index.js');
  const stdio = ['ignore', 'pipe', 'inherit'];
  return execFileSync(process.execPath, [cli, 'fetch-sdk'], { encoding: 'utf8', stdio }).trim();
}

const engine = fetchEngine();

/** @type {import('electron-builder').Configuration} */
module.exports = {
  appId: 'com.example.node-imsdk-chat',
  productName: 'node-imsdk chat',
  files: ['build/**', '!**/*.map'],
  asar: true,
  // The system cannot load a library from inside an archive: the addon lies beside it ...
  asarUnpack: ['**/node-imsdk/**/*.node'],
  // ... and the engine in the resources folder, where node-imsdk looks for it.
  extraResources: [{ from: engine, to: path.basename(engine) }],
  // The addon is Node-API: one binary for every Electron.
  npmRebuild: false,
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    onlyLoadAppFromAsar: true,
  },
  linux: { target: 'AppImage', category: 'Network' },
  win: { target: 'nsis' },
  mac: { target: 'dmg', category: 'public.app-category.social-networking' },
};
