import { describe, expect, it } from '@jest/globals';
import { readPictureHeader } from '../../../src/ingest/picture-header.ts';
import { gif, jpeg, png, webp } from '../../support/pictures.ts';

describe('readPictureHeader', () => {
  it.each([
    ['image/png', png(640, 480)],
    ['image/jpeg', jpeg(640, 480)],
    ['image/gif', gif(640, 480)],
    ['image/webp', webp.lossy(640, 480)],
    ['image/webp', webp.lossless(640, 480)],
    ['image/webp', webp.extended(640, 480)],
  ])('recognises %s and its size', (type, bytes) => {
    expect(readPictureHeader(bytes)).toEqual({ type, width: 640, height: 480, whole: true });
  });

  it.each([
    ['png', png(640, 480)],
    ['jpeg', jpeg(640, 480)],
    ['gif', gif(640, 480)],
    ['webp', webp.lossy(640, 480)],
  ])('sees wherever a %s is cut off', (_, bytes) => {
    for (let length = 12; length < bytes.length; length += 1) {
      expect(readPictureHeader(bytes.subarray(0, length))?.whole).toBe(false);
    }
  });

  it('is not deceived by the end of a thumbnail', () => {
    const picture = jpeg(640, 480, jpeg(64, 48));
    expect(readPictureHeader(picture)).toMatchObject({ width: 640, whole: true });
    expect(readPictureHeader(picture.subarray(0, -2))?.whole).toBe(false);
  });

  it.each([
    '<html>',
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '%PDF-1.7',
    'RIFF....WAVEfmt ',
    '',
    '\x00\x00\x00\x1cftypavif',
  ])('takes %j for no picture', (text) => expect(readPictureHeader(Buffer.from(text, 'latin1'))).toBeNull());
});
