import type { Markup } from './markup.ts';

const escaped: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const unescaped: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

const escapeText = (text: string): string => text.replace(/[&<>]/g, (found) => escaped[found] ?? found);
const escapeAttribute = (text: string): string => text.replace(/[&<>"]/g, (found) => escaped[found] ?? found);

/**
 * Telegram drops a link without a word when it finds no dot in the host, and its rules for odd hosts and ports are its
 * own; an address that is not plainly a public one is therefore written out.
 */
const survivesAsLink = (url: string): boolean =>
  /^https?:\/\/(?:[\p{L}\p{M}\p{N}_-]+\.)+[\p{L}\p{M}\p{N}-]+(?::[1-9]\d{0,3})?(?:[/?#]|$)/iu.test(url);

/** Telegram's HTML: https://core.telegram.org/bots/api#html-style */
export const telegramMarkup: Markup = {
  plain: escapeText,
  bold: (line) => `<b>${escapeText(line)}</b>`,
  link: (url, words) =>
    survivesAsLink(url) ? `<a href="${escapeAttribute(url)}">${escapeText(words)}</a>` : escapeText(url),
  measure: (markup) =>
    markup.replace(/<[^>]*>/g, '').replace(/&(?:amp|lt|gt|quot);/g, (found) => unescaped[found] ?? found).length,
};
