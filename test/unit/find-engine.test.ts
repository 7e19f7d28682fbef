import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { cachedEnginePath } from '../../lib/native/engine-cache';
import { findEngine, searchEngine, type SearchContext } from '../../lib/native/find-engine';

const LIBRARY_IN_PACKAGE = 'lib/linux/lib/libImSDK.so';

let root: string;
let context: SearchContext;

beforeEach(() => {
  root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'find-engine-')));
  context = {
    platform: 'linux-x64',
    env: {},
    cwd: folder('work'),
    mainFile: path.join(folder('app'), 'main.js'),
    packageFolder: folder('imsdk'),
    resourcesPath: folder('resources'),
    cacheFolder: () => path.join(root, 'cache'),
  };
});

afterEach(() => {
  fs.rmSync(root, { recursive: true, force: true });
});

function folder(...names: string[]): string {
  const made = path.join(root, ...names);
  fs.mkdirSync(made, { recursive: true });
  return made;
}

function file(...names: string[]): string {
  const made = path.join(root, ...names);
  fs.mkdirSync(path.dirname(made), { recursive: true });
  fs.writeFileSync(made, 'engine');
  return made;
}

function installIn(where: string): string {
  file(where, 'node_modules/im_electron_sdk/package.json');
  fs.writeFileSync(
    path.join(root, where, 'node_modules/im_electron_sdk/package.json'),
    JSON.stringify({ name: 'im_electron_sdk', version: '8.0.5906' }),
  );
  return file(where, 'node_modules/im_electron_sdk', LIBRARY_IN_PACKAGE);
}

function cached(): string {
  return file(path.relative(root, cachedEnginePath('linux-x64', path.join(root, 'cache'))));
}

describe('the order of the search', () => {
  test('each place is used when those before it have nothing', () => {
    const option = file('elsewhere/option.so');
    const environment = file('elsewhere/environment.so');
    const places = [
      [installIn('app'), 'installed'],
      [installIn('imsdk'), 'installed'],
      [file('resources/app.asar.unpacked/node_modules/im_electron_sdk', LIBRARY_IN_PACKAGE), 'resources'],
      [file('resources/app/node_modules/im_electron_sdk', LIBRARY_IN_PACKAGE), 'resources'],
      [file('resources/linux/lib/libImSDK.so'), 'resources'],
      [file('resources/lib/linux/lib/libImSDK.so'), 'resources'],
      [file('resources/libImSDK.so'), 'resources'],
      [cached(), 'cache'],
      [installIn('work'), 'working-folder'],
    ] as const;

    expect(
      findEngine({ libraryPath: option }, { ...context, env: { NODE_IMSDK_LIBRARY: environment } }),
    ).toEqual({ path: option, source: 'option' });
    expect(findEngine({}, { ...context, env: { NODE_IMSDK_LIBRARY: environment } })).toEqual({
      path: environment,
      source: 'environment',
    });
    for (const [library, source] of places) {
      expect(findEngine({}, context)).toEqual({ path: library, source });
      fs.rmSync(library);
    }
    expect(() => findEngine({}, context)).toThrow(
      expect.objectContaining({ code: 'ERR_IMSDK_LIBRARY_NOT_FOUND' }),
    );
  });

  test('an empty NODE_IMSDK_LIBRARY counts as unset', () => {
    const library = cached();
    expect(findEngine({}, { ...context, env: { NODE_IMSDK_LIBRARY: '' } }).path).toBe(library);
  });

  test('outside Electron and without a main file the other places still count', () => {
    const library = cached();
    const bare = { ...context, mainFile: undefined, resourcesPath: undefined, cwd: undefined };
    expect(findEngine({}, bare)).toEqual({ path: library, source: 'cache' });
  });

  test('an installed package without this platform’s library is passed over', () => {
    fs.rmSync(installIn('work'));
    expect(findEngine({}, { ...context, packageFolder: path.dirname(installIn('imsdk')) })).toMatchObject({
      source: 'installed',
    });
  });
});

