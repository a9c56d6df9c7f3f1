// @ts-nocheck
import { Emitter, Model } from './model.js';

/** The socket, the link to the phone, and what the page says about both. */
export const createConnection = ({ link, channels, drifted, strict }) => {
  let hearSync;
  const syncHeard = new Promise((resolve) => {
    hearSync = resolve;
  });

  class SocketModel extends Model {
    state = 'OPENING';
    hasSynced = false;

    on(names, listener) {
      super.on(names, listener);
      if (names.includes('change:hasSynced')) hearSync();
    }

    takeover() {
      this.set({ state: 'CONNECTED' });
    }

    async logout() {
      await link.ask('logout');
      leave();
    }
  }

  class ConnModel extends Model {
    ref = undefined;
    pushname = 'Herald';
    platform = 'android';
    battery = undefined;
    plugged = undefined;
  }

  const Socket = strict(new SocketModel(), 'Socket');
  const Conn = strict(new ConnModel(), 'Conn');
  const Cmd = new Emitter();
  Cmd.refreshQR = async () => {
    Conn.set({ ref: await link.ask('qr') });
    Socket.set({ state: 'UNPAIRED' });
  };

  const leave = () => {
    localStorage.clear();
    Cmd.trigger('logout');
    location.href = '/?post_logout=1&logout_reason=0';
  };

  const sync = async () => {
    if (drifted('sync-never-ends')) return;
    if (drifted('ready-never-fires')) {
      Socket.hasSynced = true;
      return;
    }
    // The real page takes seconds, in which the library begins to listen; here it takes as long as that needs.
    await syncHeard;
    await new Promise((resolve) => setTimeout(resolve));
    Cmd.trigger('offline_progress_update_from_bridge');
    Socket.set({ hasSynced: true });
  };

  const setState = (state) => {
    Socket.set({ state });
    if (state === 'CONNECTED' && !Socket.hasSynced) void sync();
  };

  const begin = ({ device, state, channels: known }) => {
    localStorage.setItem('device', device);
    channels.load(known);
    setState(state);
  };

  link.on('state', ({ state }) => setState(state));
  link.on('qr', ({ ref }) => Conn.set({ ref }));
  link.on('logout', leave);
  link.on('linked', ({ session }) => {
    setState('PAIRING');
    begin(session);
  });
  link.onCut(() => Socket.state === 'CONNECTED' && setState('TIMEOUT'));
  link.onOpen(() => Socket.state === 'TIMEOUT' && setState('CONNECTED'));

  /** Jobs wait for the connection, however long it takes. */
  const connected = () =>
    new Promise((resolve) => {
      const check = () => {
        if (Socket.state !== 'CONNECTED') return;
        Socket.off('change:state', check);
        resolve();
      };
      Socket.on('change:state', check);
      check();
    });

  const start = async () => {
    const { session, ref } = await link.ask('open');
    if (session) return begin(session);
    localStorage.clear();
    Conn.set({ ref });
    setState('UNPAIRED');
  };

  const pairing = {
    setPairingType: () => {},
    initializeAltDeviceLinking: async () => {},
    initializeQRLinking: async () => {},
    startAltLinkingFlow: (phone) => link.ask('pair', { phone }),
  };

  return { Socket, Conn, Cmd: strict(Cmd, 'Cmd'), connected, start, pairing };
};
