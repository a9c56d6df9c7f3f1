import type { Looks, Message, Post } from '../../article/post.ts';
import { plainWording, type Wording } from '../../article/wording.ts';
import { linkForms } from './clean-link.ts';
import { cleanLine, cleanParagraphs } from './clean-text.ts';
import { cutAtSentence, cutAtWord } from './cut-text.ts';
import { markDirection } from './direction.ts';
import { fillTemplate, type Parts } from './fill-template.ts';
import { writeHashtags } from './hashtags.ts';
import { limitFor } from './limits.ts';
import { markups } from './markups.ts';
import { wordsFor } from './words.ts';

export interface RenderOptions {
  /** True: the text is the caption of a picture, whether or not the post still names one. */
  readonly picture: boolean;
  /** The channel's; without it, that of a newsroom that asked for nothing else. */
  readonly wording?: Wording;
}

/**
 * A post in the words of a channel. Never over the platform's limit, whatever the post holds: the summary gives way
 * first, then the small parts, then the headline, the link never (see `linkForms` for one that is too long by itself).
 */
export const renderMessage = (
  post: Post,
  looks: Looks,
  { picture, wording = plainWording }: RenderOptions,
): Message => {
  const markup = markups[looks];
  const words = wordsFor(post.language);
  const write = (parts: Parts): string => fillTemplate(wording.template, parts, markup.plain);
  const excessOf = (text: string): number => markup.measure(text) - limitFor(looks, picture);
  const excess = (parts: Parts): number => excessOf(write(parts));
  const asBold = (line: string): string => line && markup.bold(line);
  const asLink = (form: string): string => form && markup.link(form, words.readOn);
  const messageOf = (text: string, link: string): Message => ({
    looks,
    text,
    link,
    image: picture ? post.image : null,
    picture: null,
  });

  const forms = linkForms(post.link, wording.utm);
  const headline = markDirection(cleanLine(post.headline));
  const summary = markDirection(cleanParagraphs(post.summary));
  const small = Object.entries(smallParts(post, wording)).map(
    ([name, text]) => [name, markup.plain(markDirection(text))] as const,
  );
  let parts: Parts = { breaking: post.breaking ? markup.plain(words.breaking) : '' };

  // Nearly every message fits as it is; only one that does not is fitted part by part.
  const [best = ''] = forms;
  const whole = write({
    ...parts,
    ...Object.fromEntries(small),
    link: asLink(best),
    headline: asBold(headline),
    summary: markup.plain(summary),
  });
  if (excessOf(whole) <= 0) return messageOf(whole, best);

  const link = forms.find((form) => excess({ ...parts, link: asLink(form) }) <= 0) ?? '';
  parts = { ...parts, link: asLink(link) };
  parts = {
    ...parts,
    headline: asBold(shorten(headline, cutAtWord, (piece) => excess({ ...parts, headline: asBold(piece) }))),
  };
  for (const [name, text] of small) {
    const more = { ...parts, [name]: text };
    if (excess(more) <= 0) parts = more;
  }
  const cut = shorten(summary, cutAtSentence, (piece) => excess({ ...parts, summary: markup.plain(piece) }));
  return messageOf(write({ ...parts, summary: markup.plain(cut) }), link);
};

/** What stands where a withdrawn post can no longer be deleted; nothing of the old text is kept. */
export const renderNotice = (
  post: Post,
  looks: Looks,
  { picture, wording = plainWording }: RenderOptions,
): Message => ({
  looks,
  text: markups[looks].plain(wordsFor(post.language).withdrawn),
  link: linkForms(post.link, wording.utm)[0] ?? '',
  image: picture ? post.image : null,
  picture: null,
});

/** As one line each; the first of them is the last to give way. */
const smallParts = (post: Post, { hashtags, callToAction }: Wording): Parts => {
  const credit = cleanLine(post.credit ?? '');
  return {
    credit: credit && `${wordsFor(post.language).source} ${credit}`,
    section: cleanLine(post.section ?? ''),
    tags: writeHashtags(post, hashtags),
    callToAction: cleanLine(callToAction ?? ''),
  };
};

/** Cuts until nothing is in excess. Escaping may lengthen a text, so the written length decides. */
const shorten = (
  text: string,
  cut: (text: string, room: number) => string,
  excess: (piece: string) => number,
): string => {
  let piece = text;
  for (let over = excess(piece); over > 0 && piece !== ''; over = excess(piece)) piece = cut(text, piece.length - over);
  return piece;
};
