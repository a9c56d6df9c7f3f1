import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { readPictureHeader } from '../../../src/ingest/picture-header.ts';
import { createPictureScaler } from '../../../src/ingest/scale-picture.ts';
import { png } from '../../support/pictures.ts';

const paint = (width: number, height: number, background: object | string = '#c03020') =>
  sharp({ create: { width, height, channels: 4, background } });

const scale = createPictureScaler();

/** The scaled picture, and what a reader of its file finds. */
const scaled = async (bytes: Uint8Array) => {
  const scaling = await scale(bytes);
  if (scaling.kind !== 'scaled') throw new Error(JSON.stringify(scaling));
  const file = sharp(scaling.picture.bytes);
  const { data } = await file.clone().raw().toBuffer({ resolveWithObject: true });
  return { ...scaling.picture, metadata: await file.metadata(), firstPixel: [...data.subarray(0, 3)] };
};

const near = (wanted: readonly number[]) => wanted.map((value) => expect.closeTo(value, -1));

describe('scaling', () => {
  it('makes a JPEG of at most 1280 pixels, which our own reader of headers knows', async () => {
    const { bytes, type, filename } = await scaled(await paint(4_000, 3_000).jpeg().toBuffer());
    expect(readPictureHeader(bytes)).toEqual({ type: 'image/jpeg', width: 1_280, height: 960, whole: true });
    expect([type, filename]).toEqual(['image/jpeg', 'picture.jpg']);
  });

  it.each(['jpeg', 'png', 'webp', 'gif'] as const)('reads %s, and never enlarges', async (format) => {
    const { metadata, firstPixel } = await scaled(await paint(300, 200).toFormat(format).toBuffer());
    expect(metadata).toMatchObject({ format: 'jpeg', width: 300, height: 200, space: 'srgb' });
    expect(firstPixel).toEqual(near([0xc0, 0x30, 0x20]));
  });

  it('turns a picture upright, and drops what the camera noted', async () => {
    const camera = paint(400, 100).withMetadata({ orientation: 6, exif: { IFD0: { Copyright: 'Aytən, Bakı' } } });
    const { metadata, bytes } = await scaled(await camera.jpeg().toBuffer());
    expect(metadata).toMatchObject({ width: 100, height: 400 });
    expect([metadata.orientation, metadata.exif, metadata.icc]).toEqual([undefined, undefined, undefined]);
    expect(Buffer.from(bytes).includes('Exif')).toBe(false);
  });

  it('puts white behind what is transparent', async () => {
    const { firstPixel, metadata } = await scaled(await paint(50, 50, { r: 0, g: 0, b: 0, alpha: 0 }).png().toBuffer());
    expect(firstPixel).toEqual(near([255, 255, 255]));
    expect(metadata.hasAlpha).toBe(false);
  });

  it('shows the first frame of a picture that moves', async () => {
    const frames = [paint(60, 40, '#2040c0'), paint(60, 40, '#10a020')];
    const moving = await sharp(await Promise.all(frames.map((frame) => frame.png().toBuffer())), {
      join: { animated: true },
    })
      .gif()
      .toBuffer();
    expect((await sharp(moving, { animated: true }).metadata()).pages).toBe(2);
    const { metadata, firstPixel } = await scaled(moving);
    expect(metadata).toMatchObject({ width: 60, height: 40 });
    expect(firstPixel).toEqual(near([0x20, 0x40, 0xc0]));
  });

  it('turns the colours of print into those of screens', async () => {
    const print = await paint(50, 50).removeAlpha().toColourspace('cmyk').jpeg().toBuffer();
    expect((await sharp(print).metadata()).space).toBe('cmyk');
    const { metadata, firstPixel } = await scaled(print);
    expect(metadata).toMatchObject({ space: 'srgb', channels: 3 });
    expect(firstPixel[0]).toBeGreaterThan(150);
    expect(firstPixel[2]).toBeLessThan(100);
  });

  it('goes down in quality and size for a picture full of detail', async () => {
    const noise = sharp({
      create: {
        width: 1_600,
        height: 1_600,
        channels: 3,
        background: '#808080',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    });
    const { bytes, metadata } = await scaled(await noise.jpeg({ quality: 90 }).toBuffer());
    expect(metadata.width).toBeLessThan(1_280);
    expect(bytes.byteLength).toBeLessThan(500 * 1024);
  });
});

describe('what cannot be scaled', () => {
  it('is a bomb: a small file of many pixels', async () => {
    const bomb = png(1, 1);
    bomb.writeUInt32BE(30_000, 16);
    bomb.writeUInt32BE(30_000, 20);
    const scaling = await scale(bomb);
    expect(scaling.kind).toBe('failed');
    const wide = await createPictureScaler({ seconds: 5, pixels: 1_000 })(await paint(50, 50).png().toBuffer());
    expect(wide).toEqual({ kind: 'failed', reason: 'it has too many pixels' });
  });

  it('is a file that is none', async () => {
    const scaling = await scale(Buffer.from('<html>not found</html>'));
    expect(scaling).toEqual({ kind: 'failed', reason: 'it cannot be read as a picture' });
  });

  it('is one that was cut off', async () => {
    const noise = sharp({
      create: {
        width: 400,
        height: 400,
        channels: 3,
        background: '#808080',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    });
    const whole = await noise.png().toBuffer();
    expect((await scale(whole.subarray(0, whole.length / 2))).kind).toBe('failed');
  });

  it('does not keep the next one from being scaled', async () => {
    const [bad, good] = await Promise.all([scale(Buffer.from('nothing')), scale(await paint(20, 20).png().toBuffer())]);
    expect([bad.kind, good.kind]).toEqual(['failed', 'scaled']);
  });

  it('is everything where the library is not there', async () => {
    const scaleNothing = createPictureScaler(undefined, () => Promise.reject(new Error('no binary for this machine')));
    expect(await scaleNothing(png(10, 10))).toEqual({ kind: 'unavailable' });
  });
});
