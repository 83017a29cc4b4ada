import { h } from '../../core/dom.js';
import { category, gravest, queue, state } from '../../core/words.js';
import { kindOf } from '../../parts/case-view.js';
import { due, when } from '../../parts/due.js';
import { pill } from '../../parts/layout.js';

const GIST = 140;

/** @param chosen the ids that are chosen, or null where none can be */
export function caseTable(rows, chosen, changed) {
  const boxes = [];
  const choose = (id, yes) => { if (yes) chosen.add(id); else chosen.delete(id); changed(); };
  const box = one => {
    const input = h('input', { type: 'checkbox', 'aria-label': 'Choose ' + one.contentId, onchange: event => choose(one.contentId, event.target.checked) });
    input.checked = chosen.has(one.contentId);
    boxes.push([input, one.contentId]);
    return input;
  };
  const everything = chosen && h('input', { type: 'checkbox', 'aria-label': 'Choose all that are shown', onchange: event => boxes.forEach(([input, id]) => { input.checked = event.target.checked; choose(id, event.target.checked); }) });
  const head = [chosen && h('th', { scope: 'col' }, everything), ...['Content', 'What', 'Queue', 'Waits', 'Due'].map(title => h('th', { scope: 'col' }, title))];
  return h('div', { class: 'table-wrap', tabindex: '0', role: 'region', 'aria-label': 'Cases' },
    h('table', { class: 'table cases' }, h('caption', { class: 'hidden-text' }, 'Cases, the most urgent first'),
      h('thead', {}, h('tr', {}, head.filter(Boolean))),
      h('tbody', {}, rows.map(one => line(one, chosen && box(one))))));
}

function line(one, box) {
  const worst = gravest(one);
  const { waiting, reports } = one.handling;
  return h('tr', { 'data-id': one.contentId },
    box && h('td', {}, box),
    h('td', { class: 'case-gist' },
      h('a', { class: 'case-link break', href: '/case?' + new URLSearchParams({ id: one.contentId }) }, one.contentId),
      h('p', { class: 'small soft break', dir: 'auto' }, one.severe ? 'Veiled. Open it to look.' : one.text.slice(0, GIST) + (one.text.length > GIST ? '…' : ''))),
    h('td', { class: 'case-what' }, h('span', { class: 'small' }, kindOf(one)), ' ', worst && pill(one.severe ? 'bad' : '', category(worst.name)), ' ',
      reports.length > 0 && pill('warn', reports.length === 1 ? '1 report' : reports.length + ' reports')),
    h('td', { class: 'case-queue' }, one.state === 'PENDING' ? h('span', { class: 'small' }, waiting ? queue(waiting.queue) : '') : pill(...state(one.state))),
    h('td', { class: 'case-waits small' }, waiting ? when(waiting.since) : when(one.decidedAt)),
    h('td', { class: 'case-due' }, due(waiting)));
}
