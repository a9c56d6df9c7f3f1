/** What we read of a schema.org Article in JSON-LD; null for what it does not say. */
export interface LinkedArticle {
  readonly headline: string | null;
  readonly image: string | null;
  readonly section: string | null;
  readonly language: string | null;
  readonly publishedAt: string | null;
}

type Node = Readonly<Record<string, unknown>>;

const articleType = /(Article|Posting)$|^Report$/;

/** The first article in the JSON-LD scripts of a page. */
export const findLinkedArticle = (scripts: readonly string[]): LinkedArticle | null => {
  const node = scripts.flatMap(readScript).find((one) => listOf(one['@type']).some(isArticleType));
  if (!node) return null;
  return {
    headline: textOf(node.headline),
    image: textOf(node.image) ?? textOf(node.thumbnailUrl),
    section: textOf(node.articleSection),
    language: textOf(node.inLanguage),
    publishedAt: textOf(node.datePublished),
  };
};

const isArticleType = (type: unknown): boolean => typeof type === 'string' && articleType.test(type);

/** The nodes that a script holds: one, a list, or a graph. */
const readScript = (script: string): Node[] =>
  listOf(parseLoosely(script))
    .filter(isNode)
    .flatMap((node) => [node, ...listOf(node['@graph']).filter(isNode)]);

/** Line breaks within strings, a comment or CDATA around the whole: not JSON, but what templates write. */
const parseLoosely = (script: string): unknown => {
  const text = script.replace(/<!\[CDATA\[|\]\]>|\p{Cc}+/gu, ' ');
  try {
    return JSON.parse(text.slice(text.search(/[[{]/), Math.max(text.lastIndexOf('}'), text.lastIndexOf(']')) + 1));
  } catch {
    return null;
  }
};

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** The first text of a value that may be a text, an object with an address or a name, or a list of such. */
const textOf = (value: unknown): string | null => {
  const [first] = listOf(value);
  const text = isNode(first) ? (first.url ?? first['@id'] ?? first.name) : first;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null;
};
