import { composeArticle } from '../../src/compose/compose-post.ts';
import { areAlike, sketchText } from '../../src/ingest/sketch.ts';
import { articleOf } from './article.ts';
import type { Lead } from './corpus.ts';
import { percent, type Table } from './table.ts';

interface Story {
  readonly title: string;
  readonly body: string;
}

const everyWord = (body: string, every: number, change: (word: string) => string): string => {
  let at = 0;
  return body.replace(/\p{L}+/gu, (word) => {
    at += 1;
    return at % every === 0 ? change(word) : word;
  });
};
const cutTo = (body: string, share: number): string => body.slice(0, Math.ceil(body.length * share));
const added = 'Редакция следит за развитием событий и расскажет о них, как только появятся новые подробности.';

/** What editors and other sites do to a story. */
const edits: Readonly<Record<string, (story: Story) => Story>> = {
  'other white space': ({ title, body }) => ({ title, body: body.replaceAll(' ', '  ').replaceAll('\n', '\n\n') }),
  'one word mended': ({ title, body }) => ({ title, body: body.replace(/\p{L}{6,}/u, (word) => `${word}й`) }),
  'another title': ({ title, body }) => ({ title: `Подробности: ${title.split(' ').reverse().join(' ')}`, body }),
  'a paragraph added': ({ title, body }) => ({ title, body: `${body}\n\n${added}` }),
  'a paragraph before': ({ title, body }) => ({ title, body: `${added}\n\n${body}` }),
  'an agency before': ({ title, body }) => ({ title, body: `Как сообщает агентство «Полдень», ${body}` }),
  '3 % of the words': ({ title, body }) => ({ title, body: everyWord(body, 33, (word) => `${word}ом`) }),
  'cut to 70 %': ({ title, body }) => ({ title, body: cutTo(body, 0.7) }),
  'cut to 40 %': ({ title, body }) => ({ title, body: cutTo(body, 0.4) }),
};

const sketchOf = ({ title, body }: Story) => sketchText(composeArticle(articleOf({ title, text: body })).body);

/** How many stories are known again after an edit, and how many different ones are taken for one. */
export const measureNearDuplicates = (leads: readonly Lead[]): Table => {
  const stories = leads.flatMap((lead) => {
    const sketch = sketchOf(lead);
    return sketch === null ? [] : [{ lead, sketch }];
  });
  const rows = Object.entries(edits).map(([name, edit]) => {
    const known = stories.filter(({ lead, sketch }) => {
      const edited = sketchOf(edit(lead));
      return edited !== null && areAlike(sketch, edited);
    });
    return [name, percent(known.length / (stories.length || 1))];
  });
  let [pairs, mistaken] = [0, 0];
  for (const [at, one] of stories.entries())
    for (const other of stories.slice(at + 1)) {
      pairs += 1;
      if (areAlike(one.sketch, other.sketch)) mistaken += 1;
    }
  return {
    title: `Near-duplicates: known again after an edit, % of the ${stories.length} texts long enough`,
    head: ['edit', 'known, %'],
    rows: [...rows, [`${pairs} pairs of different articles taken for one`, String(mistaken)]],
  };
};
