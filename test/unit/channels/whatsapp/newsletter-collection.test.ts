import { afterEach, describe, expect, it } from '@jest/globals';
import { mendNewsletterCollection } from '../../../../src/channels/whatsapp/child/compat/newsletter-collection.ts';

const collection = { getModelsArray: () => [], find: () => null };

/** The page's `require` is a global of the page. */
const inPage = (collections: Record<string, unknown>): boolean => {
  Object.assign(globalThis, { require: () => collections });
  return mendNewsletterCollection();
};
afterEach(() => {
  Object.assign(globalThis, { require: undefined });
});

describe('the collection of channels under another name', () => {
  it('is found under the name that the library knows', () => {
    const collections: Record<string, unknown> = {
      NewsletterMetadataCollection: collection,
      NewsletterStore: collection,
    };
    expect(inPage(collections)).toBe(true);
    expect(collections.WAWebNewsletterCollection).toBe(collection);
  });

  it('is left alone where it has the name', () => {
    expect(inPage({ WAWebNewsletterCollection: collection })).toBe(false);
  });

  it('is not taken for something else', () => {
    const collections: Record<string, unknown> = { NewsletterMetadataCollection: collection, NewsletterUtils: {} };
    expect(inPage(collections)).toBe(false);
    expect(collections.WAWebNewsletterCollection).toBeUndefined();
  });
});
