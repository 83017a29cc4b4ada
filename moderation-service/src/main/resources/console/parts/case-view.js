// One case as whoever decides it has to see it: the content first, why it is here, then who is behind it.
import { ask } from '../core/api.js';
import { h } from '../core/dom.js';
import { percent, time } from '../core/format.js';
import { category, deed, gravest, queue, state } from '../core/words.js';
import { action } from '../core/words.js';
import { due, when } from './due.js';
import { card, pill } from './layout.js';
import { markedText, reasonList } from './marked-text.js';
import { media } from './media.js';
import { empty, load } from './states.js';
import { veil } from './veil.js';

/**
 * @param blind for a second look, which must not know the first
 * @return {element, unveil, title}
 */
export function caseView(one, signal, { blind = false } = {}) {
  const title = h('h2', { class: 'case-title', tabindex: '-1' }, kindOf(one), ' ', h('span', { class: 'soft case-id break' }, one.contentId));
  const medium = media(one);
  const text = one.text ? markedText(one.text, one.reasons) : null;
  const hidden = text && one.severe ? veil(text, 'the text') : null;
  const veils = [medium, hidden].filter(Boolean);
  const element = h('div', { class: 'case' },
    h('section', { class: 'card case-content', 'aria-label': 'The content' },
      h('header', { class: 'case-head' }, title, h('div', { class: 'chips' }, chips(one, blind))),
      medium && medium.element,
      hidden ? hidden.element : text,
      appeal(one),
      h('h3', {}, 'Why it is here'), reasonList(one.reasons),
      h('p', { class: 'small soft' }, `The scorer's confidence that it is acceptable: ${percent(one.confidence)}, by ${one.policy}.`)),
    h('div', { class: 'case-side' },
      one.authorId && author(one, signal),
      !blind && reporters(one),
      !blind && history(one)));
  return { element, title, unveil: () => veils.forEach(one => one.toggle()) };
}

export const kindOf = one => ({ message: 'Message', profile: 'Profile', companion_profile: 'Companion profile', user_profile: 'User profile', image: 'Picture', audio: 'Recording', video: 'Film' })[one.kind] || one.kind;

function chips(one, blind) {
  const worst = gravest(one);
  const { waiting, evidenceHold, reports, reach } = one.handling;
  return [
    !blind && pill(...state(one.state)),
    worst && pill(one.severe ? 'bad' : '', category(worst.name) + ' ' + percent(worst.strength)),
    waiting && !blind && pill('', queue(waiting.queue)),
    waiting && !blind && due(waiting),
    reports.length && !blind ? pill('warn', reports.length === 1 ? '1 report' : reports.length + ' reports') : null,
    reach > 0 && pill('', `seen by ${reach}`),
    one.submissions > 1 && pill('', `came ${one.submissions} times`),
    evidenceHold && pill('warn', 'evidence, kept'),
  ];
}

function appeal(one) {
  const made = one.handling.appeal;
  return made && h('section', { class: 'appeal', 'aria-label': 'The appeal' },
    h('h3', {}, 'The author appeals, ', when(made.at)),
    h('p', { class: 'content-text', dir: 'auto' }, made.text || 'Without a word.'),
    h('p', { class: 'small soft' }, made.decidedBy ? 'Rejected by ' + made.decidedBy : 'Rejected by the scorer', one.note && ': ' + one.note));
}

function author(one, signal) {
  const place = h('div', {});
  load(place, signal, () => ask(`users/${encodeURIComponent(one.authorId)}/sanctions`, {}, signal), standing, '3rem');
  return card('Author', h('span', { class: 'break small' }, one.authorId), place);
}

function standing(user) {
  const strikes = user.strikes.length;
  return h('div', { class: 'stack tight' },
    h('p', {}, user.inForce === 'NONE' ? pill('good', 'no sanction in force')
      : pill('bad', action(user.inForce).replace(' the author', '') + (user.until ? ' until ' + time(user.until, 'day') : '')), ' ',
    pill(strikes ? 'warn' : '', strikes === 1 ? '1 strike' : strikes + ' strikes')),
    strikes > 0 && h('ul', { class: 'small soft' }, user.strikes.slice(-5).reverse().map(strike =>
      h('li', {}, h('a', { href: '/case?' + new URLSearchParams({ id: strike.contentId }) }, strike.contentId), ' ', strike.category && category(strike.category) + ', ', when(strike.at)))));
}

function reporters(one) {
  const { reports } = one.handling;
  if (!reports.length) return null;
  return card('Reported by', '', h('ul', { class: 'small lines' }, reports.slice(-20).reverse().map(report =>
    h('li', {}, h('span', { class: 'break' }, report.by), ' ', report.category && pill('', category(report.category)),
      report.weight < 1 && h('span', { class: 'soft' }, ` counts ${percent(report.weight)}`), ' ', h('span', { class: 'soft' }, when(report.at))))));
}

function history(one) {
  if (!one.history?.length) return card('History', '', empty('Nothing has happened yet'));
  return card('History', '', h('ol', { class: 'history' }, [...one.history].reverse().map(line => h('li', {},
    h('p', {}, h('strong', {}, deed(line.act)), line.by && h('span', { class: 'soft' }, ' by ', h('span', { class: 'break' }, line.by))),
    line.note && h('p', { class: 'small break' }, line.note),
    h('p', { class: 'small soft' }, when(line.at))))));
}
