/**
 * What an error of WhatsApp's server means, by its status; such a request was not carried out. `unlinked`: the link is no
 * longer accepted. Null: anything else, which says nothing of what was done.
 */
export const sayNo = (words: string): 'unlinked' | 'later' | null => {
  if (/\b401\b|not-authorized/.test(words)) return 'unlinked';
  return /\b429\b|rate-overlimit/.test(words) ? 'later' : null;
};
