import { crc32, deflateSync } from 'node:zlib';

// Pictures as small as their formats allow. The PNG is a real one; of the others no more than the header is true.

/** A grey PNG. */
export const png = (width: number, height: number): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  // Each row begins with the number of its filter: none.
  const row = Buffer.alloc(width + 1, 0x7f).fill(0, 0, 1);
  const rows = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const magic = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([magic, pngChunk('IHDR', header), pngChunk('IDAT', rows), pngChunk('IEND', Buffer.alloc(0))]);
};

const pngChunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([uint32(data.length), body, uint32(crc32(body))]);
};

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** `thumbnail`: stands in an APP1 segment, as in pictures from a camera. */
export const jpeg = (width: number, height: number, thumbnail: Buffer = Buffer.alloc(0)): Buffer => {
  const frame = Buffer.from([8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0]);
  const scan = Buffer.from([1, 1, 0, 0, 0x3f, 0]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), thumbnail])),
    segment(0xc0, frame),
    segment(0xda, scan),
    Buffer.from([0x12, 0x34, 0x56, 0xff, 0xd9]),
  ]);
};

const segment = (marker: number, data: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff]), data]);

export const gif = (width: number, height: number): Buffer => {
  const size = Buffer.from([width & 0xff, width >> 8, height & 0xff, height >> 8]);
  return Buffer.concat([Buffer.from('GIF89a'), size, Buffer.from([0, 0, 0, 0x2c, 1, 2, 3, 4, 0x3b])]);
};

export const webp = {
  lossy: (width: number, height: number): Buffer =>
    riff('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, width & 0xff, width >> 8, height & 0xff, height >> 8]),
  lossless: (width: number, height: number): Buffer => {
    const bits = (width - 1) | ((height - 1) << 14);
    return riff('VP8L', [0x2f, bits & 0xff, (bits >> 8) & 0xff, (bits >> 16) & 0xff, (bits >> 24) & 0xff, 0]);
  },
  extended: (width: number, height: number): Buffer => {
    const [w, h] = [width - 1, height - 1];
    return riff('VP8X', [0, 0, 0, 0, w & 0xff, (w >> 8) & 0xff, w >> 16, h & 0xff, (h >> 8) & 0xff, h >> 16]);
  },
};

const riff = (chunk: string, data: readonly number[]): Buffer => {
  const bytes = Buffer.concat([Buffer.from(`RIFF....WEBP${chunk}....`), Buffer.from(data)]);
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.writeUInt32LE(data.length, 16);
  return bytes;
};
