import type { EnginePlatform } from './engine-platform.js';

/** One platform's library inside the vendor's package. */
export interface EngineLibrary {
  /** Path inside the npm package, with forward slashes. */
  pathInPackage: string;
  /** Hexadecimal SHA-256 of the file. */
  sha256: string;
  /** Size of the file in bytes. */
  bytes: number;
}

/** A version of the vendor's npm package, pinned down to the bytes of each library in it. */
export interface EngineSource {
  packageName: string;
  version: string;
  /** Subresource integrity of the package's tarball, as the npm registry publishes it. */
  integrity: string;
  /** Size of the tarball in bytes: what a download's progress is measured against. */
  tarballBytes: number;
  libraries: Readonly<Record<EnginePlatform, EngineLibrary>>;
}

// One file for both processors: a universal binary.
const mac: EngineLibrary = {
  pathInPackage: 'lib/mac/Versions/A/ImSDKForMac.dylib',
  sha256: '71041081ca7d4b50ad6c9d744939b0df66dd0d82aa0e3ea0a076b5be29f0c040',
  bytes: 19_945_704,
};

/**
 * The engine that this version of node-imsdk is tested against.
 *
 * The integrity is the registry's own; the SHA-256 values were computed from the tarball that it describes.
 * Moving to another version means replacing every value here.
 */
export const ENGINE_SOURCE: EngineSource = {
  packageName: 'im_electron_sdk',
  version: '8.0.5906',
  integrity:
    'sha512-/Qz86mbM4sfxhVqGhpmTC0vEuJLOHQ9G1Xabs2DzOj5RTS+/3vUkZEzAE8uXntL7UAqP9iDg8+sB9z0pUxqmPg==',
  tarballBytes: 23_894_633,
  libraries: {
    'linux-x64': {
      pathInPackage: 'lib/linux/lib/libImSDK.so',
      sha256: 'b37b8eea54fd36877bbfd647c33abdcb634c82a7ff7c05e8141ffd80db95140d',
      bytes: 12_242_120,
    },
    'linux-arm64': {
      pathInPackage: 'lib/linux/lib/libImSDK_arm64.so',
      sha256: '17f884c3d35533591bb2bbef674608fe18aaa261f245f55e6b3b19286ec7db25',
      bytes: 11_648_320,
    },
    'win32-x64': {
      pathInPackage: 'lib/windows/lib/Win64/ImSDK.dll',
      sha256: '41b626191aa20a380fcb7e24d09917f76faadce0fe803a9545bf7e503d9247e4',
      bytes: 9_068_648,
    },
    'win32-ia32': {
      pathInPackage: 'lib/windows/lib/Win32/ImSDK.dll',
      sha256: '6380851bbce3edf627fe19222d5fcde92ac4d7035d969a393d50078d9669a535',
      bytes: 7_435_880,
    },
    'darwin-x64': mac,
    'darwin-arm64': mac,
  },
};
