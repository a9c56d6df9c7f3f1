import { readArticleText } from '../../src/compose/article-text.ts';
import { composeArticle } from '../../src/compose/compose-post.ts';
import { readPageMetadata } from '../../src/ingest/page-metadata.ts';
import { articleOf } from './article.ts';
import type { Page } from './corpus.ts';
import { findDefects } from './defects.ts';
import { countCommon, countShingles } from './rouge.ts';
import { percent, type Table } from './table.ts';

/** As in scrapinghub's article-extraction-benchmark: words as they are written, in runs of four. */
const shingleWords = 4;
const shinglesOf = (text: string) => countShingles(text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [], shingleWords);
const sumOf = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0);

const groupOf = ({ id, language }: Page): string =>
  id.startsWith('scrapinghub/') ? 'scrapinghub' : language === 'ru' ? 'ru' : `${language}, other`;

/** How well the article's text is found in a page: means of precision and recall, and their F1. */
export const measureExtraction = (pages: readonly Page[]): Table => ({
  title: 'Whole pages: the article found, 4-word shingles',
  head: ['pages', 'F1', 'precision', 'recall', 'finished, %', 'faults, %'],
  rows: [...new Set(pages.map(groupOf))].sort().map((name) => {
    const group = pages.filter((page) => groupOf(page) === name);
    const scores = group.map(({ html, text }) => {
      const [found, wanted] = [shinglesOf(readArticleText({ html, text: null })), shinglesOf(text)];
      const common = countCommon(found, wanted);
      return { precision: shareOf(common, sumOf(found)), recall: shareOf(common, sumOf(wanted)) };
    });
    const mean = (values: readonly (number | null)[]): number => {
      const counted = values.filter((value) => value !== null);
      return counted.reduce((a, b) => a + b, 0) / (counted.length || 1);
    };
    const precision = mean(scores.map((score) => score.precision));
    const recall = mean(scores.map((score) => score.recall));
    const faults = group.map(faultsOf);
    return [
      `${name} (${group.length})`,
      ...[(2 * precision * recall) / (precision + recall), precision, recall].map((value) => value.toFixed(3)),
      percent(faults.filter((kinds) => !kinds.includes('unfinished')).length / group.length),
      percent(faults.filter((kinds) => kinds.length > 0).length / group.length),
    ];
  }),
});

const shareOf = (common: number, all: number): number | null => (all === 0 ? null : common / all);

const faultsOf = ({ html, language }: Page): readonly string[] => {
  const title = readPageMetadata(html, 'https://herald.example/1').title ?? '';
  return findDefects(composeArticle(articleOf({ html, title, language })).post.summary, title);
};
