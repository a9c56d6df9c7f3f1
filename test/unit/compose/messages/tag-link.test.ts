import { describe, expect, it } from '@jest/globals';
import { tagLink } from '../../../../src/compose/messages/tag-link.ts';

const utm = { source: 'tg', medium: null, campaign: null };

describe('UTM parameters', () => {
  it.each([
    ['https://e.example/a', 'https://e.example/a?utm_source=tg'],
    ['https://e.example', 'https://e.example?utm_source=tg'],
    ['https://e.example/a?', 'https://e.example/a?utm_source=tg'],
    ['https://e.example/a?b=1', 'https://e.example/a?b=1&utm_source=tg'],
    ['https://e.example/a?b=1&', 'https://e.example/a?b=1&utm_source=tg'],
    ['https://e.example/a?b=1#c?d', 'https://e.example/a?b=1&utm_source=tg#c?d'],
    ['https://e.example/a#/b?c=1', 'https://e.example/a?utm_source=tg#/b?c=1'],
    ['https://e.example/новость?q=%D1', 'https://e.example/новость?q=%D1&utm_source=tg'],
    ['https://e.example/a?utm_source=rss', 'https://e.example/a?utm_source=rss'],
    ['https://e.example/a?UTM_Source=', 'https://e.example/a?UTM_Source='],
    ['', ''],
  ])('%s -> %s', (address, tagged) => {
    expect(tagLink(address, utm)).toBe(tagged);
  });

  it('are added one by one, each unless it is there', () => {
    expect(tagLink('https://e.example/?utm_medium=x', { source: 'a b', medium: 'y', campaign: "*ü&'" })).toBe(
      'https://e.example/?utm_medium=x&utm_source=a%20b&utm_campaign=%2A%C3%BC%26%27',
    );
  });

  it('leave a link alone where none is wanted', () => {
    const link = 'https://e.example/a?#';
    expect(tagLink(link, { source: null, medium: null, campaign: null })).toBe(link);
  });
});
