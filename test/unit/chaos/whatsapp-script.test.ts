import { describe, expect, it } from '@jest/globals';
import { longRun } from '../../chaos/whatsapp/run-options.ts';
import { addPictures, writeScript } from '../../chaos/whatsapp/script.ts';

describe('the script of a run on WhatsApp', () => {
  it('is the same for the same seed, and another for another', () => {
    const [once, again, other] = [7, 7, 8].map((seed) => JSON.stringify(writeScript(longRun('plain', seed))));
    expect(again).toBe(once);
    expect(other).not.toBe(once);
  });

  it.each([1, 2, 3])('holds what it promises, whatever the seed: %i', (seed) => {
    const { events, expected, orders, places, strikes } = writeScript(longRun('plain', seed));
    const count = (name: string): number => events.filter((event) => event.name === name).length;
    expect(expected.length * places.length).toBe(64);
    expect(count('article.corrected')).toBeGreaterThan(3);
    expect(orders.length).toBeGreaterThan(40);
    expect(new Set(orders.map(({ fault }) => fault)).size).toBe(12);
    expect(new Set(strikes.map(({ kind }) => kind)).size).toBe(13);
  });

  it('gives every second article a picture, and a retraction none', () => {
    const event = (name: 'article.published' | 'article.retracted', id: string) => ({
      name,
      data: { article: { id } },
    });
    const events = [event('article.published', '0002'), event('article.published', '0003')];
    const pictured = addPictures([...events, event('article.retracted', '0002')], 'http://pictures.example');
    expect(pictured.map(({ data }) => (data as { article: { image?: string } }).article.image)).toEqual([
      'http://pictures.example/0002.png',
      undefined,
      undefined,
    ]);
  });
});
