// A time range as people say it. It is kept as a word, so that a shared link means "the last 24 hours" to its reader too.
import { h } from '../core/dom.js';
import { field, segments } from './layout.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const RANGES = [
  { name: '1h', label: '1 hour', span: HOUR, granularity: 'minute' },
  { name: '24h', label: '24 hours', span: DAY, granularity: 'hour' },
  { name: '7d', label: '7 days', span: 7 * DAY, granularity: 'hour' },
  { name: '30d', label: '30 days', span: 30 * DAY, granularity: 'day' },
  { name: '12m', label: '12 months', span: 365 * DAY, granularity: 'month' },
];

const STEPS = { minute: MINUTE, hour: HOUR, day: DAY, week: 7 * DAY, month: 30 * DAY };
const LONGEST = { minute: 2 * DAY, hour: 35 * DAY, day: 400 * DAY, week: 400 * DAY, month: 4000 * DAY };

/** @return from, to as instants, and the granularities that are sensible for them */
export function rangeOf(query, now = Date.now()) {
  const named = RANGES.find(one => one.name === (query.get('range') || '24h'));
  const from = named ? now - named.span : Date.parse(query.get('from'));
  const to = named ? now : Date.parse(query.get('to'));
  if (!(from < to)) return rangeOf(new URLSearchParams('range=24h'), now);
  const span = to - from;
  const sensible = Object.keys(STEPS).filter(step => span / STEPS[step] >= 2 && span / STEPS[step] <= 3000 && now - from <= LONGEST[step]);
  const wanted = query.get('granularity');
  const usual = named && sensible.includes(named.granularity) ? named.granularity : sensible.find(step => span / STEPS[step] <= 200) || sensible.at(-1) || 'day';
  return {
    name: named ? named.name : 'custom',
    label: named ? 'the last ' + named.label.replace(/^1 /, '') : 'the range',
    from: new Date(from),
    to: new Date(to),
    granularity: sensible.includes(wanted) ? wanted : usual,
    sensible,
  };
}

/** The same span just before. */
export const before = range => ({ ...range, from: new Date(2 * range.from - range.to), to: range.from });

export function rangePicker(range, onchange) {
  const custom = h('div', { class: 'form-row', hidden: range.name !== 'custom' });
  const local = date => new Date(date - date.getTimezoneOffset() * MINUTE).toISOString().slice(0, 16);
  const from = h('input', { class: 'input', type: 'datetime-local', value: local(range.from) });
  const to = h('input', { class: 'input', type: 'datetime-local', value: local(range.to) });
  custom.append(field('From', from), field('To', to), h('button', {
    class: 'button', type: 'button',
    onclick: () => {
      if (Date.parse(from.value) < Date.parse(to.value)) {
        onchange({ range: 'custom', from: new Date(from.value).toISOString(), to: new Date(to.value).toISOString() });
      } else {
        from.setCustomValidity('The range ends before it begins.');
        from.reportValidity();
        from.setCustomValidity('');
      }
    },
  }, 'Apply'));
  const choices = [...RANGES.map(one => [one.name, one.name]), ['custom', 'Custom']];
  const pick = name => {
    custom.hidden = name !== 'custom';
    if (name !== 'custom') onchange({ range: name, from: null, to: null });
  };
  return h('div', { class: 'range' }, segments('Time range', choices, range.name, pick), custom);
}
