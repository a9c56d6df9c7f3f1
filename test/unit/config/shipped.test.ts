import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { renderSchema } from '../../../config/generate-schema.ts';
import { loadConfig } from '../../../config/load.ts';

const shipped = (name: string): string => fileURLToPath(new URL(`../../../config/${name}`, import.meta.url));

describe('the shipped newsroom.yaml', () => {
  it('loads, and needs no account', () => {
    expect(loadConfig(shipped('newsroom.yaml'))).toMatchObject({
      ok: true,
      config: {
        newsroom: { name: 'Herald' },
        accounts: { telegram: null, whatsapp: null },
        channels: [
          { id: 'preview-telegram', platform: 'preview', looks: 'telegram' },
          { id: 'preview-whatsapp', platform: 'preview', looks: 'whatsapp' },
        ],
      },
    });
  });

  it('names its schema to editors', () => {
    expect(readFileSync(shipped('newsroom.yaml'), 'utf8')).toMatch(
      /^# yaml-language-server: \$schema=\.\/newsroom\.schema\.json\n/,
    );
  });
});

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly oneOf?: readonly Node[];
  readonly description?: string;
}

const listUndescribed = (node: Node, path = ''): readonly string[] => [
  ...Object.entries(node.properties ?? {}).flatMap(([key, inner]) => [
    ...(inner.description ? [] : [`${path}.${key}`]),
    ...listUndescribed(inner, `${path}.${key}`),
  ]),
  ...[...(node.oneOf ?? []), ...(node.items ? [node.items] : [])].flatMap((inner) => listUndescribed(inner, path)),
];

describe('newsroom.schema.json', () => {
  it('is what config/generate-schema.ts writes', () => {
    expect(readFileSync(shipped('newsroom.schema.json'), 'utf8')).toBe(renderSchema());
  });

  it('describes every key', () => {
    expect(listUndescribed(JSON.parse(renderSchema()) as Node)).toEqual([]);
  });
});
