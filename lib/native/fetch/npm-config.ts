import path from 'node:path';

/** npm's network settings, under the option names that pacote takes. */
export interface NpmOptions {
  /** URL of the registry, ending in a slash. */
  registry: string;
  /** Folder of npm's content cache. */
  cache: string;
  offline: boolean;
  proxy?: string | null;
  httpsProxy?: string | null;
  /** How requests that fail for the network's or the server's reasons are repeated. */
  retry?: { retries?: number };
  [option: string]: unknown;
}

// Only what decides how a package is reached. Other settings do not concern a pinned package, and turning some
// of them into options has side effects (`omit` sets NODE_ENV).
const NETWORK_SETTINGS = [
  'registry',
  'proxy',
  'https-proxy',
  'noproxy',
  'ca',
  'cafile',
  'cert',
  'key',
  'strict-ssl',
  'local-address',
  'maxsockets',
  'cache',
  'offline',
  'prefer-offline',
  'prefer-online',
  'fetch-retries',
  'fetch-retry-factor',
  'fetch-retry-mintimeout',
  'fetch-retry-maxtimeout',
  'fetch-timeout',
  'replace-registry-host',
] as const;

/**
 * Reads npm's settings just as npm does, with npm's own library: the environment (`npm_config_*`), then the
 * project's, the user's and the global `.npmrc`, and the one built into npm.
 *
 * @throws what reading or parsing them throws.
 */
export async function readNpmOptions(
  env: Readonly<Record<string, string | undefined>> = process.env,
  cwd: string = process.cwd(),
): Promise<NpmOptions> {
  // Loaded when needed: a program that never fetches must not pay for npm's libraries at start.
  const [{ default: Config }, { default: npm }] = await Promise.all([
    import('@npmcli/config'),
    import('@npmcli/config/lib/definitions/index.js'),
  ]);
  const { definitions, shorthands, nerfDarts, flatten } = npm;
  const config = new Config({
    npmPath: npmFolder(env),
    definitions,
    shorthands,
    nerfDarts,
    flatten,
    // A copy: loading writes npm_config_* variables for child processes into it.
    env: { ...env },
    // This process's arguments are not npm's.
    argv: [],
    cwd,
    warn: false,
  });
  await config.load();

  const settings: Record<string, unknown> = {};
  for (const key of NETWORK_SETTINGS) settings[key] = config.get(key);
  for (const key of registrySettings(config.list)) settings[key] = config.get(key);
  const options = flatten(settings) as NpmOptions;
  const registry = options.registry.replace(/\/*$/, '/');
  return { ...options, registry };
}

/** The settings of one registry: `//host/:_authToken`, `//host/:certfile` ... */
function* registrySettings(sources: Record<string, unknown>[]): Generator<string> {
  for (const source of sources) {
    for (const key of Object.keys(source)) {
      if (key.startsWith('//')) yield key;
    }
  }
}

/** Where npm is installed: its built-in `npmrc` can hold settings too, as on Windows and some distributions. */
function npmFolder(env: Readonly<Record<string, string | undefined>>): string {
  const cli = env['npm_execpath'];
  // Set by npm and npx for what they run; other package managers set it to themselves.
  if (cli && path.basename(cli) === 'npm-cli.js') return path.dirname(path.dirname(cli));
  const nodeFolder = path.dirname(process.execPath);
  return process.platform === 'win32'
    ? path.join(nodeFolder, 'node_modules', 'npm')
    : path.join(nodeFolder, '..', 'lib', 'node_modules', 'npm');
}
