// How the work stands: what waits, what was decided, and how well decisions hold.
import { ask } from '../../core/api.js';
import { fill, h } from '../../core/dom.js';
import { ago, exact, percent } from '../../core/format.js';
import { every } from '../../core/poll.js';
import { category, queue, state } from '../../core/words.js';
import { bars } from '../../parts/bars.js';
import { card, flush, head, pill, span } from '../../parts/layout.js';
import { shortcuts } from '../../parts/shortcuts.js';
import { empty, load } from '../../parts/states.js';
import { table } from '../../parts/table.js';
import { undo } from '../../parts/undo-bar.js';

const FRESH_MS = 10_000;

export function show(page, route, signal) {
  const place = h('div', { class: 'stack' });
  fill(page, head('Statistics', 'Live, and of your tenant alone.'), place);
  shortcuts(signal, [{ key: 'z', label: 'Undo the last decision', run: undo }]);
  const read = () => Promise.all([ask('stats', {}, signal), ask('me', {}, signal)]);
  load(place, signal, read, draw, '30rem');
  every(FRESH_MS, signal, async () => {
    if (!place.childElementCount || place.querySelector('.skeleton') || place.contains(document.activeElement)) return;
    try { fill(place, draw(await read())); } catch { /* the figures stay; the next round may do better */ }
  });
}

function draw([stats, me]) {
  const people = stats.quality.moderators;
  const names = [...new Set([...Object.keys(stats.moderators), ...Object.keys(people)])].sort((a, b) => (stats.moderators[b] || 0) - (stats.moderators[a] || 0));
  return [
    !stats.meta.complete && h('p', { class: 'notice' }, 'Not all instances answered: ' + stats.meta.missing.join(', ')),
    h('section', { class: 'tiles', 'aria-label': 'Key figures' },
      tile('Waiting', exact(sum(stats.waiting) - (stats.waiting['second-looks'] || 0)), stats.oldestSince ? 'the oldest since ' + ago(stats.oldestSince) : 'nobody waits'),
      tile('Overdue', exact(stats.overdue), stats.overdue ? 'longer than they should' : 'none', stats.overdue ? 'bad' : 'good'),
      tile('Appeals overturned', rate(stats.overturnRate), `${exact(stats.appeals.OVERTURNED)} of ${exact(stats.appeals.OVERTURNED + stats.appeals.UPHELD)} decided`),
      tile('Second looks that agree', rate(stats.quality.secondLookAgreementRate), counted(stats.quality.all.secondAgreed, stats.quality.all.secondDiffered)),
      tile('People agree with the scorer', rate(stats.agreementRate), counted(stats.agreement?.agreed || 0, stats.agreement?.differed || 0)),
      tile('Known answers found', rate(stats.quality.goldenRightRate), me.role === 'MODERATOR' ? 'for leads to see' : counted(stats.quality.all.goldenRight, stats.quality.all.goldenWrong))),
    h('div', { class: 'grid' },
      span(4, card('Waiting by queue', '', ranked(stats.waiting, queue, 'Nothing waits'))),
      span(4, card('Cases now', '', ranked(stats.cases, name => state(name)[1], 'No cases yet'))),
      span(4, card('Rejections by category', '', ranked(stats.categories, category, 'No rejections yet'))),
      span(12, flush(card('Moderators', 'since the beginning', names.length ? table('Moderators', columns(stats, people, me), names) : empty('Nobody has decided anything yet')))),
      span(6, card('What you have looked at today', `${exact(me.today.seen)} seen, ${exact(me.today.severe)} severe`, ranked(me.today.categories, category, 'Nothing yet')))),
  ];
}

function columns(stats, people, me) {
  const of = name => people[name] || { secondAgreed: 0, secondDiffered: 0, goldenRight: 0, goldenWrong: 0, overturned: 0 };
  return [
    { title: 'Moderator', cell: name => h('span', { class: 'break' }, name, name === me.moderator && ' (you)') },
    { title: 'Decisions', right: true, cell: name => exact(stats.moderators[name] || 0) },
    { title: 'Second looks agree', right: true, cell: name => share(of(name).secondAgreed, of(name).secondDiffered) },
    { title: 'Overturned', right: true, cell: name => exact(of(name).overturned) },
    me.role !== 'MODERATOR' && { title: 'Known answers', right: true, cell: name => share(of(name).goldenRight, of(name).goldenWrong) },
  ].filter(Boolean);
}

const sum = counts => Object.values(counts).reduce((total, one) => total + one, 0);
const rate = value => (value === undefined || value === null ? '–' : percent(value));
const counted = (some, others) => (some + others ? `${exact(some)} of ${exact(some + others)}` : 'none yet');
const share = (some, others) => (some + others ? `${exact(some)} of ${exact(some + others)}` : '–');

function tile(title, value, about, kind) {
  return h('section', { class: 'card tile' }, h('h2', {}, title), h('p', { class: 'tile-value number' }, value), kind ? pill(kind, about) : h('p', { class: 'small soft' }, about));
}

function ranked(counts, name, nothing) {
  const rows = Object.entries(counts).filter(([, number]) => number > 0).sort((a, b) => b[1] - a[1]);
  const all = sum(counts);
  return rows.length ? bars(nothing, rows.map(([key, number]) => ({ name: name(key), count: number, share: number / all }))) : empty(nothing);
}
