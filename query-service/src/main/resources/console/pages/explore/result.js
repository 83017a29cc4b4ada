import { aligned } from '../../core/data.js';
import { h } from '../../core/dom.js';
import { count, duration, exact, percent, words } from '../../core/format.js';
import { icon } from '../../core/icons.js';
import { chart } from '../../parts/chart.js';
import { freshness } from '../../parts/freshness.js';
import { card, flush } from '../../parts/layout.js';
import { empty } from '../../parts/states.js';
import { table } from '../../parts/table.js';
import { download } from './download.js';

export function result(answer, { metric, range, query, body, zoom, signal }) {
  const [first] = answer.results;
  const groups = first.groups;
  const write = writer(metric.name, first.as);
  if (!groups.length || !groups.some(group => group.points.some(point => point.value))) {
    return card(words(metric.name), metric.description || '', empty('Nothing in this range',
      query.get('filter') ? 'No event matches the filter. Try it without.' : 'Try a longer range.'));
  }
  const broken = Boolean(body.breakdown);
  const { times, series } = aligned(groups, group => (broken ? group.dimension : words(metric.name)));
  if (!broken && groups[0].previous?.points) {
    const before = groups[0].previous.points.map(point => point.value);
    series.push({ name: 'The time before', values: times.map((_, i) => before[i] ?? null), dashed: true, colour: 1 });
  }
  const title = words(metric.name) + (broken ? ' by ' + body.breakdown[0] : '');
  const drawn = card(title, h('span', { class: 'result-meta' }, freshness(answer.meta)),
    h('div', { class: 'headline' },
      h('span', { class: 'tile-value number' }, headline(first, write)),
      broken ? null : change(groups[0]),
      h('span', { class: 'soft small' }, 'in ' + range.label)),
    chart({ label: title, granularity: answer.granularity, times, series, kind: query.get('kind') || (broken ? 'line' : 'area'), height: 320, write, onzoom: zoom }, signal),
    h('p', { class: 'soft small' }, 'Drag over the chart to look closer.'));
  return [drawn, broken ? flush(breakdown(first, body.breakdown[0], write)) : null,
    h('div', { class: 'form-end' },
      h('a', { class: 'button', href: '/dashboards?' + new URLSearchParams({ add: JSON.stringify({ title, question: movable(body, range), kind: query.get('kind') || 'area' }) }) }, icon('plus'), 'Add to a dashboard'),
      h('button', { class: 'button', type: 'button', onclick: () => download(metric.name, answer) }, 'Download CSV'))].filter(Boolean);
}

function headline(result, write) {
  if (result.groups.length === 1) return write(result.groups[0].value ?? result.groups[0].points.at(-1)?.value ?? 0);
  const values = result.groups.map(group => group.value ?? 0);
  return result.additive ? write(values.reduce((sum, value) => sum + value, 0)) : exact(result.groups.length) + ' groups';
}

function change(group) {
  const moved = group.previous?.change;
  if (moved === undefined || moved === null) return null;
  const kind = Math.abs(moved) < .0005 ? '' : moved > 0 ? 'good' : 'bad';
  return h('span', { class: 'pill ' + kind }, (moved > 0 ? '+' : '') + percent(moved), ' against the time before');
}

function breakdown(result, path, write) {
  const compared = result.groups.some(group => group.previous);
  const rows = table('By ' + path, [
    { title: path, cell: group => h('span', { class: 'break' }, group.dimension) },
    { title: 'Value', right: true, cell: group => write(group.value ?? 0) },
    ...(result.additive ? [{ title: 'Share', right: true, cell: group => (group.share === undefined ? '' : percent(group.share)) }] : []),
    ...(compared ? [{ title: 'Before', right: true, cell: group => write(group.previous?.value ?? 0) }, { title: 'Change', right: true, cell: group => change(group) || '–' }] : []),
  ], result.groups);
  const more = result.groupsLeftOut;
  return card('Groups', more ? `the largest; ${count(more)} more are left out` : '', rows);
}

/** A dashboard's question moves with time: the last so many hours instead of from and to. */
function movable(body, range) {
  const { from, to, ...rest } = body;
  return range.name === 'custom' ? body : { ...rest, last: 'PT' + Math.round((range.to - range.from) / 3_600_000) + 'H' };
}

export function writer(metric, as) {
  if (metric === 'session_duration' && as !== 'count') return value => duration(value * 1000);
  return exact;
}
