import { describe, expect, it } from '@jest/globals';
import { readPictureSize } from '../../../support/telegram/picture-size.ts';
import { makePng } from '../../../support/telegram/sample-picture.ts';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');
const webp = (rest: string): Buffer => Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP'), Buffer.from(rest, 'latin1')]);

describe('a picture', () => {
  it.each([
    ['image/png', makePng(300, 200), 300, 200],
    ['image/gif', Buffer.from('GIF89a\x0a\x00\x14\x00', 'latin1'), 10, 20],
    ['image/jpeg', hex('ffd8 ffe0 0004 0000 ffff c0 0011 08 00c8 0140'), 320, 200],
    ['image/webp', webp('VP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x40\x01\xc8\x00'), 320, 200],
    ['image/webp', webp('VP8L\0\0\0\0\x2f\x3f\xc1\x31\x00\0\0\0\0\0'), 320, 200],
    ['image/webp', webp('VP8X\0\0\0\0\0\0\0\0\x3f\x01\x00\xc7\x00\x00'), 320, 200],
  ])('tells %s and its sides from its bytes', (type, bytes, width, height) => {
    expect(readPictureSize(bytes)).toEqual({ type, width, height });
  });

  it.each([
    ['text', Buffer.from('<html></html>')],
    ['a JPEG that ends before its frame', hex('ffd8 ffe0 0004 0000')],
    ['a WebP of no known kind', webp('VP9 ')],
    ['nothing', Buffer.alloc(0)],
  ])('is not recognised in %s', (_what, bytes) => {
    expect(readPictureSize(bytes)).toBeNull();
  });
});
