import { describe, expect, it } from '@jest/globals';
import type { Delivery } from '../../../src/article/delivery.ts';
import { createDesk } from '../../../src/desk/create-desk.ts';
import type { ReadyCard } from '../../../src/desk/desk.ts';
import { createDeskPorts } from '../../support/desk-ports.ts';
import { actorOf, articleOf, channelOf, deliveryOf, deskNow, faultOf, resultOf } from '../../support/desk-words.ts';
import { readyView, whatsappView } from '../../support/whatsapp-view.ts';

const editor = actorOf('editor');
const target = 'https://whatsapp.com/channel/0029Va1';
const planned = { state: 'planned', revision: 0, messageId: null } as const;

const open = (changes: Partial<Delivery>, article = articleOf()) => {
  const memory = createDeskPorts([
    channelOf('wa-az', { platform: 'whatsapp', looks: 'whatsapp', target }),
    channelOf('tg-az', { platform: 'telegram', target: '@herald_az' }),
  ]);
  memory.archive(article);
  memory.settle(deliveryOf('1009', 'tg-az', { state: 'refused', revision: 0 }));
  memory.settle(deliveryOf('1009', 'wa-az', { ...planned, ...changes }));
  return { ...memory, desk: createDesk(memory.ports) };
};
const cardsOf = async ({ desk }: ReturnType<typeof open>): Promise<readonly ReadyCard[]> =>
  resultOf(await desk.readyCards(editor, '1009'));

describe('a card for a post by hand', () => {
  it('has what Tellal would send, the picture, and the way to the channel', async () => {
    const image = 'https://herald.example/bridge.jpg';
    const [card, ...others] = await cardsOf(open({}, articleOf({ image })));
    expect(card).toMatchObject({ image, address: target, held: false, delivery: { id: '1009@wa-az' } });
    expect(card?.text).toMatch(
      /^\*Harbour bridge opens a month early\*\n[\s\S]*https:\/\/herald\.example\/news\/1009$/,
    );
    expect(others).toEqual([]);
  });

  it.each<[string, Partial<Delivery>]>([
    ['was refused', { state: 'refused' }],
    ['needs a person', { state: 'unknown', needs: 'person' }],
  ])('is there for what %s, however the account is', async (_what, changes) => {
    const house = open(changes);
    house.showWhatsapp(readyView);
    expect(await cardsOf(house)).toHaveLength(1);
  });

  it.each<[string, Partial<Delivery>]>([
    ['waits', {}],
    ['is looked for', { state: 'unknown', needs: 'lookup' }],
  ])('is there for what %s only while the account cannot post', async (_what, changes) => {
    const house = open(changes);
    house.showWhatsapp(whatsappView({ state: 'logged-out' }));
    expect(await cardsOf(house)).toHaveLength(1);
    house.showWhatsapp(readyView);
    expect(await cardsOf(house)).toEqual([]);
    await house.desk.pause(actorOf('ops'), 'wa-az');
    expect(await cardsOf(house)).toHaveLength(1);
  });

  it.each<[string, Partial<Delivery>]>([
    ['stands', { state: 'sent', revision: 1 }],
    ['stands and is corrected', { state: 'unknown', needs: 'person', messageId: '90' }],
    ['is being sent', { state: 'sending' }],
    ['was skipped', { state: 'skipped' }],
    ['is for later', { dueAt: deskNow + 60_000 }],
    ['was retracted', { wanted: null }],
  ])('is not there for what %s', async (_what, changes) => {
    expect(await cardsOf(open(changes))).toEqual([]);
  });

  it('says that it is in hand', async () => {
    const house = open({});
    resultOf(await house.desk.hold(editor, '1009@wa-az'));
    expect(await cardsOf(house)).toMatchObject([{ held: true, delivery: { reason: 'editor-1 posts it by hand' } }]);
  });

  it('may be marked as sent without an id, as WhatsApp shows none to everybody', async () => {
    const { desk } = open({});
    const marked = await desk.resolve(editor, '1009@wa-az', { sent: true, messageId: null });
    expect(resultOf(marked)).toMatchObject({ state: 'sent', messageId: null });
    const link = await open({}).desk.resolve(editor, '1009@wa-az', { sent: true, messageId: `${target}/152` });
    expect(resultOf(link)).toMatchObject({ messageId: '152', link: `${target}/152` });
    const word = await open({}).desk.resolve(editor, '1009@wa-az', { sent: true, messageId: target });
    expect(faultOf(word).errors?.[0]).toMatchObject({ path: 'messageId', message: expect.stringMatching(/number/) });
  });
});
