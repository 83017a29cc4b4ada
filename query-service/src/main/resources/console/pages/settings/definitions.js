import { ask, tell } from '../../core/api.js';
import { forgetMetrics } from '../../core/data.js';
import { h } from '../../core/dom.js';
import { pill, card, flush, toast } from '../../parts/layout.js';
import { empty, load, trouble } from '../../parts/states.js';
import { table } from '../../parts/table.js';
import { icon } from '../../core/icons.js';
import { editDefinition, measured } from './definition-form.js';

export function definitions(place, signal) {
  const list = h('div', {});
  const renew = () => {
    forgetMetrics();
    load(list, signal, () => ask('metric-definitions', {}, signal), draw, '10rem');
  };
  place.append(flush(card('Metrics of your own',
    h('button', { class: 'button', type: 'button', onclick: () => editDefinition(null, renew) }, icon('plus'), 'New metric'), list)));

  function draw(answer) {
    if (!answer.definitions.length) {
      return empty('None yet', 'Define one: which events count, and what is measured of them. It is live within seconds and counts what comes from then on.');
    }
    return table('Metrics of your own', [
      { title: 'Metric', cell: one => h('button', { class: 'link', type: 'button', onclick: () => editDefinition(one, renew) }, one.name) },
      { title: 'Measures', cell: one => measured(one.measure) },
      { title: 'Of events where', cell: one => h('code', { class: 'break' }, one.filter || 'any') },
      { title: 'By', cell: one => (one.dimensions || []).join(', ') },
      { title: '', cell: one => (one.enabled === false ? pill('warn', 'off') : pill('good', 'on')) },
      { title: '', right: true, cell: one => h('button', { class: 'button bare danger', type: 'button', 'aria-label': 'Remove ' + one.name, onclick: () => remove(one) }, 'Remove') },
    ], answer.definitions);
  }

  async function remove(one) {
    if (!confirm(`Remove ${one.name}? What it has counted is kept until it expires, and nothing is added any more.`)) return;
    try {
      await tell('DELETE', `metric-definitions/${encodeURIComponent(one.name)}?revision=${one.revision}`, undefined, signal);
      toast(one.name + ' was removed.');
      renew();
    } catch (failure) {
      list.replaceChildren(trouble(failure, renew));
    }
  }
  renew();
}
