import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';

/** The encodings that `readBody` undoes, as `accept-encoding` says them. */
export const acceptedEncodings = 'gzip, br';

export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

export class UnknownEncodingError extends Error {
  override readonly name = 'UnknownEncodingError';
}

/** Reads a response to its end, counting decompressed bytes, so that a small bomb cannot become a large buffer. */
export const readBody = async (
  body: Readable,
  encoding: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const collect = async (source: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const chunk of source) {
      size += chunk.byteLength;
      if (size > maxBytes) return;
      chunks.push(chunk);
    }
  };
  const decoder = createDecoder(encoding);
  try {
    if (decoder) await pipeline(body, decoder, collect, { signal });
    else await pipeline(body, collect, { signal });
  } catch (error) {
    // Stopping in the middle may itself be reported as an error.
    if (size <= maxBytes) throw error;
  }
  if (size > maxBytes) throw new TooLargeError();
  return Buffer.concat(chunks, size);
};

const createDecoder = (encoding: string): Transform | null => {
  switch (encoding.trim().toLowerCase()) {
    case '':
    case 'identity':
      return null;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    default:
      throw new UnknownEncodingError(encoding);
  }
};
