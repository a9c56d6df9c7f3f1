import type { Looks, Message, Picture, Post } from '../../src/article/post.ts';
import { renderMessage } from '../../src/compose/messages/render-message.ts';

/** A red PNG of 320 by 200. */
const red =
  'iVBORw0KGgoAAAANSUhEUgAAAUAAAADICAIAAAAWZq/8AAABvElEQVR42u3TQQkAAAwDsQqrfyZrIvYaBKLg4DIt8FQkAAMDBgYM' +
  'DAYGDAwYGDAwGBgwMGBgMDBgYMDAgIHBwICBAQMDBgYDAwYGDAwGBgwMGBgwMBgYMDBgYMDAYGDAwICBwcCAgQEDAwYGAwMGBgwM' +
  'BlYBDAwYGDAwGBgwMGBgwMBgYMDAgIHBwICBAQMDBgYDAwYGDAwYGAwMGBgwMBgYMDBgYMDAYGDAwICBAQODgQEDAwYGAwMGBgwM' +
  'GBgMDBgYMDAYGDAwYGDAwGBgwMCAgQEDg4EBAwMGBgMDBgYMDBgYDAwYGDAwYGAwMGBgwMBgYMDAgIEBA4OBAQMDBgYMDAYGDAwY' +
  'GAwMGBgwMGBgMDBgYMDAYGDAwICBAQODgQEDAwYGDAwGBgwMGBgMDBgYMDBgYDAwYGDAwICBwcCAgQEDg4EBAwMGBgwMBgYMDBgY' +
  'DKwCGBgwMGBgMDBgYMDAgIHBwICBAQODgQEDAwYGDAwGBgwMGBgwMBgYMDBgYDAwYGDAwICBwcCAgQEDAwYGAwMGBgwMBgYMDBgY' +
  'MDAYGDAwYGAwMGBgwMCAgcHAgIEBAwMGBgMDBgYuFt1QkklwvzdGAAAAAElFTkSuQmCC';

/** A PNG of 400 by 10: no platform takes a picture so flat. */
const flat =
  'iVBORw0KGgoAAAANSUhEUgAAAZAAAAAKCAIAAAAVV58KAAAANklEQVR42u3UQQ0AAAgDsQmb/yALHYQmVXCPy7QAJ0QCwLAADAsw' +
  'LADDAjAswLAADAvAsIAfFryiiR5rftuEAAAAAElFTkSuQmCC';

const pictureOf = (base64: string): Picture => ({
  bytes: Buffer.from(base64, 'base64'),
  type: 'image/png',
  filename: 'red.png',
});

export const aPicture = pictureOf(red);
export const aFlatPicture = pictureOf(flat);

const post: Post = {
  headline: 'Körpü açıldı & <b>"hamı"</b> *sevinir*',
  summary: 'Bakıda yeni körpü istifadəyə verilib. Hərəkət bazar ertəsi başlayır.',
  link: 'https://news.example/az/1009',
  image: 'https://news.example/1009.jpg',
  credit: null,
  tags: [],
  section: null,
  language: 'az',
  breaking: false,
  confidence: 1,
};

/** A message as the compose step writes it. */
export const aMessage = (looks: Looks, changes: Partial<Post> = {}, picture: Picture | null = null): Message => ({
  ...renderMessage({ ...post, ...changes }, looks, { picture: picture !== null }),
  picture,
});
