import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { ImSdkError } from '../errors.js';
import { cachedEnginePath, engineCacheFolder } from './engine-cache.js';
import { enginePlatform, type EnginePlatform } from './engine-platform.js';
import { ENGINE_SOURCE } from './engine-source.js';
import { resolveTrustedPath } from './trusted-path.js';

/** Which rule of the search led to a library. */
export type EngineOrigin =
  /** The `libraryPath` option. */
  | 'option'
  /** The environment variable `NODE_IMSDK_LIBRARY`. */
  | 'environment'
  /** An installed `im_electron_sdk` package. */
  | 'installed'
  /** The resources folder of a packaged Electron app. */
  | 'resources'
  /** The per-user cache that `npx node-imsdk fetch-sdk` fills. */
  | 'cache'
  /** An installed `im_electron_sdk` that only the folder leads to in which the process was started. */
  | 'working-folder';

/** An engine library that exists and may be loaded. */
export interface FoundEngine {
  /** Absolute path with every symbolic link resolved: load exactly this. */
  path: string;
  source: EngineOrigin;
}

/** One place that the search looked at, and what it saw there. */
export type SearchedPlace = {
  source: EngineOrigin;
  /** The path that was looked at, or a description where there is none. */
  place: string;
} &
  /** `realPath` is the path with every symbolic link resolved. */
  (
    | { outcome: 'found'; realPath: string }
    /** `reason` says what is missing, or why a library that is there was refused. */
    | { outcome: 'absent' | 'refused'; reason: string }
  );

/** The answer of {@link searchEngine}: what `doctor` shows. */
export type EngineSearch = {
  /** In the order of the search, up to the place where the engine was found. */
  searched: SearchedPlace[];
} & (
  | { found: FoundEngine; failure?: undefined }
  /** Why there is none: an explicit path that cannot be used, or no library in any place. */
  | { found?: undefined; failure: ImSdkError }
);

/** Options of {@link findEngine}. */
export interface FindEngineOptions {
  /** Absolute path of the engine library. Where it is given, no other place is looked at. */
  libraryPath?: string;
}

/** What the search reads of the running process: injectable for tests. */
export interface SearchContext {
  platform: EnginePlatform;
  env: Readonly<Record<string, string | undefined>>;
  /** The working folder, unless it has been deleted. */
  cwd?: string;
  /** The program's main file, where it has one. */
  mainFile?: string;
  /** A folder inside this package. */
  packageFolder: string;
  /** Electron's `process.resourcesPath`. */
  resourcesPath?: string;
  /** The cache folder. A function, since it can fail where there is none, and then only if it is needed. */
  cacheFolder(): string;
}

const FETCH_COMMAND = 'npx node-imsdk fetch-sdk';

/**
 * Finds the engine library for this platform.
 *
 * Looked at in this order: the `libraryPath` option; `NODE_IMSDK_LIBRARY`; an installed `im_electron_sdk`, as
 * Node would resolve it from the program's main file and from this package; the Electron app's resources folder;
 * the per-user cache; an `im_electron_sdk` installed in the working folder. An explicit path (the first two) is
 * final: when it cannot be used the search fails rather than load a library that nobody asked for.
 *
 * A path into an `app.asar` stands for its `app.asar.unpacked` neighbour: the system's loader cannot read
 * archives. Symbolic links are resolved, and what they lead to is what is checked and loaded. A library that
 * every user of the machine could have put there is refused.
 *
 * @throws ImSdkError `ERR_IMSDK_LIBRARY_NOT_FOUND` naming each place looked at and the command that fixes it;
 *   `ERR_IMSDK_INVALID_ARGUMENT` for a relative explicit path; `ERR_IMSDK_LIBRARY_UNUSABLE` for an explicit
 *   path that others may write to.
 */
export function findEngine(options: FindEngineOptions = {}, context?: SearchContext): FoundEngine {
  const search = searchEngine(options, context);
  if (search.found) return search.found;
  throw search.failure;
}

