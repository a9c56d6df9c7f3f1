/** How a configuration names a WhatsApp channel. */
export type Target =
  | { readonly kind: 'id'; readonly id: string }
  /** What stands after `https://whatsapp.com/channel/`. */
  | { readonly kind: 'invite'; readonly inviteCode: string };

/** Throws on a target that the configuration's own check lets through by mistake. */
export const readTarget = (target: string | null): Target => {
  if (target !== null && /^[\w-]+@newsletter$/.test(target)) return { kind: 'id', id: target };
  const inviteCode = /\/channel\/([A-Za-z0-9_-]+)/.exec(target ?? '')?.[1];
  if (!inviteCode) throw new Error(`not a WhatsApp channel: ${target ?? 'no target'}`);
  return { kind: 'invite', inviteCode };
};

/** Where a reader opens a post. */
export const linkToPost = (inviteLink: string | null, serverId: string): string | null =>
  inviteLink === null ? null : `${inviteLink}/${serverId}`;
