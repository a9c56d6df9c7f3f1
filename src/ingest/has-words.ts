const word = /[\p{L}\p{N}]/u;
const reference = /&(?:#\w+|\w+);/gu;
const unread = /^<(?:script|style)\b/i;

/** False if HTML shows nothing but pictures and empty paragraphs. */
export const hasWords = (html: string): boolean => {
  const unreadEnd = /<\/(?:script|style)\b/gi;
  for (let at = 0; ; ) {
    const open = html.indexOf('<', at);
    const shown = html.slice(at, open === -1 ? html.length : open);
    if (word.test(shown.replace(reference, ' '))) return true;
    if (open === -1) return false;
    unreadEnd.lastIndex = open;
    const end = unread.test(html.slice(open, open + 10)) ? (unreadEnd.exec(html)?.index ?? -1) : open;
    const close = end === -1 ? -1 : html.indexOf('>', end);
    // What is not closed may be anything.
    if (close === -1) return word.test(html.slice(open));
    at = close + 1;
  }
};
