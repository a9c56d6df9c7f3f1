import type { ComponentChild } from 'preact';
import { linkAddresses } from './markup-text.tsx';

/**
 * A mark opens where a word could begin and closes where one could end, within one line
 * (https://faq.whatsapp.com/539178204879377). Addresses come first: an underscore in one is no mark.
 */
const span =
  /(https?:\/\/\S+)|(?<![\p{L}\p{N}])(?:```(\S(?:[^\n]*?\S)?)```|`([^`\n]+)`|\*(?=\S)([^*\n]*[^*\s])\*|_(?=\S)([^_\n]*[^_\s])_|~(?=\S)([^~\n]*[^~\s])~)(?![\p{L}\p{N}])/gu;

const format = (line: string): readonly ComponentChild[] => {
  const nodes: ComponentChild[] = [];
  let from = 0;
  for (const match of line.matchAll(span)) {
    if (match.index > from) nodes.push(line.slice(from, match.index));
    from = match.index + match[0].length;
    const [, address, block, code, bold, italic, strike] = match;
    if (address) nodes.push(...linkAddresses(address));
    else if (block) nodes.push(<code>{block}</code>);
    else if (code) nodes.push(<code>{code}</code>);
    else if (bold) nodes.push(<b>{format(bold)}</b>);
    else if (italic) nodes.push(<i>{format(italic)}</i>);
    else if (strike) nodes.push(<s>{format(strike)}</s>);
  }
  if (from < line.length) nodes.push(line.slice(from));
  return nodes;
};

const formatLine = (line: string): ComponentChild => {
  if (line.startsWith('> ')) return <blockquote>{format(line.slice(2))}</blockquote>;
  if (/^[-*] \S/.test(line)) return <span class="item">{format(line.slice(2))}</span>;
  return <>{format(line)}</>;
};

/** WhatsApp's markup as nodes. */
export const WhatsappMarkup = ({ text }: { readonly text: string }) => (
  <>
    {text.split('\n').map((line, index) => (
      <>
        {index > 0 && '\n'}
        {formatLine(line)}
      </>
    ))}
  </>
);
