const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2023',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic', importSource: 'preact', throwIfNamespace: false } },
      },
      module: { type: 'es6' },
    },
  ],
};
const suite = (name) => ({
  displayName: name,
  testEnvironment: 'node',
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`, `<rootDir>/test/${name}/**/*.test.tsx`],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform,
});

export default {
  projects: ['unit', 'contract', 'integration', 'browser'].map(suite),
  testTimeout: 30_000,
  maxWorkers: 2,
};
