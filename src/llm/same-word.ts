/** Endings of Russian names and adjectives; not -ов and -ев, which make another name of a name. */
const russian =
  /^(?:[аеиоуыэюяйь]|ом|ем|ой|ей|ый|ий|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ых|их|ами|ями|ах|ях|ам|ям|ою|ею|ую|юю|ью|ья|ьи|ье|ии|ию|ия|ием|ией|иями|ыми|ими)?$/u;
/** Azerbaijani and Turkish put one ending behind the other; folded, so that i stands for ı, too. */
const turkic =
  /^(?:n?[iuü]n|[sy]?[iuü]|n[iuü]|n?[dt][aəe]n?|[yn]?[aəe]|l[aəe]r|ki|l[iuü]|l[iuü][qkğg]|[dt][iuü]r|[iuü]m(?:[iuü]z)?|y?l[aəe]|[cç][aəe])*$/u;
const english = /^(?:s|n|ns)?$/u;

const turkicLanguages: readonly string[] = ['az', 'tr'];
/** In letters; a longer name is told by more than three of them. */
const shortName = 5;
const longestEnding = 12;

const endingsOf = (word: string, language: string): RegExp => {
  if (/\p{Script=Cyrillic}/u.test(word)) return russian;
  return turkicLanguages.includes(language) ? turkic : english;
};

/** Whether two folded words may be forms of one: alike but for endings that the language knows. */
export const isSameWord = (one: string, other: string, language: string): boolean => {
  if (one === other) return true;
  const least = Math.min(one.length, other.length) <= shortName ? 3 : 4;
  const endings = endingsOf(one, language);
  // The endings themselves may begin alike: российск-ий, российск-ими.
  for (let stem = commonLength(one, other), tries = 3; stem >= least && tries > 0; stem -= 1, tries -= 1) {
    const rests = [one.slice(stem), other.slice(stem)];
    if (rests.every((rest) => rest.length <= longestEnding && endings.test(rest))) return true;
  }
  return false;
};

const commonLength = (one: string, other: string): number => {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
};
