const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements that stand inside a line of text; all others begin a new block. */
export const inlineElements = names(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rb ruby s samp small span strike strong sub sup time tt u var wbr',
);

/** Elements without contents. */
export const voidElements = names('area base br col embed hr img input link meta param source track wbr');

/** Elements that the next of their kind closes, so that leaving their end tags out is no fault. */
export const selfEndingElements = names('p li dt dd option tr td th thead tbody tfoot');
