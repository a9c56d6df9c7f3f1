// @ts-nocheck
import { Emitter, Model } from './model.js';

/** Newsletters, as the real page calls them, and the other chats, of which there are none. */
export const createChannels = ({ ids, link, messages, drifted, strict }) => {
  const chats = new Map();

  const describe = ({ name, inviteCode, role, description, createdAt }) => ({
    ...{ name, description, inviteCode, inviteLink: `https://whatsapp.com/channel/${inviteCode}` },
    ...{ membershipType: role, creationTime: createdAt, size: 1, verified: false },
  });

  class Newsletter extends Model {
    constructor(card) {
      super();
      const newsletterMetadata = new Model();
      Object.assign(newsletterMetadata, { id: ids.createWid(card.id), ...describe(card) });
      Object.assign(this, {
        ...{ id: ids.createWid(card.id), name: card.name, t: card.createdAt, unreadCount: 0, isReadOnly: false },
        ...{ mute: { expiration: 0 }, muteExpiration: 0, lastReceivedKey: undefined, groupMetadata: undefined },
        ...{ newsletterMetadata: strict(newsletterMetadata, 'newsletterMetadata') },
        msgs: new messages.MsgList(),
      });
    }

    serialize() {
      const { newsletterMetadata: _, mute: __, msgs, ...attributes } = this;
      return { ...attributes, msgs: msgs.getModelsArray().map(String) };
    }
  }

  strict(Newsletter.prototype, 'newsletter');

  const add = (card) => {
    const known = chats.get(card.id);
    if (known) return known;
    const chat = new Newsletter(card);
    chats.set(card.id, chat);
    return chat;
  };

  const put = (chat, row) => {
    const msg = messages.fromRow(String(chat.id), row);
    const known = messages.Collection.get(msg.id);
    if (known) {
      const { type, body, caption, serverId } = msg;
      known.set({ type, body, caption, serverId });
      return null;
    }
    chat.msgs.add(msg);
    if (row.serverId !== null) chat.lastReceivedKey = msg.id;
    return msg;
  };

  link.on('row', ({ channel, row }) => {
    const chat = chats.get(channel);
    const msg = chat && put(chat, row);
    if (!msg) return;
    msg.isNewMsg = true;
    messages.Collection.trigger('add', msg);
  });

  class NewsletterCollection extends Emitter {
    get(id) {
      return chats.get(String(id));
    }

    async find(id) {
      const chat = chats.get(String(id));
      if (!chat) throw new Error(`no newsletter ${id}`);
      return chat;
    }

    getModelsArray() {
      return [...chats.values()];
    }
  }

  class MetadataCollection extends Emitter {
    async update(id) {
      const card = await link.ask('metadata', { channel: String(id) });
      chats.get(String(id)).newsletterMetadata.set(describe(card));
    }
  }

  class ChatCollection extends Emitter {
    get() {
      return undefined;
    }

    async find(id) {
      if (drifted('chat-find-throws')) throw new TypeError('this.findImpl is not a function');
      return chats.get(String(id));
    }

    getModelsArray() {
      return [];
    }
  }

  const loadEarlierMsgs = async ({ chat }) => {
    const known = chat.msgs.getModelsArray().flatMap(({ serverId }) => serverId ?? []);
    const before = known.length > 0 ? Math.min(...known) : null;
    const rows = await link.ask('history', { channel: String(chat.id), before });
    return rows.flatMap((row) => put(chat, row) ?? []);
  };

  const queryByInviteCode = async (inviteCode) => {
    const { id, name, description, createdAt } = await link.ask('invite', { channel: inviteCode });
    return {
      idJid: id,
      newsletterCreationTimeMetadataMixin: { creationTimeValue: createdAt },
      newsletterNameMetadataMixin: { nameElementValue: name, nameUpdateTime: createdAt },
      newsletterDescriptionMetadataMixin: {
        descriptionQueryDescriptionResponseMixin: { elementValue: description, updateTime: createdAt },
      },
      newsletterInviteLinkMetadataMixin: { inviteCode },
      newsletterStateMetadataMixin: { stateType: 'active' },
      newsletterSubscribersMetadataMixin: { subscribersCount: 1 },
      newsletterVerificationMetadataMixin: { verificationState: 'unverified' },
    };
  };

  return {
    Newsletters: strict(new NewsletterCollection(), 'newsletter collection'),
    Metadata: strict(new MetadataCollection(), 'newsletter metadata collection'),
    Chat: strict(new ChatCollection(), 'Chat collection'),
    load: (known) => {
      for (const { card, rows } of known) for (const row of [...rows, null]) row ? put(add(card), row) : add(card);
    },
    loadPreview: async (id) => add(await link.ask('preview', { channel: String(id) })),
    roleOf: (inviteCode) => {
      const chat = [...chats.values()].find(({ newsletterMetadata }) => newsletterMetadata.inviteCode === inviteCode);
      return chat?.newsletterMetadata.membershipType ?? 'guest';
    },
    ...{ loadEarlierMsgs, queryByInviteCode },
  };
};
