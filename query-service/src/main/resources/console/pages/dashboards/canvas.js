// The grid of widgets. When it is edited, a widget is moved by its bar and resized at its corner, by pointer or by arrow keys.
import { fill, h } from '../../core/dom.js';
import { icon } from '../../core/icons.js';
import { COLUMNS, placed } from './grid-layout.js';
import { widgetBody } from './widget.js';

const ROW = 76;

/** @param on {change(widgets), edit(widget), remove(widget)}, only where the layout may be changed */
export function canvas(widgets, signal, { on, answer } = {}) {
  const said = h('p', { class: 'hidden-text', role: 'status' });
  const place = h('div', { class: 'board' + (on ? ' editing' : '') });
  let all = widgets;
  const boxes = new Map(widgets.map(widget => [widget.id, box(widget)]));
  fill(place, [...widgets].sort((a, b) => a.y - b.y || a.x - b.x).map(widget => boxes.get(widget.id)));
  arrange();

  function arrange() {
    for (const { id, x, y, w, h: height } of all) {
      const style = boxes.get(id).style;
      style.setProperty('grid-column', `${x + 1} / span ${w}`);
      style.setProperty('grid-row', `${y + 1} / span ${height}`);
      style.setProperty('--rows', height);
    }
  }

  function box(widget) {
    const title = h('h2', { title: widget.title }, widget.title || '');
    const section = h('section', { class: 'card widget', 'data-widget': widget.id, 'aria-label': widget.title || widget.type },
      h('div', { class: 'widget-head' }, on ? handle('Move ' + widget.title, 'move', widget, title) : title,
        on && h('span', { class: 'widget-tools' },
          h('button', { class: 'button bare', type: 'button', 'aria-label': 'Edit ' + widget.title, onclick: () => on.edit(widget) }, 'Edit'),
          h('button', { class: 'button bare square', type: 'button', 'aria-label': 'Remove ' + widget.title, onclick: () => on.remove(widget) }, icon('close')))),
      widgetBody(widget, signal, answer),
      on && handle('Resize ' + widget.title, 'resize', widget));
    return section;
  }

  function handle(label, what, widget, content) {
    const button = h('button', { class: what, type: 'button', 'aria-label': label + ', with the arrow keys' }, content);
    button.addEventListener('keydown', event => {
      const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      if (!step) return;
      event.preventDefault();
      const now = all.find(one => one.id === widget.id);
      apply(widget.id, what === 'move' ? { x: now.x + step[0], y: now.y + step[1] } : { w: now.w + step[0], h: now.h + step[1] });
      const then = all.find(one => one.id === widget.id);
      said.textContent = what === 'move' ? `column ${then.x + 1}, row ${then.y + 1}` : `${then.w} columns wide, ${then.h} rows high`;
      done();
    });
    button.addEventListener('pointerdown', event => drag(event, what, widget.id, button));
    return button;
  }

  function drag(event, what, id, button) {
    if (event.button) return;
    event.preventDefault();
    button.focus();
    button.setPointerCapture(event.pointerId);
    const start = all.find(one => one.id === id);
    const before = all;
    const cell = place.clientWidth / COLUMNS;
    boxes.get(id).classList.add('held');
    const move = now => {
      const dx = (now.clientX - event.clientX) / cell;
      const dy = (now.clientY - event.clientY) / ROW;
      all = before;
      apply(id, what === 'move' ? { x: start.x + dx, y: start.y + dy } : { w: start.w + dx, h: start.h + dy });
    };
    const end = () => {
      button.removeEventListener('pointermove', move);
      boxes.get(id).classList.remove('held');
      done();
    };
    button.addEventListener('pointermove', move);
    button.addEventListener('pointerup', end, { once: true });
    button.addEventListener('pointercancel', end, { once: true });
  }

  function apply(id, change) {
    all = placed(all, id, change);
    arrange();
  }

  const done = () => on.change(all);
  return h('div', {}, said, place);
}
