import { createArchive } from '../queues/archive.ts';
import type { RedisClient } from '../queues/connection.ts';
import { createHostLines } from '../queues/host-lines.ts';
import { createLedger } from '../queues/ledger.ts';
import { createNearDuplicates } from '../queues/near-duplicates.ts';
import { chooseCompose } from '../src/compose/choose-compose.ts';
import { canonicalAddress } from '../src/ingest/address.ts';
import { fingerprintOf } from '../src/ingest/fingerprint.ts';
import { findRepeatedLines } from '../src/ingest/host-lines.ts';
import { findNearDuplicate } from '../src/ingest/near-duplicates.ts';
import { parseArticle } from '../src/ingest/parse-article.ts';
import { createEvent } from './articles.ts';

const channels = ['tg-ru', 'tg-az', 'tg-en', 'wa-ru', 'wa-az'] as const;
const windowMs = 48 * 60 * 60 * 1000;
/** Nothing leaves by number, so that what one takes can be told. */
const everything = Number.MAX_SAFE_INTEGER;
const plainPlan = { wanted: 1, breaking: false, dueAt: null, skippedBy: null, insist: false } as const;

const readArticle = (number: number) => {
  const parsed = parseArticle(createEvent(number).article);
  if (!parsed.ok) throw new Error(parsed.faults[0]?.message);
  return { ...parsed.value, revision: 1 };
};

/** Everything that is kept of an article and of a delivery, without the queues. Article `number` is `bench-<number>`. */
export const openGrowingHouse = async (redis: RedisClient) => {
  const archive = createArchive(redis, everything);
  const ledger = createLedger(redis, everything);
  const hostLines = createHostLines(redis);
  const sketches = createNearDuplicates(redis, windowMs);
  // Composing is measured elsewhere: every article is one of these in another's name.
  const samples = [0, 1, 2].map(readArticle);
  const composed = await Promise.all(samples.map(async (article) => (await chooseCompose(article))(article)));

  const accept = async (number: number): Promise<void> => {
    const article = readArticle(number);
    const { post, lines, body } = composed[number % composed.length]!;
    const { id, url } = article;
    await findRepeatedLines(hostLines, { url, id, lines }, true);
    await findNearDuplicate(sketches, { id, language: post.language }, `${body} ${number}`);
    const marks = {
      fingerprint: fingerprintOf(article),
      address: canonicalAddress(url),
      nearDuplicateOf: null,
      event: null,
    };
    const { kind } = await archive.accept(article, { ...post, headline: article.title, link: url }, marks);
    if (kind !== 'accepted') throw new Error(`${id}: ${kind}`);
  };

  const deliver = async (number: number, at: number): Promise<void> => {
    const [article, channel] = [`bench-${number}`, channels[at] ?? channels[0]];
    await ledger.plan([{ article, channel, ...plainPlan }]);
    const beginning = await ledger.begin({
      article,
      channel,
      revision: 1,
      leaseMs: 35_000,
      pace: { minGapMs: 0, rates: [] },
      sought: { looks: 'telegram', text: 'x'.repeat(400), link: `https://herald.example/news/${number}`, image: null },
    });
    if (beginning.kind !== 'begun') throw new Error(`${article}@${channel}: ${beginning.kind}`);
    const messageId = String(beginning.fence);
    const link = `https://t.me/herald/${messageId}`;
    await ledger.settle(article, channel, beginning.fence, { outcome: 'accepted', messageId, link, picture: false });
  };

  /** What the console shows first. */
  const readPage = (): Promise<unknown> =>
    Promise.all([ledger.list({ channels, limit: 50 }), ...channels.map((channel) => ledger.counts(channel))]);

  return { channels, accept, deliver, readPage };
};
