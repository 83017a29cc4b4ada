// The text as it was submitted, with what the scorer found in it marked, and each finding in words below.
import { h } from '../core/dom.js';
import { percent } from '../core/format.js';
import { category } from '../core/words.js';
import { pill } from './layout.js';

export function markedText(text, reasons) {
  const found = reasons.map((reason, i) => ({ ...reason, number: i + 1 })).filter(reason => reason.span && reason.span.to > reason.span.from);
  const cuts = [...new Set([0, text.length, ...found.flatMap(one => [one.span.from, one.span.to])])]
    .filter(at => at >= 0 && at <= text.length).sort((a, b) => a - b);
  const pieces = cuts.slice(1).map((to, i) => {
    const from = cuts[i];
    const over = found.filter(one => one.span.from <= from && one.span.to >= to);
    const piece = text.slice(from, to);
    if (!over.length) return piece;
    const ending = over.filter(one => one.span.to === to);
    return h('mark', { class: 'found', title: over.map(one => one.explanation).join('\n') }, piece,
      ending.map(one => h('sup', {}, one.number)));
  });
  return h('p', { class: 'content-text', dir: 'auto' }, pieces);
}

export function reasonList(reasons) {
  if (!reasons.length) return h('p', { class: 'soft' }, 'The scorer found nothing against it.');
  return h('ol', { class: 'reasons', 'aria-label': 'Why' }, reasons.map((reason, i) => h('li', {},
    h('span', { class: 'reason-number', 'aria-hidden': 'true' }, i + 1),
    h('div', {}, h('p', {}, reason.explanation),
      h('p', { class: 'small soft' }, pill('', category(reason.category)), ' ', h('code', {}, reason.rule),
        reason.weight > 0 && ' takes ' + percent(reason.weight) + ' of the confidence')))));
}
