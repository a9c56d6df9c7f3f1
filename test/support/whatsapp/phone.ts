import { randomBytes, randomInt } from 'node:crypto';
import type { Page, Pages } from './pages.ts';
import type { LinkedDevice, WhatsappWeb } from './port.ts';
import type { Session } from './wire.ts';

export interface Phone {
  readonly port: Pick<WhatsappWeb, 'qr' | 'rotateQr' | 'scan' | 'pairingCode' | 'enterCode' | 'devices'>;
  isLinked(device: string | null): device is string;
  /** The page shows a new QR. */
  showQr(page: Page): string;
  /** The page shows a pairing code. */
  showCode(page: Page): string;
  unlink(device: string): void;
  unlinkAll(): void;
}

/** Without the characters that people mistake for each other, as on the real pairing screen. */
const CODE_SIGNS = '123456789ABCDEFGHJKLMNPQRSTVWXYZ';

/** The account's own phone. `sessionOf`: what a page gets when its device is linked. */
export const createPhone = (pages: Pages, sessionOf: (device: string, page: Page) => Session): Phone => {
  const devices = new Set<string>();
  const showing = (): Page | undefined => pages.all().findLast(({ ref }) => ref !== null);
  const pairing = (): Page | undefined => pages.all().findLast(({ code }) => code !== null);

  const showQr = (page: Page): string => {
    page.ref = `2@${randomBytes(24).toString('base64url')}`;
    return page.ref;
  };
  const link = (page: Page): void => {
    const device = randomBytes(8).toString('hex');
    devices.add(device);
    Object.assign(page, { device, ref: null, code: null });
    pages.push(page.id, { kind: 'linked', session: sessionOf(device, page) });
  };
  const describe = (id: string): LinkedDevice => ({
    id,
    pages: pages.all().filter(({ device }) => device === id).length,
  });

  return {
    isLinked: (device): device is string => device !== null && devices.has(device),
    showQr,
    showCode: (page) => {
      page.code = Array.from({ length: 8 }, () => CODE_SIGNS[randomInt(CODE_SIGNS.length)]).join('');
      return page.code;
    },
    unlink: (device) => devices.delete(device),
    unlinkAll: () => devices.clear(),
    port: {
      get qr() {
        return showing()?.ref ?? null;
      },
      get pairingCode() {
        return pairing()?.code ?? null;
      },
      get devices() {
        return [...devices].map(describe);
      },
      rotateQr: () => {
        const page = showing();
        if (page) pages.push(page.id, { kind: 'qr', ref: showQr(page) });
      },
      scan: (qr) => {
        const page = qr === undefined ? showing() : pages.all().find(({ ref }) => ref === qr.split(',')[0]);
        if (page) link(page);
        return page !== undefined;
      },
      enterCode: (code) => {
        const page = pages.all().find((candidate) => candidate.code === code);
        if (page) link(page);
        return page !== undefined;
      },
    },
  };
};
