import { describe, expect, it } from '@jest/globals';
import { isVerbless } from '../../../src/compose/verbless.ts';

describe('a line without a verb', () => {
  it.each([
    'The new bridge near the old harbour.',
    'Farmers staging a protest march in the town on Wednesday.',
    'Anna Bell on the bridge at dawn.',
  ])('is a caption: %s', (line) => {
    expect(isVerbless(line)).toBe(true);
  });

  it.each([
    'The new bridge opens on Monday.',
    'Two men die in a crash near the bridge.',
    'Farmers staging a protest march in the town were arrested.',
    'A row involving the mayor looks like it is at an end.',
    'Farmers want more from the city.',
    'The police chief quit on Monday.',
    'Some scientists develop a drug for the disease.',
    'Listen to the third part of our series on bridges.',
    'Die Stadt investiert weitere Millionen in seine Fabrik in Spring Hill.',
  ])('is not: %s', (line) => {
    expect(isVerbless(line)).toBe(false);
  });
});
