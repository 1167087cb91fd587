export default {
  testEnvironment: 'node',
  // Longer than any deadline of `eventually`, so that a test says what it waited for.
  testTimeout: 120_000,
  // Most of a test is waiting for a program or a broker: several files at a time even on two cores.
  maxWorkers: 3,
  // What programs say while they run buries what failed; `--silent=false` shows it.
  silent: true,
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: ['<rootDir>/{apps,libs,test}/**/*.spec.ts'],
  // Needs a Docker engine: npm run test:compose.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/compose/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  moduleNameMapper: { '^#(\\w+)$': '<rootDir>/libs/$1/src/index.ts', '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2022',
          keepClassNames: true,
        },
        module: { type: 'es6' },
      },
    ],
  },
};
