// @ts-nocheck

/** Wids (who or where) and message keys, each with its text in a field that later builds renamed. */
export const createIds = ({ drifted, strict }) => {
  const widField = drifted('wid-serialized-renamed') ? '$1' : '_serialized';
  const keyField = drifted('serialized-renamed') ? '$1' : '_serialized';
  // Reading a field that a drift renamed gives undefined, as in the real page.
  const renamed = ['_serialized'];

  class Wid {
    constructor(user, server) {
      Object.assign(this, { server, user, [widField]: `${user}@${server}` });
    }

    toString() {
      return `${this.user}@${this.server}`;
    }

    toJid() {
      return this.toString();
    }

    isLid() {
      return this.server === 'lid';
    }

    isGroup() {
      return this.server === 'g.us';
    }

    isStatus() {
      return this.server === 'broadcast' && this.user === 'status';
    }
  }

  const createWid = (id) => {
    if (id instanceof Wid) return id;
    const [, user, server] = /^([^@\s]+)@([a-z.]+)$/.exec(id) ?? [];
    if (server === undefined) throw new Error('wid error: invalid wid');
    return new Wid(user, server);
  };

  class MsgKey {
    constructor({ to, from, id, selfDir }) {
      const fromMe = selfDir === 'out';
      const remote = fromMe ? to : from;
      Object.assign(this, { fromMe, remote, id, [keyField]: `${fromMe}_${remote}_${id}` });
    }

    static async newId() {
      const bytes = crypto.getRandomValues(new Uint8Array(9));
      return `3EB0${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
    }

    toString() {
      return this[keyField];
    }
  }

  strict(Wid.prototype, 'Wid', renamed);
  strict(MsgKey.prototype, 'MsgKey', renamed);
  return { createWid, MsgKey, me: createWid('994501234567@c.us'), lid: createWid('123456789012345@lid') };
};
