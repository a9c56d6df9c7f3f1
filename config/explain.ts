import { z } from 'zod';
import { suggest } from './suggest.ts';

type Path = readonly PropertyKey[];

interface Fault {
  readonly path: Path;
  readonly message: string;
  /** The name of the key is wrong, not its value. */
  readonly atKey: boolean;
}

type Issue = z.core.$ZodIssue;
type RawIssue = z.core.$ZodRawIssue;

/** The faults of `data`, at most one a place, each saying what was expected and what was found. */
export const explainIssues = (issues: readonly Issue[], data: unknown): readonly Fault[] => {
  const faults = issues.flatMap((issue) => explainIssue(issue, data));
  const seen = new Set<string>();
  return faults.filter(({ path }) => seen.size < seen.add(formatPath(path)).size);
};

const explainIssue = (issue: Issue, data: unknown): readonly Fault[] => {
  if (issue.code === 'unrecognized_keys') {
    const sentences = issue.message.split('\n');
    return issue.keys.map((key, at) => ({ path: [...issue.path, key], message: sentences[at] ?? '', atKey: true }));
  }
  const found = valueAt(data, issue.path);
  const message =
    found === undefined ? `is missing; ${issue.message}` : `${issue.message}, found ${describeValue(found)}`;
  return [{ path: issue.path, message, atKey: false }];
};

/** zod's error map: the half of each message that the schema knows; one line a key for unknown keys. */
export const describeExpected = (issue: RawIssue): string => {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => describeUnknownKey(key, knownKeys(issue))).join('\n');
    case 'invalid_type':
      return `expected ${kinds[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return describeChoice(issue.values.map(String), issue.input);
    case 'invalid_union':
      return describeChoice(
        (issue.options as readonly unknown[]).map(String),
        valueAt(issue.input, [String(issue.discriminator)]),
      );
    case 'too_small':
      return `expected ${sizes[issue.origin] ?? ''}at least ${issue.minimum}`;
    case 'too_big':
      return `expected ${sizes[issue.origin] ?? ''}at most ${issue.maximum}`;
    default:
      return `expected something else (${issue.code})`;
  }
};

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping of keys',
};
const sizes: Readonly<Record<string, string>> = { string: 'text of length ', array: 'a list of length ' };

const describeChoice = (choices: readonly string[], input: unknown): string => {
  const nearest = suggest(String(input), choices);
  return `expected ${choices.join(', ')}${nearest ? ` (did you mean ${nearest}?)` : ''}`;
};

const knownKeys = ({ inst }: RawIssue): readonly string[] =>
  inst instanceof z.ZodObject ? Object.keys(inst.shape) : [];

const describeUnknownKey = (key: string, known: readonly string[]): string => {
  if (/token|secret|password|key$/i.test(key))
    return 'no secret is kept in this file; remove it, and set it in the environment';
  const nearest = suggest(key, known);
  return `unknown key; ${nearest ? `did you mean ${nearest}?` : `known here: ${known.join(', ')}`}`;
};

const describeValue = (value: unknown): string => {
  if (value === null) return 'nothing after the colon';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value !== 'string') return String(value);
  // A secret that was put in the wrong place must not be shown.
  if (/\d{6,}:[\w-]{20,}|:\/\/[^/]*@/.test(value)) return 'text that looks like a secret';
  return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}...` : value);
};

const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, key) => (value as Readonly<Record<PropertyKey, unknown>> | null | undefined)?.[key],
    data,
  );

/** `channels[1].takes.languages` */
export const formatPath = (path: Path): string =>
  path.map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at ? '.' : ''}${String(key)}`)).join('');
