import type { WhatsappView } from '../../src/desk/whatsapp.ts';

export const whatsappView = (changes: Partial<WhatsappView> = {}): WhatsappView => ({
  state: 'needs-link',
  detail: 'the account is not linked',
  hint: 'scan the QR',
  qr: null,
  pairingCode: null,
  channels: [],
  at: Date.parse('2026-03-02T09:30:00Z'),
  ...changes,
});

export const readyView = whatsappView({
  state: 'ready',
  detail: 'WhatsApp Web 2.3000',
  hint: null,
  channels: [
    { id: '120363@newsletter', name: 'Herald', role: 'admin', inviteLink: 'https://whatsapp.com/channel/0029Va1' },
    { id: '120364@newsletter', name: 'Herald: idman', role: 'owner', inviteLink: null },
    { id: '120365@newsletter', name: 'Another paper', role: 'subscriber', inviteLink: null },
  ],
});
