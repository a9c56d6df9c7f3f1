import type { Block } from './block.ts';
import { toPlainText } from './plain-text.ts';

const maxCharacters = 200_000;
/** What follows an end mark in brackets or in capitals signs the sentence: "... done. (AGENCY)", "... done. VIDEO". */
const endsSentence = /[.!?…:;]["»”’')\]]*(?:\s*\([^()]{2,60}\)|\s+\p{Lu}{4,})*$/u;
/** A line this long that ends in mid-sentence was broken by a mail program or an editor, not by its author. */
const wrapLength = 50;

const longest = 100;

/** The blocks of a plain text: one a line, hard-wrapped lines joined again. */
export const readTextBlocks = (text: string): readonly Block[] => {
  const raws = text
    .trimStart()
    .slice(0, maxCharacters)
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((raw) => ({ line: toPlainText(raw), length: raw.length }));
  const wrapped = isWrapped(raws.map(({ line }) => line));
  const lines: string[] = [];
  raws.forEach(({ line, length }, at) => {
    if (line === '') return;
    const previous = lines.at(-1) ?? '';
    const above = raws[at - 1];
    const isParted = above?.line === '';
    const isFull = wrapped && (above?.length ?? 0) >= wrapLength && length <= longest;
    const goesOn = isParted ? finishes(previous, line) : small.test(line) || isFull;
    if (previous !== '' && goesOn && !endsSentence.test(previous)) lines[lines.length - 1] = `${previous} ${line}`;
    else lines.push(line);
  });
  return lines.map((line) => ({ text: line, heading: false, linked: 0 }));
};

/** A word that begins with a small letter; the name of a user has a figure in it. */
const small = /^(?!by \p{Lu})\p{Ll}(?!\S*\d)/u;

/** In a hard-wrapped text many a line begins with a small letter; in a list of headlines hardly one does. */
const isWrapped = (lines: readonly string[]): boolean => {
  const filled = lines.filter((line) => line !== '');
  return filled.filter((line) => small.test(line)).length * 4 >= filled.length;
};

/** True if an empty line stands within a sentence. */
const finishes = (previous: string, line: string): boolean =>
  previous.length >= wrapLength && small.test(line) && endsSentence.test(line);
