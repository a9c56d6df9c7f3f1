import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Delivery, DeliveryState } from '../../src/article/delivery.ts';
import { editor, type TestHouse } from '../support/house.ts';
import { must, untilDelivery } from '../support/house-words.ts';
import { closeProofHouse, herald, startProofHouse } from '../support/proof-house.ts';
import * as faults from '../support/telegram/fault-kinds.ts';
import type { FaultOrder } from '../support/telegram/faults.ts';
import type { BotApi, SeenPost } from '../support/telegram/port.ts';
import { waitFor } from '../support/wait-for.ts';

let api: BotApi;
let house: TestHouse;

beforeAll(async () => {
  ({ api, house } = await startProofHouse(0.2));
  // Of the very first post of a channel nobody could tell.
  await until(await push(), 'sent');
});
afterAll(async () => {
  await closeProofHouse(house, api);
});

let last = 0;
const articleOf = (id: string, title: string, text: string) => ({
  id,
  url: `https://herald.example/en/${id}`,
  language: 'en',
  title,
  text,
});
const push = async (): Promise<string> => {
  last += 1;
  const id = `late-${last}`;
  const text = `Ferry number ${last} has left the port of Alat for Kuryk. It carries wagons and two tired conductors.`;
  must(await house.desk.push(editor, { article: articleOf(id, `Ferry number ${last} leaves Alat`, text) }));
  return id;
};
/** Says quite another thing than the article did at first. */
const correct = async (id: string, title: string): Promise<void> => {
  const text = `${title}: that is what the harbour master says now. Nothing else of the earlier report holds.`;
  must(await house.desk.correct(editor, id, articleOf(id, title, text)));
};
const until = (id: string, state: DeliveryState): Promise<Delivery> => untilDelivery(house.desk, id, 'tg', state);
const untilRevision = (id: string, revision: number): Promise<true> =>
  waitFor(`revision ${revision} of ${id}`, async () => (await until(id, 'sent')).revision === revision);
const order = (fault: FaultOrder['fault'], more: Partial<FaultOrder> = {}) =>
  api.faults.order({ method: 'sendMessage', chat: herald, fault, ...more });
const standing = (id: string): readonly SeenPost[] =>
  api.posts(herald).filter(({ previewUrl }) => previewUrl?.endsWith(`/${id}`));

describe('an edit that Telegram carries out late', () => {
  it('does not leave the old words behind a newer correction', async () => {
    const id = await push();
    await until(id, 'sent');
    order(faults.acceptedLater(), { method: 'editMessageText' });
    await correct(id, 'The ferry turned back');
    await untilRevision(id, 2);
    await correct(id, 'The ferry has sunk');
    await untilRevision(id, 3);
    api.faults.release();
    expect(standing(id)[0]?.text).toContain('The ferry turned back');
    await waitFor('the newest words', () => standing(id)[0]?.text.includes('The ferry has sunk'));
  });

  it('does not bring back the words of an article that was retracted behind a notice', async () => {
    const id = await push();
    const { messageId } = await until(id, 'sent');
    order(faults.acceptedLater(), { method: 'editMessageText' });
    order(faults.refusal(400, "Bad Request: message can't be deleted"), { method: 'deleteMessage' });
    await correct(id, 'The ferry turned back');
    await untilRevision(id, 2);
    must(await house.desk.retract(editor, id));
    await until(id, 'removed');
    api.faults.release();
    const words = () => api.posts(herald).find((post) => String(post.messageId) === messageId)?.text ?? '';
    expect(words()).toContain('The ferry turned back');
    await waitFor('the words to go', () => !words().includes('The ferry turned back'));
  });
});

describe('a first copy that turns up late', () => {
  it('is what was sent, when the second was refused', async () => {
    order(faults.acceptedLater());
    order(faults.refusal(400, 'Bad Request: POST_REFUSED'), { nth: 2 });
    const id = await push();
    await until(id, 'refused');
    api.faults.release();
    const { messageId, reason } = await until(id, 'sent');
    expect(reason).toBeNull();
    expect(standing(id).map((post) => String(post.messageId))).toEqual([messageId]);
  });

  it('is known by what it said, when the article was corrected through and through', async () => {
    order(faults.acceptedLater());
    const id = await push();
    const { messageId } = await until(id, 'sent');
    await correct(id, 'Two tankers collided');
    await untilRevision(id, 2);
    api.faults.release();
    expect(standing(id)).toHaveLength(2);
    await waitFor('one copy to stay', () => standing(id).length === 1);
    expect(standing(id).map((post) => String(post.messageId))).toEqual([messageId]);
  });

  it('is taken for the post that is looked for, and says the newest', async () => {
    order(faults.acceptedLater());
    const second = order(faults.lostRequest, { nth: 2 });
    const id = await push();
    await until(id, 'unknown');
    await correct(id, 'A storm closes the port');
    await waitFor('the second try', () => second.hits() > 0);
    api.faults.release();
    await untilRevision(id, 2);
    await waitFor('the newest words', () => standing(id)[0]?.text.includes('A storm closes the port'));
    expect(standing(id)).toHaveLength(1);
  });
});

describe('a post to which Telegram answers that something is wrong with itself', () => {
  it('waits at the head of its lane for longer than five answers, because that rarely is about the post', async () => {
    const failing = order(faults.serverError, { times: 6 });
    const id = await push();
    const next = await push();
    const [first, second] = [await until(id, 'sent'), await until(next, 'sent')];
    expect([failing.hits(), first.attempts, second.attempts]).toEqual([6, 7, 1]);
    expect(Number(first.messageId)).toBeLessThan(Number(second.messageId));
  });
});
