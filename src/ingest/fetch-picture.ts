import type { Picture } from '../article/post.ts';
import type { Fetcher } from './guarded-fetch.ts';
import { readPictureHeader } from './picture-header.ts';
import { shareAnswers } from './share-answers.ts';

export type PictureFetch =
  | { readonly kind: 'fetched'; readonly picture: Picture }
  | { readonly kind: 'failed'; readonly reason: string };

// What Telegram takes as a photo (Bot API, sendPhoto); WhatsApp takes more.
const maxBytes = 10 * 1024 * 1024;
const maxSides = 10_000;
const maxRatio = 20;

const keptPictures = { answers: 50, bytes: 32 * 1024 * 1024 };
const keepMs = 10 * 60_000;
/** Long enough for one fan-out, short enough for an editor who mends it. */
const keepFailureMs = 30_000;

/** A failure that came as fast as this is often over at once; a lane must not wait for a second slow one. */
const quickMs = 2_000;

const accept = 'image/jpeg,image/png,image/webp,image/gif';
const extensions = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'image/gif': 'gif' } as const;

/** Fetches and checks pictures; one that several channels ask for is fetched once. `now`: epoch milliseconds. */
export const createPictureFetcher = (
  fetcher: Pick<Fetcher, 'fetch'>,
  now: () => number = Date.now,
): ((url: string) => Promise<PictureFetch>) =>
  shareAnswers({
    ask: async (url) => {
      const began = now();
      const first = await fetcher.fetch({ url, accept, maxBytes });
      const isFlaw = first.kind === 'failed' && first.retry && !first.gone && now() - began < quickMs;
      const fetched = isFlaw ? await fetcher.fetch({ url, accept, maxBytes }) : first;
      return fetched.kind === 'failed' ? refuse(fetched.reason) : checkPicture(fetched.bytes);
    },
    bytesOf: (answer) => (answer.kind === 'fetched' ? answer.picture.bytes.byteLength : 0),
    keepMsOf: (answer) => (answer.kind === 'fetched' ? keepMs : keepFailureMs),
    bounds: keptPictures,
    now,
  });

const checkPicture = (bytes: Uint8Array): PictureFetch => {
  const header = readPictureHeader(bytes);
  if (header === null) return refuse('it is not a jpeg, png, webp or gif');
  const { type, width, height, whole } = header;
  if (!whole) return refuse('the file is cut off');
  if (width < 1 || height < 1) return refuse('it has no size');
  if (width + height > maxSides) return refuse(`${width} x ${height} pixels are more than ${maxSides} together`);
  if (Math.max(width / height, height / width) > maxRatio) {
    return refuse(`${width} x ${height} pixels are longer than ${maxRatio} to 1`);
  }
  return { kind: 'fetched', picture: { bytes, type, filename: `picture.${extensions[type]}` } };
};

const refuse = (reason: string): PictureFetch => ({ kind: 'failed', reason });
