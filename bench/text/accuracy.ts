import { composePost } from '../../src/compose/compose-post.ts';
import { splitSentences } from '../../src/compose/sentences.ts';
import { articleOf } from './article.ts';
import { splitPlainly } from './baselines.ts';
import type { Lead } from './corpus.ts';
import { labelledParagraphs } from './labelled-sentences.ts';
import { labelledTexts } from './labelled-texts.ts';
import { percent, type Table } from './table.ts';

const mark = '|';

/** F1 of sentence ends inside a paragraph, for the paragraphs of one language. */
const scoreEnds = (paragraphs: readonly string[], split: (text: string) => readonly string[]): number => {
  let [right, found, wanted] = [0, 0, 0];
  for (const paragraph of paragraphs) {
    const ends = endsOf(paragraph.split(mark));
    const ours = endsOf(split(paragraph.replaceAll(mark, ' ')));
    wanted += ends.size;
    found += ours.size;
    right += [...ours].filter((end) => ends.has(end)).length;
  }
  return (2 * right) / (found + wanted || 1);
};

/** Counted without spaces, which splitting may drop. */
const endsOf = (sentences: readonly string[]): ReadonlySet<number> => {
  const ends = new Set<number>();
  let at = 0;
  for (const sentence of sentences.slice(0, -1)) {
    at += sentence.replace(/\s/g, '').length;
    ends.add(at);
  }
  return ends;
};

/** Sentence ends in paragraphs written for this bench. */
export const measureSentences = (): Table => ({
  title: 'Sentence ends in paragraphs written for this bench, F1',
  head: ['language', 'Tellal', 'Intl.Segmenter'],
  rows: Object.entries(labelledParagraphs).map(([language, paragraphs]) => [
    `${language} (${paragraphs.length})`,
    scoreEnds(paragraphs, splitSentences).toFixed(3),
    scoreEnds(paragraphs, splitPlainly).toFixed(3),
  ]),
});

const told = (title: string, text: string | null): string => composePost(articleOf({ title, text })).language;

/** The language that is told when nobody declares one. */
export const measureLanguages = (leads: readonly Lead[]): Table => {
  const shareRight = (texts: readonly (readonly [string, string | null])[], language: string): string =>
    texts.length === 0
      ? ''
      : percent(texts.filter(([title, text]) => told(title, text) === language).length / texts.length);
  const languages = [...new Set([...Object.keys(labelledTexts), 'de', 'pl'])];
  return {
    title: 'Language told without a declaration, % right',
    head: ['language', 'articles of the corpus', 'headlines of this bench'],
    rows: languages.map((language) => {
      const group = leads.filter((lead) => lead.language === language);
      const own = labelledTexts[language] ?? [];
      return [
        language,
        group.length === 0
          ? ''
          : `${shareRight(
              group.map(({ title, body }) => [title, body]),
              language,
            )} (${group.length})`,
        own.length === 0
          ? ''
          : `${shareRight(
              own.map((title) => [title, null]),
              language,
            )} (${own.length})`,
      ];
    }),
  };
};
