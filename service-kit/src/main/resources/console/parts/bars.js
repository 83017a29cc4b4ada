import { h } from '../core/dom.js';
import { count, percent } from '../core/format.js';

/** A ranking: [{name, count, share, href}], the longest first. */
export function bars(label, rows) {
  const most = Math.max(1, ...rows.map(row => row.count));
  return h('ol', { class: 'bars', 'aria-label': label }, rows.map(row =>
    h('li', {},
      h('span', { class: 'bar', 'aria-hidden': 'true', style: { width: (100 * row.count / most).toFixed(2) + '%' } }),
      row.href ? h('a', { class: 'name', href: row.href, title: row.name }, row.name) : h('span', { class: 'name', title: row.name }, row.name),
      h('span', {}, row.text || count(row.count)),
      h('span', { class: 'share' }, row.share === undefined ? '' : percent(row.share)))));
}
