import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../../..');

export interface Doc {
  /** Relative to the root, as in `docs/cms.md`. */
  readonly path: string;
  readonly text: string;
  readonly blocks: readonly CodeBlock[];
  /** Everything set as code, a line each: blocks by their lines, and what stands between backticks. */
  readonly code: readonly string[];
}

export interface CodeBlock {
  /** As written behind the fence: `yaml`, `sh`, ... */
  readonly language: string;
  readonly text: string;
}

/** Also inside a list, where it is indented. */
const fence = /^( *)```(\w*)[^\n]*\n(.*?)^ *```$/gms;

export const readDoc = (path: string): Doc => {
  const text = readFileSync(join(root, path), 'utf8');
  const blocks = [...text.matchAll(fence)].map(([, indent = '', language = '', body = '']) => ({
    language,
    text: body.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  }));
  const inline = [...text.replace(fence, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
  // A command may go on behind a backslash.
  const lines = blocks.flatMap((block) => block.text.replace(/\\\n\s*/g, '').split('\n'));
  return { path, text, blocks, code: [...lines, ...inline] };
};

/** Every page that a newsroom, an operator or a contributor reads. */
export const readDocs = (): readonly Doc[] =>
  [
    'README.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'queues/README.md',
    ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => join('docs', name)),
  ].map(readDoc);

/** The cells of every row of every table whose first cell is code, with `\|` undone; the code without its backticks. */
export const readTable = ({ text }: Doc): readonly (readonly string[])[] =>
  text
    .split('\n')
    .filter((line) => /^\| `/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim().replaceAll('\\|', '|')),
    )
    .map(([first = '', ...rest]) => [first.replaceAll('`', ''), ...rest]);
