// One person: what we know, and what they did, in their order.
import { ask } from '../../core/api.js';
import { fill, h } from '../../core/dom.js';
import { exact } from '../../core/format.js';
import { field, flush, head, card } from '../../parts/layout.js';
import { empty, load } from '../../parts/states.js';
import { table } from '../../parts/table.js';
import { profile } from './profile.js';
import { timeline } from './timeline.js';

export function show(page, route, signal, go) {
  const id = route.query.get('id') || '';
  const input = h('input', { class: 'input', value: id, placeholder: 'ada', spellcheck: 'false', autocomplete: 'off', required: true });
  const form = h('form', { class: 'form-row card', role: 'search', onsubmit: event => { event.preventDefault(); go(address(input.value.trim())); } },
    field('User id, or anonymous id', input), h('button', { class: 'button main-action', type: 'submit' }, 'Look up'));
  const place = h('div', { class: 'stack' });
  fill(page, head('Users', 'Everything one person did, newest first.'), form, place);
  if (id) person(place, id, route, signal);
  else busiest(place, signal, go);
}

const address = id => '/users?' + new URLSearchParams({ id });

function busiest(place, signal, go) {
  const list = h('div', {});
  fill(place, flush(card('Busiest today', 'by events, of the UTC day', list)));
  load(list, signal, () => ask('top-users', { limit: 20 }, signal), answer => (answer.users.length
    ? table('Busiest people', [
      { title: 'User', cell: user => h('a', { href: address(user.userId) }, user.userId) },
      { title: 'Events', right: true, cell: user => exact(user.count) },
    ], answer.users)
    : empty('Nobody yet today', 'Look somebody up by id above.')));
}

function person(place, id, route, signal) {
  const known = h('div', {});
  const done = h('div', {});
  fill(place, known, done);
  load(known, signal, () => ask(`user/${encodeURIComponent(id)}/metrics`, {}, signal), answer => profile(answer), '12rem');
  timeline(done, id, route.query.get('type') || '', signal);
}

