import type { Priority } from './article.ts';
import type { Looks } from './post.ts';

/** What a channel takes; every key given must match. */
export interface Takes {
  readonly languages?: readonly string[];
  readonly sections?: readonly string[];
  readonly tags?: readonly string[];
  readonly priority?: Priority;
}

export type Platform = 'telegram' | 'whatsapp' | 'preview';

/** A channel as route and deliver know it: what it takes, how it looks, how it is paced. */
export interface ChannelPlan {
  readonly id: string;
  readonly platform: Platform;
  readonly looks: Looks;
  readonly takes: Takes;
  readonly pictures: boolean;
}
