import { h } from '../../core/dom.js';
import { duration, exact, percent, words } from '../../core/format.js';
import { chart } from '../../parts/chart.js';
import { freshness } from '../../parts/freshness.js';
import { empty } from '../../parts/states.js';

/** A funnel's answer: the steps as bars that get shorter, and the share that arrives by day of entry. */
export function funnel(answer, signal) {
  const { steps } = answer;
  if (!steps.length || !steps[0].users) return empty('Nobody entered', 'No one did the first step in this range.');
  const lost = steps.slice(1).reduce((worst, step) => (step.ofPrevious < worst.ofPrevious ? step : worst), steps[1]);
  return [
    h('div', { class: 'headline' },
      h('span', { class: 'tile-value number' }, percent(steps.at(-1).ofFirst)),
      h('span', { class: 'soft small' }, `${exact(steps.at(-1).users)} of ${exact(steps[0].users)} people got to the end`), freshness(answer.meta)),
    h('ol', { class: 'funnel' }, steps.map(step => row(step, lost))),
    answer.byDay?.length > 1 ? byDay(answer.byDay, signal) : null,
  ].filter(Boolean);
}

function row(step, lost) {
  const worst = step === lost && step.ofPrevious < 1;
  return h('li', {},
    h('div', { class: 'funnel-name' }, h('span', { class: 'step-number', 'aria-hidden': 'true' }, step.step), h('span', { class: 'break' }, named(step.filter))),
    h('div', { class: 'funnel-track', 'aria-hidden': 'true' }, h('span', { style: { width: (100 * step.ofFirst).toFixed(2) + '%' } })),
    h('div', { class: 'funnel-figures number' },
      h('b', {}, exact(step.users)),
      h('span', { class: 'soft' }, percent(step.ofFirst)),
      step.step > 1 ? h('span', { class: worst ? 'pill bad' : 'pill' }, `${percent(step.ofPrevious)} of the step before`) : null,
      step.medianSeconds !== undefined && step.medianSeconds !== null && step.step > 1 ? h('span', { class: 'soft small' }, `half within ${duration(step.medianSeconds * 1000)}`) : null));
}

/** type = 'MESSAGE_SENT' → Message sent; anything longer stays as it is */
export function named(filter) {
  if (filter === 'first_seen') return 'First seen';
  const [, type] = /^type = '([^']+)'$/.exec(filter) || [];
  return type ? words(type) : h('code', {}, filter);
}

function byDay(days, signal) {
  const times = days.map(day => Date.parse(day.start));
  return h('div', { class: 'funnel-days' },
    h('h3', {}, 'By day of entry'),
    chart({
      label: 'Share that gets to the end', granularity: 'day', times, kind: 'area', height: 180, write: percent, onaxis: percent,
      series: [{ name: 'Get to the end', values: days.map(day => (day.users[0] ? day.users.at(-1) / day.users[0] : null)) }],
    }, signal));
}
