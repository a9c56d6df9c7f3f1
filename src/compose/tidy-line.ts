// A full stop glued to the next sentence by an editor: "...сказал он.Позднее".
const glued = /(?<=\p{Ll}{3}[.!?]["»”]?)(?=\p{Lu}\p{Ll}{2,}\s)/gu;
/** What players and buttons leave in the text of a page, with no mark to tell them from the sentence after. */
const widgets =
  /media playback is (?:un|not )supported on your (?:device|browser)|click to share on \p{L}+ \(opens in (?:a )?new window\)|\(opens in (?:a )?new window\)|get (?:\p{L}+ )?updates directly to your inbox|\+ subscribe|thank you for subscribing!?|could not subscribe, try again later|invalid email|skip ad(?: ad)? loading\.{3}|\bx (?:embed|share)\b|scroll down for video|читать (?:далее|полностью)|подробнее\s*(?:»|>+|→)|\((?:фото|видео|аудио|photos?|videos?|foto|fotolar|video)(?:\s*[,+/]\s*(?:фото|видео|photos?|videos?|foto|video))*\)/giu;

// A counter of comments or views that a page glues to its lead: "0Сегодня ...".
const gluedCounter = /^\d{1,5}(?=[А-ЯЁ]\p{Ll})/u;

/** A block without glued sentences, without the leavings of widgets, and without the headline at its head. */
export const tidyLine = (line: string, headline: string): string => {
  const text = line.replace(widgets, ' ').replace(gluedCounter, '').replace(glued, ' ').replace(/\s+/gu, ' ').trim();
  const isHead = headline.length > 20 && text.length > headline.length && text.startsWith(headline);
  return isHead ? text.slice(headline.length).replace(/^[\s.,:;|»–—-]+/u, '') : text;
};
