/** A file that nobody can hold in the head is two files. */
export const maxLines = 300;

/**
 * @param {readonly { readonly path: string, readonly text: string }[]} files
 * @returns {readonly string[]} a line for each file that is too long
 */
export const findLongFiles = (files) =>
  files
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0) }))
    .filter(({ lines }) => lines > maxLines)
    .map(({ path, lines }) => `${path}: ${lines} lines, ${maxLines} at most`);
