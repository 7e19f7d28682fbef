import { ImSdkError } from '../../errors.js';
import type { EngineSource } from '../engine-source.js';
import type { NpmOptions } from './npm-config.js';

/** What an explanation of a failed fetch needs to know. */
export interface FetchCircumstances {
  source: EngineSource;
  cacheFolder: string;
  /** Absent where reading npm's settings is what failed. */
  npm?: NpmOptions;
}

interface NpmError extends NodeJS.ErrnoException {
  statusCode?: number;
  /** With EINTEGRITY: what arrived. */
  found?: unknown;
}

/**
 * Turns whatever stopped a fetch into one `ERR_IMSDK_FETCH_FAILED` that says what happened and what to do.
 * `cause` keeps the original.
 */
export function fetchFailure(cause: unknown, circumstances: FetchCircumstances): ImSdkError {
  const { source } = circumstances;
  const { what, next } = explain(toNpmError(cause), circumstances);
  return new ImSdkError(
    'ERR_IMSDK_FETCH_FAILED',
    `Fetching the engine (${source.packageName}@${source.version}) failed: ${what}. ${next}`,
    { cause },
  );
}

interface Explanation {
  what: string;
  next: string;
}

const NETWORK_CODES = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ECONNECTIONTIMEOUT',
  'EIDLETIMEOUT',
  'ERESPONSETIMEOUT',
  'ETRANSFERTIMEOUT',
  'ERR_SOCKET_TIMEOUT',
  'ERR_STREAM_PREMATURE_CLOSE',
  'EBADSIZE',
]);

const CREDENTIALS = /\/\/[^/\s]*@/g;
const CERTIFICATE_CODE = /CERT|UNABLE_TO_|SELF_SIGNED|ERR_TLS_|ERR_SSL_|EPROTO/;

/** Whether an error means that the network failed, as opposed to what was asked for or the disk. */
export function isNetworkFailure(error: unknown): boolean {
  return NETWORK_CODES.has(toNpmError(error).code ?? '');
}

function toNpmError(cause: unknown): NpmError {
  return cause instanceof Error ? cause : new Error(String(cause));
}

function explain(error: NpmError, { source, cacheFolder, npm }: FetchCircumstances): Explanation {
  const { code = '', message } = error;
  const registry = npm ? withoutCredentials(npm.registry) : 'the registry';
  const proxy = npm?.httpsProxy ?? npm?.proxy ?? proxyOfEnvironment();

  switch (code) {
    case 'EINTEGRITY':
      return {
        what: `what ${registry} sent is not the package that was pinned: its checksum is ${String(error.found)}, not ${source.integrity}`,
        next:
          'Nothing was kept. A mirror or proxy alters or truncates packages: try again, ' +
          'or with another registry (npm_config_registry=https://...).',
      };
    case 'ENOTCACHED':
      return {
        what: "npm's offline setting is on, and npm's cache does not hold the package",
        next: 'Run it once with npm_config_offline=false, or set NODE_IMSDK_LIBRARY to a library that you have.',
      };
    case 'E404':
    case 'ETARGET':
    case 'ENOVERSIONS':
      return {
        what: `${registry} does not have it (${code})`,
        next: 'Check `npm config get registry`, or use another one: npm_config_registry=https://...',
      };
    case 'E401':
    case 'E403':
      return {
        what: `${registry} refused access (${code})`,
        next: 'Check the credentials for this registry in .npmrc (`npm login`), or use another registry.',
      };
    case 'E407':
    case 'EINVALIDPROXY':
      return {
        what: `the proxy ${withoutCredentials(proxy ?? '')} refused the request (${code})`,
        next: "Check npm's proxy and https-proxy settings, or HTTPS_PROXY, including user and password.",
      };
    case 'ENOSPC':
    case 'EDQUOT':
      return {
        what: `there is no room on the disk (${code}${atPath(error)})`,
        next:
          `Up to 60 MB are needed in ${cacheFolder} (NODE_IMSDK_CACHE moves it) and ` +
          `${megabytes(source.tarballBytes)} in npm's cache ${npm?.cache ?? ''} (npm_config_cache moves it).`,
      };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
      return {
        what: `a folder cannot be written (${code}${atPath(error)})`,
        next:
          `The engine is kept in ${cacheFolder} (NODE_IMSDK_CACHE moves it) and passes through npm's cache ` +
          `${npm?.cache ?? ''} (npm_config_cache moves it).`,
      };
  }
  if (error.statusCode !== undefined && error.statusCode >= 500) {
    return {
      what: `${registry} answered ${error.statusCode}`,
      next: 'Try again later, or use another registry.',
    };
  }
  if (NETWORK_CODES.has(code)) {
    return {
      what: proxy
        ? `${registry} cannot be reached through the proxy ${withoutCredentials(proxy)} (${code}: ${firstLine(message)})`
        : `${registry} cannot be reached, or the connection broke (${code}: ${firstLine(message)})`,
      next: proxy
        ? "Check npm's proxy, https-proxy and noproxy settings, and HTTPS_PROXY and NO_PROXY."
        : 'Check the network, and whether npm needs a proxy here (npm config set https-proxy ...); then run it ' +
          'again. Without a network, copy the library from another machine and set NODE_IMSDK_LIBRARY to it.',
    };
  }
  if (CERTIFICATE_CODE.test(code)) {
    return {
      what: `the certificate of ${registry} is not trusted (${code}: ${firstLine(message)})`,
      next: 'Behind a proxy that inspects TLS, give its certificate with `npm config set cafile` or NODE_EXTRA_CA_CERTS.',
    };
  }
  if (npm === undefined) {
    return {
      what: `npm's settings cannot be read (${firstLine(message)})`,
      next: 'Check your .npmrc files.',
    };
  }
  return {
    what: `${code ? `${code}: ` : ''}${firstLine(message)}`,
    next: 'Run it again; if it stays so, set NODE_IMSDK_LIBRARY to a library that you have.',
  };
}

/** npm's libraries heed these too, and npm's own settings do not show them. */
function proxyOfEnvironment(): string | undefined {
  const { env } = process;
  return env['HTTPS_PROXY'] ?? env['https_proxy'] ?? env['HTTP_PROXY'] ?? env['http_proxy'];
}

/** Registry and proxy URLs may carry a password, which no message may repeat. */
export function withoutCredentials(url: string): string {
  try {
    const parsed = new URL(url);
    if (parsed.username || parsed.password) {
      parsed.username = '';
      parsed.password = '';
      return parsed.href;
    }
    return url;
  } catch {
    // Not a URL: only an explanation of what was set.
    return url.replace(CREDENTIALS, '//');
  }
}

/** Bytes in megabytes, as download sizes are given. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function firstLine(message: string): string {
  const line = (message.split('\n', 1)[0] ?? '').replace(/\.$/, '');
  return line.replace(CREDENTIALS, '//');
}

function atPath(error: NpmError): string {
  return error.path ? ` at ${error.path}` : '';
}
