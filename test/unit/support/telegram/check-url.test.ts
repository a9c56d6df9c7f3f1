import { describe, expect, it } from '@jest/globals';
import { checkUrl } from '../../../support/telegram/check-url.ts';

describe('a link', () => {
  it.each([
    ['https://a.az:70000/', 'Wrong port number specified in the URL'],
    ['https://a.az:x/', 'Wrong port number specified in the URL'],
    ['mailto:', 'Wrong port number specified in the URL'],
    ['', 'URL host is empty'],
    ['https://a b.az/', 'Wrong URL host'],
    ['https://intranet/x', 'Wrong HTTP URL'],
    ['data://a.az', 'Unsupported URL protocol'],
  ])('%s is refused: %s', (link, fault) => {
    expect(checkUrl(link)).toEqual({ fault });
  });

  it.each([
    ['https://user@a.az', 'https://user@a.az/'],
    ['https://[2001:db8::1]/x', 'https://[2001:db8::1]/x'],
    ['https://a.az#top', 'https://a.az/#top'],
    ['tg:resolve?domain=herald', 'tg://resolve?domain=herald'],
  ])('%s becomes %s', (link, url) => {
    expect(checkUrl(link)).toEqual({ url });
  });
});
