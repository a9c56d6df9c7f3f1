/** "... he said.“It ...": glued to the sentence before it. */
const gluedToQuote = /(?<=\p{Ll}{2}[.!?])(?=[«“„]\p{Lu})/gu;
/** A straight mark opens a quotation where the number of those before it is even. */
const gluedStraight = /(?<=\p{Ll}{2}[.!?])"(?=\p{Lu}\p{L})/gu;
/** Somebody opened where a quotation ends, or took the other mark to end it. */
const wrongEnd = /(«[^«»]*[\p{L}\d.!?…])«(?=\s|[,.;:)]|$)/gu;
const mixedQuote = /(^|[\s(])"([^"“”„]*)”/gu;

const partStraight = (text: string): string =>
  text.replace(gluedStraight, (mark, at: number) =>
    text.slice(0, at).split('"').length % 2 === 1 ? ` ${mark}` : `${mark} `,
  );

/** A line whose quotations stand apart from the sentences around them and end with the mark of their kind. */
export const mendQuotes = (line: string): string =>
  partStraight(line).replace(wrongEnd, '$1»').replace(mixedQuote, '$1“$2”').replace(gluedToQuote, ' ');
