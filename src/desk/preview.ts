import type { Article } from '../article/article.ts';
import type { ChannelConfig } from '../article/channel.ts';
import type { Post } from '../article/post.ts';
import { measureMessage } from '../compose/messages/measure-message.ts';
import { renderMessage } from '../compose/messages/render-message.ts';
import { parseDraft } from '../ingest/parse-article.ts';
import { type Decision, routePost } from '../route.ts';
import { checkPush } from './check-push.ts';
import type { ChannelPreview, Desk, Outcome } from './desk.ts';
import { done, fail, refuseBelow } from './outcome.ts';
import type { DeskPorts } from './ports.ts';

/** What each channel would say, nothing sent. Only a title is needed, or a url whose page has one. */
export const createPreview =
  (ports: Pick<DeskPorts, 'channels' | 'archive' | 'ledger' | 'readPage' | 'compose'>): Desk['preview'] =>
  async (actor, request) => {
    const refusal = refuseBelow('editor', actor);
    if (refusal) return refusal;
    const errors = checkPush(request, ports.channels, await ports.ledger.now());
    if (errors.length > 0) return fail('invalid', 'the push cannot be done like this', { errors });
    const read = await readArticle(request.article, ports.readPage);
    if (!read.ok) return read;
    const article: Article = request.breaking ? { ...read.value, priority: 'breaking' } : read.value;
    const post = await ports.compose(article);
    const known = article.id === '' ? null : await ports.archive.get(article.id);
    const decisions = routePost(post, ports.channels, {
      ...(request.to ? { to: request.to } : {}),
      duplicateOf: known?.duplicateOf ?? null,
      nearDuplicateOf: known?.nearDuplicateOf ?? null,
    });
    return done({ article, post, channels: ports.channels.map((channel) => previewOn(channel, post, decisions)) });
  };

const previewOn = (channel: ChannelConfig, post: Post, decisions: readonly Decision[]): ChannelPreview => {
  const { id, platform, looks, wording } = channel;
  const skippedBy = decisions.find((decision) => decision.channel === id)?.skippedBy ?? null;
  const picture = channel.pictures && post.image !== null;
  const { text, image } =
    skippedBy === null ? renderMessage(post, looks, { picture, wording }) : { text: null, image: null };
  return { channel: id, platform, looks, text, image, skippedBy, ...measureMessage(text ?? '', looks, picture) };
};

/** Fetches the page of an article that has no text of its own; its own fields win over the page's. */
const readArticle = async (given: unknown, readPage: DeskPorts['readPage']): Promise<Outcome<Article>> => {
  const fields = typeof given === 'object' && given !== null ? withoutEmpty(given) : {};
  if (fields.text || fields.html || typeof fields.url !== 'string') return parseWhole(given);
  const page = await readPage(fields.url);
  // A page says nothing of revisions.
  if (page.ok) return parseWhole({ ...page.value, revision: null, ...fields });
  return fields.title ? parseWhole(given) : page;
};

const withoutEmpty = (given: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(given).filter(
      ([, value]) => value !== null && value !== undefined && !(typeof value === 'string' && value.trim() === ''),
    ),
  );

const parseWhole = (given: unknown): Outcome<Article> => {
  const parsed = parseDraft(given);
  if (!parsed.ok) return fail('invalid', 'the article cannot be read as it is', { errors: parsed.faults });
  return done({ ...parsed.value, revision: parsed.value.revision ?? 1 });
};
