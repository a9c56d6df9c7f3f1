/** One paragraph, heading or list item of an article, as one line of plain text. */
export interface Block {
  readonly text: string;
  readonly heading: boolean;
  /** The share of its letters that stand in links, 0 to 1. */
  readonly linked: number;
}
