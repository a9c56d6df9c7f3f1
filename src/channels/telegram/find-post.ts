import type { Message } from '../../article/post.ts';
import type { Call, Finding, Search } from '../../deliver/channel.ts';
import type { Failure } from './classify.ts';
import { judgePost } from './judge-post.ts';
import { linkToPost } from './links.ts';
import type { Chat, ChatId } from './methods.ts';
import { createProbe, type Probe, type Proof } from './probe.ts';
import type { TelegramApi } from './telegram-api.ts';
import { mostProbes, type Walked, walk } from './walk.ts';

export interface Place {
  readonly api: TelegramApi;
  readonly chat_id: ChatId;
  readonly proof: Proof | null;
}

/** Looks for a post in the channel itself, by forwarding what stands there into the proof chat, one after the other. */
export const findPost = async (
  { api, chat_id, proof }: Place,
  message: Message,
  { since, floor, known, earlier = [] }: Search,
  call: Call,
): Promise<Finding> => {
  if (!proof) return cannotTell(`Telegram lets no bot read a channel without a proof chat (${proofKey})`);
  if (floor === null) return cannotTell('nothing was posted here before, so there is no id to look from');
  const asked = await api.call('getChat', { chat_id }, call);
  if (asked.kind !== 'done') return findingOfFailure(asked, call);
  const source = asked.result;
  if (isChat(source, proof.chat)) return cannotTell(`${proofKey} is this channel itself, where readers would see it`);

  const probe = createProbe(api, proof, source, call);
  const path = { floor: Number(floor), known: new Set(known.map(Number)) };
  const walked = await walk(probe, path, ({ seen, original }, messageId) =>
    judgePost([message, ...earlier], seen, { chat: source.id, messageId, since, original }),
  );
  if (walked.kind === 'failed') return findingOfFailure(walked.failure, call);
  if (walked.kind !== 'none') return findingOf(walked, source);
  // To a bot that may no longer read the channel it would look just as empty.
  const blind = walked.readable ? null : await checkSight(api, probe, source, path.floor, call);
  return blind ?? { kind: 'absent' };
};

const proofKey = 'accounts.telegram.proofChat';

const findingOf = (walked: Exclude<Walked, { kind: 'none' | 'failed' }>, source: Chat): Finding => {
  switch (walked.kind) {
    case 'ours':
      return { kind: 'found', messageId: String(walked.messageId), link: linkToPost(source, walked.messageId) };
    case 'doubtful':
      return cannotTell(`post ${walked.messageId} is like it, but not quite`);
    case 'deleted':
      return cannotTell(`a post was deleted since the one before (${walked.messageId}), and it may have been this one`);
    case 'endless':
      return cannotTell(`more than ${mostProbes} posts of others stand after our last one`);
  }
};

/** Null: the bot reads the channel, for it sees the post that is known, or is an administrator. */
const checkSight = async (
  api: TelegramApi,
  probe: Probe,
  source: Chat,
  floor: number,
  call: Call,
): Promise<Finding | null> => {
  const probed = await probe(floor);
  if (probed.kind === 'failed') return findingOfFailure(probed.failure, call);
  if (probed.kind !== 'hole') return null;
  const me = await api.call('getMe', {}, call);
  if (me.kind !== 'done') return findingOfFailure(me, call);
  const member = await api.call('getChatMember', { chat_id: source.id, user_id: me.result.id }, call);
  if (member.kind !== 'done') return findingOfFailure(member, call);
  return member.result.status === 'administrator'
    ? null
    : cannotTell('the bot is no longer an administrator of this channel, so it sees nothing there');
};

const isChat = ({ id, username }: Chat, named: ChatId): boolean =>
  String(named) === String(id) ||
  (username !== undefined && String(named).toLowerCase() === `@${username.toLowerCase()}`);

const cannotTell = (why: string): Finding => ({
  kind: 'cannot-tell',
  cause: `${why}: look whether the post is there, then say so`,
});

/** Looking may be repeated without harm, so only a plain no ends it. */
const findingOfFailure = (failure: Failure, { signal }: Call): Finding => {
  if (isTimeout(signal)) return cannotTell('the look took too long');
  switch (failure.kind) {
    case 'definite':
      return cannotTell(`the look failed with "${failure.words}" (${sightRemedy})`);
    case 'retry-after':
      return { kind: 'later', retryAfterMs: failure.seconds * 1_000, cause: failure.words };
    case 'not-sent':
      return { kind: 'later', retryAfterMs: failure.retryAfterMs ?? soonMs, cause: failure.words };
    case 'unknown':
      return { kind: 'later', retryAfterMs: soonMs, cause: failure.words };
  }
};

const sightRemedy = `make the bot an administrator of this channel, and let it post in ${proofKey}`;

const soonMs = 5_000;

const isTimeout = (signal: AbortSignal): boolean =>
  (signal.reason as { readonly name?: unknown } | undefined)?.name === 'TimeoutError';
