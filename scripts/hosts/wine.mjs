import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { withoutNetwork } from '../support/network-namespace.mjs';
import { run } from '../support/run.mjs';
import { hostCache } from './cache.mjs';

/** Debian's, which puts no wine64 into the PATH. */
export const wine64 = '/usr/lib/wine/wine64';
const wineserver = '/usr/lib/wine/wineserver64';

const prefix = () => path.join(hostCache(), 'wine-prefix');

/** Makes the folder that stands for a Windows installation, unless it is there. Returns wine's environment. */
export function prepareWine() {
  if (!existsSync(prefix())) {
    const partial = `${prefix()}.partial`;
    rmSync(partial, { recursive: true, force: true });
    const set = (what, args) => {
      const [command, ...rest] = withoutNetwork([wine64, ...args]);
      run(what, command, rest, { env: wineEnvironment(partial) });
    };
    set('Setting up Wine', ['wineboot', '--init']);
    // A new prefix is a Windows 7, on which Node.js refuses to start.
    set('Making it a Windows 10', ['winecfg', '/v', 'win10']);
    stopWine(partial);
    renameSync(partial, prefix());
  }
  return wineEnvironment(prefix());
}

/** Ends what Wine leaves running for some seconds: the processes of this prefix alone. */
export function stopWine(folder = prefix()) {
  spawnSync(wineserver, ['--kill', '--wait'], { env: wineEnvironment(folder), stdio: 'ignore' });
}

/** How a program in Wine names a file of this machine. */
export const windowsPath = (file) => `Z:${path.resolve(file).replaceAll('/', '\\')}`;

function wineEnvironment(folder) {
  // In the C locale Wine cannot name a file whose name is not ASCII.
  const locale = { LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };
  return { ...process.env, ...locale, WINEPREFIX: folder, WINEDEBUG: '-all', DISPLAY: '' };
}
