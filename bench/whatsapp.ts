// `npm run bench:whatsapp`: what the account of WhatsApp costs, before a stand-in of WhatsApp Web.
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { Message, Picture } from '../src/article/post.ts';
import { listTree, measureMemory } from '../src/channels/whatsapp/process-tree.ts';
import { createWhatsappChannel } from '../src/channels/whatsapp/whatsapp-channel.ts';
import { alignColumns } from '../src/cli/align-columns.ts';
import { aChannelConfig } from '../test/contract/a-channel-config.ts';
import { aMessage } from '../test/contract/a-message.ts';
import { createTestAccount } from '../test/contract/a-whatsapp-account.ts';
import { findBrowsers } from '../test/integration/whatsapp/find-processes.ts';
import { startWhatsappWeb } from '../test/support/whatsapp/web-app.ts';
import { describeMachine } from './machine.ts';
import { median, quantile } from './statistics.ts';

const starts = 5;
const posts = 100;
const inviteCode = '0029VaHerald1';
const timeoutMs = 30_000;

const web = await startWhatsappWeb();
web.addChannel({ name: 'Herald', inviteCode, role: 'admin' });
const test = await createTestAccount(web);
const channel = createWhatsappChannel({
  config: aChannelConfig({
    ...{ id: 'wa', platform: 'whatsapp', looks: 'whatsapp', target: `https://whatsapp.com/channel/${inviteCode}` },
  }),
  ...{ account: test.account, timeoutMs, uploadTimeoutMs: timeoutMs },
});

/** Milliseconds, each start on the linked profile. */
const measureStarts = async (): Promise<readonly number[]> => {
  const took: number[] = [];
  for (let i = 0; i < starts; i += 1) {
    await test.account.close('in-order');
    const from = performance.now();
    test.account.open(i + 2);
    await test.untilState('ready');
    took.push(performance.now() - from);
  }
  return took;
};

/** Milliseconds, one post after another; each is proved by the id that the server gave it. */
const measurePosts = async (message: Message): Promise<readonly number[]> => {
  const took: number[] = [];
  for (let i = 0; i < posts; i += 1) {
    const from = performance.now();
    const receipt = await channel.send(message, {
      signal: AbortSignal.timeout(timeoutMs),
      attempt: crypto.randomUUID(),
    });
    if (receipt.outcome !== 'accepted') throw new Error(`a post was not accepted: ${JSON.stringify(receipt)}`);
    took.push(performance.now() - from);
  }
  return took;
};

/** MB: of the browser what its processes share counted once, of our process that drives it resident memory. */
const measureMemories = async () => {
  const [running] = await findBrowsers(test.profile);
  if (!running) throw new Error('there is no browser');
  const status = await readFile(`/proc/${running.driver}/status`, 'utf8');
  const browser = (await measureMemory(await listTree(running.browser))) ?? Number.NaN;
  return { browser: browser / 1e6, child: (Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) * 1_024) / 1e6 };
};

/** Of the size in which pictures are posted, with something in it that cannot be compressed away. */
const drawPicture = async (): Promise<Picture> => {
  const noise = { type: 'gaussian', mean: 128, sigma: 20 } as const;
  const bytes = await sharp({ create: { width: 1280, height: 720, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 80 })
    .toBuffer();
  return { bytes, type: 'image/jpeg', filename: 'picture.jpg' };
};

try {
  const { cpu, cores, memoryGb, node, date, load } = describeMachine();
  await test.link();
  const started = await measureStarts();
  const picture = await drawPicture();
  await measurePosts(aMessage('whatsapp'));
  const atStart = await measureMemories();
  const texts = await measurePosts(aMessage('whatsapp'));
  const pictures = await measurePosts(aMessage('whatsapp', {}, picture));
  const after = await measureMemories();
  const time = (what: string, of: readonly number[]): readonly string[] => [
    what,
    ...[median(of), quantile(of, 0.95)].map((ms) => ms.toFixed(0)),
  ];
  const pictureKb = Math.round(picture.bytes.length / 1_000);
  const size = (what: string, mb: number): readonly string[] => [what, mb.toFixed(0), ''];
  process.stdout.write(
    [
      `${cpu}, ${cores} cores, ${memoryGb} GB; node ${node}; ${date}; load at the start ${load}\n\n`,
      alignColumns([
        ['what', 'p50', 'p95'],
        time(`start of the browser -> ready, ms (${starts})`, started),
        time(`a post of text, ms (${posts})`, texts),
        time(`a post with a picture of ${pictureKb} KB, ms (${posts})`, pictures),
        size('browser, MB PSS, after 100 texts', atStart.browser),
        size('browser, MB PSS, after 100 pictures more', after.browser),
        size('child, MB RSS, after 100 texts', atStart.child),
        size('child, MB RSS, after 100 pictures more', after.child),
      ]),
    ].join(''),
  );
} finally {
  await test.close();
  await web.close();
}
