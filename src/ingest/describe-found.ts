const longest = 60;
/** Faults are logged and shown; a password in an address must not be. */
const credentials = /\/\/[^/\s]{1,4096}@/g;

/** What an input holds, in a few words, for the second half of "must be ..., not ...". */
export const describeFound = (input: unknown): string => {
  if (input === undefined || input === null) return 'nothing';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'string') return quote(input.replace(credentials, '//***@'));
  if (typeof input === 'object') return 'an object';
  return `the ${typeof input} ${String(input)}`;
};

const quote = (text: string): string => JSON.stringify(text.length > longest ? `${text.slice(0, longest)}…` : text);
