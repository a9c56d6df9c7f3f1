import { describe, expect, it } from '@jest/globals';
import { createDesk } from '../../../src/desk/create-desk.ts';
import type { WhatsappView } from '../../../src/desk/whatsapp.ts';
import { createDeskPorts } from '../../support/desk-ports.ts';
import { actorOf, faultOf, resultOf } from '../../support/desk-words.ts';
import { readyView, whatsappView } from '../../support/whatsapp-view.ts';

const openDesk = (view: WhatsappView | null = whatsappView()) => {
  const memory = createDeskPorts();
  memory.showWhatsapp(view);
  return { ...memory, desk: createDesk(memory.ports) };
};

describe('the WhatsApp account at the desk', () => {
  it('is shown to everybody, but what links a phone to it only to ops and above', async () => {
    const { desk } = openDesk(whatsappView({ qr: 'content', pairingCode: 'ABCD1234' }));
    expect(resultOf(await desk.whatsapp(actorOf('editor')))).toMatchObject({ qr: null, pairingCode: null });
    expect(resultOf(await desk.whatsapp(actorOf('ops')))).toMatchObject({ qr: 'content', pairingCode: 'ABCD1234' });
  });

  it('is null when no worker holds it, and unknown where no channel is on WhatsApp', async () => {
    expect(resultOf(await openDesk(null).desk.whatsapp(actorOf('viewer')))).toBeNull();
    const without = createDesk({ ...createDeskPorts().ports, whatsapp: null });
    expect(without.hasWhatsapp).toBe(false);
    expect(faultOf(await without.whatsapp(actorOf('viewer')))).toMatchObject({ code: 'not-found' });
    expect(faultOf(await without.linkWhatsapp(actorOf('ops'), {}))).toMatchObject({ code: 'not-found' });
  });
});

describe('linking', () => {
  it('asks the worker, and leaves an audit line without the number', async () => {
    const { desk, seen } = openDesk();
    resultOf(await desk.linkWhatsapp(actorOf('ops'), { phone: '00994 (50) 111-22-33' }));
    resultOf(await desk.linkWhatsapp(actorOf('ops'), {}));
    expect(seen.linkRequests).toEqual([{ by: 'ops-1', phone: '994501112233' }, { by: 'ops-1' }]);
    expect(seen.audits).toEqual(['ops-1 link whatsapp by code', 'ops-1 link whatsapp by QR']);
  });

  it.each(['12', '0501112233', '+994 50 111 22 33 44 55', 'ninety', ''])('takes no %j for a number', async (phone) => {
    const { desk, seen } = openDesk();
    expect(faultOf(await desk.linkWhatsapp(actorOf('ops'), { phone })).code).toBe('invalid');
    expect(seen.linkRequests).toEqual([]);
  });

  it.each([
    ['unavailable', 'no worker holds the account', null, {}],
    ['conflict', 'it is linked', readyView, {}],
    ['conflict', 'it is linked in part', { ...readyView, state: 'degraded' as const }, {}],
    ['conflict', 'a QR is shown and a code is wanted', whatsappView({ qr: 'content' }), { phone: '994501112233' }],
    ['conflict', 'a code is shown and a QR is wanted', whatsappView({ pairingCode: 'ABCD1234' }), {}],
  ])('is %s when %s', async (code, _when, view, by) => {
    const { desk, seen } = openDesk(view);
    expect(faultOf(await desk.linkWhatsapp(actorOf('ops'), by)).code).toBe(code);
    expect(seen.linkRequests).toEqual([]);
  });
});
