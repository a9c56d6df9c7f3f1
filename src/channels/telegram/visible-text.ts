const named: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** What readers see of Telegram HTML that we wrote: it has no other entities than these four. */
export const readVisibleText = (html: string): string =>
  tidyText(html.replace(/<[^>]*>/g, '').replace(/&(?:amp|lt|gt|quot);/g, (found) => named[found] ?? found));

/** Telegram drops or replaces some signs that nobody sees, and trims: such things make no difference between posts. */
export const tidyText = (text: string): string =>
  text
    .replace(/\u0333|\u033f|\u030a|\p{Cf}/gu, '')
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
