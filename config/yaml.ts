import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

interface Position {
  readonly line: number;
  readonly column: number;
}

interface YamlFault extends Position {
  readonly message: string;
}

interface YamlFile {
  readonly data: unknown;
  /** Not empty: the file is no YAML, and `data` is not to be read. */
  readonly faults: readonly YamlFault[];
  /** Where the value at `path` stands, or the key itself; for what is missing, its nearest parent. */
  locate(path: readonly PropertyKey[], atKey: boolean): Position;
}

export const readYaml = (text: string): YamlFile => {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const toPosition = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const faults = [...document.errors, ...document.warnings].map(({ message, pos }) => ({
    ...toPosition(pos[0]),
    message,
  }));
  const { data, fault } = faults.length
    ? { data: null, fault: null }
    : toData(() => document.toJS({ maxAliasCount: 100 }));
  return {
    data,
    faults: fault === null ? faults : [{ ...toPosition(0), message: fault }],
    locate: (path, atKey) => toPosition(findNode(document.contents, path, atKey)?.range?.[0] ?? 0),
  };
};

/** Aliases are followed only here: one that leads nowhere, or too many of them, is the file's fault. */
const toData = (read: () => unknown): { readonly data: unknown; readonly fault: string | null } => {
  try {
    return { data: read(), fault: null };
  } catch (error) {
    if (error instanceof ReferenceError) return { data: null, fault: error.message };
    throw error;
  }
};

const findNode = (root: Node | null, path: readonly PropertyKey[], atKey: boolean): Node | null => {
  let node = root;
  for (const [at, key] of path.entries()) {
    const child = findChild(node, key, atKey && at === path.length - 1);
    if (!child) break;
    node = child;
    // What an alias repeats stands elsewhere; the alias itself is in the right place.
    if (isAlias(node)) break;
  }
  return node;
};

const findChild = (node: Node | null, key: PropertyKey, wantsKey: boolean): Node | null => {
  if (isSeq(node)) return typeof key === 'number' ? toNode(node.items[key]) : null;
  if (!isMap(node)) return null;
  const pair = node.items.find(({ key: name }) => isScalar(name) && String(name.value) === key);
  return wantsKey ? toNode(pair?.key) : (toNode(pair?.value) ?? toNode(pair?.key));
};

const toNode = (value: unknown): Node | null => (isNode(value) ? value : null);
