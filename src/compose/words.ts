export const word = /[\p{L}\p{N}\p{M}]+/gu;

/** Lower-case words and numbers. */
export const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(word) ?? [];

// Function words that would survive the length rule below.
const functionWords = new Set(
  (
    'этот этого этой этом этих этому который которая которые которых которой также более после перед через может были было ' +
    'будет того чтобы когда если только между около против ' +
    'this that these those with from have been were will would their they which about after before into over than more also ' +
    'what when where could should there because between during ' +
    'üçün kimi olan olaraq sonra əvvəl həmin onun onlar bütün artıq daha çünki ilə görə ' +
    'için gibi olarak sonra önce daha bunun onun ancak kadar çok göre'
  ).split(' '),
);

/** Content words cut to six letters: enough to match the cases of one word in ru, az, tr and en without a stemmer. */
export const stemsOf = (text: string): ReadonlySet<string> =>
  new Set(
    wordsOf(text)
      .filter((w) => (/^\p{N}/u.test(w) ? w.length > 1 : w.length > 3 && !functionWords.has(w)))
      .map((w) => w.slice(0, 6)),
  );

/** How many of `stems` are in `others`. */
export const countShared = (stems: ReadonlySet<string>, others: ReadonlySet<string>): number => {
  let shared = 0;
  for (const stem of stems) if (others.has(stem)) shared += 1;
  return shared;
};

/**
 * Tells of lines whether they say the headline again, perhaps with a site's name or a date around it. The headline's
 * words are taken once.
 */
export const createRepeatsHeadline = (headline: string): ((line: string) => boolean) => {
  const wanted = new Set(wordsOf(headline));
  return (line) => {
    const said = new Set(wordsOf(line));
    if (said.size === 0 || wanted.size === 0) return false;
    const shared = countShared(said, wanted);
    if (said.size > 3 && shared / said.size >= 0.9) return true;
    return shared / (said.size + wanted.size - shared) >= (Math.min(said.size, wanted.size) > 3 ? 0.7 : 1);
  };
};
