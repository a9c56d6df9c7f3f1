import { describe, expect, it } from '@jest/globals';
import { createDesk } from '../../../src/desk/create-desk.ts';
import { type Actor, type Desk, type Fault, type Outcome, roles } from '../../../src/desk/desk.ts';
import { createDeskPorts } from '../../support/desk-ports.ts';
import { actorOf, articleOf, faultOf } from '../../support/desk-words.ts';

type Command = (desk: Desk, actor: Actor) => Promise<Outcome<unknown>>;

const commands: readonly (readonly [string, (typeof roles)[number], Command])[] = [
  ['article', 'viewer', (desk, actor) => desk.article(actor, '1009')],
  ['deliveries', 'viewer', (desk, actor) => desk.deliveries(actor, {})],
  ['channels', 'viewer', (desk, actor) => desk.channels(actor)],
  ['posts', 'viewer', (desk, actor) => desk.posts(actor, 'preview-ru', 10)],
  ['push', 'editor', (desk, actor) => desk.push(actor, { article: articleOf() })],
  ['draft', 'editor', (desk, actor) => desk.draft(actor, 'https://herald.example/')],
  ['preview', 'editor', (desk, actor) => desk.preview(actor, { article: articleOf() })],
  ['correct', 'editor', (desk, actor) => desk.correct(actor, '1009', articleOf())],
  ['retract', 'editor', (desk, actor) => desk.retract(actor, '1009')],
  ['retry', 'editor', (desk, actor) => desk.retry(actor, '1009@tg-ru')],
  ['readyCards', 'editor', (desk, actor) => desk.readyCards(actor, '1009')],
  ['hold', 'editor', (desk, actor) => desk.hold(actor, '1009@tg-ru')],
  ['resolve', 'editor', (desk, actor) => desk.resolve(actor, '1009@tg-ru', { sent: false })],
  ['pause', 'ops', (desk, actor) => desk.pause(actor, 'tg-ru')],
  ['resume', 'ops', (desk, actor) => desk.resume(actor, 'tg-ru')],
  ['whatsapp', 'viewer', (desk, actor) => desk.whatsapp(actor)],
  ['linkWhatsapp', 'ops', (desk, actor) => desk.linkWhatsapp(actor, {})],
  ['access.grant', 'admin', (desk, actor) => desk.access.grant(actor, 'Leyla', 'editor')],
  ['access.revoke', 'admin', (desk, actor) => desk.access.revoke(actor, 'Leyla')],
  ['access.holders', 'admin', (desk, actor) => desk.access.holders(actor)],
];

const codeOf = (outcome: Outcome<unknown>): Fault['code'] | 'done' => (outcome.ok ? 'done' : outcome.fault.code);

describe.each(commands)('%s', (_name, least, command) => {
  it(`is for ${least} and above`, async () => {
    const desk = createDesk(createDeskPorts().ports);
    const answers = await Promise.all(roles.map(async (role) => codeOf(await command(desk, actorOf(role)))));
    const may = roles.filter((_, i) => answers[i] !== 'forbidden');
    expect(may).toEqual(roles.slice(roles.indexOf(least)));
  });

  it('says so when Redis is away, and how to go on', async () => {
    const { ports, failWith } = createDeskPorts();
    const desk = createDesk({ ...ports, readPage: async () => Promise.reject(new Error('connect ECONNREFUSED')) });
    failWith(new Error('connect ECONNREFUSED'));
    expect(faultOf(await command(desk, actorOf('admin')))).toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('ECONNREFUSED'),
      hint: expect.stringContaining('REDIS_URL'),
    });
  });
});

describe('a desk whose port has a bug', () => {
  it('does not call the bug an outage', async () => {
    const { ports, failWith } = createDeskPorts();
    failWith(new TypeError('undefined is not a function'));
    await expect(createDesk(ports).channels(actorOf('viewer'))).rejects.toThrow(TypeError);
  });

  it('keeps a long fault short', async () => {
    const { ports, failWith } = createDeskPorts();
    failWith(new Error(`${'x'.repeat(5_000)}\nat somewhere`));
    expect(faultOf(await createDesk(ports).channels(actorOf('viewer'))).message.length).toBeLessThan(300);
  });
});
