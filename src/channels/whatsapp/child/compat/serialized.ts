/** July 2026 (whatsapp-web.js issues 201830, 201832, 201833): ids of chats and messages have `$1` for `_serialized`. */
export const mendSerialized = (): boolean => {
  interface Id {
    readonly $1?: unknown;
    readonly _serialized?: unknown;
  }
  const page = globalThis as unknown as {
    require(name: 'WAWebWidFactory'): { createWid(id: string): Id };
    require(name: 'WAWebMsgKey'): new (parts: object) => Id;
  };
  const mend = (id: Id): boolean => {
    if (id._serialized !== undefined || id.$1 === undefined) return false;
    Object.defineProperty(Object.getPrototypeOf(id), '_serialized', {
      configurable: true,
      get(this: Id) {
        return this.$1;
      },
      // A page that sets it after all gets a plain property.
      set(this: Id, value: unknown) {
        Object.defineProperty(this, '_serialized', { value, writable: true, configurable: true, enumerable: true });
      },
    });
    return true;
  };
  const wid = page.require('WAWebWidFactory').createWid('120363000000000000@newsletter');
  const mendedWids = mend(wid);
  const key = new (page.require('WAWebMsgKey'))({ from: wid, to: wid, id: '3EB0', selfDir: 'out' });
  return mend(key) || mendedWids;
};
