// What the console's pages do beyond plain forms; every one of them works without.

const localTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

const showLocalTimes = () => {
  for (const time of document.querySelectorAll('time[datetime]')) {
    const shown = localTime.format(new Date(time.dateTime));
    if (time.textContent !== shown) time.textContent = shown;
  }
};

const offerLocalZone = () => {
  const zone = document.querySelector('input[name="zone"]');
  const note = document.getElementById('at-zone');
  const at = document.getElementById('at');
  if (!zone || !note || !at) return;
  const update = () => {
    const moment = at.value ? new Date(at.value) : new Date();
    zone.value = String(-moment.getTimezoneOffset());
  };
  note.textContent = `in your time (${Intl.DateTimeFormat().resolvedOptions().timeZone})`;
  at.addEventListener('input', update);
  update();
};

const tell = (text) => {
  const told = document.getElementById('told');
  if (told) told.textContent = text;
};

const changed = () => document.body.dispatchEvent(new CustomEvent('tellal:changed'));

const listen = () => {
  const source = new EventSource('/live');
  let opened = false;
  source.addEventListener('open', () => {
    document.body.classList.remove('offline');
    // Whatever was missed while nobody listened is read again.
    if (opened) changed();
    opened = true;
  });
  source.addEventListener('delivery', (event) => {
    const { article, channel, state } = JSON.parse(event.data);
    tell(`${article} on ${channel}: ${state}`);
    changed();
  });
  source.addEventListener('error', () => {
    document.body.classList.add('offline');
    if (source.readyState !== EventSource.CLOSED) return;
    setTimeout(listen, 5000);
  });
};

const copy = async (event) => {
  const button = event.target.closest?.('[data-copy]');
  const field = button && document.getElementById(button.dataset.copy);
  if (!field) return;
  field.select();
  // Browsers give the clipboard to pages by https and of this machine only; to others in the old way.
  if (navigator.clipboard) await navigator.clipboard.writeText(field.value);
  else document.execCommand('copy');
  button.textContent = 'Copied';
  tell('copied');
};

// A second click must not push twice while the first is on its way.
const pushOnce = (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== 'post') return;
  if (form.dataset.sent) event.preventDefault();
  else form.dataset.sent = 'yes';
};

const allowAgain = () => {
  for (const form of document.forms) delete form.dataset.sent;
};

document.documentElement.classList.add('scripted');
showLocalTimes();
offerLocalZone();
document.addEventListener('click', copy);
document.addEventListener('submit', pushOnce);
window.addEventListener('pageshow', allowAgain);
document.addEventListener('htmx:after:swap', showLocalTimes);
document.addEventListener('htmx:after:settle', showLocalTimes);
if (document.querySelector('[data-live]')) listen();
