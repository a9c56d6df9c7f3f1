import type { ComponentChild } from 'preact';
import { linkAddresses, OuterLink } from './markup-text.tsx';

interface Open {
  readonly tag: string;
  readonly href: string;
  readonly children: ComponentChild[];
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** https://core.telegram.org/bots/api#html-style names four entities, and numeric ones. */
const decode = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot));/gi, (whole, hex, decimal, name) => {
    if (name) return entities[String(name).toLowerCase()] ?? whole;
    const point = Number.parseInt(hex ?? decimal, hex ? 16 : 10);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });

const close = ({ tag, href, children }: Open): ComponentChild => {
  switch (tag) {
    case 'b':
    case 'strong':
      return <b>{children}</b>;
    case 'i':
    case 'em':
      return <i>{children}</i>;
    case 'u':
    case 'ins':
      return <u>{children}</u>;
    case 's':
    case 'strike':
    case 'del':
      return <s>{children}</s>;
    case 'code':
      return <code>{children}</code>;
    case 'pre':
      return <pre>{children}</pre>;
    case 'blockquote':
      return <blockquote>{children}</blockquote>;
    case 'a':
      return <OuterLink href={href}>{children}</OuterLink>;
    default:
      return <span class="spoiler">{children}</span>;
  }
};

/** Hashtags stand out as Telegram draws them. */
const Words = ({ text }: { readonly text: string }) => (
  <>
    {text
      .split(/((?<![\p{L}\p{N}_/&])#[\p{L}\p{N}_]+)/u)
      .map((part, index) => (index % 2 === 1 ? <span class="tag">{part}</span> : part))}
  </>
);

const markup = /<(\/?)(b|strong|i|em|u|ins|s|strike|del|code|pre|blockquote|a|tg-spoiler|span)((?:\s[^<>]*)?)>/gi;

/** Telegram's HTML subset as nodes; whatever is not of the subset stays text. */
export const TelegramMarkup = ({ text }: { readonly text: string }) => {
  const stack: Open[] = [{ tag: '', href: '', children: [] }];
  const top = (): Open => stack[stack.length - 1] as Open;
  const addText = (part: string): void => {
    if (part === '') return;
    const inLink = stack.some(({ tag }) => tag === 'a');
    const nodes = inLink ? [decode(part)] : linkAddresses(decode(part));
    top().children.push(...nodes.map((node) => (typeof node === 'string' ? <Words text={node} /> : node)));
  };
  const closeTop = (): void => {
    const open = stack.pop() as Open;
    top().children.push(close(open));
  };
  let from = 0;
  for (const match of text.matchAll(markup)) {
    addText(text.slice(from, match.index));
    from = match.index + match[0].length;
    const tag = (match[2] ?? '').toLowerCase();
    if (match[1] === '') {
      const href = decode(
        /\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/i
          .exec(match[3] ?? '')
          ?.slice(1)
          .find(Boolean) ?? '',
      );
      stack.push({ tag, href, children: [] });
    } else if (stack.some((open) => open.tag === tag)) {
      while (top().tag !== tag) closeTop();
      closeTop();
    }
  }
  addText(text.slice(from));
  while (stack.length > 1) closeTop();
  return <>{top().children}</>;
};
