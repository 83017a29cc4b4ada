import { metrics } from '../../core/data.js';
import { fill, h } from '../../core/dom.js';
import { words } from '../../core/format.js';
import { dialog, field, select } from '../../parts/layout.js';
import { loading, trouble } from '../../parts/states.js';
import { TYPES } from './widget.js';

const LASTS = [['PT1H', 'the last hour', 'minute'], ['PT24H', 'the last 24 hours', 'hour'], ['P7D', 'the last 7 days', 'hour'], ['P30D', 'the last 30 days', 'day'], ['P365D', 'the last 12 months', 'month']];
const SIZES = { kpi: { w: 3, h: 2 }, chart: { w: 6, h: 5 }, table: { w: 4, h: 5 }, heatmap: { w: 8, h: 5 }, funnel: { w: 6, h: 6 }, retention: { w: 8, h: 6 }, text: { w: 12, h: 2 } };

/** Asks what a widget shows. @param done called with the widget, without a place if it is new */
export async function editWidget(known, done) {
  const body = h('div', {}, loading('14rem'));
  const box = dialog(known ? 'Edit the widget' : 'Add a widget', body);
  try {
    form(body, box, known, await metrics(), done);
  } catch (failure) {
    fill(body, trouble(failure));
  }
}

function form(body, box, known, catalogue, done) {
  const asked = known?.question || {};
  const first = asked.metrics?.[0];
  const type = select(Object.entries(TYPES), known?.type || 'chart', () => fit());
  const title = h('input', { class: 'input', value: known?.title || '', maxlength: '200', placeholder: 'as what it shows' });
  const metric = select(catalogue.map(one => [one.name, words(one.name)]), first?.metric || first || 'events', () => fit());
  const breakdown = select([['', 'Nothing']], '');
  const last = select(LASTS.map(([value, text]) => [value, text]), asked.last || 'PT24H');
  const kind = select([['area', 'Line'], ['stacked', 'Stacked'], ['bars', 'Bars']], known?.options?.kind || 'area');
  const filter = h('input', { class: 'input mono', value: asked.filter || '', spellcheck: 'false', placeholder: "properties.plan = 'plus'" });
  const funnelName = h('input', { class: 'input mono', value: known?.funnel?.name || 'onboarding', spellcheck: 'false' });
  const unit = select([['day', 'Day'], ['week', 'Week']], known?.retention?.granularity || 'day');
  const text = h('textarea', { class: 'input', rows: '4' });
  text.value = known?.text || '';
  const rows = {
    question: h('div', { class: 'form' }, h('div', { class: 'form-row' }, field('Metric', metric), field('Broken down by', breakdown)), h('div', { class: 'form-row' }, field('Of', last), field('Drawn as', kind)), field('Only where', filter)),
    funnel: field('Funnel', funnelName), retention: field('Windows', unit), text: field('Text', text),
  };
  const chosen = () => catalogue.find(one => one.name === metric.value) || catalogue[0];

  function fit() {
    const part = rows[type.value] ? type.value : 'question';
    for (const [name, row] of Object.entries(rows)) row.hidden = name !== part;
    kind.parentElement.hidden = type.value !== 'chart';
    const paths = [...new Set([...chosen().dimensions, ...(chosen().additive ? ['type', 'context.locale'] : []), ...(asked.breakdown || [])])];
    const now = breakdown.value || asked.breakdown?.[0] || (type.value === 'table' ? paths[0] : '') || '';
    fill(breakdown, [['', 'Nothing'], ...paths.map(path => [path, path])].map(([value, label]) => h('option', { value }, label)));
    breakdown.value = paths.includes(now) ? now : '';
    breakdown.parentElement.hidden = ['kpi', 'heatmap'].includes(type.value);
  }

  function made() {
    const its = { id: known?.id || 'w' + Math.random().toString(36).slice(2, 8), type: type.value, title: title.value.trim() || named(), ...(known ? {} : SIZES[type.value]) };
    if (type.value === 'text') return { ...its, text: text.value };
    if (type.value === 'funnel') return { ...its, funnel: known?.funnel?.steps ? known.funnel : { name: funnelName.value.trim() } };
    if (type.value === 'retention') return { ...its, retention: { granularity: unit.value, periods: 8 } };
    return { ...its, question: question(), options: { kind: kind.value } };
  }

  function question() {
    const span = LASTS.find(([value]) => value === last.value);
    const wanted = type.value === 'heatmap' ? 'hour' : span[2];
    const granularity = chosen().granularities.includes(wanted) ? wanted : chosen().granularities[0];
    const broken = breakdown.value && !breakdown.parentElement.hidden;
    return {
      metrics: [first?.metric === metric.value ? first : metric.value], last: last.value, filter: filter.value.trim() || undefined,
      breakdown: broken ? [breakdown.value] : undefined, limit: broken ? 8 : undefined,
      granularity: type.value === 'table' ? undefined : granularity, compare: type.value === 'kpi' ? 'previous' : undefined,
    };
  }

  const named = () => (type.value === 'text' ? 'Note' : type.value === 'funnel' ? words(funnelName.value) : type.value === 'retention' ? 'Who comes back' : words(metric.value) + (breakdown.value && !breakdown.parentElement.hidden ? ' by ' + breakdown.value : ''));
  fill(body, h('form', { class: 'form', onsubmit: event => { event.preventDefault(); box.close(); done(made()); } },
    h('div', { class: 'form-row' }, field('Kind', type), field('Title', title)), Object.values(rows),
    h('div', { class: 'form-end' }, h('button', { class: 'button bare', type: 'button', onclick: () => box.close() }, 'Cancel'), h('button', { class: 'button main-action', type: 'submit' }, known ? 'Change' : 'Add'))));
  fit();
  type.focus();
}
