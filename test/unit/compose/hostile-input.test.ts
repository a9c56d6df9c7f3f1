import { describe, expect, it } from '@jest/globals';
import { composePost } from '../../../src/compose/compose-post.ts';
import { articleWith } from '../../support/article-words.ts';

const lead = 'Мост длиной 600 метров связал два берега, движение по нему началось утром.';
const page = (body: string): string => `<!doctype html><html><body>${body}`;

describe('composePost of hostile input', () => {
  it.each([
    ['a page 5,000 elements deep', page(`${'<div>'.repeat(5_000)}<p>${lead}</p>`)],
    ['a fragment 5,000 elements deep', `${'<div>'.repeat(5_000)}${lead}${'</div>'.repeat(5_000)}`],
    ['20,000 links that are never closed', page(`${'<a href="#">и '.repeat(20_000)}<p>${lead}`)],
    ['100,000 paragraphs', page(`<p>${lead}</p>`.repeat(100_000))],
    ['100,000 empty paragraphs', page(`${'<p>'.repeat(100_000)}${lead}`)],
    ['five megabytes in one paragraph', page(`<p>${`${lead} `.repeat(36_000)}`)],
    ['a hundred thousand attributes', page(`<p ${'data-a="1" '.repeat(100_000)}>${lead}`)],
    ['an aside that is never closed', `<aside>Ещё<p>${lead}`],
  ])('finds the lead in %s', (_, html) => {
    expect(composePost(articleWith({ html })).summary).toContain(lead);
  });

  it.each([
    ['tags that never end', '<a "'.repeat(1_000_000)],
    ['comments that never end', '<!--'.repeat(1_000_000)],
    ['scripts that never end', '<script></script'.repeat(200_000)],
    ['nothing but brackets', '<'.repeat(1_000_000)],
  ])('has nothing to say of %s', (_, html) => {
    expect(composePost(articleWith({ html }))).toMatchObject({ summary: '', confidence: 0 });
  });

  it('cuts a sentence of five megabytes at a word', () => {
    const { summary } = composePost(articleWith({ text: 'Мост строили очень долго '.repeat(200_000) }));
    expect(summary.length).toBeLessThanOrEqual(420);
    expect(summary).toMatch(/\p{L}…$/u);
  });
});
