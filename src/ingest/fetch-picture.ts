import type { Picture } from '../article/post.ts';
import type { Fetcher } from './guarded-fetch.ts';
import { type PictureHeader, readPictureHeader } from './picture-header.ts';
import type { ScalePicture } from './scale-picture.ts';
import { shareAnswers } from './share-answers.ts';

export type PictureFetch =
  | { readonly kind: 'fetched'; readonly picture: Picture }
  | { readonly kind: 'failed'; readonly reason: string };

const maxBytes = 10 * 1024 * 1024;
// What Telegram takes as a photo (Bot API, sendPhoto); WhatsApp takes more.
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

/**
 * Fetches, checks and scales pictures; one that several channels ask for is fetched once. Where pictures cannot be
 * scaled, one that is within the limits is sent as it was. `now`: epoch milliseconds.
 */
export const createPictureFetcher = (
  fetcher: Pick<Fetcher, 'fetch'>,
  scalePicture: ScalePicture,
  now: () => number = Date.now,
): ((url: string) => Promise<PictureFetch>) =>
  shareAnswers({
    ask: async (url) => {
      const began = now();
      const first = await fetcher.fetch({ url, accept, maxBytes });
      const isFlaw = first.kind === 'failed' && first.retry && !first.gone && now() - began < quickMs;
      const fetched = isFlaw ? await fetcher.fetch({ url, accept, maxBytes }) : first;
      return fetched.kind === 'failed' ? refuse(fetched.reason) : readPicture(fetched.bytes, scalePicture);
    },
    bytesOf: (answer) => (answer.kind === 'fetched' ? answer.picture.bytes.byteLength : 0),
    keepMsOf: (answer) => (answer.kind === 'fetched' ? keepMs : keepFailureMs),
    bounds: keptPictures,
    now,
  });

const readPicture = async (bytes: Uint8Array, scalePicture: ScalePicture): Promise<PictureFetch> => {
  const header = readPictureHeader(bytes);
  if (header === null) return refuse('it is not a jpeg, png, webp or gif');
  const fault = findFault(header);
  if (fault !== null) return refuse(fault);
  const scaling = await scalePicture(bytes);
  switch (scaling.kind) {
    case 'scaled':
      return { kind: 'fetched', picture: scaling.picture };
    case 'failed':
      return refuse(scaling.reason);
    case 'unavailable':
      return takeAsItIs(bytes, header);
  }
};

const findFault = ({ width, height, whole }: PictureHeader): string | null => {
  if (!whole) return 'the file is cut off';
  if (width < 1 || height < 1) return 'it has no size';
  return Math.max(width / height, height / width) > maxRatio
    ? `${width} x ${height} pixels are longer than ${maxRatio} to 1`
    : null;
};

const takeAsItIs = (bytes: Uint8Array, { type, width, height }: PictureHeader): PictureFetch =>
  width + height > maxSides
    ? refuse(`${width} x ${height} pixels are more than ${maxSides} together`)
    : { kind: 'fetched', picture: { bytes, type, filename: `picture.${extensions[type]}` } };

const refuse = (reason: string): PictureFetch => ({ kind: 'failed', reason });
