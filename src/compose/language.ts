import { eld } from 'eld/small';
import { readLanguage } from './declared-language.ts';

const latin = /\p{Script=Latin}/gu;
const cyrillic = /\p{Script=Cyrillic}/gu;
const schwa = /[əƏ]/g;
/** Azerbaijani writes about 8 ə in 100 letters; a foreign text that quotes an Azerbaijani name, hardly any. */
const schwaShare = 0.01;
const enoughText = 20;
const sampleLength = 1000;

const count = (text: string, letter: RegExp): number => text.match(letter)?.length ?? 0;

const isAzerbaijani = (text: string): boolean => {
  const letters = count(text, latin);
  return letters > count(text, cyrillic) && count(text, schwa) > letters * schwaShare;
};

/**
 * BCP 47 primary subtag: the declared one, else detected, `und` if it cannot be told.
 */
export const tellLanguage = (stated: string | null, sample: string): string => {
  const subtag = readLanguage(stated);
  if (subtag !== null) return subtag;
  const start = sample.slice(0, sampleLength);
  if (isAzerbaijani(start)) return 'az';
  if (start.length < enoughText) return 'und';
  const result = eld.detect(start);
  return result.language !== '' && result.isReliable() ? result.language : 'und';
};
