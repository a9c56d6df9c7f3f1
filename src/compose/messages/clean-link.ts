import type { Utm } from '../../article/wording.ts';
import { longestLink } from './limits.ts';
import { tagLink } from './tag-link.ts';

/** What cannot stand in an address as it is: white space, controls, quotes, brackets, marks of direction. */
const impossible = /[\s\p{Cc}"<>`\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/**
 * The address with its UTM parameters, untouched unless it holds what no address can hold (that is percent-encoded),
 * then what may stand in for it where it is too long: without the parameters, without its fragment, without its query,
 * and at last the site's front page.
 */
export const linkForms = (link: string, utm: Utm): readonly string[] => {
  const address = link
    .trim()
    .replace(/\p{Surrogate}/gu, '')
    .replace(impossible, encodeURIComponent);
  const site = /^[a-z]+:\/\/[^/?#]+/i.exec(address)?.[0];
  const shorter = [address.replace(/#.*$/, ''), address.replace(/[?#].*$/, ''), ...(site ? [`${site}/`] : [])];
  const forms = [tagLink(address, utm), address, ...shorter];
  return forms.filter((form) => form !== '' && form.length <= longestLink);
};
