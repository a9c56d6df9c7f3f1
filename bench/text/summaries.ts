import { composeArticle } from '../../src/compose/compose-post.ts';
import { splitSentences } from '../../src/compose/sentences.ts';
import { articleOf } from './article.ts';
import { takeFirstTwo, takeFittedLead, takeTextRank } from './baselines.ts';
import type { Lead } from './corpus.ts';
import { findDefects } from './defects.ts';
import { meanRouge, scoreRouge } from './rouge.ts';
import { percent, type Table } from './table.ts';

const groups: readonly (readonly [string, (lead: Lead) => boolean])[] = [
  ['all', () => true],
  ['editor-written', ({ verbatim, truncated }) => !verbatim && !truncated],
  ...['ru', 'en', 'de', 'pl'].map((code) => [code, ({ language }: Lead) => language === code] as const),
];

const systems: readonly (readonly [string, (lead: Lead) => string])[] = [
  ['Tellal', ({ title, body, language }) => composeArticle(articleOf({ title, text: body, language })).post.summary],
  [
    'fitted lead, cleaned',
    ({ title, body }) => takeFittedLead(splitSentences(composeArticle(articleOf({ title, text: body })).body)),
  ],
  ['first two sentences', ({ body }) => takeFirstTwo(body)],
  ['TextRank', ({ body }) => takeTextRank(body)],
];

/** ROUGE of summaries against what editors wrote, ours and those of others. */
export const measureSummaries = (leads: readonly Lead[]): Table => ({
  title: 'Summaries, text given: ROUGE-1 / 2 / L against editors’ descriptions',
  head: ['system', ...groups.map(([name, has]) => `${name} (${leads.filter(has).length})`)],
  rows: systems.map(([name, summarise]) => {
    const scores = new Map(leads.map((lead) => [lead, scoreRouge(summarise(lead), lead.reference)]));
    const cells = groups.map(([, has]) =>
      meanRouge(leads.filter(has).flatMap((lead) => [scores.get(lead) ?? [0, 0, 0]]))
        .map(percent)
        .join(' / '),
    );
    return [name, ...cells];
  }),
});

/** Faults of our summaries by kind, in per cent. */
export const measureDefects = (leads: readonly Lead[]): Table => {
  const found = new Map(
    leads.map((lead) => {
      const { title, body, language } = lead;
      return [lead, findDefects(composeArticle(articleOf({ title, text: body, language })).post.summary, title)];
    }),
  );
  const shareOf = (has: (lead: Lead) => boolean, is: (kinds: readonly string[]) => boolean): string => {
    const group = leads.filter(has);
    return percent(group.filter((lead) => is(found.get(lead) ?? [])).length / (group.length || 1));
  };
  const kinds = [...new Set([...found.values()].flat())].sort();
  return {
    title: 'Summaries, text given: faults found by machine, % of articles',
    head: ['fault', ...groups.map(([name]) => name)],
    rows: [
      ...kinds.map((kind) => [kind, ...groups.map(([, has]) => shareOf(has, (all) => all.includes(kind)))]),
      ['any', ...groups.map(([, has]) => shareOf(has, (all) => all.length > 0))],
    ],
  };
};
