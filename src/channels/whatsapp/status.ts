import type { ChannelStatus } from '../../article/channel.ts';
import type { WhatsappChannel } from '../../article/whatsapp-account.ts';
import type { AccountView } from './account-view.ts';

/** How a channel is, by how its account is. */
export const statusOfAccount = ({ state, detail, hint }: AccountView): ChannelStatus => {
  switch (state) {
    case 'ready':
    case 'degraded':
      return { state, detail: `the WhatsApp account is ${state}: ${detail}`, hint };
    default:
      return { state: 'down', detail: `the WhatsApp account is ${state}: ${detail}`, hint };
  }
};

/** Null: the account may post there. Otherwise the fault and the remedy. */
export const findRoleFault = ({ name, role }: WhatsappChannel): string | null =>
  role === 'owner' || role === 'admin'
    ? null
    : `the linked account is no administrator of "${name}" (it is: ${role}); make it one in WhatsApp, on the phone of the owner`;
