/** January 2026: the collection of channels had another name, and the library dropped sends without a word. */
export const mendNewsletterCollection = (): boolean => {
  const page = globalThis as unknown as { require(name: string): Record<string, unknown> };
  const collections = page.require('WAWebCollections');
  const known = 'WAWebNewsletterCollection';
  if (collections[known]) return false;
  const looksAlike = (name: string): boolean => {
    const found = collections[name] as { readonly getModelsArray?: unknown; readonly find?: unknown } | undefined;
    return Boolean(found?.getModelsArray && found.find);
  };
  const other = Object.keys(collections).find((name) => /newsletter/i.test(name) && !/metadata/i.test(name));
  if (!other || !looksAlike(other)) return false;
  Object.defineProperty(collections, known, { get: () => collections[other], configurable: true });
  return true;
};
