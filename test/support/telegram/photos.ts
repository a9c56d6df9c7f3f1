import { checkUrl } from './check-url.ts';
import type { Upload } from './multipart.ts';
import { hasParam, type Params, readText } from './params.ts';
import { readPictureSize } from './picture-size.ts';
import type { SeenPhoto, UrlPicture } from './port.ts';
import { badRequest } from './refusal.ts';

const LARGEST_UPLOAD = 10_485_760;
const LARGEST_FETCHED = 5 * 1024 * 1024;
const LARGEST_SIDES = 10_000;
const LARGEST_RATIO = 20;
const NAMES = /\.(?:jpe?g|gif|png|tif|bmp)$/i;

/** What the parameter `photo` holds, before anything was fetched or decoded. */
export type PhotoInput =
  | { readonly kind: 'upload'; readonly upload: Upload }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'file'; readonly photo: SeenPhoto };

export interface Photos {
  /** Syntax alone. */
  read(params: Params): PhotoInput;
  /** What Telegram's backend makes of it. */
  resolve(input: PhotoInput): SeenPhoto;
  serve(url: string, picture: UrlPicture): void;
}

export const createPhotos = (): Photos => {
  const files = new Map<string, SeenPhoto>();
  const served = new Map<string, UrlPicture>();
  // Telegram remembers what an address gave, failures included, for days.
  const fetched = new Map<string, UrlPicture>();

  const add = (bytes: Buffer): SeenPhoto => {
    const size = readPictureSize(bytes);
    if (!size) throw badRequest('IMAGE_PROCESS_FAILED');
    checkSides(size.width, size.height);
    const photo = { ...size, bytes: bytes.length, fileId: `AgACPhoto${files.size + 1}` };
    files.set(photo.fileId, photo);
    files.set(`${photo.fileId}s`, photo);
    return photo;
  };

  const fetch = (url: string): SeenPhoto => {
    const known = fetched.get(url) ?? served.get(url) ?? 'failed to get HTTP URL content';
    fetched.set(url, known);
    if (typeof known === 'string') throw badRequest(known);
    if (known.length > LARGEST_FETCHED) throw badRequest('wrong file identifier/HTTP URL specified');
    if (!readPictureSize(Buffer.from(known))) throw badRequest('wrong type of the web page content');
    return add(Buffer.from(known));
  };

  return {
    read: (params) => readInput(params, files),
    resolve: (input) => {
      if (input.kind === 'file') return input.photo;
      if (input.kind === 'url') return fetch(input.url);
      checkUpload(input.upload);
      return add(input.upload.bytes);
    },
    serve: (url, picture) => served.set(url, picture),
  };
};

const readInput = (params: Params, files: ReadonlyMap<string, SeenPhoto>): PhotoInput => {
  const text = readText(params, 'photo');
  const upload = params.files.get(text.startsWith('attach://') ? text.slice('attach://'.length) : 'photo');
  if (upload) return { kind: 'upload', upload };
  if (!hasParam(params, 'photo') || text.startsWith('attach://')) throw badRequest('there is no photo in the request');
  const photo = files.get(text);
  if (photo) return { kind: 'file', photo };
  if (!text.includes('.')) {
    throw badRequest("wrong remote file identifier specified: can't unserialize it. Wrong last symbol");
  }
  const checked = checkUrl(text);
  if ('fault' in checked) throw badRequest(`invalid file HTTP URL specified: ${checked.fault}`);
  return { kind: 'url', url: checked.url };
};

const checkUpload = ({ filename, bytes }: Upload): void => {
  if (bytes.length === 0) throw badRequest('file must be non-empty');
  if (bytes.length > LARGEST_UPLOAD) {
    throw badRequest(
      `file of size ${bytes.length} bytes is too big for a photo; the maximum size is ${LARGEST_UPLOAD} bytes`,
    );
  }
  if (filename.includes('.') && !NAMES.test(filename)) {
    throw badRequest('photo has unsupported extension. Use one of .jpg, .jpeg, .gif, .png, .tif or .bmp');
  }
};

const checkSides = (width: number, height: number): void => {
  const ratio = Math.max(width, height) / Math.min(width, height);
  if (width + height > LARGEST_SIDES || !(ratio <= LARGEST_RATIO)) throw badRequest('PHOTO_INVALID_DIMENSIONS');
};
