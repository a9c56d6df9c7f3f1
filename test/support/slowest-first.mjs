import { statSync } from 'node:fs';

/** Suites that start a browser for most of their tests take minutes, others seconds, whatever their length. */
const slowest = [/\/integration\/whatsapp[/-]/, /\/browser\//, /\/integration\//];

/** @param {{ readonly path: string }} test */
const rankOf = ({ path }) => {
  const rank = slowest.findIndex((pattern) => pattern.test(path));
  return rank === -1 ? slowest.length : rank;
};

/**
 * The order of the suites. A fresh clone has no times of an earlier run; with those that take longest first, no worker
 * is left with one of them when the other has nothing more to do.
 */
// biome-ignore lint/style/noDefaultExport: jest takes it in no other way.
export default class SlowestFirst {
  /**
   * @template {{ readonly path: string }} T
   * @param {readonly T[]} tests
   * @returns {T[]}
   */
  sort(tests) {
    const sizes = new Map(tests.map((test) => [test, statSync(test.path).size]));
    return [...tests].sort((a, b) => rankOf(a) - rankOf(b) || (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0));
  }

  cacheResults() {}

  /**
   * Nothing is remembered of an earlier run, so any may have failed.
   * @template T
   * @param {readonly T[]} tests
   */
  allFailedTests(tests) {
    return tests;
  }
}
