import { createHash } from 'node:crypto';

/** Where the lines of the latest articles of each host are kept. */
export interface HostLineStore {
  /** Keeps the marks of this article's lines, and says which of them (by index) repeat on the host. */
  note(host: string, article: string, marks: readonly string[]): Promise<readonly number[]>;
  /** Which of them repeat; keeps nothing. */
  find(host: string, marks: readonly string[]): Promise<readonly number[]>;
}

/** An article's address, its id, and its lines as they were read. */
export interface ReadLines {
  readonly url: string;
  readonly id: string;
  readonly lines: readonly string[];
}

/** The lines that repeat across the pages of the article's host; `keep`: this article counts from now on. */
export const findRepeatedLines = async (
  store: HostLineStore,
  { url, id, lines }: ReadLines,
  keep: boolean,
): Promise<ReadonlySet<string>> => {
  if (lines.length === 0 || !URL.canParse(url)) return new Set();
  const host = new URL(url).hostname.replace(/^www\./, '');
  const marks = lines.map(markOf);
  const repeated = keep ? await store.note(host, id, marks) : await store.find(host, marks);
  return new Set(repeated.flatMap((index) => lines[index] ?? []));
};

/** 48 bits: over the few thousand lines of a host, two that collide are not to be expected. */
const markOf = (line: string): string => createHash('sha256').update(line).digest('base64url').slice(0, 8);
