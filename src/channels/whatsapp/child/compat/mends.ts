import { mendAvParams } from './av-params.ts';
import { mendMediaId } from './media-id.ts';
import { mendNewsletterCollection } from './newsletter-collection.ts';
import { mendSerialized } from './serialized.ts';

/**
 * What the library 1.34.7 no longer finds in WhatsApp Web, one by one. Each runs in the page, changes it only where it
 * must, and answers whether it did.
 */
export const mends: Readonly<Record<string, () => boolean>> = {
  'newsletter-collection': mendNewsletterCollection,
  serialized: mendSerialized,
  'av-params': mendAvParams,
  'media-id': mendMediaId,
};
