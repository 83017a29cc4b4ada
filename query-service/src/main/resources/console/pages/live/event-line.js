import { h } from '../../core/dom.js';
import { time, words } from '../../core/format.js';

const KINDS = { USER_LOGIN: 'accent', USER_LOGOUT: '', PAYMENT_COMPLETED: 'good', PAYMENT_FAILED: 'bad', SUBSCRIPTION_CREATED: 'good', SUBSCRIPTION_CANCELLED: 'warn' };
const MOST = 3;

/** One event as a line that opens to all of it. */
export function eventLine(event, { clock = () => time(event.timestamp, 'second'), person = true } = {}) {
  const who = event.userId || event.anonymousId;
  const details = h('details', {},
    h('summary', {},
      h('time', { class: 'number soft', datetime: event.timestamp, title: time(event.timestamp, 'exact') }, clock()),
      h('span', { class: 'pill ' + (KINDS[event.type] ?? '') }, words(event.type)),
      person && h('span', { class: 'event-who' }, who || 'nobody'),
      h('span', { class: 'event-gist soft' }, gist(event))));
  details.addEventListener('toggle', () => {
    if (details.open && details.children.length === 1) {
      details.append(h('div', { class: 'event-all' },
        person && who && h('p', { class: 'small' }, h('a', { href: '/users?' + new URLSearchParams({ id: who }) }, 'All events of ' + who)),
        h('pre', { tabindex: '0', 'aria-label': 'The event as JSON' }, JSON.stringify(event, null, 2))));
    }
  });
  return h('li', {}, details);
}

/** What tells it from others of its type, in a few words. */
function gist(event) {
  const text = event.content?.text;
  const properties = Object.entries(event.properties || {}).filter(([, value]) => typeof value !== 'object').slice(0, MOST)
    .map(([name, value]) => `${name} ${value}`);
  return [text && `“${text.length > 80 ? text.slice(0, 79) + '…' : text}”`, ...properties].filter(Boolean).join(' · ');
}
