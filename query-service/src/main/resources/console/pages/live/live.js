// Events as they are stored, newest first: a second or so after they arrive.
import { ask } from '../../core/api.js';
import { fill, h } from '../../core/dom.js';
import { exact } from '../../core/format.js';
import { icon } from '../../core/icons.js';
import { every } from '../../core/poll.js';
import { note } from '../../core/router.js';
import { freshness } from '../../parts/freshness.js';
import { field, head } from '../../parts/layout.js';
import { empty, loading, trouble } from '../../parts/states.js';
import { eventLine } from './event-line.js';

const EVERY_MS = 2000;
const AT_ONCE = 50;
const KEPT = 200;
const WINDOW_MS = 15 * 60_000;

export function show(page, route, signal) {
  const query = route.query;
  const seen = new Set();
  const list = h('ol', { class: 'events', 'aria-label': 'Events, newest first' });
  const state = h('div', {}, loading('20rem'));
  const fresh = h('span', {});
  let paused = false;

  const pause = h('button', { class: 'button', type: 'button', 'aria-pressed': 'false' }, icon('pause'), 'Pause');
  pause.addEventListener('click', () => {
    paused = !paused;
    pause.setAttribute('aria-pressed', String(paused));
    fill(pause, icon(paused ? 'play' : 'pause'), paused ? 'Go on' : 'Pause');
  });
  const input = (name, hint) => h('input', {
    class: 'input', value: query.get(name) || '', placeholder: hint, spellcheck: 'false',
    onchange: event => {
      query.set(name, event.target.value.trim());
      note({ [name]: event.target.value.trim() });
      seen.clear();
      fill(list);
      fill(state, loading('20rem'));
      look();
    },
  });
  const counted = h('p', { class: 'soft small', role: 'status' });
  fill(page,
    head('Live events', 'Each event that passed the door, as it is stored. Open one to see all of it.', fresh, pause),
    h('div', { class: 'card form-row' }, field('Type', input('type', 'every type')), field('User', input('userId', 'everybody'))),
    h('section', { class: 'card', 'aria-label': 'Events' }, counted, state, list));

  async function look() {
    if (paused) return;
    try {
      const answer = await ask('events', {
        type: query.get('type'), userId: query.get('userId'), limit: AT_ONCE,
        from: new Date(Date.now() - WINDOW_MS).toISOString(), to: new Date(Date.now() + 60_000).toISOString(),
      }, signal);
      fill(fresh, freshness(answer.meta));
      if (!paused) add(answer.events);
    } catch (failure) {
      if (signal.aborted) return;
      fill(state, trouble(failure, look));
    }
  }

  function add(events) {
    const news = events.filter(event => !seen.has(event.eventId));
    news.forEach(event => seen.add(event.eventId));
    // who reads a line with keyboard or opens one must not have it moved away: new ones come above
    list.prepend(...news.map(event => {
      const line = eventLine(event);
      if (list.childElementCount) line.classList.add('new');
      return line;
    }));
    while (list.childElementCount > KEPT) list.lastElementChild.remove();
    fill(state, list.childElementCount ? null : empty('Nothing in the last quarter of an hour',
      'Events appear here about a second after they are sent. In a development fleet:', h('pre', {}, "./fleet send MESSAGE_SENT --user ada --text 'Hello'")));
    counted.textContent = list.childElementCount ? `${exact(list.childElementCount)} shown` : '';
  }
  every(EVERY_MS, signal, look);
}
