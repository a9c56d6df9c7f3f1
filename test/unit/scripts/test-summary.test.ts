import { describe, expect, it } from '@jest/globals';
import { describeRun } from '../../../scripts/test-summary.mjs';

const result = (counts: object = {}, durations: readonly number[] = []) => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  testResults: [
    { name: 'a.test.ts', assertionResults: durations.map((duration) => ({ fullName: `of ${duration}`, duration })) },
  ],
  ...counts,
});

describe('what is said after the tests', () => {
  it('ends with what passed and what failed', () => {
    expect(describeRun(result({ numPassedTests: 12, numFailedTests: 3 }))).toEqual({
      lines: ['12 passed, 3 failed'],
      executed: 15,
    });
  });

  it('names skipped tests only if there are any', () => {
    const { lines } = describeRun(result({ numPassedTests: 1, numPendingTests: 2, numTodoTests: 1 }));
    expect(lines).toEqual(['1 passed, 0 failed, 3 skipped']);
  });

  it('counts a file that could not be loaded as a failure', () => {
    const { lines } = describeRun(result({ numPassedTests: 4, numRuntimeErrorTestSuites: 1 }));
    expect(lines).toEqual(['4 passed, 1 failed']);
  });

  it('says so when no test was run', () => {
    expect(describeRun(result({ numPendingTests: 7 }))).toEqual({
      lines: ['No test was run, and that is a failure.', '0 passed, 0 failed, 7 skipped'],
      executed: 0,
    });
  });

  it('names the five slowest of the slow tests before that', () => {
    const durations = [6_100, 40, 9_000, 5_000, 7_000, 5_500, 5_200];
    expect(describeRun(result({ numPassedTests: 7 }, durations)).lines).toEqual([
      'slow: 9.0 s of 9000',
      'slow: 7.0 s of 7000',
      'slow: 6.1 s of 6100',
      'slow: 5.5 s of 5500',
      'slow: 5.2 s of 5200',
      '7 passed, 0 failed',
    ]);
  });
});
