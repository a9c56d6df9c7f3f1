/** The part of a JSON schema that is told in docs/config.md. */
export interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly oneOf?: readonly SchemaNode[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly description?: string;
}

interface Row {
  readonly key: string;
  /** Platforms that have the key so; empty: it has nothing to do with platforms. */
  readonly on: readonly string[];
  readonly usual: string;
  readonly meaning: string;
}

/** Every key of the configuration as the lines of the tables in docs/config.md. */
export const renderConfigRows = (schema: SchemaNode): readonly string[] => listRows(schema, '').map(renderRow);

const renderRow = ({ key, on, usual, meaning }: Row): string => {
  const told = meaning.replaceAll('|', '\\|').replaceAll('<', '&lt;');
  return `| \`${key}\`${on.length > 0 ? ` (${on.join(', ')})` : ''} | ${usual} | ${told} |`;
};

const listRows = (node: SchemaNode, path: string): readonly Row[] =>
  Object.entries(node.properties ?? {}).flatMap(([key, inner]) => {
    const here = path ? `${path}.${key}` : key;
    const usual = describeUsual(inner, node.required?.includes(key) ?? false);
    return [
      { key: here, on: [], usual, meaning: inner.description ?? '' },
      ...listRows(inner, here),
      ...mergePlatforms(inner.items?.oneOf ?? [], `${here}[]`),
    ];
  });

const describeUsual = ({ default: usual, properties }: SchemaNode, required: boolean): string => {
  if (required) return 'required';
  return usual === undefined || properties ? '' : `\`${JSON.stringify(usual)}\``;
};

/** What several platforms have alike is told once. */
const mergePlatforms = (platforms: readonly SchemaNode[], path: string): readonly Row[] => {
  const merged = new Map<string, Row>();
  for (const platform of platforms) {
    const name = String(platform.properties?.platform?.const);
    for (const row of listRows(platform, path)) {
      const alike = JSON.stringify(row);
      merged.set(alike, { ...row, on: [...(merged.get(alike)?.on ?? []), name] });
    }
  }
  return [...merged.values()].map((row) => (row.on.length === platforms.length ? { ...row, on: [] } : row));
};
