// What a widget shows: each type of it from the answer to its question.
import { ask, tell } from '../../core/api.js';
import { aligned, question } from '../../core/data.js';
import { h } from '../../core/dom.js';
import { exact, percent, words } from '../../core/format.js';
import { chart } from '../../parts/chart.js';
import { spark } from '../../parts/spark.js';
import { bars } from '../../parts/bars.js';

import { empty, load } from '../../parts/states.js';
import { writer } from '../explore/result.js';
import { funnel } from '../funnels/funnel.js';
import { grid } from '../retention/grid.js';

export const TYPES = { chart: 'Chart', kpi: 'Figure', table: 'Ranking', heatmap: 'Heat map by hour', funnel: 'Funnel', retention: 'Retention', text: 'Text' };

/** How a signed-in viewer asks what a widget shows. */
export function answerOf(widget, signal) {
  if (widget.type === 'funnel') {
    const { name, ...own } = widget.funnel;
    return name ? ask('funnels/' + encodeURIComponent(name), {}, signal) : tell('POST', 'funnels/query', own, signal);
  }
  if (widget.type === 'retention') return ask('retention', widget.retention, signal);
  return question(widget.question, signal);
}

export function widgetBody(widget, signal, answer = answerOf) {
  if (widget.type === 'text') return h('div', { class: 'widget-body scrolls', tabindex: '0', role: 'group', 'aria-label': widget.title }, (widget.text || '').split(/\n{2,}/).map(part => h('p', {}, part)));
  const scrolls = ['table', 'funnel', 'retention'].includes(widget.type);
  const place = h('div', scrolls ? { class: 'widget-body scrolls', tabindex: '0', role: 'group', 'aria-label': widget.title } : { class: 'widget-body' });
  const draw = DRAW[widget.type];
  if (!draw) place.append(empty('This console does not know widgets of the type ' + widget.type));
  else load(place, signal, () => answer(widget, signal), found => draw(found, widget, signal), '100%');
  return place;
}

const height = widget => Math.max(120, widget.h * 76 - 96);

const DRAW = {
  chart(answer, widget, signal) {
    const several = answer.results.length > 1;
    const groups = answer.results.flatMap(result => result.groups.map(group => ({ ...group, name: several ? words(result.metric) + (group.dimension === '*' ? '' : ' ' + group.dimension) : group.dimension === '*' ? words(result.metric) : group.dimension })));
    if (!groups.some(group => group.points?.some(point => point.value))) return empty('Nothing in this range');
    const { times, series } = aligned(groups, group => group.name);
    const kind = widget.options?.kind || 'area';
    return chart({ label: widget.title, granularity: answer.granularity, times, series, kind, height: height(widget) - (series.length > 1 ? 34 : 0), write: writer(answer.results[0].metric, answer.results[0].as) }, signal);
  },
  kpi(answer) {
    const [result] = answer.results;
    const group = result.groups[0];
    if (!group) return empty('Nothing yet');
    const write = writer(result.metric, result.as);
    const values = group.points?.map(point => point.value ?? 0) || [];
    const moved = group.previous?.change;
    return [h('p', { class: 'kpi' }, h('span', { class: 'tile-value number' }, write(result.additive ? group.value ?? 0 : values.at(-1) ?? group.value ?? 0)),
      moved === undefined || moved === null ? null : h('span', { class: 'pill ' + (moved >= 0 ? 'good' : 'bad') }, (moved > 0 ? '+' : '') + percent(moved))), values.length > 1 ? spark(values) : null];
  },
  table(answer, widget) {
    const [result] = answer.results;
    if (!result.groups.length) return empty('Nothing in this range');
    const write = writer(result.metric, result.as);
    return bars(widget.title, result.groups.map(group => ({ name: group.dimension === '*' ? 'All' : group.dimension, count: group.value ?? 0, text: write(group.value ?? 0), share: group.share })));
  },
  heatmap(answer) {
    const points = answer.results[0].groups[0]?.points || [];
    if (!points.some(point => point.value)) return empty('Nothing in this range');
    const cells = new Map();
    for (const point of points) {
      const at = new Date(point.start);
      const key = at.toLocaleDateString(undefined, { weekday: 'short', day: 'numeric', month: 'short' });
      if (!cells.has(key)) cells.set(key, new Array(24).fill(null));
      cells.get(key)[at.getHours()] = (cells.get(key)[at.getHours()] || 0) + (point.value || 0);
    }
    const most = Math.max(1, ...points.map(point => point.value || 0));
    return h('div', { class: 'table-wrap', tabindex: '0', role: 'region', 'aria-label': 'By day and hour' }, h('table', { class: 'heat tight' },
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Day'), Array.from({ length: 24 }, (_, hour) => h('th', { scope: 'col' }, hour)))),
      h('tbody', {}, [...cells].map(([day, hours]) => h('tr', {}, h('th', { scope: 'row' }, day),
        hours.map((value, hour) => (value === null ? h('td', {}) : h('td', { class: 'heat-cell', style: { '--share': (value / most).toFixed(3) }, title: `${day} ${hour}:00: ${exact(value)}` }, h('span', { class: 'hidden-text' }, exact(value))))))))));
  },
  funnel: (answer, widget, signal) => funnel({ ...answer, byDay: [] }, signal),
  retention: answer => grid(answer),
};