describe('an explicit path', () => {
  test('that does not exist fails, even where another place has an engine', () => {
    cached();
    const libraryPath = path.join(root, 'absent.so');
    expect(() => findEngine({ libraryPath }, context)).toThrow(
      expect.objectContaining({
        code: 'ERR_IMSDK_LIBRARY_NOT_FOUND',
        field: 'libraryPath',
        message: expect.stringMatching(/absent\.so: no such file.*No other place was searched/),
      }),
    );
  });

  test('in NODE_IMSDK_LIBRARY is as final', () => {
    cached();
    const env = { NODE_IMSDK_LIBRARY: path.join(root, 'absent.so') };
    expect(() => findEngine({}, { ...context, env })).toThrow(
      expect.objectContaining({ code: 'ERR_IMSDK_LIBRARY_NOT_FOUND', field: 'NODE_IMSDK_LIBRARY' }),
    );
  });

  test.each(['libImSDK.so', './libImSDK.so', '../lib/libImSDK.so', ''])(
    'that is relative (%j) is refused',
    (libraryPath) => {
      expect(() => findEngine({ libraryPath }, context)).toThrow(
        expect.objectContaining({
          code: 'ERR_IMSDK_INVALID_ARGUMENT',
          field: 'libraryPath',
          message: expect.stringMatching(/Pass an absolute path/),
        }),
      );
    },
  );

  test('relative in NODE_IMSDK_LIBRARY is refused', () => {
    const env = { NODE_IMSDK_LIBRARY: 'lib/libImSDK.so' };
    expect(() => findEngine({}, { ...context, env })).toThrow(
      expect.objectContaining({ code: 'ERR_IMSDK_INVALID_ARGUMENT', field: 'NODE_IMSDK_LIBRARY' }),
    );
  });

  test('that is a folder is not an engine', () => {
    expect(() => findEngine({ libraryPath: folder('dir') }, context)).toThrow(/dir: this is not a file/);
  });

  test('that every user may write to is refused', () => {
    const libraryPath = file('open/libImSDK.so');
    fs.chmodSync(path.dirname(libraryPath), 0o777);
    expect(() => findEngine({ libraryPath }, context)).toThrow(
      expect.objectContaining({
        code: 'ERR_IMSDK_LIBRARY_UNUSABLE',
        message: expect.stringMatching(/every user of this machine may write to the folder/),
      }),
    );
  });

  test('that is a symbolic link gives what the link leads to', () => {
    const target = file('private/libImSDK.so.8');
    const link = path.join(root, 'link.so');
    fs.symlinkSync(target, link);
    expect(findEngine({ libraryPath: link }, context).path).toBe(target);
  });

  test('into app.asar stands for app.asar.unpacked', () => {
    const unpacked = file('app.asar.unpacked/native/libImSDK.so');
    const libraryPath = path.join(root, 'app.asar', 'native', 'libImSDK.so');
    expect(findEngine({ libraryPath }, context).path).toBe(unpacked);
  });
});

test('an engine installed inside app.asar is loaded from app.asar.unpacked', () => {
  // What Electron's patched file system shows as a folder is one here.
  installIn('resources/app.asar');
  const unpacked = file('resources/app.asar.unpacked/node_modules/im_electron_sdk', LIBRARY_IN_PACKAGE);
  const packed = { ...context, packageFolder: folder('resources/app.asar/node_modules/node-imsdk/dist') };
  expect(findEngine({}, packed)).toEqual({ path: unpacked, source: 'installed' });
});

test('an engine left inside app.asar is explained', () => {
  installIn('resources/app.asar');
  const packed = { ...context, packageFolder: folder('resources/app.asar/node_modules/node-imsdk/dist') };
  expect(() => findEngine({}, packed)).toThrow(/outside the asar archive: add .* to asarUnpack/);
});

describe('a library that every user may have put there', () => {
  test('is passed over in favour of the next place, and the reason is kept', () => {
    const planted = installIn('app');
    fs.chmodSync(path.join(root, 'app'), 0o777);
    const library = cached();
    const search = searchEngine({}, context);
    expect(search.found).toEqual({ path: library, source: 'cache' });
    expect(search.searched).toContainEqual({
      source: 'installed',
      place: planted,
      outcome: 'refused',
      reason: expect.stringContaining('every user of this machine may write to'),
    });
  });

  test('is not called missing when it is the only one', () => {
    const planted = installIn('work');
    fs.chmodSync(path.join(root, 'work'), 0o777);
    expect(() => findEngine({}, context)).toThrow(
      new RegExp(`found only where it may not be loaded from[^]*${planted}: every user`),
    );
  });
});

describe('a failed search', () => {
  test('lists each place looked at and the command that fixes it', () => {
    const { failure, searched } = searchEngine({}, context);
    expect(failure).toMatchObject({ code: 'ERR_IMSDK_LIBRARY_NOT_FOUND' });
    const { message } = failure!;
    expect(message).toContain('npx node-imsdk fetch-sdk');
    for (const place of [
      `package im_electron_sdk from the working folder ${path.join(root, 'work')}`,
      `package im_electron_sdk from the main file ${path.join(root, 'app')}`,
      `package im_electron_sdk from this package ${path.join(root, 'imsdk')}`,
      path.join(root, 'resources/app.asar.unpacked/node_modules/im_electron_sdk', LIBRARY_IN_PACKAGE),
      path.join(root, 'resources/libImSDK.so'),
      cachedEnginePath('linux-x64', path.join(root, 'cache')),
    ]) {
      expect(message).toContain(place);
    }
    expect(searched.map(({ outcome }) => outcome)).toEqual(searched.map(() => 'absent'));
  });

  test('says so where the place exists and this user may not look into it', () => {
    const library = cached();
    const lstat = fs.lstatSync;
    jest.spyOn(fs, 'lstatSync').mockImplementation((p: fs.PathLike) => {
      if (p !== library) return lstat(p);
      throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    });
    try {
      expect(() => findEngine({}, context)).toThrow(/this user may not read it \(EACCES\)/);
    } finally {
      jest.restoreAllMocks();
    }
  });
});
