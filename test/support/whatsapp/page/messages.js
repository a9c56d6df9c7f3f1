// @ts-nocheck
import { Emitter, Model } from './model.js';

/** What a message has although nobody gave it. */
const DEFAULTS = {
  ...{
    ack: 0,
    body: '',
    caption: undefined,
    type: 'chat',
    serverId: undefined,
    isNewMsg: false,
    isNotification: false,
  },
  ...{ isEphemeral: false, isStatusV3: false, mediaObject: undefined, mediaHandle: undefined, directPath: undefined },
  ...{ mimetype: undefined, size: undefined, filehash: undefined, local: false, self: 'in', from: undefined },
  ...{ to: undefined, t: 0, latestEditSenderTimestampMs: undefined },
};

export const createMessages = ({ ids, link, drifted, strict }) => {
  const index = new Map();

  class Msg extends Model {
    constructor(attributes) {
      super();
      // A private attribute wins over the public one of the same name: this is how a media model's own id gets in.
      const { id, __x_id, ...others } = attributes;
      if ('__x_id' in attributes && __x_id === undefined) {
        throw new Error("Data passed to getter must include an id property (it's how we memoize) but got undefined");
      }
      Object.assign(this, { id }, DEFAULTS);
      for (const key of Object.keys(DEFAULTS)) if (others[key] !== undefined) this[key] = others[key];
      if (this.type === 'image') this.mediaObject ??= {};
      this.tellAlso(Collection);
    }

    updateAck(ack) {
      this.set({ ack });
    }

    serialize() {
      const { mediaObject: _, ...attributes } = this;
      return attributes;
    }
  }
  strict(Msg.prototype, 'Msg', drifted('av-params-removed') ? ['avParams'] : []);
  const mediaMetadata = (msg) => ({ mimetype: msg.mimetype, size: msg.size, filehash: msg.filehash });
  if (!drifted('av-params-removed')) {
    Msg.prototype.avParams = function avParams() {
      return mediaMetadata(this);
    };
  }

  const fromRow = (channel, row) => {
    const remote = ids.createWid(channel);
    const way = row.fromMe ? { to: remote, from: ids.me, selfDir: 'out' } : { to: ids.me, from: remote, selfDir: 'in' };
    const picture = row.type === 'image';
    return new Msg({
      ...{ id: new ids.MsgKey({ ...way, id: row.id }), from: way.from, to: way.to, t: row.t, type: row.type },
      ...{ ack: row.ack, serverId: row.serverId ?? undefined, body: picture ? '' : row.text },
      ...(picture ? { caption: row.text, directPath: `/m1/${row.id}` } : {}),
      latestEditSenderTimestampMs: row.editedAt ?? undefined,
    });
  };

  const remember = (msg) => index.set(String(msg.id), msg);

  const byId = async (id) => {
    const known = index.get(id);
    if (known) return known;
    if (typeof id !== 'string') {
      const words = "Failed to execute 'get' on 'IDBObjectStore': No key or key range specified.";
      throw new DOMException(words, 'DataError');
    }
    const [, channel, only] = id.split('_');
    const [row] = await link.ask('history', { channel, only });
    if (!row) return undefined;
    const msg = fromRow(channel, row);
    remember(msg);
    return msg;
  };

  class MsgCollection extends Emitter {
    modelClass = Msg;

    get(id) {
      return index.get(String(id));
    }

    async getMessagesById(wanted) {
      const found = await Promise.all(wanted.map(byId));
      return { messages: found.filter(Boolean) };
    }
  }
  const Collection = strict(new MsgCollection(), 'Msg collection');

  /** The messages of one chat. Adding one here is not heard as a new message: own posts in channels never are. */
  class MsgList {
    #list = [];

    add(msg) {
      remember(msg);
      if (!this.#list.some((other) => String(other.id) === String(msg.id))) this.#list.push(msg);
    }

    remove(msg) {
      this.#list = this.#list.filter((other) => other !== msg);
      index.delete(String(msg.id));
    }

    getModelsArray() {
      return [...this.#list];
    }
  }

  return { Collection, MsgList, fromRow, mediaMetadata };
};
