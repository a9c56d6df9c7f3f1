import { describe, expect, it } from '@jest/globals';
import { canonicalAddress } from '../../../src/ingest/address.ts';

const key = canonicalAddress('https://newsroom.example/news/1009?page=2');

describe('canonicalAddress', () => {
  it.each([
    'http://newsroom.example/news/1009?page=2',
    'https://www.newsroom.example/news/1009/?page=2',
    'https://newsroom.example/news/1009?utm_source=telegram&page=2&utm_medium=channel',
    'https://newsroom.example/news/1009?page=2&fbclid=x&yclid=y&_ga=1.2&from=main',
    'https://NEWSROOM.example:443/news/1009?page=2#comments',
  ])('knows %s for the same', (url) => {
    expect(canonicalAddress(url)).toBe(key);
  });

  it.each([
    'https://newsroom.example/news/1010?page=2',
    'https://newsroom.example/news/1009?page=3',
    'https://other.example/news/1009?page=2',
  ])('tells %s from it', (url) => {
    expect(canonicalAddress(url)).not.toBe(key);
  });

  it('folds the two spellings of an address in Cyrillic', () => {
    const spelled = 'https://newsroom.example/%D0%BC%D0%BE%D1%81%D1%82';
    expect(canonicalAddress('https://newsroom.example/мост')).toBe(canonicalAddress(spelled));
  });

  it('keeps what stands behind the hash where it is the address', () => {
    const one = canonicalAddress('https://newsroom.example/#/news/1');
    expect(one).not.toBe(canonicalAddress('https://newsroom.example/#/news/2'));
  });

  it('gives back what it cannot read', () => {
    expect(canonicalAddress('http://')).toBe('http://');
  });
});
