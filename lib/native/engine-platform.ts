import { closeSync, openSync, readSync } from 'node:fs';

import { ImSdkError } from '../errors.js';

/** A platform for which Tencent ships the engine, as `<process.platform>-<process.arch>`. */
export type EnginePlatform =
  'linux-x64' | 'linux-arm64' | 'win32-x64' | 'win32-ia32' | 'darwin-x64' | 'darwin-arm64';

/** Every platform of the pinned engine package. */
export const ENGINE_PLATFORMS: readonly EnginePlatform[] = [
  'linux-x64',
  'linux-arm64',
  'win32-x64',
  'win32-ia32',
  'darwin-x64',
  'darwin-arm64',
];

/** What decides which engine file fits: injectable, so that every platform's answer can be tested on one. */
export interface HostPlatform {
  platform: string;
  arch: string;
  /** True where the C library is musl (Alpine): the engine is linked against glibc and cannot be loaded. */
  musl: boolean;
}

/**
 * The platform that the engine must fit.
 *
 * @throws ImSdkError `ERR_IMSDK_LIBRARY_NOT_FOUND` where there is no engine for this system: musl, or a
 *   platform that Tencent does not build for. The message names the system and what exists.
 */
export function enginePlatform(host: HostPlatform = hostPlatform()): EnginePlatform {
  const name = `${host.platform}-${host.arch}`;
  if (host.platform === 'linux' && host.musl) {
    throw new ImSdkError(
      'ERR_IMSDK_LIBRARY_NOT_FOUND',
      `The engine cannot be loaded on ${name} with musl libc (Alpine Linux): Tencent builds it for glibc only. ` +
        'Use a glibc system, such as the node:20-slim image instead of node:20-alpine.',
    );
  }
  if (isEnginePlatform(name)) return name;
  throw new ImSdkError(
    'ERR_IMSDK_LIBRARY_NOT_FOUND',
    `There is no engine for ${name}. Tencent builds it for ${ENGINE_PLATFORMS.join(', ')} (Linux: glibc).`,
  );
}

/** Whether a string names a platform that the engine exists for. */
export function isEnginePlatform(name: string): name is EnginePlatform {
  return (ENGINE_PLATFORMS as readonly string[]).includes(name);
}

/** The system that this process runs on. */
export function hostPlatform(): HostPlatform {
  return { platform: process.platform, arch: process.arch, musl: isMusl() };
}

/**
 * Whether this process runs on musl. The executable names its dynamic loader in its first page; Node's diagnostic
 * report, which tells it too, takes several milliseconds to make.
 */
function isMusl(): boolean {
  if (process.platform !== 'linux') return false;
  const loader = /\/ld-(musl|linux)[\w.-]*\.so/.exec(firstPageOf(process.execPath))?.[1];
  return loader === undefined ? glibcVersion() === undefined : loader === 'musl';
}

/** As Latin-1; `''` where it cannot be read. */
function firstPageOf(filePath: string): string {
  let file: number | undefined;
  try {
    file = openSync(filePath, 'r');
    const page = Buffer.alloc(4096);
    return page.toString('latin1', 0, readSync(file, page, 0, page.length, 0));
  } catch {
    return '';
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/**
 * The version of glibc that this process uses, such as `2.36`; undefined on musl and outside Linux.
 * Node's diagnostic report names it where there is one.
 */
export function glibcVersion(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  const report = process.report as typeof process.report & { excludeNetwork?: boolean };
  // The report looks up the name of every open connection's peer unless told not to: that can block for seconds.
  const before = report.excludeNetwork;
  report.excludeNetwork = true;
  try {
    const { header } = report.getReport() as unknown as { header?: { glibcVersionRuntime?: string } };
    return header?.glibcVersionRuntime;
  } finally {
    if (before === undefined) delete report.excludeNetwork;
    else report.excludeNetwork = before;
  }
}
