/** July 2026 (whatsapp-web.js issue 201823): `Msg#avParams` became a function of a module of its own. */
export const mendAvParams = (): boolean => {
  interface Msg {
    avParams?(): unknown;
  }
  const page = globalThis as unknown as {
    require(name: 'WAWebCollections'): { readonly Msg: { readonly modelClass: { readonly prototype: Msg } } };
    require(name: 'WAWebMediaMetadata'): { mediaMetadata?(msg: Msg): unknown };
  };
  const { prototype } = page.require('WAWebCollections').Msg.modelClass;
  if (prototype.avParams) return false;
  const { mediaMetadata } = page.require('WAWebMediaMetadata');
  if (!mediaMetadata) return false;
  prototype.avParams = function (this: Msg) {
    return mediaMetadata(this);
  };
  return true;
};
