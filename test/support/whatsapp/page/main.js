// @ts-nocheck
import { createChannels } from './channels.js';
import { createConnection } from './connection.js';
import { createEditing } from './editing.js';
import { createIds } from './ids.js';
import { createLink } from './link.js';
import { createMedia } from './media.js';
import { createMessages } from './messages.js';
import { createModules } from './modules.js';
import { createSending } from './sending.js';
import { createStrict } from './strict.js';

const link = await createLink();
const { version, drift } = link.settings;
const drifted = (name) => drift.includes(name);
if (drifted('service-worker')) {
  const { installing } = await navigator.serviceWorker.register('/service-worker.js');
  // Not `ready`: it never comes where a browser is told to bypass it.
  await new Promise((done) => {
    if (installing) installing.onstatechange = () => installing.state === 'activated' && done();
    else done();
  });
}
const strict = createStrict(link.report);

const ids = createIds({ drifted, strict });
const messages = createMessages({ ids, link, drifted, strict });
const channels = createChannels({ ids, link, messages, drifted, strict });
const connection = createConnection({ link, channels, drifted, strict });
const media = createMedia({ link, connection, drifted });
const editing = createEditing({ link, connection, channels });
const sending = createSending({ link, connection });

window.require = createModules({
  parts: { ids, messages, channels, connection, media, editing, sending },
  drift,
  strict,
});
// The library waits for this: from here on everything it requires is there.
window.Debug = { VERSION: version };
await connection.start();
