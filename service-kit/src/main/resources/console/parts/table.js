import { h } from '../core/dom.js';

/**
 * @param columns [{title, cell: row => node or text, right}]
 * @param pick called with a row that is chosen by click or Enter
 */
export function table(caption, columns, rows, pick) {
  const line = row => {
    const made = h('tr', {}, columns.map(column =>
      h('td', { class: column.right ? 'right' : undefined }, column.cell(row))));
    if (pick) {
      made.classList.add('pick');
      made.tabIndex = 0;
      made.addEventListener('click', () => pick(row, made));
      made.addEventListener('keydown', event => { if (event.key === 'Enter' && event.target === made) pick(row, made); });
    }
    return made;
  };
  return h('div', { class: 'table-wrap', tabindex: '0', role: 'region', 'aria-label': caption },
    h('table', { class: 'table' },
      h('caption', { class: 'hidden-text' }, caption),
      h('thead', {}, h('tr', {}, columns.map(column =>
        h('th', { scope: 'col', class: column.right ? 'right' : undefined }, column.title)))),
      h('tbody', {}, rows.map(line))));
}
