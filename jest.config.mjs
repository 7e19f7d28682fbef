/** One project per folder of test/, so that each can be run alone: `npm run test:unit` and so on. */
const folders = [
  'unit',
  'types',
  'package',
  'engine',
  'process',
  'faults',
  'electron',
  'browser',
  'prebuilds',
];

const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  moduleNameMapper: {
    '^node-imsdk$': '<rootDir>/lib/index.ts',
    '^node-imsdk/interfaces$': '<rootDir>/lib/interfaces.ts',
    '^node-imsdk/(main|preload|renderer)$': '<rootDir>/lib/electron/$1.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  // What is built or packed holds a second package.json of the same name.
  modulePathIgnorePatterns: ['<rootDir>/build', '<rootDir>/cmake', '<rootDir>/coverage', '<rootDir>/dist'],
};

/** Of what is run in Electron itself there is nothing to be run elsewhere. */
const needsElectron = process.env.ELECTRON_PATH === undefined ? ['in-electron'] : [];

export default {
  testTimeout: 30_000,
  projects: folders.map((folder) => ({
    ...shared,
    displayName: folder,
    testMatch: [`<rootDir>/test/${folder}/**/*.test.ts`],
    testPathIgnorePatterns: needsElectron,
  })),
};
