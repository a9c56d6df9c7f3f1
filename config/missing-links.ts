import type { z } from 'zod';
import type { ChannelInput } from './channel-schema.ts';
import { hasLink, parseTemplate } from './template.ts';

interface Templates {
  readonly newsroom: { readonly template?: readonly string[] };
  readonly channels: readonly ChannelInput[];
}

/** A post leads to its article: by the part {link}, or by a button. */
export const reportMissingLinks = ({ newsroom, channels }: Templates, context: z.RefinementCtx): void => {
  const report = (path: readonly PropertyKey[], message: string): void =>
    context.addIssue({ code: 'custom', path: [...path, 'template'], message });
  const needs = ({ template }: { readonly template?: readonly string[] }): boolean =>
    template !== undefined && !hasLink(parseTemplate(template));

  for (const [at, channel] of channels.entries())
    if (needs(channel) && !hasButton(channel)) report(['channels', at], 'expected the part {link}, or a button');
  const bare = channels.filter((channel) => channel.template === undefined && !hasButton(channel));
  if (needs(newsroom) && bare.length > 0)
    report(['newsroom'], `expected the part {link}, which no button carries on ${bare.map(({ id }) => id).join(', ')}`);
};

const hasButton = (channel: ChannelInput): boolean => channel.platform === 'telegram' && channel.button !== undefined;
