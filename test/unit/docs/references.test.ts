import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createMetrics } from '../../../src/ops/metrics.ts';
import { readDoc, readDocs, readTable, root } from '../../support/docs/read-docs.ts';

const namesIn = (path: string, pattern: RegExp): readonly string[] =>
  readTable(readDoc(path))
    .map(([name = '']) => name)
    .filter((name) => pattern.test(name))
    .sort();

/** As GitHub makes them from headings. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

const links = readDocs().flatMap(({ path, text }) =>
  [...text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)].map(([, file = '', anchor]) => ({
    path,
    file,
    anchor,
  })),
);

describe('the docs', () => {
  it('link to files that are there, and to headings in them', () => {
    const broken = links.filter(({ path, file, anchor }) => {
      const target = file === '' ? path : join(dirname(path), file);
      if (!existsSync(join(root, target))) return true;
      if (anchor === undefined) return false;
      const headings = [...readDoc(target).text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));
      return !headings.includes(anchor);
    });
    expect(broken).toEqual([]);
    expect(links.length).toBeGreaterThan(20);
  });

  it('name every metric of ours, and no other', async () => {
    const text = await createMetrics(async () => []).read();
    const known = [...text.matchAll(/^# TYPE (tellal_\w+) /gm)].map(([, name = '']) => name);
    expect(namesIn('docs/operations.md', /^tellal_\w+$/)).toEqual([...known].sort());
    const mentioned = readDocs().flatMap((doc) => doc.text.match(/\btellal_[a-z_]*[a-z](?=[{`[ ])/g) ?? []);
    expect(mentioned.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('give a reason for every dependency', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      readonly dependencies: object;
      readonly devDependencies: object;
    };
    const packages = [...Object.keys(dependencies), ...Object.keys(devDependencies)];
    expect(
      namesIn('docs/architecture.md', /^@?[a-z][\w./-]*[a-z]$/).filter((name) => !existsSync(join(root, name))),
    ).toEqual([...packages].sort());
  });
});
