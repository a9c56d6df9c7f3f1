/** What a text is recognised by. */
export interface Sketch {
  /** MinHash-128 of its shingles, 16 bits each: 512 hex digits. */
  readonly signature: string;
  /** The numbers in it, each once; the first few. */
  readonly numbers: readonly string[];
  /** How many words it has. */
  readonly words: number;
}

/** A shorter text has too few shingles to tell anything. */
const fewestWords = 40;
/** In a text shorter than this, half of the shingles may be a phrase that every such notice has. */
const manyWords = 80;
const alike = 0.5;
const alikeIfShort = 0.65;
/** Daily notices (weather, rates, scores) repeat their words and differ in their numbers. */
const sameNumbers = 0.7;
/** A text with fewer words than this share of the other's was cut, or the other was added to. */
const asLong = 0.9;

const hashes = 128;
const shingleWords = 3;
const mostNumbers = 60;
const digitsEach = 4;

/** The sketch of an article's clean text; null if it is too short to be compared. */
export const sketchText = (text: string): Sketch | null => {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (words.length < fewestWords) return null;
  const least = new Uint32Array(hashes).fill(0xffffffff);
  for (let at = 0; at + shingleWords <= words.length; at += 1) {
    const shingle = hashText(words.slice(at, at + shingleWords).join(' '));
    for (let index = 0; index < hashes; index += 1) {
      const value = mix(shingle ^ Math.imul(index + 1, 0x9e3779b1));
      if (value < least[index]!) least[index] = value;
    }
  }
  const numbers = [...new Set(words.filter((word) => /^\p{N}/u.test(word)))].slice(0, mostNumbers);
  return { signature: Array.from(least, toHex).join(''), numbers, words: words.length };
};

/** True if two texts tell the same story in nearly the same words, with the same numbers. */
export const areAlike = (one: Sketch, other: Sketch): boolean => {
  const needed = Math.min(one.words, other.words) < manyWords ? alikeIfShort : alike;
  return shareOfSame(one.signature, other.signature) >= needed && agreeInNumbers(one, other);
};

/** The estimate of the Jaccard similarity of the shingles. */
const shareOfSame = (one: string, other: string): number => {
  let same = 0;
  for (let at = 0; at < hashes * digitsEach; at += digitsEach)
    if (one.slice(at, at + digitsEach) === other.slice(at, at + digitsEach)) same += 1;
  return same / hashes;
};

/** Where one text was cut, the other may have numbers of its own; of two as long as each other, neither. */
const agreeInNumbers = (one: Sketch, other: Sketch): boolean => {
  const known = new Set(other.numbers);
  const shared = one.numbers.filter((number) => known.has(number)).length;
  const isCut = Math.min(one.words, other.words) < Math.max(one.words, other.words) * asLong;
  const [fewer, more] = [one.numbers.length, other.numbers.length].sort((a, b) => a - b) as [number, number];
  return shared >= (isCut ? fewer : more) * sameNumbers;
};

// The low bits: the least of many hashes has high bits that are mostly zero.
const toHex = (value: number): string => (value & 0xffff).toString(16).padStart(digitsEach, '0');

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). */
const hashText = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
};

/** The finisher of MurmurHash3: every bit of the input may change every bit of the output. */
const mix = (value: number): number => {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
};
