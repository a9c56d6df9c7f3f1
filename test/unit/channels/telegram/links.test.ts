import { describe, expect, it } from '@jest/globals';
import { isPublicAddress, linkToPost } from '../../../../src/channels/telegram/links.ts';

describe('links of Telegram', () => {
  it('lead to a post by the name of its channel, or else by its id', () => {
    expect(linkToPost({ id: -1001234567890, username: 'herald_az' }, 7)).toBe('https://t.me/herald_az/7');
    expect(linkToPost({ id: -1001234567890 }, 7)).toBe('https://t.me/c/1234567890/7');
  });

  it('are made only of addresses that Telegram takes', () => {
    expect(isPublicAddress('https://news.example/1')).toBe(true);
    for (const address of ['http://localhost/1', 'ftp://news.example/1', 'news.example', ''])
      expect(isPublicAddress(address)).toBe(false);
  });
});
