// One metric, cut and compared as one likes. All of it stands in the address, so a link shows the same.
import { metrics, question } from '../../core/data.js';
import { fill, h } from '../../core/dom.js';
import { note } from '../../core/router.js';
import { head } from '../../parts/layout.js';
import { rangeOf, rangePicker } from '../../parts/range.js';
import { load, loading, trouble } from '../../parts/states.js';
import { controls } from './controls.js';
import { result } from './result.js';

export async function show(page, route, signal) {
  const form = h('div', { class: 'card explore-form' }, loading('6rem'));
  const place = h('div', { class: 'stack' });
  fill(page, head('Explore', 'Any metric over time: break it down, filter it, compare it with the time before.'), form, place);
  let catalogue;
  try {
    catalogue = await metrics(signal);
  } catch (failure) {
    if (!signal.aborted) fill(form, trouble(failure, () => show(page, route, signal)));
    return;
  }
  const query = route.query;
  const metric = () => catalogue.find(one => one.name === (query.get('metric') || 'events')) || catalogue[0];

  function change(values) {
    for (const [name, value] of Object.entries(values)) {
      if (value === null || value === '') query.delete(name);
      else query.set(name, value);
    }
    note(values);
    draw('metric' in values || 'range' in values || 'from' in values);
  }

  function draw(controlsToo) {
    const range = fitting(rangeOf(query), metric());
    if (controlsToo) {
      const focused = document.activeElement?.id;
      fill(form, rangePicker(range, change), controls(catalogue, metric(), query, range, change));
      if (focused) document.getElementById(focused)?.focus();
    }
    const body = asked(metric(), query, range);
    load(place, signal, () => question(body, signal),
      answer => result(answer, { metric: metric(), range, query, body, zoom: (from, to) => change({ range: 'custom', from: from.toISOString(), to: to.toISOString() }), signal }), '24rem');
  }
  draw(true);
}

/** A metric has not every granularity; people by minute, for example, are not counted. */
function fitting(range, metric) {
  const both = range.sensible.filter(step => metric.granularities.includes(step));
  const sensible = both.length ? both : [metric.granularities[0]];
  return { ...range, sensible, granularity: sensible.includes(range.granularity) ? range.granularity : sensible[0] };
}

/** The body of POST query that the address means. */
export function asked(metric, query, range) {
  const as = query.get('as');
  const breakdown = query.get('breakdown');
  return {
    metrics: [metric.as.includes(as) ? { metric: metric.name, as } : metric.name],
    granularity: range.granularity,
    from: range.from.toISOString(),
    to: range.to.toISOString(),
    breakdown: breakdown ? [breakdown] : undefined,
    filter: query.get('filter') || undefined,
    compare: query.get('compare') ? 'previous' : undefined,
    limit: breakdown ? 8 : undefined,
    // people are counted ahead by UTC day; other windows follow the viewer's zone
    ...(metric.additive ? {} : { timeZone: 'UTC' }),
  };
}

