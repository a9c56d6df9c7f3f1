const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const sentences = new Intl.Segmenter('und', { granularity: 'sentence' });
const ellipsis = '…';

/** At most `room` UTF-16 units, ended at a word with an ellipsis; never inside a grapheme. */
export const cutAtWord = (text: string, room: number): string => {
  if (text.length <= room) return text;
  if (room <= 0) return '';
  const space = text.slice(0, room).search(/\s\S*$/);
  const end = space * 2 > room ? space : lastBoundary(graphemes, text, room - 1);
  const kept = text.slice(0, end).replace(/[\s,;:–—-]+$/u, '');
  return kept === '' ? '' : kept + ellipsis;
};

/**
 * At most `room` UTF-16 units: the whole sentences that fit, or words where those would leave less than half.
 * Nothing where all that is left is a few words.
 */
export const cutAtSentence = (text: string, room: number): string => {
  if (text.length <= room) return text;
  if (room < worthSaying) return '';
  const kept = text.slice(0, lastBoundary(sentences, text, room)).trimEnd();
  return kept.length * 2 >= room ? kept : cutAtWord(text, room);
};

const worthSaying = 40;

/** What follows a boundary decides whether it is one; so many units are enough to tell. */
const lookAhead = 64;

/** The last place at or before `room` where a new segment of `text` begins. */
const lastBoundary = (segmenter: Intl.Segmenter, text: string, room: number): number => {
  let end = 0;
  for (const { index } of segmenter.segment(text.slice(0, room + lookAhead))) if (index <= room) end = index;
  return end;
};
