import type { Picture } from '../article/post.ts';

export type Scaling =
  | { readonly kind: 'scaled'; readonly picture: Picture }
  | { readonly kind: 'failed'; readonly reason: string }
  /** This machine has no library for it. */
  | { readonly kind: 'unavailable' };

/** Makes of a picture what messengers show well: see `createPictureScaler`. */
export type ScalePicture = (bytes: Uint8Array) => Promise<Scaling>;

export interface ScaleLimits {
  /** For one of the sizes that are tried. */
  readonly seconds: number;
  /** Width times height; a small file may unfold to more than the machine has. */
  readonly pixels: number;
}

const usualLimits: ScaleLimits = { seconds: 5, pixels: 50_000_000 };

// Telegram keeps photos at no more than 1280 pixels, which is enough for any telephone.
const sizes = [
  { side: 1_280, quality: 82 },
  { side: 1_280, quality: 70 },
  { side: 1_024, quality: 65 },
  { side: 800, quality: 60 },
] as const;
const enough = 400 * 1024;

type Library = typeof import('sharp').default;

/**
 * Scales to at most 1280 pixels and some 400 KB of JPEG: upright, in sRGB, on white, the first frame, nothing but the
 * picture kept (a camera also notes where it was). One picture at a time, because a large one takes much memory.
 */
export const createPictureScaler = (
  limits: ScaleLimits = usualLimits,
  load: () => Promise<Library> = loadLibrary,
): ScalePicture => {
  let library: Promise<Library | null> | null = null;
  let before: Promise<unknown> = Promise.resolve();
  return (bytes) => {
    const scaling = before.then(async (): Promise<Scaling> => {
      library ??= load().catch(() => null);
      const sharp = await library;
      return sharp === null ? { kind: 'unavailable' } : scale(sharp, bytes, limits);
    });
    before = scaling;
    return scaling;
  };
};

/** Loaded with the first picture: it takes memory, and its binary is not there for every machine. */
const loadLibrary = async (): Promise<Library> => {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
};

const scale = async (sharp: Library, bytes: Uint8Array, limits: ScaleLimits): Promise<Scaling> => {
  try {
    return { kind: 'scaled', picture: await shrink(sharp, bytes, limits) };
  } catch (error) {
    return { kind: 'failed', reason: explain(error instanceof Error ? error.message : '', limits.seconds) };
  }
};

const shrink = async (sharp: Library, bytes: Uint8Array, { seconds, pixels }: ScaleLimits): Promise<Picture> => {
  let scaled = new Uint8Array();
  for (const { side, quality } of sizes) {
    scaled = await sharp(bytes, { limitInputPixels: pixels, failOn: 'error', sequentialRead: true })
      .autoOrient()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality })
      .timeout({ seconds })
      .toBuffer();
    if (scaled.byteLength <= enough) break;
  }
  return { bytes: scaled, type: 'image/jpeg', filename: 'picture.jpg' };
};

const explain = (words: string, seconds: number): string => {
  if (/pixel limit/i.test(words)) return 'it has too many pixels';
  if (/timeout/i.test(words)) return `it could not be scaled within ${seconds} s`;
  return 'it cannot be read as a picture';
};
