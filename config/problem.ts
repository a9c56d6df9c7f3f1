/** What is wrong with the configuration or the environment, where, and what to do about it. */
export interface Problem {
  /** null: not in a file, but in the environment. */
  readonly file: string | null;
  /** From 1; null: the whole file. */
  readonly line: number | null;
  readonly column: number | null;
  /** `channels[1].id`, or the name of a variable; empty: the document itself. */
  readonly path: string;
  readonly message: string;
}

/** What a variable says, or what is wrong with it. */
export type Reading<T> = { readonly value: T } | { readonly problem: Problem };

/** One line each: `config/newsroom.yaml:12:5 channels[1].id: ...`. */
export const formatProblems = (problems: readonly Problem[]): string => problems.map(formatProblem).join('\n');

const formatProblem = ({ file, line, column, path, message }: Problem): string => {
  const place = [file, line, column].filter((part) => part !== null).join(':');
  return `${[place, path].filter(Boolean).join(' ')}: ${message}`;
};

export const variableProblem = (name: string, message: string): Problem => ({
  file: null,
  line: null,
  column: null,
  path: name,
  message,
});
