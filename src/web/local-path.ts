/** A path of this server as it is; anything that could lead elsewhere becomes `/`. */
export const toLocalPath = (path: unknown): string =>
  typeof path === 'string' && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(path) ? path : '/';
