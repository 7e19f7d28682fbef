import { lstatSync, readlinkSync, realpathSync, type Stats } from 'node:fs';
import path from 'node:path';

/** Where a path really leads, and why it must not be loaded from, if so. */
export interface TrustedPath {
  /** The path with every symbolic link resolved: what is checked is what gets loaded. */
  realPath: string;
  /** Why somebody else than this user could have put the file there; undefined where nobody could. */
  distrust?: string;
}

const WRITABLE_BY_OTHERS = 0o002;
const STICKY = 0o1000;
// The limit of Linux itself (path_resolution(7)).
const MAX_SYMLINKS = 40;

/**
 * Resolves a path and checks each folder and link on the way, for a file whose code this process will run.
 *
 * Distrusted is a path on which any user of the machine could exchange something: the file or a folder is
 * writable by everyone; or, in a folder like `/tmp` where everyone may add but not exchange (sticky bit), the
 * entry belongs to another user than this one and root. Group permissions are the group's own business.
 * On Windows access lists are not examined: folders there are not writable by everyone unless made so.
 *
 * @throws the file system's error (`ENOENT`, `EACCES`, `ELOOP` ...) where the path leads nowhere.
 */
export function resolveTrustedPath(absolutePath: string): TrustedPath {
  if (process.platform === 'win32') return { realPath: realpathSync(absolutePath) };

  const pending = splitPath(absolutePath);
  let current = '/';
  let folder = lstatSync(current);
  let distrust: string | undefined;
  let symlinks = 0;

  for (let name = pending.shift(); name !== undefined; name = pending.shift()) {
    if (name === '..') {
      // What precedes is already resolved, so the parent is the real one.
      current = path.dirname(current);
      folder = lstatSync(current);
      continue;
    }
    distrust ??= folderDistrust(current, folder);
    const entryPath = path.join(current, name);
    const entry = lstatSync(entryPath);
    distrust ??= entryDistrust(entryPath, entry, folder);

    if (entry.isSymbolicLink()) {
      if (++symlinks > MAX_SYMLINKS) throw tooManySymlinks(absolutePath);
      const target = readlinkSync(entryPath);
      pending.unshift(...splitPath(target));
      if (path.isAbsolute(target)) {
        current = '/';
        folder = lstatSync(current);
      }
      continue;
    }
    current = entryPath;
    folder = entry;
  }

  if (!folder.isDirectory() && folder.mode & WRITABLE_BY_OTHERS) {
    distrust ??= `every user of this machine may write to ${current} (fix: chmod o-w)`;
  }
  return distrust === undefined ? { realPath: current } : { realPath: current, distrust };
}

function splitPath(p: string): string[] {
  return p.split('/').filter((name) => name !== '' && name !== '.');
}

function folderDistrust(folderPath: string, folder: Stats): string | undefined {
  const open = folder.isDirectory() && folder.mode & WRITABLE_BY_OTHERS && !(folder.mode & STICKY);
  return open
    ? `every user of this machine may write to the folder ${folderPath} (fix: chmod o-w)`
    : undefined;
}

function entryDistrust(entryPath: string, entry: Stats, folder: Stats): string | undefined {
  if (!(folder.mode & WRITABLE_BY_OTHERS && folder.mode & STICKY)) return undefined;
  if (entry.uid === 0 || entry.uid === process.getuid?.()) return undefined;
  return `${entryPath} belongs to another user (uid ${entry.uid}) and lies where every user may put files`;
}

function tooManySymlinks(p: string): NodeJS.ErrnoException {
  const error: NodeJS.ErrnoException = new Error(`ELOOP: too many symbolic links encountered, '${p}'`);
  error.code = 'ELOOP';
  return error;
}
