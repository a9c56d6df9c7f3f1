import { describe, expect, it } from '@jest/globals';
import { toLocalPath } from '../../../src/web/local-path.ts';

describe('where a form may lead back to', () => {
  it.each(['/', '/channels/tg-ru', '/deliveries?state=unknown&channel=a%20b'])('%s', (path) => {
    expect(toLocalPath(path)).toBe(path);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/\t/evil.example',
    '/a\r\nb',
    '',
    undefined,
    ['/a'],
  ])('not %j', (path) => {
    expect(toLocalPath(path)).toBe('/');
  });
});
