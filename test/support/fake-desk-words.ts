import type { Article } from '../../src/article/article.ts';
import { type DeliveryState, deliveryStates } from '../../src/article/delivery.ts';
import type { ChannelView, Fault, Outcome } from '../../src/desk/desk.ts';

export const now = Date.parse('2026-03-02T09:30:00Z');
const noDeliveries = Object.fromEntries(deliveryStates.map((state) => [state, 0])) as Record<DeliveryState, number>;

export const channelOf = (id: string, platform: ChannelView['platform'], looks: ChannelView['looks']): ChannelView => ({
  id,
  platform,
  looks,
  target: platform === 'preview' ? null : '@herald',
  paused: false,
  hold: null,
  status: { state: 'ready', detail: 'posts go out', hint: null },
  lane: { waiting: 0, active: 0, delayed: 0 },
  deliveries: noDeliveries,
});

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? c);

export const ok = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const fail = (code: Fault['code'], message: string, more: Partial<Fault> = {}): Outcome<never> => ({
  ok: false,
  fault: { code, message, ...more },
});

/** An article as an editor gives it, with what may be left out. */
export const readArticle = (
  input: unknown,
  needed: readonly (keyof Article)[] = ['id', 'url', 'title'],
): Outcome<Article> => {
  const given = (input ?? {}) as Partial<Article>;
  const missing = needed.filter((key) => !given[key]);
  if (missing.length > 0) {
    const errors = missing.map((path) => ({ path, message: `${path} is required` }));
    return fail('invalid', `The article has no ${missing.join(', ')}.`, { hint: 'Give the missing fields.', errors });
  }
  if (given.url && !URL.canParse(given.url)) return fail('invalid', 'The address cannot be opened.');
  const nothing = { language: null, section: null, html: null, text: null, summary: null, image: null };
  const rest = { revision: 1, publishedAt: null, priority: 'normal', tags: [] } as const;
  return ok({ id: '', url: '', title: '', ...nothing, ...rest, ...given });
};
