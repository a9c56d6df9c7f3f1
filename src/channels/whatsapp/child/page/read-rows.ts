import type { RowsRead } from '../../messages.ts';
import type { WaWindow } from './wa-window.ts';

/** The newest `count` accepted posts of a channel, or all there are, and what else the page has among them. */
export const readRows = async ([channel, count]: readonly [string, number]): Promise<RowsRead | null> => {
  const page = globalThis as unknown as WaWindow;
  const chat = await page.WWebJS.getChat(channel, { getAsModel: false });
  if (!chat) return null;
  const found = new Map(chat.msgs.getModelsArray().map((msg) => [msg.id.id, msg]));
  const isAccepted = (msg: { readonly serverId?: number | string }): boolean => Boolean(msg.serverId);
  let whole = false;
  while (!whole && [...found.values()].filter(isAccepted).length < count) {
    const before = found.size;
    const earlier = (await page.require('WAWebChatLoadMessages').loadEarlierMsgs({ chat })) ?? [];
    for (const msg of [...earlier, ...chat.msgs.getModelsArray()]) found.set(msg.id.id, msg);
    whole = found.size === before;
  }
  const rows = [...found.values()]
    .filter(({ type }) => type !== 'newsletter_notification')
    .map((msg) => ({
      id: msg.id.id,
      serverId: msg.serverId ? String(msg.serverId) : null,
      // The body of a picture is its thumbnail.
      text: msg.caption || (msg.type === 'image' ? '' : msg.body) || '',
      removed: msg.type === 'revoked',
      at: msg.t,
      mine: msg.id.fromMe !== false,
    }));
  return { rows, whole };
};
