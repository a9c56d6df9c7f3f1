/** What was thrown in one line; the library also throws bare strings. */
export const wordsOf = (error: unknown): string => {
  const words = error instanceof Error ? error.message : typeof error === 'string' ? error : 'not an error';
  return (words.split('\n')[0] ?? '').slice(0, longest);
};

const longest = 300;
