import type { ChannelConfig } from '../../article/channel.ts';
import type { Message } from '../../article/post.ts';
import type { Receipt } from '../../article/receipt.ts';
import type { Channel, Finding, Search } from '../../deliver/channel.ts';
import type { PreviewPosts } from './preview-posts.ts';
import { findRefusal } from './refusals.ts';

export interface PreviewChannelOptions {
  readonly config: ChannelConfig;
  readonly posts: PreviewPosts;
}

/** A channel whose subscribers are a page: it refuses what the platform it looks like would refuse. */
export const createPreviewChannel = ({ config, posts }: PreviewChannelOptions): Channel => {
  const { id, looks } = config;

  const refuse = (text: string, picture: boolean): Receipt | null => {
    const reason = findRefusal(text, looks, picture);
    return reason === null ? null : { outcome: 'refused', reason };
  };

  return {
    id,
    looks,
    send: async (message, { signal, attempt: name }) => {
      if (signal.aborted) return stopped;
      const picture = message.picture !== null;
      const { text, link } = message;
      return (
        refuse(text, picture) ??
        attempt(async () => {
          const messageId = await posts.add(id, { text, link, image: picture ? message.image : null }, name);
          return { outcome: 'accepted', messageId, link: null, picture };
        })
      );
    },
    edit: async ({ messageId, picture }, { text }, { signal }) => {
      if (signal.aborted) return stopped;
      return (
        refuse(text, picture) ??
        attempt(async () =>
          (await posts.edit(id, messageId, text))
            ? { outcome: 'accepted', messageId, link: null, picture }
            : { outcome: 'refused', reason: 'there is no such post: it was removed, or is too old to be kept' },
        )
      );
    },
    remove: async ({ messageId, picture }, _notice, { signal }) => {
      if (signal.aborted) return stopped;
      return attempt(async () => ({
        outcome: 'accepted',
        messageId,
        link: null,
        picture,
        ...((await posts.remove(id, messageId)) ? {} : { note: 'it was already gone' }),
      }));
    },
    find: async (message, search) => {
      try {
        return findAmong(await posts.recent(id, readBack), message, search);
      } catch (error) {
        return { kind: 'cannot-tell', cause: wordsOf(error) };
      }
    },
    status: async () => {
      try {
        await posts.recent(id, 1);
        return { state: 'ready', detail: 'shows what subscribers would see', hint: null };
      } catch (error) {
        return { state: 'down', detail: wordsOf(error), hint: 'check Redis' };
      }
    },
  };
};

/** How many posts back a look goes. */
const readBack = 200;

const stopped: Receipt = { outcome: 'deferred', retryAfterMs: 0, reason: 'stopped before it was sent' };

/** `posts`: newest first. */
const findAmong = (
  posts: Awaited<ReturnType<PreviewPosts['recent']>>,
  { text, link }: Message,
  { since, known }: Search,
): Finding => {
  const later = posts.filter(({ sentAt, messageId }) => Date.parse(sentAt) >= since && !known.includes(messageId));
  const found = later.find((post) => post.text === text && post.link === link);
  if (found) return { kind: 'found', messageId: found.messageId, link: null };
  return later.length < readBack
    ? { kind: 'absent' }
    : { kind: 'cannot-tell', cause: `more than ${readBack} posts have been sent since` };
};

/** A store that fails may yet have done it. */
const attempt = async (act: () => Promise<Receipt>): Promise<Receipt> => {
  try {
    return await act();
  } catch (error) {
    return { outcome: 'unknown', cause: wordsOf(error) };
  }
};

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : 'the store failed');
