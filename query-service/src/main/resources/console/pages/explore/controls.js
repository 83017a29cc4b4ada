import { h } from '../../core/dom.js';
import { words } from '../../core/format.js';
import { field, select } from '../../parts/layout.js';

const COMMON = ['type', 'properties.plan', 'properties.model', 'properties.feature', 'properties.companionId', 'context.locale', 'userId'];
const AS = { count: 'How many', sum: 'Sum', avg: 'Average', min: 'Smallest', max: 'Largest', p50: 'Median', p90: '90th percentile', p95: '95th percentile', p99: '99th percentile' };

export function controls(catalogue, metric, query, range, change) {
  const id = (name, element) => { element.id = 'explore-' + name; return element; };
  const group = (label, some) => (some.length ? { label, choices: some.map(one => [one.name, words(one.name)]) } : null);
  const filter = h('input', {
    class: 'input mono', value: query.get('filter') || '', placeholder: "properties.plan = 'plus'", spellcheck: 'false', autocomplete: 'off',
    onchange: event => change({ filter: event.target.value.trim() }),
  });
  const compare = h('input', { type: 'checkbox', onchange: event => change({ compare: event.target.checked ? 'previous' : null }) });
  compare.checked = Boolean(query.get('compare'));
  return h('div', { class: 'form-row' },
    field('Metric', id('metric', select([
      group('Built in', catalogue.filter(one => one.builtIn)),
      group('Your own', catalogue.filter(one => !one.builtIn)),
    ].filter(Boolean), metric.name, value => change({ metric: value, as: null, breakdown: null })))),
    metric.as.length > 1 ? field('Shown as', id('as', select(metric.as.map(as => [as, AS[as] || as]), query.get('as') || metric.as[0], as => change({ as })))) : null,
    field('Broken down by', id('breakdown', select(breakdowns(metric, query.get('breakdown')), query.get('breakdown') || '', breakdown => change({ breakdown })))),
    field('By', id('granularity', select(range.sensible.map(step => [step, words(step)]), range.granularity, granularity => change({ granularity })))),
    field('Drawn as', id('kind', select([['area', 'Line'], ['stacked', 'Stacked'], ['bars', 'Bars']], query.get('kind') || 'area', kind => change({ kind })))),
    field('Only where', id('filter', filter)),
    h('label', { class: 'check' }, id('compare', compare), 'Compare with the time before'));
}

function breakdowns(metric, chosen) {
  const own = metric.dimensions.map(path => [path, path]);
  const other = COMMON.filter(path => !metric.dimensions.includes(path)).map(path => [path, path]);
  const known = [...own, ...other].some(([path]) => path === chosen);
  return [['', 'Nothing'], ...own, ...(metric.additive ? other : []), ...(chosen && !known ? [[chosen, chosen]] : [])];
}
