// `<T>(x) => x` is a generic function in a .ts file and a tag in a .tsx file: each needs its own parser.
const compile = (tsx) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', tsx },
      transform: { react: { runtime: 'automatic', importSource: 'preact', throwIfNamespace: false } },
    },
    module: { type: 'es6' },
  },
];

const suite = (name) => ({
  displayName: name,
  testEnvironment: 'node',
  testMatch: [`<rootDir>/test/${name}/**/*.test.{ts,tsx}`],
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.ts$': compile(false), '^.+\\.tsx$': compile(true) },
});

export default {
  projects: ['unit', 'contract', 'integration', 'browser'].map(suite),
  testTimeout: 60_000,
  maxWorkers: 2,
  testSequencer: '<rootDir>/test/support/slowest-first.mjs',
};
