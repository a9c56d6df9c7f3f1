/**
 * September 2026 (whatsapp-web.js issue 201922): prepared media carry an id of their own, which the library spreads over
 * the id of the message. Hidden from spreading, it does no harm; nothing changes where there is none.
 */
export const mendMediaId = (): boolean => {
  interface Prepared {
    waitForPrep(): Promise<object>;
  }
  interface Preparing {
    prepRawMedia: ((...of: unknown[]) => Prepared) & { tellal?: true };
  }
  const page = globalThis as unknown as { require(name: string): Preparing };
  const preparing = page.require('WAWebPrepRawMedia');
  const own = preparing.prepRawMedia;
  if (!own || own.tellal) return false;
  const hideId = (media: object): object => {
    for (
      let at: object | null = media;
      at && at !== Object.prototype;
      at = Object.getPrototypeOf(at) as object | null
    ) {
      const found = Object.getOwnPropertyDescriptor(at, '__x_id');
      if (found?.enumerable && found.configurable) Object.defineProperty(at, '__x_id', { ...found, enumerable: false });
    }
    return media;
  };
  preparing.prepRawMedia = (...of) => {
    const prepared = own.apply(preparing, of);
    const wait = prepared.waitForPrep.bind(prepared);
    prepared.waitForPrep = async () => hideId(await wait());
    return prepared;
  };
  preparing.prepRawMedia.tellal = true;
  return false;
};
