import type { Block } from './block.ts';
import { readMarkup } from './markup.ts';
import { readAttributes, readMeta } from './page-names.ts';
import { toHeadline } from './plain-text.ts';
import { isFinished, splitSentences } from './sentences.ts';
import { isGoodStart } from './summary.ts';

/** UTF-16 units: descriptions stand in the head of a page. */
const searched = 200_000;
/** The best first. */
const names = ['og:description', 'description', 'twitter:description'];
const cutOff = /(?:…|\.{3})$/u;

const findDescription = (html: string): string => {
  const said = new Map<string, string>();
  for (const token of readMarkup(html.slice(0, searched))) {
    if (token.kind !== 'open' || token.name !== 'meta') continue;
    const { name, content } = readMeta(readAttributes(token.attributes));
    if (content !== '' && !said.has(name)) said.set(name, content);
  }
  return names.map((name) => said.get(name)).find((text) => text !== undefined) ?? '';
};

/** What a page says of itself to those who share it: whole sentences, for many a site cuts its descriptions off. */
export const readDescription = (html: string): readonly Block[] => {
  const sentences = splitSentences(toHeadline(findDescription(html))).filter(
    (sentence) => isFinished(sentence) && !cutOff.test(sentence),
  );
  return isGoodStart(sentences[0] ?? '') ? sentences.map((text) => ({ text, heading: false, linked: 0 })) : [];
};
