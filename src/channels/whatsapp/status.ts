import type { ChannelStatus } from '../../article/channel.ts';
import type { WhatsappChannel } from '../../article/whatsapp-account.ts';
import { type AccountView, describeAccount } from './account-view.ts';

/** How a channel is, by how its account is. */
export const statusOfAccount = (view: AccountView): ChannelStatus => {
  const { state, hint } = view;
  return { state: state === 'ready' || state === 'degraded' ? state : 'down', detail: describeAccount(view), hint };
};

/** Null: the account may post there, or the page does not tell, and WhatsApp will. Otherwise the fault and the remedy. */
export const findRoleFault = ({ name, role }: WhatsappChannel): string | null =>
  role === 'owner' || role === 'admin' || role === 'unknown'
    ? null
    : `the linked account is no administrator of "${name}" (it is: ${role}); make it one in WhatsApp, on the phone of the owner`;
