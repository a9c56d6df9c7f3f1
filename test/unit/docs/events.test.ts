import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseEvent } from '../../../src/ingest/parse-event.ts';
import { readDoc, readTable, root } from '../../support/docs/read-docs.ts';

const read = (json: string) => parseEvent('', JSON.parse(json));
const cms = readDoc('docs/cms.md');
const [example] = cms.blocks.filter(({ language }) => language === 'json');

describe('the events in the docs', () => {
  it('are valid: the example of docs/cms.md', () => {
    expect(read(example?.text ?? '')).toMatchObject({ ok: true, value: { push: { to: ['tg-ru'] } } });
  });

  it('are valid: docs/sample-article.json', () => {
    expect(read(readFileSync(join(root, 'docs/sample-article.json'), 'utf8'))).toMatchObject({ ok: true });
  });

  it('have every field in the table of docs/cms.md', () => {
    const event = read(
      '{"type":"article.published","article":{"id":"1","url":"https://herald.example/1","title":"A title"}}',
    );
    if (!event.ok || event.value.type === 'article.retracted') throw new Error('not an article');
    const fields = [
      'type',
      'version',
      'push.to',
      'push.at',
      ...Object.keys(event.value.article).map((key) => `article.${key}`),
    ];
    const told = readTable(cms)
      .map(([field = '']) => field)
      .filter((field) => /^(type|version|article\.\w+|push\.\w+)$/.test(field));
    expect([...told].sort()).toEqual([...fields].sort());
  });
});
