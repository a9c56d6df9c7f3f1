import type { Picture } from '../article/post.ts';

export interface PictureHeader {
  readonly type: Picture['type'];
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** False: the file ends before the picture does. */
  readonly whole: boolean;
}

/** Recognises a picture by its bytes and reads its size; null if it is none of the four types. */
export const readPictureHeader = (bytes: Uint8Array): PictureHeader | null => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const reader = readers.find(({ starts }) => starts(file));
  if (!reader) return null;
  try {
    return { type: reader.type, ...reader.read(file) };
  } catch (error) {
    if (isBeyondEnd(error)) return { type: reader.type, width: 0, height: 0, whole: false };
    throw error;
  }
};

/** What Buffer throws when a file that was cut off in its header is read on. */
const isBeyondEnd = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_OUT_OF_RANGE';

interface Reader {
  readonly type: Picture['type'];
  readonly starts: (file: Buffer) => boolean;
  readonly read: (file: Buffer) => Omit<PictureHeader, 'type'>;
}

/** ITU T.81: segments up to the start of the scan; the size stands in the frame header (SOF). */
const readJpeg = (file: Buffer): Omit<PictureHeader, 'type'> => {
  let size = { width: 0, height: 0 };
  let at = 2;
  for (;;) {
    while (file.readUInt8(at + 1) === 0xff) at += 1;
    const marker = file.readUInt16BE(at);
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) size = { height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) };
    // The end is looked for behind the start of the scan: a thumbnail in the header has an end of its own.
    if (marker === 0xffda) return { ...size, whole: file.lastIndexOf(endOfJpeg) > at };
    if (marker < 0xffc0) return { ...size, whole: false };
    at += 2 + file.readUInt16BE(at + 2);
  }
};
const endOfJpeg = Buffer.from([0xff, 0xd9]);

const readPng = (file: Buffer): Omit<PictureHeader, 'type'> => {
  const size = { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
  for (let at = 8; at + 12 <= file.length; at += 12 + file.readUInt32BE(at)) {
    if (file.toString('latin1', at + 4, at + 8) === 'IEND') return { ...size, whole: true };
  }
  return { ...size, whole: false };
};

/** RFC 9649: the first chunk says which of the three layouts follows. */
const readWebp = (file: Buffer): Omit<PictureHeader, 'type'> => {
  const whole = file.length >= 8 + file.readUInt32LE(4);
  switch (file.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { whole, width: 1 + file.readUIntLE(24, 3), height: 1 + file.readUIntLE(27, 3) };
    case 'VP8L': {
      const bits = file.readUInt32LE(21);
      return { whole, width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
    }
    case 'VP8 ':
      return { whole, width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff };
    default:
      return { whole, width: 0, height: 0 };
  }
};

const readGif = (file: Buffer): Omit<PictureHeader, 'type'> => {
  let end = file.length;
  // Some encoders pad a file behind its trailer.
  while (file[end - 1] === 0) end -= 1;
  return { width: file.readUInt16LE(6), height: file.readUInt16LE(8), whole: end > 13 && file[end - 1] === 0x3b };
};

const startsWith =
  (magic: string, at = 0) =>
  (file: Buffer): boolean =>
    file.toString('latin1', at, at + magic.length) === magic;

const readers: readonly Reader[] = [
  { type: 'image/jpeg', starts: startsWith('\xff\xd8\xff'), read: readJpeg },
  { type: 'image/png', starts: startsWith('\x89PNG\r\n\x1a\n'), read: readPng },
  { type: 'image/webp', starts: (file) => startsWith('RIFF')(file) && startsWith('WEBP', 8)(file), read: readWebp },
  { type: 'image/gif', starts: startsWith('GIF8'), read: readGif },
];
