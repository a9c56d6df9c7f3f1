import type { WhatsappChannel } from '../../../../article/whatsapp-account.ts';
import type { WaWindow } from './wa-window.ts';

/** The channels that the account follows or runs; with `inviteCode` the one behind it, whoever runs it. */
export const readChannels = async (inviteCode: string | null): Promise<readonly WhatsappChannel[]> => {
  const { WWebJS } = globalThis as unknown as WaWindow;
  const nameId = (id: unknown): string => {
    const text = String(id);
    if (text.includes('@')) return text;
    const { _serialized, $1, user, server } = id as Readonly<Record<string, string | undefined>>;
    return _serialized ?? $1 ?? `${user}@${server}`;
  };
  const roleOf = (membership = ''): WhatsappChannel['role'] => {
    const role = membership.toLowerCase();
    return role === 'owner' || role === 'admin' || role === 'subscriber' || role === 'guest' ? role : 'unknown';
  };
  if (inviteCode !== null) {
    // Every other status is about the account, not about the channel.
    const found = await WWebJS.getChannelMetadata(inviteCode).catch((error: { readonly message?: string }) => {
      if (/\b40[04]\b|not-found|bad-request/.test(error.message ?? '')) return null;
      throw error;
    });
    if (!found) return [];
    const id = nameId(found.id);
    const model = await WWebJS.getChat(id);
    return [
      {
        id,
        name: found.titleMetadata?.title ?? model?.name ?? id,
        role: roleOf(model?.channelMetadata?.membershipType ?? found.membershipType),
        inviteLink: `https://whatsapp.com/channel/${inviteCode}`,
      },
    ];
  }
  return (await WWebJS.getChannels()).map(({ id, name, channelMetadata: of }) => ({
    id: nameId(id),
    name: name ?? of?.name ?? nameId(id),
    role: roleOf(of?.membershipType),
    inviteLink: of?.inviteLink ?? (of?.inviteCode ? `https://whatsapp.com/channel/${of.inviteCode}` : null),
  }));
};
