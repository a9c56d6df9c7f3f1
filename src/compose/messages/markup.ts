/**
 * One platform's way to write the parts of a message. Each function takes plain text and returns finished markup:
 * nothing else writes markup, so nothing else can forget to escape.
 */
export interface Markup {
  /** Text that may hold line breaks. */
  plain(text: string): string;
  /** One line in bold. */
  bold(line: string): string;
  link(url: string, words: string): string;
  /** Length of finished markup as readers see it, in UTF-16 units. */
  measure(markup: string): number;
}
