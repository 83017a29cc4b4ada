// Who comes back: a row for those that were first seen together, a column for each day or week after that.
import { ask, tell } from '../../core/api.js';
import { fill, h } from '../../core/dom.js';
import { note } from '../../core/router.js';
import { freshness } from '../../parts/freshness.js';
import { card, field, head, segments } from '../../parts/layout.js';
import { load } from '../../parts/states.js';
import { curve, grid } from './grid.js';

const PERIODS = { day: 14, week: 8 };

export function show(page, route, signal) {
  const query = route.query;
  const form = h('div', { class: 'card explore-form' });
  const place = h('div', { class: 'stack' });
  fill(page, head('Retention', 'Of the people who came first on a day, how many are there again days later.'), form, place);

  const change = values => {
    for (const [name, value] of Object.entries(values)) query.set(name, value);
    note(values);
    draw();
  };

  function draw() {
    const granularity = query.get('granularity') === 'week' ? 'week' : 'day';
    const own = query.get('who') === 'own';
    fill(form,
      h('div', { class: 'page-tools' },
        segments('Windows', [['day', 'By day'], ['week', 'By week']], granularity, value => change({ granularity: value })),
        segments('Who', [['all', 'Everybody'], ['own', 'Who did …']], own ? 'own' : 'all', value => change({ who: value }))),
      own ? ownForm(query, change) : null);
    const periods = PERIODS[granularity];
    const question = own
      ? () => tell('POST', 'retention/query', { first: query.get('first') || FIRST, return: query.get('return') || RETURN, granularity, periods }, signal)
      : () => ask('retention', { granularity, periods }, signal);
    const meta = h('span', {});
    const body = h('div', { class: 'stack' });
    fill(place, card('Who comes back', meta, body));
    load(body, signal, question, answer => {
      fill(meta, freshness(answer.meta));
      return [curve(answer), grid(answer)];
    }, '24rem');
  }
  draw();
}

const FIRST = "type = 'SUBSCRIPTION_CREATED'";
const RETURN = "type = 'USER_LOGIN'";

function ownForm(query, change) {
  const first = h('input', { class: 'input mono', value: query.get('first') || FIRST, required: true, spellcheck: 'false' });
  const again = h('input', { class: 'input mono', value: query.get('return') || RETURN, required: true, spellcheck: 'false' });
  return h('form', { class: 'form-row', onsubmit: event => { event.preventDefault(); change({ first: first.value, return: again.value }); } },
    field('First did', first), field('And then came back to', again), h('button', { class: 'button main-action', type: 'submit' }, 'Show'));
}