/** As {@link findEngine}, and also tells every place looked at; a failure is returned instead of thrown. */
export function searchEngine(options: FindEngineOptions = {}, context?: SearchContext): EngineSearch {
  const searched: SearchedPlace[] = [];
  try {
    return { searched, found: lookInOrder(options, context ?? processContext(), searched) };
  } catch (error) {
    if (!(error instanceof ImSdkError)) throw error;
    return { searched, failure: error };
  }
}

function lookInOrder(
  options: FindEngineOptions,
  context: SearchContext,
  searched: SearchedPlace[],
): FoundEngine {
  const explicit = explicitPath(options, context);
  if (explicit) return lookExplicitly(explicit, searched);

  for (const candidate of candidates(context)) {
    if ('missing' in candidate) {
      const { source, place, missing } = candidate;
      searched.push({ source, place, outcome: 'absent', reason: missing });
      continue;
    }
    const seen = look(candidate.source, candidate.path);
    searched.push(seen);
    if (seen.outcome === 'found') return { path: seen.realPath, source: seen.source };
  }
  throw nothingFound(context.platform, searched);
}

interface ExplicitPath {
  source: 'option' | 'environment';
  /** What the user set, for messages. */
  name: string;
  path: string;
}

function explicitPath(options: FindEngineOptions, context: SearchContext): ExplicitPath | undefined {
  const { libraryPath } = options;
  if (libraryPath !== undefined) return { source: 'option', name: 'libraryPath', path: libraryPath };
  const fromEnvironment = context.env['NODE_IMSDK_LIBRARY'];
  if (fromEnvironment) {
    return { source: 'environment', name: 'NODE_IMSDK_LIBRARY', path: fromEnvironment };
  }
  return undefined;
}

function lookExplicitly(explicit: ExplicitPath, searched: SearchedPlace[]): FoundEngine {
  const { name, source } = explicit;
  if (!path.isAbsolute(explicit.path)) {
    const reason = `is ${JSON.stringify(explicit.path)}, not an absolute path`;
    searched.push({ source, place: explicit.path, outcome: 'refused', reason });
    throw new ImSdkError(
      'ERR_IMSDK_INVALID_ARGUMENT',
      `${name} ${reason}. Pass an absolute path, such as path.resolve(...) gives: which code is loaded must ` +
        'not depend on the folder that the process was started in.',
      { field: name },
    );
  }
  const seen = look(source, explicit.path);
  searched.push(seen);
  if (seen.outcome === 'found') return { path: seen.realPath, source };
  if (seen.outcome === 'refused') {
    throw new ImSdkError(
      'ERR_IMSDK_LIBRARY_UNUSABLE',
      `${name} is ${seen.place}, which is not loaded: ${seen.reason}.`,
      { field: name },
    );
  }
  throw new ImSdkError(
    'ERR_IMSDK_LIBRARY_NOT_FOUND',
    `${name} is ${seen.place}: ${seen.reason}. No other place was searched, since ${name} is set; ` +
      `correct it, or unset it and run: ${FETCH_COMMAND}`,
    { field: name },
  );
}

type Candidate =
  | { source: EngineOrigin; path: string }
  /** A place that cannot even be turned into a path. */
  | { source: EngineOrigin; place: string; missing: string };

/** A generator, so that a place is only looked up when those before it had nothing. */
function* candidates(context: SearchContext): Generator<Candidate> {
  const { pathInPackage } = ENGINE_SOURCE.libraries[context.platform];
  const seen = new Set<string>();
  function* installed(source: EngineOrigin, what: string, folder: string | undefined): Generator<Candidate> {
    if (!folder || seen.has(folder)) return;
    seen.add(folder);
    const packageFolder = resolvePackage(folder);
    if (packageFolder === undefined) {
      const place = `package ${ENGINE_SOURCE.packageName} from ${what} ${folder}`;
      yield { source, place, missing: 'not installed' };
    } else if (!seen.has(packageFolder)) {
      seen.add(packageFolder);
      yield { source, path: path.join(packageFolder, ...pathInPackage.split('/')) };
    }
  }
  yield* installed('installed', 'the main file', context.mainFile && path.dirname(context.mainFile));
  yield* installed('installed', 'this package', context.packageFolder);
  yield* resourcesCandidates(context, pathInPackage);
  yield { source: 'cache', path: cachedEnginePath(context.platform, context.cacheFolder()) };
  // Last, and of the pinned version only: whoever made that folder has no say in what other programs run.
  yield* installed('working-folder', 'the working folder', context.cwd);
}

