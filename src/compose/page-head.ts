import type { Block } from './block.ts';
import { isFinished } from './sentences.ts';
import { countShared, stemsOf } from './words.ts';

/** The headline stands within so many blocks if a text repeats it. */
const within = 25;
/** A sentence this long that speaks of what the headline speaks of may be a lead, set above it. */
const ofALead = 60;
/** Fewer content words are no headline to go by. */
const fewest = 3;

const isSentence = ({ text }: Block): boolean => text.length >= ofALead && isFinished(text);

/** In a text that repeats its headline, what stands above is the page's: rubrics, slogans, the consent to cookies. */
export const dropAboveHeadline = (
  blocks: readonly Block[],
  headline: string,
  repeatsHeadline: (line: string) => boolean,
): readonly Block[] => {
  const told = stemsOf(headline);
  const at = told.size < fewest ? -1 : blocks.slice(0, within).findIndex(({ text }) => repeatsHeadline(text));
  if (at < 1 || !blocks.slice(at + 1).some(isSentence)) return blocks;
  const isLead = (block: Block): boolean => isSentence(block) && countShared(stemsOf(block.text), told) > 0;
  return blocks.slice(0, at).some(isLead) ? blocks : blocks.slice(at);
};

/** "Anna Bell: ...", "A. BELL: ...". */
const speaker = /^(?:\p{Lu}\.\s?|\p{Lu}[\p{L}’'-]+\s)\p{Lu}[\p{L}’'-]+:\s+(?=["“«„]?\p{Lu})/u;

/** A transcript without the names of those who speak; where one name stands alone, it is who said the news. */
export const dropSpeakers = (blocks: readonly Block[]): readonly Block[] =>
  blocks.filter(({ text }) => speaker.test(text)).length < 2
    ? blocks
    : blocks.map((block) => ({ ...block, text: block.text.replace(speaker, '') }));

/** "05.05 10:20 ...", "10:20 ...": of a feed, where several stand together. */
const timed = /^(?:\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?,?\s+)?\d{1,2}:\d{2}(?!\d)[\s|,–—-]+(?=\P{Ll})/u;

/** A time on a line of its own. */
const alone = /^\d{1,2}:\d{2}$/u;

/** Leaves out headlines with a time between each two of them: the latest news of a site, again. */
const dropRibbon = (blocks: readonly Block[]): readonly Block[] => {
  const times = blocks.slice(0, within).flatMap(({ text }, at) => (alone.test(text) ? [at] : []));
  const [first = -1, second = -1] = times;
  if (second - first !== 2) return blocks;
  const last = times.findLast((at, n) => n > 0 && at - times[n - 1]! === 2) ?? second;
  const isHeadline = (at: number): boolean => blocks[at] !== undefined && !isFinished(blocks[at].text);
  // Each time stands either below its headline or above it.
  const isBelow = isHeadline(first - 1);
  return blocks.filter((_, at) => at < (isBelow ? first - 1 : first) || at > (isBelow ? last : last + 1));
};

/** Leaves out lines with a time before each, one after another: the latest news of a site. */
export const dropFeed = (blocks: readonly Block[]): readonly Block[] => {
  const rest = dropTimed(dropRibbon(blocks));
  // Where they are all there is, they are the article.
  return rest.some(isSentence) ? rest : blocks;
};

const dropTimed = (blocks: readonly Block[]): readonly Block[] => {
  const isTimed = (at: number): boolean => timed.test(blocks[at]?.text ?? '');
  return blocks.filter((_, at) => !isTimed(at) || !(isTimed(at - 1) || isTimed(at + 1)));
};
