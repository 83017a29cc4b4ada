import { h } from '../../core/dom.js';
import { exact, percent, time, words } from '../../core/format.js';
import { empty } from '../../parts/states.js';

const DARK_FROM = 0.55;

/** The triangle: colour says the share, and so does the number in it. */
export function grid(answer) {
  const cohorts = answer.cohorts.filter(cohort => cohort.size);
  if (!cohorts.length) return empty('Nobody came for the first time in this range', 'Cohorts are made of people whose first event ever lies in the window.');
  const width = Math.max(...cohorts.map(cohort => cohort.returned.length));
  const unit = answer.granularity;
  return h('div', { class: 'table-wrap', tabindex: '0', role: 'region', 'aria-label': 'Retention grid' },
    h('table', { class: 'heat' },
      h('caption', { class: 'hidden-text' }, `Share of people active again, by ${unit} of the first visit and ${unit}s since`),
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'First seen'), h('th', { scope: 'col', class: 'right' }, 'People'),
        Array.from({ length: width }, (_, k) => h('th', { scope: 'col' }, k === 0 ? words(unit) + ' 0' : k)))),
      h('tbody', {}, [...cohorts].reverse().map(cohort => h('tr', {},
        h('th', { scope: 'row' }, time(cohort.start, unit)),
        h('td', { class: 'right number' }, exact(cohort.size)),
        Array.from({ length: width }, (_, k) => cell(cohort, k, unit)))))));
}

function cell(cohort, k, unit) {
  const back = cohort.returned[k];
  if (back === undefined || back === null) return h('td', {});
  const share = back / cohort.size;
  return h('td', {
    class: 'heat-cell number' + (share > DARK_FROM ? ' strong' : ''),
    style: { '--share': share.toFixed(3) },
    title: `${exact(back)} of ${exact(cohort.size)}, ${k} ${unit}${k === 1 ? '' : 's'} later`,
  }, percent(Math.round(share * 100) / 100));
}

/** All cohorts together: of those for whom the window has begun, how many were there. */
export function curve(answer) {
  const width = Math.max(0, ...answer.cohorts.map(cohort => cohort.returned.length));
  const shares = Array.from({ length: width }, (_, k) => {
    const old = answer.cohorts.filter(cohort => cohort.returned.length > k && cohort.size);
    const people = old.reduce((sum, cohort) => sum + cohort.size, 0);
    return people ? old.reduce((sum, cohort) => sum + cohort.returned[k], 0) / people : null;
  });
  if (shares.length < 3) return null;
  return h('div', { class: 'headline' },
    [1, answer.granularity === 'day' ? 7 : 4].filter(k => shares[k] !== undefined && shares[k] !== null).map(k =>
      h('span', { class: 'headline-part' }, h('span', { class: 'tile-value number' }, percent(shares[k])), h('span', { class: 'soft small' }, `are back ${k} ${answer.granularity}${k === 1 ? '' : 's'} later`))));
}

