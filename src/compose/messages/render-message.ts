import type { Looks, Message, Post } from '../../article/post.ts';
import { linkForms } from './clean-link.ts';
import { cleanLine, cleanParagraphs } from './clean-text.ts';
import { cutAtSentence, cutAtWord } from './cut-text.ts';
import { markDirection } from './direction.ts';
import { limitFor } from './limits.ts';
import { markups } from './markups.ts';
import { wordsFor } from './words.ts';

export interface RenderOptions {
  /** True: the text is the caption of a picture, whether or not the post still names one. */
  readonly picture: boolean;
}

/**
 * The default template: a mark if it is breaking, the headline in bold, the summary, the link. Never over the platform's
 * limit, whatever the post holds: the summary gives way first, then the headline, the link never (see `linkForms` for
 * one that is too long by itself).
 */
export const renderMessage = (post: Post, looks: Looks, { picture }: RenderOptions): Message => {
  const markup = markups[looks];
  const words = wordsFor(post.language);
  const mark = post.breaking ? markup.plain(words.breaking) : '';
  const excess = (text: string): number => markup.measure(text) - limitFor(looks, picture);

  const writeLink = (form: string): string => markup.link(form, words.readOn);
  const link = linkForms(post.link).find((form) => excess(joinParts('\n\n', [mark, writeLink(form)])) <= 0) ?? '';
  const tail = link && writeLink(link);

  const write = (headline: string, summary: string): string =>
    joinParts('\n\n', [
      joinParts('\n', [mark, headline && markup.bold(headline)]),
      summary && markup.plain(summary),
      tail,
    ]);
  const headline = shorten(markDirection(cleanLine(post.headline)), cutAtWord, (piece) => excess(write(piece, '')));
  const summary = shorten(markDirection(cleanParagraphs(post.summary)), cutAtSentence, (piece) =>
    excess(write(headline, piece)),
  );
  return { looks, text: write(headline, summary), link, image: picture ? post.image : null, picture: null };
};

/** What stands where a withdrawn post can no longer be deleted; nothing of the old text is kept. */
export const renderNotice = (post: Post, looks: Looks, { picture }: RenderOptions): Message => ({
  looks,
  text: markups[looks].plain(wordsFor(post.language).withdrawn),
  link: linkForms(post.link)[0] ?? '',
  image: picture ? post.image : null,
  picture: null,
});

const joinParts = (separator: string, parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(separator);

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
