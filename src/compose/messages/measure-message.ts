import type { Looks } from '../../article/post.ts';
import { limitFor } from './limits.ts';
import { markups } from './markups.ts';

/** Length of a finished message as readers see it, and the platform's limit, both in UTF-16 units. */
export const measureMessage = (
  text: string,
  looks: Looks,
  picture: boolean,
): { readonly length: number; readonly limit: number } => ({
  length: markups[looks].measure(text),
  limit: limitFor(looks, picture),
});
