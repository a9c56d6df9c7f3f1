import type { Desk } from './desk.ts';
import { failWithoutAccount } from './link-whatsapp.ts';
import { done, refuseBelow } from './outcome.ts';
import type { DeskPorts } from './ports.ts';

/** How the WhatsApp account is. */
export const createReadWhatsapp =
  ({ whatsapp }: Pick<DeskPorts, 'whatsapp'>): Desk['whatsapp'] =>
  async (actor) => {
    if (!whatsapp) return failWithoutAccount();
    const view = await whatsapp.view();
    const mayLink = refuseBelow('ops', actor) === null;
    return done(view && !mayLink ? { ...view, qr: null, pairingCode: null } : view);
  };
