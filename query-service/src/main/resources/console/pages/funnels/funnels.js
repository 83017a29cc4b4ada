// How many people get from one step to the next: funnels that are counted ahead, and any other over the stored events.
import { ask, tell } from '../../core/api.js';
import { fill, h } from '../../core/dom.js';
import { words } from '../../core/format.js';
import { note } from '../../core/router.js';
import { card, field, head, segments, select } from '../../parts/layout.js';
import { load, loading, trouble } from '../../parts/states.js';
import { builder } from './builder.js';
import { funnel } from './funnel.js';

const DAY = 86_400_000;
const RANGES = [['7', '7 days'], ['14', '14 days'], ['30', '30 days'], ['90', '90 days']];

export async function show(page, route, signal) {
  const query = route.query;
  const form = h('div', { class: 'card explore-form' }, loading('4rem'));
  const place = h('div', { class: 'stack' });
  fill(page, head('Funnels', 'Where people get lost between the first step and the last.'), form, place);
  let stored;
  try {
    stored = (await ask('funnels', {}, signal)).funnels;
  } catch (failure) {
    if (!signal.aborted) fill(form, trouble(failure, () => show(page, route, signal)));
    return;
  }

  const change = values => {
    for (const [name, value] of Object.entries(values)) query.set(name, value);
    note(values);
    draw();
  };

  function draw() {
    const own = query.get('funnel') === 'own';
    const chosen = stored.find(one => one.name === query.get('funnel')) || stored[0];
    const days = Number(query.get('days')) || 30;
    const from = new Date(Date.now() - days * DAY).toISOString();
    fill(form,
      segments('Time range', RANGES, String(days), value => change({ days: value })),
      h('div', { class: 'form-row' }, field('Funnel', select([...stored.map(one => [one.name, words(one.name)]), ['own', 'Steps of your own …']], own ? 'own' : chosen?.name, value => change({ funnel: value })))),
      own || !chosen ? builder(query, values => change(values)) : null);
    if (own || !chosen) {
      const steps = JSON.parse(query.get('steps') || '[]');
      if (steps.length < 2) return fill(place);
      return drawn(card('Your funnel', `${days} days of entries`), () =>
        tell('POST', 'funnels/query', { steps, window: query.get('window') || 'P7D', from, to: new Date().toISOString() }, signal));
    }
    drawn(card(words(chosen.name), `who entered in the last ${days} days, within ${spoken(chosen.window)}`), () =>
      ask('funnels/' + encodeURIComponent(chosen.name), { from, to: new Date().toISOString() }, signal));
  }

  function drawn(section, question) {
    const body = h('div', {});
    section.append(body);
    fill(place, section);
    load(body, signal, question, answer => funnel(answer, signal), '20rem');
  }
  draw();
}

/** P7D → 7 days */
export function spoken(period) {
  const [, days, hours, minutes] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?/.exec(period) || [];
  return [days && `${days} ${days === '1' ? 'day' : 'days'}`, hours && `${hours} hours`, minutes && `${minutes} minutes`].filter(Boolean).join(' ') || period;
}
