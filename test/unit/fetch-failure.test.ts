import { fetchFailure, withoutCredentials } from '../../lib/native/fetch/fetch-failure';
import type { NpmOptions } from '../../lib/native/fetch/npm-config';
import { ENGINE_SOURCE } from '../../lib/native/engine-source';

const npm: NpmOptions = {
  registry: 'https://user:secret@registry.example/npm/',
  cache: '/home/alice/.npm/_cacache',
  offline: false,
};

function explained(error: Error, settings: NpmOptions | undefined = npm): string {
  const failure = fetchFailure(error, { source: ENGINE_SOURCE, cacheFolder: '/cache', npm: settings });
  expect(failure.code).toBe('ERR_IMSDK_FETCH_FAILED');
  expect(failure.cause).toBe(error);
  return failure.message;
}

function failing(code: string, message = 'it failed', more: object = {}): Error & { code: string } {
  return Object.assign(new Error(message), { code, ...more });
}

const explanations: [Error & { code: string }, RegExp][] = [
  [
    failing('ENOSPC', 'no space', { path: '/cache/staging' }),
    /no room on the disk \(ENOSPC at \/cache\/staging\).*Up to 60 MB are needed in \/cache \(NODE_IMSDK_CACHE moves it\).*\.npm\/_cacache \(npm_config_cache/,
  ],
  [
    failing('EACCES', 'denied', { path: '/home/alice/.npm/_cacache/tmp' }),
    /cannot be written \(EACCES at \/home\/alice\/\.npm.*NODE_IMSDK_CACHE.*npm_config_cache/,
  ],
  [failing('EROFS'), /cannot be written \(EROFS\)/],
  [failing('E401'), /refused access \(E401\).*\.npmrc/],
  [failing('E403'), /refused access \(E403\).*\.npmrc/],
  [failing('E407'), /proxy .*refused the request/],
  [failing('ETARGET'), /does not have it \(ETARGET\).*npm config get registry/],
  [
    failing('ENOTFOUND', 'getaddrinfo ENOTFOUND registry.example'),
    /cannot be reached.*ENOTFOUND.*NODE_IMSDK_LIBRARY/,
  ],
  [failing('SELF_SIGNED_CERT_IN_CHAIN'), /certificate .* not trusted.*npm config set cafile/],
  [failing('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), /certificate .* not trusted/],
  [failing('E502', 'bad gateway', { statusCode: 502 }), /answered 502/],
  [failing('ESOMETHING', 'odd'), /failed: ESOMETHING: odd\. Run it again/],
];

test.each(explanations.map(([error, message]) => ({ code: error.code, error, message })))(
  '$code is explained, with what to do next',
  ({ error, message }) => {
    expect(explained(error)).toMatch(message);
  },
);

test('settings of npm that cannot be read are named as the reason', () => {
  const failure = fetchFailure(new Error('bad .npmrc'), { source: ENGINE_SOURCE, cacheFolder: '/cache' });
  expect(failure.message).toMatch(/npm's settings cannot be read \(bad \.npmrc\).*\.npmrc/);
});

test('the password of a registry is never repeated', () => {
  for (const code of ['E404', 'E401', 'EINTEGRITY', 'ECONNRESET', 'CERT_HAS_EXPIRED']) {
    const error = failing(code, `request to ${npm.registry}im_electron_sdk failed`);
    expect(explained(error)).not.toMatch(/secret/);
  }
});

test.each([
  ['https://user:secret@host/path', 'https://host/path'],
  ['https://host/path', 'https://host/path'],
  ['//user:secret@host:port', '//host:port'],
  ['nonsense', 'nonsense'],
])('%s is shown as %s', (url, shown) => {
  expect(withoutCredentials(url)).toBe(shown);
});

test('what is thrown without being an error is still explained', () => {
  const failure = fetchFailure('odd', { source: ENGINE_SOURCE, cacheFolder: '/cache', npm });
  expect(failure.message).toMatch(/failed: odd\./);
});
