import type { Desk } from './desk.ts';
import { done, fail, refuseBelow } from './outcome.ts';
import type { DeskPorts } from './ports.ts';
import { isLinked } from './whatsapp.ts';

type Ports = Pick<DeskPorts, 'whatsapp' | 'audit'>;

/** Asks the worker that holds the account to show a QR, or a code for a phone number, and waits for nothing. */
export const createLinkWhatsapp =
  ({ whatsapp, audit }: Ports): Desk['linkWhatsapp'] =>
  async (actor, { phone: typed }) => {
    const refusal = refuseBelow('ops', actor);
    if (refusal) return refusal;
    if (!whatsapp) return failWithoutAccount();
    const phone = typed === undefined ? undefined : readPhone(typed);
    if (phone === null)
      return fail('invalid', `${JSON.stringify(typed?.slice(0, 40))} is not a phone number`, {
        hint: 'write the number of the account with its country code, as in +994 50 111 22 33',
      });
    const view = await whatsapp.view();
    if (!view)
      return fail('unavailable', 'no worker holds the WhatsApp account', {
        hint: 'start one with tellal start or tellal worker, and wait half a minute if one was stopped just now',
      });
    if (isLinked(view))
      return fail('conflict', `the WhatsApp account is linked already: ${view.detail}`, {
        hint: 'to link another phone, first remove this device on the phone: WhatsApp, Linked devices',
      });
    if (phone === undefined ? view.pairingCode !== null : view.qr !== null)
      return fail('conflict', `it is being linked in another way: ${view.detail}`, {
        hint: 'use what is shown, or wait five minutes until that has run out',
      });
    await whatsapp.askLink({ by: actor.name, ...(phone === undefined ? {} : { phone }) });
    audit({ actor: actor.name, command: 'link whatsapp', subject: phone === undefined ? 'by QR' : 'by code' });
    return done(null);
  };

export const failWithoutAccount = () =>
  fail('not-found', 'no channel of this newsroom is on WhatsApp', {
    hint: 'add one with platform: whatsapp to the channels in newsroom.yaml',
  });

/** Digits with the country code, as WhatsApp wants them; null: not a number. */
const readPhone = (typed: string): string | null => {
  const digits = typed.replace(/[\s().-]/g, '').replace(/^(\+|00)/, '');
  // ITU E.164: 15 digits at most, none of them a leading 0.
  return /^[1-9]\d{7,14}$/.test(digits) ? digits : null;
};
