import type { Block } from './block.ts';
import { toPlainText } from './plain-text.ts';

const maxCharacters = 200_000;
/** What follows an end mark in brackets or in capitals signs the sentence: "... done. (AGENCY)", "... done. VIDEO". */
const endsSentence = /[.!?…:;]["»”’')\]]*(?:\s*\([^()]{2,60}\)|\s+\p{Lu}{4,})*$/u;
/** A line this long that ends in mid-sentence was broken by a mail program or an editor, not by its author. */
const wrapLength = 50;

/** The blocks of a plain text: one a line, hard-wrapped lines joined again. */
export const readTextBlocks = (text: string): readonly Block[] => {
  const lines: string[] = [];
  let open = false;
  for (const raw of text
    .trimStart()
    .slice(0, maxCharacters)
    .split(/\r\n|[\n\r\u2028\u2029]/u)) {
    const line = toPlainText(raw);
    const previous = lines.at(-1);
    if (line !== '' && open && previous !== undefined && continues(previous, raw.length, line)) {
      lines[lines.length - 1] = `${previous} ${line}`;
    } else if (line !== '') lines.push(line);
    open = line !== '';
  }
  return lines.map((line) => ({ text: line, heading: false, linked: 0 }));
};

const continues = (previous: string, length: number, line: string): boolean =>
  !endsSentence.test(previous) && (/^\p{Ll}/u.test(line) || (previous.length >= wrapLength && length <= 100));
