import type { Article } from '../article/article.ts';
import type { ChannelConfig } from '../article/channel.ts';
import type { Looks, Post } from '../article/post.ts';
import { renderMessage } from '../compose/messages/render-message.ts';
import { parseDraft } from '../ingest/parse-article.ts';
import type { Outcome } from './desk.ts';
import { done, fail } from './outcome.ts';

/** What would be said of one article, as `tellal compose` prints it. */
export interface Said {
  readonly id: string | null;
  /** BCP 47 primary subtag; `und` if it cannot be told. */
  readonly language: string;
  readonly headline: string;
  readonly summary: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly credit: string | null;
  /** Finished texts, one for each platform's looks; with a channel only its own. */
  readonly messages: Partial<Readonly<Record<Looks, string>>>;
}

export type ComposeDraft = (value: unknown) => Promise<Outcome<Said>>;

/** Composes an `article` object of which only the title is required. `channel`: whose messages; null: the default ones. */
export const createComposeDraft =
  (compose: (article: Article) => Post | Promise<Post>, channel: ChannelConfig | null): ComposeDraft =>
  async (value) => {
    const parsed = parseDraft(value);
    if (!parsed.ok) return fail('invalid', 'the article cannot be composed', { errors: parsed.faults });
    const post = await compose({ ...parsed.value, revision: parsed.value.revision ?? 1 });
    const { language, headline, summary, confidence, credit } = post;
    return done({
      id: parsed.value.id || null,
      language,
      headline,
      summary,
      confidence,
      credit,
      messages: channel ? renderFor(channel, post) : renderDefault(post),
    });
  };

const renderFor = ({ looks, pictures, wording }: ChannelConfig, post: Post): Said['messages'] => ({
  [looks]: renderMessage(post, looks, { picture: pictures && post.image !== null, wording }).text,
});

const renderDefault = (post: Post): Said['messages'] => ({
  telegram: renderMessage(post, 'telegram', { picture: false }).text,
  whatsapp: renderMessage(post, 'whatsapp', { picture: false }).text,
});
