import common from '../../jest.config.js';

/** The compose files on a real engine: no servers of the tests' own, minutes instead of seconds. */
export default {
  transform: common.transform,
  moduleNameMapper: common.moduleNameMapper,
  extensionsToTreatAsEsm: common.extensionsToTreatAsEsm,
  modulePathIgnorePatterns: common.modulePathIgnorePatterns,
  testEnvironment: 'node',
  rootDir: '../..',
  testMatch: ['<rootDir>/test/compose/**/*.spec.ts'],
  testTimeout: 120_000,
};
