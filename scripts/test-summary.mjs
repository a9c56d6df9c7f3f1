/**
 * The part of jest's `--json` result that is read here.
 *
 * @typedef {{ readonly fullName: string, readonly duration?: number | null }} TestCase
 * @typedef {{ readonly name: string, readonly assertionResults: readonly TestCase[] }} TestFile
 * @typedef {{
 *   readonly numPassedTests: number,
 *   readonly numFailedTests: number,
 *   readonly numPendingTests: number,
 *   readonly numTodoTests: number,
 *   readonly numRuntimeErrorTestSuites: number,
 *   readonly testResults: readonly TestFile[],
 * }} JestResult
 */

const slowMs = 5_000;
const slowestShown = 5;

/**
 * What is said after a run; the last line is `N passed, N failed`, with `, N skipped` if there were any.
 *
 * @param {JestResult} result
 * @returns {{ readonly lines: readonly string[], readonly executed: number }}
 */
export const describeRun = (result) => {
  // A file that could not be loaded has no tests to count, and must not look like a success.
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  const skipped = result.numPendingTests + result.numTodoTests;
  const executed = result.numPassedTests + failed;
  const counts = [`${result.numPassedTests} passed`, `${failed} failed`, ...(skipped ? [`${skipped} skipped`] : [])];
  const nothing = executed === 0 ? ['No test was run, and that is a failure.'] : [];
  return { lines: [...slowest(result.testResults), ...nothing, counts.join(', ')], executed };
};

/** @param {readonly TestFile[]} files */
const slowest = (files) =>
  files
    .flatMap((file) => file.assertionResults)
    .map(({ fullName, duration }) => ({ fullName, ms: duration ?? 0 }))
    .filter(({ ms }) => ms >= slowMs)
    .sort((a, b) => b.ms - a.ms)
    .slice(0, slowestShown)
    .map(({ fullName, ms }) => `slow: ${(ms / 1000).toFixed(1)} s ${fullName}`);
