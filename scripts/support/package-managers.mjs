import { existsSync } from 'node:fs';
import path from 'node:path';
import { hostCache } from '../hosts/cache.mjs';
import { npm, npmCommand } from './npm.mjs';

/**
 * The package managers, from the npm registry but for npm itself. For each: the command that a tarball's path
 * is appended to, which adds it to the project in the current folder and runs no script; the files that the
 * project needs for that; and how a program of the project is started.
 *
 * @param cache - A folder for what pnpm and yarn download: they would keep the tarball for ever.
 */
export function packageManagers(cache) {
  const prefix = path.join(hostCache(), 'package-managers');
  if (!existsSync(prefix)) {
    const options = ['--ignore-scripts', '--no-save', '--no-package-lock', '--prefix', prefix];
    // The newest that run on the oldest Node.js that we support.
    const packages = ['pnpm@10', 'yarn@1', '@yarnpkg/cli-dist@4'];
    npm('Getting pnpm and yarn', ['install', ...options, ...packages], hostCache());
  }
  const node = process.execPath;
  const tool = (file) => [node, path.join(prefix, 'node_modules', file)];
  return [
    { name: 'npm', add: [...npmCommand(), 'install', '--prefer-offline', '--ignore-scripts'], start: [node] },
    {
      name: 'pnpm',
      add: [...tool('pnpm/bin/pnpm.cjs'), 'add', '--ignore-scripts', '--store-dir', path.join(cache, 'pnpm')],
      start: [node],
    },
    {
      name: 'yarn-1',
      add: [
        ...tool('yarn/bin/yarn.js'),
        'add',
        '--ignore-scripts',
        '--cache-folder',
        path.join(cache, 'yarn'),
      ],
      start: [node],
    },
    {
      name: 'yarn-4-plug-and-play',
      add: [...tool('@yarnpkg/cli-dist/bin/yarn.js'), 'add'],
      files: {
        '.yarnrc.yml': 'enableScripts: false\nenableGlobalCache: false\nenableTelemetry: false\n',
        'yarn.lock': '',
      },
      start: [node, '--require', './.pnp.cjs'],
    },
  ];
}
