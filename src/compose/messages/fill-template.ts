import type { PartName, Template, TemplateLine } from '../../article/wording.ts';

/** Parts in finished markup; a part that is not there, or is empty, leaves nothing behind. */
export type Parts = Partial<Readonly<Record<PartName, string>>>;

/** A message in finished markup. `plain` writes the newsroom's own words. */
export const fillTemplate = (template: Template, parts: Parts, plain: (words: string) => string): string => {
  let message = '';
  let isApart = false;
  for (const line of template) {
    if (isSpace(line)) isApart = true;
    const text = fillLine(line, parts, plain);
    if (text === '') continue;
    if (message !== '') message += isApart ? '\n\n' : '\n';
    message += text;
    isApart = false;
  }
  return message;
};

const isSpace = ({ parts, after }: TemplateLine): boolean => parts.length === 0 && after === '';

/**
 * Words before a part go with it, so that no comma is left where a part is missing; what stands between two parts is
 * written only if something stands before it.
 */
const fillLine = ({ parts, after }: TemplateLine, given: Parts, plain: (words: string) => string): string => {
  let line = '';
  for (const [at, { before, part }] of parts.entries()) {
    const text = given[part] ?? '';
    if (text !== '') line += (at === 0 || line !== '' ? plain(before) : '') + text;
  }
  const last = parts.at(-1)?.part;
  return (last === undefined || given[last] ? line + plain(after) : line).trim();
};
