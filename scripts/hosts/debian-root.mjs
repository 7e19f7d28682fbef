import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../support/run.mjs';
import { hostCache } from './cache.mjs';

/** What Node.js and the engine are linked to. */
const packages = ['libc6', 'libgcc-s1', 'libstdc++6', 'libatomic1', 'zlib1g'];

/**
 * Unpacks the libraries of another Debian release or processor into a folder of the cache, from Debian's own
 * signed packages and beside this machine's package database. Returns the folder.
 */
export function debianRoot(release, architecture) {
  const folder = path.join(hostCache(), `debian-${release}-${architecture}`);
  if (existsSync(folder)) return folder;
  const scratch = `${folder}.partial`;
  rmSync(scratch, { recursive: true, force: true });
  const options = separateApt(scratch, release, architecture);
  const what = `the libraries of Debian ${release}, ${architecture}`;
  run(`Looking for ${what}`, 'apt-get', [...options, '-qq', 'update']);
  const wanted = packages.map((name) => `${name}:${architecture}`);
  run(`Getting ${what}`, 'apt-get', [...options, '-qq', 'download', ...wanted], { cwd: scratch });
  const unpacked = path.join(scratch, 'root');
  for (const archive of readdirSync(scratch).filter((name) => name.endsWith('.deb')))
    run(`Unpacking ${archive}`, 'dpkg-deb', ['-x', path.join(scratch, archive), unpacked]);
  renameSync(unpacked, folder);
  rmSync(scratch, { recursive: true });
  return folder;
}

/** apt's options for a configuration of its own, which knows one release for one processor. */
function separateApt(folder, release, architecture) {
  for (const needed of ['lists/partial', 'cache/archives/partial'])
    mkdirSync(path.join(folder, needed), { recursive: true });
  const sources = path.join(folder, 'sources.list');
  const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
  writeFileSync(
    sources,
    `deb [signed-by=${keyring} arch=${architecture}] ${debianMirror()} ${release} main\n`,
  );
  const settings = {
    'APT::Architecture': architecture,
    'APT::Architectures': architecture,
    'APT::Sandbox::User': 'root', // apt's own user may not read a folder that is this user's alone
    'Acquire::Languages': 'none',
    'Dir::Cache': path.join(folder, 'cache'),
    'Dir::Etc::sourcelist': sources,
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::State::lists': path.join(folder, 'lists'),
    'Dir::State::status': '/dev/null',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
}

/** The mirror that this machine's own packages come from. */
function debianMirror() {
  const format = '$(ORIGIN) $(LABEL) $(COMPONENT) $(REPO_URI)';
  const targets = execFileSync('apt-get', ['indextargets', '--format', format], { encoding: 'utf8' });
  const own = targets.split('\n').find((line) => line.startsWith('Debian Debian main '));
  if (own === undefined) throw new Error('This machine has no Debian mirror to take foreign libraries from');
  return own.split(' ').at(-1);
}