function resolvePackage(fromFolder: string): string | undefined {
  const { packageName } = ENGINE_SOURCE;
  try {
    // The file need not exist: it only says where resolution starts.
    const require = createRequire(path.join(fromFolder, 'resolve-from-here.js'));
    return path.dirname(require.resolve(`${packageName}/package.json`));
  } catch {
    return undefined;
  }
}

function* resourcesCandidates(context: SearchContext, pathInPackage: string): Generator<Candidate> {
  const { resourcesPath } = context;
  if (!resourcesPath) return;
  const { packageName } = ENGINE_SOURCE;
  const inPackage = path.join('node_modules', packageName, ...pathInPackage.split('/'));
  const withoutLib = pathInPackage.split('/').slice(1);
  for (const below of [
    // Packed with asar, the package left outside of it (electron-builder's asarUnpack).
    path.join('app.asar.unpacked', inPackage),
    // Packed without asar.
    path.join('app', inPackage),
    // extraResources of the package's lib folder: into the resources folder, or into lib below it.
    path.join(...withoutLib),
    path.join('lib', ...withoutLib),
    // extraResources of the library file alone.
    path.basename(pathInPackage),
  ]) {
    yield { source: 'resources', path: path.join(resourcesPath, below) };
  }
}

function look(source: EngineOrigin, candidate: string): SearchedPlace {
  const place = outsideArchive(candidate);
  try {
    const { realPath, distrust } = resolveTrustedPath(place);
    if (!statSync(realPath).isFile()) {
      return { source, place, outcome: 'absent', reason: 'this is not a file' };
    }
    return distrust === undefined
      ? { source, place, outcome: 'found', realPath }
      : { source, place, outcome: 'refused', reason: distrust };
  } catch (error) {
    return { source, place, outcome: 'absent', reason: absenceReason(error, place !== candidate) };
  }
}

function absenceReason(error: unknown, wasInArchive: boolean): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM') return `this user may not read it (${code})`;
  if (code !== 'ENOENT' && code !== 'ENOTDIR') return message;
  return wasInArchive
    ? `no such file; the library must stay outside the asar archive: add "**/node_modules/${ENGINE_SOURCE.packageName}/lib/**" to asarUnpack`
    : 'no such file';
}

/** Electron's `fs` can read inside `app.asar`, the system's loader cannot: packagers unpack beside it. */
function outsideArchive(p: string): string {
  return p.replace(/\.asar(?=[\\/])/g, '.asar.unpacked');
}

function nothingFound(platform: EnginePlatform, searched: SearchedPlace[]): ImSdkError {
  const file = path.posix.basename(ENGINE_SOURCE.libraries[platform].pathInPackage);
  const places = searched.flatMap((seen) =>
    seen.outcome === 'found' ? [] : [`  - ${seen.place}: ${seen.reason}`],
  );
  const isRefused = searched.some(({ outcome }) => outcome === 'refused');
  const what = isRefused
    ? 'was found only where it may not be loaded from: correct that (see below), or run'
    : 'was not found. Run';
  return new ImSdkError(
    'ERR_IMSDK_LIBRARY_NOT_FOUND',
    `The engine library (${file} for ${platform}) ${what}: ${FETCH_COMMAND}\n` +
      `Or set libraryPath or NODE_IMSDK_LIBRARY to its absolute path. Looked at:\n${places.join('\n')}`,
  );
}

function processContext(): SearchContext {
  const { resourcesPath } = process as NodeJS.Process & { resourcesPath?: string };
  return {
    platform: enginePlatform(),
    env: process.env,
    cwd: workingFolder(),
    mainFile: require.main?.filename ?? process.argv[1],
    packageFolder: __dirname,
    resourcesPath,
    cacheFolder: engineCacheFolder,
  };
}

function workingFolder(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}
