import path from 'node:path';

import { ImSdkError } from '../../lib/errors';
import { cachedEnginePath, engineCacheFolder, type CacheHost } from '../../lib/native/engine-cache';

function folder(host: Partial<CacheHost>): string {
  return engineCacheFolder({ platform: 'linux', env: {}, home: () => '/home/alice', ...host });
}

describe("the cache folder follows the system's convention", () => {
  test('on Linux it is ~/.cache/node-imsdk', () => {
    expect(folder({})).toBe('/home/alice/.cache/node-imsdk');
  });

  test('on Linux XDG_CACHE_HOME moves it', () => {
    expect(folder({ env: { XDG_CACHE_HOME: '/var/xdg' } })).toBe('/var/xdg/node-imsdk');
  });

  test('a relative XDG_CACHE_HOME is ignored, as its specification demands', () => {
    expect(folder({ env: { XDG_CACHE_HOME: 'xdg' } })).toBe('/home/alice/.cache/node-imsdk');
  });

  test('on macOS it is ~/Library/Caches/node-imsdk', () => {
    const home = () => '/Users/alice';
    expect(folder({ platform: 'darwin', home })).toBe('/Users/alice/Library/Caches/node-imsdk');
  });

  test('on Windows it lies in LOCALAPPDATA', () => {
    const env = { LOCALAPPDATA: 'C:\\Users\\alice\\AppData\\Local' };
    expect(folder({ platform: 'win32', env })).toBe('C:\\Users\\alice\\AppData\\Local\\node-imsdk\\Cache');
  });

  test('on Windows without LOCALAPPDATA it lies below the home folder', () => {
    const home = () => 'C:\\Users\\alice';
    expect(folder({ platform: 'win32', home })).toBe('C:\\Users\\alice\\AppData\\Local\\node-imsdk\\Cache');
  });
});

describe('NODE_IMSDK_CACHE', () => {
  test.each(['linux', 'darwin'])('decides before the convention of %s', (platform) => {
    const env = { NODE_IMSDK_CACHE: '/srv/engines', XDG_CACHE_HOME: '/var/xdg' };
    expect(folder({ platform, env })).toBe('/srv/engines');
  });

  test('may be a Windows path on Windows', () => {
    expect(folder({ platform: 'win32', env: { NODE_IMSDK_CACHE: 'D:\\engines' } })).toBe('D:\\engines');
  });

  test('is refused when it is relative', () => {
    const refused = () => folder({ env: { NODE_IMSDK_CACHE: 'engines' } });
    expect(refused).toThrow(ImSdkError);
    expect(refused).toThrow(
      expect.objectContaining({ code: 'ERR_IMSDK_INVALID_ARGUMENT', field: 'NODE_IMSDK_CACHE' }),
    );
  });

  test('counts as unset when it is empty', () => {
    expect(folder({ env: { NODE_IMSDK_CACHE: '' } })).toBe('/home/alice/.cache/node-imsdk');
  });

  test('is what a user without a home folder is told to set', () => {
    const home = () => {
      throw new Error('ENOENT: no such file or directory, uv_os_homedir');
    };
    expect(() => folder({ home })).toThrow(/no home folder.*NODE_IMSDK_CACHE/);
  });
});

describe('the place of a library in the cache', () => {
  test('names the version, so that an older engine is never taken for this one', () => {
    expect(cachedEnginePath('linux-x64', '/c')).toBe(
      path.join('/c', 'im_electron_sdk-8.0.5906', 'lib', 'linux', 'lib', 'libImSDK.so'),
    );
  });

  test('is the same for both processors of a Mac: the library is universal', () => {
    expect(cachedEnginePath('darwin-x64', '/c')).toBe(cachedEnginePath('darwin-arm64', '/c'));
  });
});
