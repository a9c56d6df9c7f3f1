// @ts-nocheck

/** How the jobs of WhatsApp Web fail when the server says no. */
class ServerStatusCodeError extends Error {
  constructor(status, words) {
    super(`${status} ${words}`);
    this.name = 'ServerStatusCodeError';
    this.status = status;
  }
}

/** The wire to the stand-in's server, ready once the server has said how this page is to behave. */
export const createLink = async () => {
  const page = crypto.randomUUID();
  const [, , build] = new URL(import.meta.url).pathname.split('/');
  const waiting = new Map();
  let asked = 0;
  const listeners = new Map();
  const post = (path, body) => fetch(path, { method: 'POST', body });
  const device = () => localStorage.getItem('device');

  const acts = {
    crash: () => new Function('%Abort(1)')(),
    reload: () => location.reload(),
    freeze: () => {
      const request = new XMLHttpRequest();
      request.open('GET', `/frozen?page=${page}`, false);
      request.send();
    },
  };
  const settle = (id, how, value) => {
    waiting.get(id)?.[how](value);
    waiting.delete(id);
  };
  const receive = (push) => {
    if (push.kind === 'answer') return settle(push.id, 'resolve', push.value);
    if (push.kind === 'act') return acts[push.act]();
    if (push.kind === 'error') {
      const error = push.status === null ? new Error(push.words) : new ServerStatusCodeError(push.status, push.words);
      return settle(push.id, 'reject', error);
    }
    listeners.get(push.kind)?.(push);
  };

  const events = new EventSource(`/events?page=${page}&build=${build}`);
  const settings = await new Promise((resolve) => {
    listeners.set('settings', resolve);
    events.onmessage = ({ data }) => receive(JSON.parse(data));
  });
  listeners.delete('settings');

  return {
    settings,
    device,
    /** One listener for each kind of push. */
    on: (kind, listener) => listeners.set(kind, listener),
    onCut: (listener) => events.addEventListener('error', listener),
    onOpen: (listener) => events.addEventListener('open', listener),
    /** Without an answer it never settles, as the real page's jobs do. */
    ask: (operation, body = {}) => {
      asked += 1;
      const id = asked;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        post('/ask', JSON.stringify({ id, page, device: device(), operation, body })).catch(() => {});
      });
    },
    /** The page's own storage; it does not need the network. */
    keep: (channel, row) => post('/keep', JSON.stringify({ device: device(), channel, row })).catch(() => {}),
    report: (violation) => post('/violation', violation).catch(() => {}),
  };
};
