/** One thing wrong with an input: where, and in `message` what was expected, what was found and what to write instead. */
export interface InputFault {
  /** Dotted, e.g. `article.tags.0`; empty: the input as a whole. */
  readonly path: string;
  readonly message: string;
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly InputFault[] };

export const rejectInput = (path: string, message: string): { ok: false; faults: readonly InputFault[] } => ({
  ok: false,
  faults: [{ path, message: path === '' ? message : `${path} ${message}` }],
});
