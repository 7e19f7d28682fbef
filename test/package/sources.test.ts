import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { packageVersion } from '../../lib/cli/package-version.js';
import { cmakePlan, gypPlan, root, type BuildPlan } from './native-build-plans.js';

/** Defines that Node.js' own gyp files add to every addon: they are about V8, OpenSSL and libuv, or off_t. */
const addedByNodeGyp =
  /^(BUILDING_NODE_EXTENSION|NODE_GYP_MODULE_NAME=|USING_|V8_|OPENSSL_|NODE_OPENSSL|__STDC_FORMAT_MACROS|_GLIBCXX_USE_CXX11_ABI=1|_LARGEFILE_SOURCE|_FILE_OFFSET_BITS=64|_DARWIN_USE_64_BIT_INODE)/;

/** Flags that decide what code comes out, as opposed to warnings, dependency files and debug information. */
const decidesCode =
  /^-(std=|O\d|f(no-)?(exceptions|rtti|visibility|PIC|strict-aliasing|fast-math|lto|sanitize))/;
/** What is the compiler's default, and so may be said by one build and left out by the other. */
const isDefault = /^-(fexceptions|frtti|fno-lto|fno-sanitize.*)$/;
const linksCode = /^(-Wl,-z,|-Wl,--version-script|-Wl,-undefined|-static)/;

const codeDefines = (plan: BuildPlan): string[] => {
  const defines = plan.defines.filter((define) => !addedByNodeGyp.test(define));
  // CMake puts NDEBUG among its Release flags instead.
  const inFlags = plan.compileFlags.filter((flag) => flag.startsWith('-D')).map((flag) => flag.slice(2));
  return [...new Set([...defines, ...inFlags])].filter((define) => !addedByNodeGyp.test(define)).sort();
};
const codeFlags = (plan: BuildPlan): string[] =>
  [...new Set(plan.compileFlags.filter((flag) => decidesCode.test(flag) && !isDefault.test(flag)))].sort();
const codeLinkFlags = (plan: BuildPlan): string[] =>
  plan.linkFlags.filter((flag) => linksCode.test(flag)).sort();

describe('the two native builds', () => {
  let folder: string;
  let gyp: BuildPlan;
  let cmake: BuildPlan;

  beforeAll(() => {
    folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'node-imsdk-plans-')));
    gyp = gypPlan(path.join(folder, 'gyp'));
    cmake = cmakePlan(path.join(folder, 'cmake'));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('compile every C++ file of src-native, and the same ones', () => {
    const present = readdirSync(path.join(root, 'src-native'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.cc'))
      .map((file) => path.posix.join('src-native', file.split(path.sep).join('/')));
    expect([...gyp.sources].sort()).toEqual(present.sort());
    expect([...cmake.sources].sort()).toEqual(present.sort());
  });

  it('define the same names, with the package’s version, Node-API 8, no external buffers and no C++ exceptions from the wrapper', () => {
    expect(codeDefines(cmake)).toEqual(codeDefines(gyp));
    expect(codeDefines(gyp)).toEqual([
      'NAPI_DISABLE_CPP_EXCEPTIONS',
      'NAPI_VERSION=8',
      'NDEBUG',
      'NODE_API_NO_EXTERNAL_BUFFERS_ALLOWED',
      'NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
      `NODE_IMSDK_VERSION=${packageVersion()}`,
    ]);
  });

  it('compile as C++17 with hidden symbols, exceptions and type information', () => {
    expect(codeFlags(cmake)).toEqual(codeFlags(gyp));
    expect(codeFlags(gyp)).toEqual(
      expect.arrayContaining(['-fvisibility-inlines-hidden', '-fvisibility=hidden', '-std=c++17']),
    );
    expect(codeFlags(gyp)).not.toContain('-fno-exceptions');
    expect(codeFlags(gyp)).not.toContain('-fno-rtti');
  });

  it('link an addon that stays mapped and exports only what Node.js looks for', () => {
    expect(codeLinkFlags(cmake)).toEqual(codeLinkFlags(gyp));
    expect(codeLinkFlags(gyp)).toEqual(['-Wl,--version-script=src-native/exports.map', '-Wl,-z,nodelete']);
  });
});
