import type { ComponentChild } from 'preact';

/** A link that opens elsewhere and learns nothing of the console; anything but http(s) stays text. */
export const OuterLink = ({ href, children }: { readonly href: string; readonly children: ComponentChild }) =>
  /^https?:\/\//i.test(href) ? (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  ) : (
    <span>{children}</span>
  );

const address = /https?:\/\/[^\s<>"]+[^\s<>"'.,;:!?)\]]/gi;

/** Plain text as both platforms show it: bare addresses can be opened. */
export const linkAddresses = (text: string): readonly ComponentChild[] => {
  const nodes: ComponentChild[] = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    if (match.index > from) nodes.push(text.slice(from, match.index));
    nodes.push(<OuterLink href={match[0]}>{match[0]}</OuterLink>);
    from = match.index + match[0].length;
  }
  if (from < text.length) nodes.push(text.slice(from));
  return nodes;
};
