import type { ChannelConfig, Takes } from './article/channel.ts';
import type { Post } from './article/post.ts';

/** Whether one channel is told; `skippedBy` names the rule that says no. */
export interface Decision {
  readonly channel: string;
  readonly skippedBy: string | null;
}

export interface RouteOptions {
  /** Channel ids that an editor named: these are told whatever they usually take, the others are not. */
  readonly to?: readonly string[];
  /** Id of another article with the same address. */
  readonly duplicateOf?: string | null;
  /** Id of another article that says nearly the same. */
  readonly nearDuplicateOf?: string | null;
}

/** One decision for each channel, in the order of the channels. */
export const routePost = (post: Post, channels: readonly ChannelConfig[], options: RouteOptions): readonly Decision[] =>
  channels.map((channel) => ({ channel: channel.id, skippedBy: findRule(post, channel, options) }));

const findRule = (post: Post, channel: ChannelConfig, options: RouteOptions): string | null => {
  const { to, duplicateOf, nearDuplicateOf } = options;
  if (to) return to.includes(channel.id) ? null : 'to';
  if (duplicateOf) return `duplicate of ${duplicateOf}`;
  if (nearDuplicateOf) return `near-duplicate of ${nearDuplicateOf}`;
  return findRefusal(post, channel.takes) ?? findDoubt(post, channel.minConfidence);
};

/** The first key of `takes` that the post does not match. */
const findRefusal = (post: Post, { languages, sections, tags, priority }: Takes): string | null => {
  if (languages && !includes(languages.map(primarySubtag), [primarySubtag(post.language)])) return 'takes.languages';
  if (sections && !includes(sections, post.section === null ? [] : [post.section])) return 'takes.sections';
  if (tags && !includes(tags, post.tags)) return 'takes.tags';
  if (priority && priority !== (post.breaking ? 'breaking' : 'normal')) return 'takes.priority';
  return null;
};

/** What is not sure enough waits for an editor, who may retry it. */
const findDoubt = ({ confidence }: Post, least: number): string | null =>
  confidence < least ? `confidence ${confidence} below ${least}` : null;

const includes = (wanted: readonly string[], given: readonly string[]): boolean => {
  const folded = new Set(wanted.map(fold));
  return given.some((one) => folded.has(fold(one)));
};

const primarySubtag = (language: string): string => language.split('-')[0] ?? language;

/** Dotted and dotless i are one letter here: newsrooms write İqtisadiyyat, iqtisadiyyat and IQTISADIYYAT. */
const fold = (text: string): string =>
  text
    .trim()
    .normalize('NFC')
    .toLowerCase()
    .replace(/ı|i\u0307/g, 'i');
