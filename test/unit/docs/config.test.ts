import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readEnv } from '../../../config/env.ts';
import { renderSchema } from '../../../config/generate-schema.ts';
import { newsroomSchema } from '../../../config/schema.ts';
import { parseTemplate } from '../../../config/template.ts';
import { partNames, plainWording } from '../../../src/article/wording.ts';
import { renderConfigRows, type SchemaNode } from '../../support/docs/config-rows.ts';
import { readDoc, readDocs, readTable } from '../../support/docs/read-docs.ts';

describe('docs/config.md', () => {
  it('has a row for every key of the schema, in its order and words', () => {
    const rows = readDoc('docs/config.md')
      .text.split('\n')
      .filter((line) => line.startsWith('| `'));
    const expected = renderConfigRows(JSON.parse(renderSchema()) as SchemaNode);
    expect([...rows].sort()).toEqual([...expected].sort());
  });
});

describe('the parts of a message in docs/config.md', () => {
  const { text, blocks } = readDoc('docs/config.md');

  it('are all that there are', () => {
    expect([...text.matchAll(/^\| \{(\w+)\} \|/gm)].map(([, name]) => name)).toEqual(partNames);
  });

  it('stand as is told where no template is given', () => {
    const told = blocks.map((block) => block.text).find((block) => block.includes('{callToAction}'));
    const { newsroom } = newsroomSchema.parse(parse(told ?? ''));
    expect(parseTemplate(newsroom.template ?? [])).toEqual(plainWording.template);
  });
});

const examples = readDocs().flatMap(({ path, blocks }) =>
  blocks.filter(({ language }) => language === 'yaml').map(({ text }) => ({ path, text })),
);

describe('the examples of newsroom.yaml', () => {
  it('are found', () => {
    expect(examples.length).toBeGreaterThan(1);
  });

  it.each(examples)('pass the schema: $path', ({ text }) => {
    expect(newsroomSchema.safeParse(parse(text)).error).toBeUndefined();
  });
});

describe('the environment in docs/operations.md', () => {
  it('is all that is read, and nothing else', () => {
    const read = new Set<string>();
    const watched = new Proxy<Record<string, string | undefined>>(
      {},
      { get: (_target, name) => void read.add(String(name)) },
    );
    readEnv(watched);
    const told = readTable(readDoc('docs/operations.md'))
      .map(([name = '']) => name)
      .filter((name) => /^[A-Z_]+$/.test(name));
    expect([...told].sort()).toEqual([...read].sort());
  });
});
