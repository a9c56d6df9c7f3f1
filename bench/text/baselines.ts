import { wordsOf } from './rouge.ts';

const fitted = 280;
const segmenter = new Intl.Segmenter('ru', { granularity: 'sentence' });

/** Sentences as the runtime splits them, paragraph by paragraph. */
export const splitPlainly = (text: string): readonly string[] =>
  text
    .split(/\n+/)
    .flatMap((paragraph) => [...segmenter.segment(paragraph)].map(({ segment }) => segment.trim()))
    .filter((sentence) => sentence !== '');

/** The first two sentences of a text as it comes. */
export const takeFirstTwo = (text: string): string => splitPlainly(text).slice(0, 2).join(' ');

/** The first sentences that fit; of cleaned ones this is the lead that summaries are measured against. */
export const takeFittedLead = (sentences: readonly string[]): string => {
  let lead = sentences[0] ?? '';
  for (const sentence of sentences.slice(1)) {
    if (lead.length + 1 + sentence.length > fitted) break;
    lead += ` ${sentence}`;
  }
  return lead;
};

const mostSentences = 60;
const damping = 0.85;
const rounds = 30;

/** TextRank (Mihalcea and Tarau, 2004): the sentences that are most like all others, in the order of the text. */
export const takeTextRank = (text: string): string => {
  const sentences = splitPlainly(text).slice(0, mostSentences);
  const words = sentences.map((sentence) => new Set(wordsOf(sentence)));
  const likeness = words.map((one, at) => words.map((other, to) => (at === to ? 0 : likenessOf(one, other))));
  const outgoing = likeness.map((row) => row.reduce((sum, value) => sum + value, 0));
  let ranks = sentences.map(() => 1);
  for (let round = 0; round < rounds; round += 1)
    ranks = sentences.map((_, to) => {
      const incoming = ranks.reduce(
        (sum, rank, from) => sum + (outgoing[from] ? (rank * (likeness[from]?.[to] ?? 0)) / outgoing[from] : 0),
        0,
      );
      return 1 - damping + damping * incoming;
    });
  const best = [...sentences.keys()].sort((a, b) => (ranks[b] ?? 0) - (ranks[a] ?? 0));
  const taken: number[] = [];
  let length = 0;
  for (const at of best) {
    const size = (sentences[at]?.length ?? 0) + 1;
    if (taken.length > 0 && length + size > fitted + 1) continue;
    taken.push(at);
    length += size;
  }
  return taken
    .sort((a, b) => a - b)
    .map((at) => sentences[at])
    .join(' ');
};

const likenessOf = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  if (one.size < 2 || other.size < 2) return 0;
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / (Math.log(one.size) + Math.log(other.size));
};
