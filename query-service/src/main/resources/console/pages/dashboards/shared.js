// A dashboard behind a link: no key, no navigation, nothing to change.
import { askOpenly } from '../../core/api.js';
import { fill, h } from '../../core/dom.js';
import { head, pill } from '../../parts/layout.js';
import { empty, loading, trouble } from '../../parts/states.js';
import { canvas } from './canvas.js';

export async function show(page, route, signal) {
  fill(page, loading('30rem'));
  const path = 'shared/' + encodeURIComponent(route.id);
  try {
    const { title, description, layout } = await askOpenly(path, signal);
    document.title = title + ' · Analytics';
    fill(page, head(title, description || '', pill('', 'read only')), canvas(layout.widgets, signal, {
      answer: widget => askOpenly(`${path}/widgets/${encodeURIComponent(widget.id)}`, signal),
    }));
  } catch (failure) {
    if (signal.aborted) return;
    fill(page, failure.status === 404
      ? h('div', { class: 'card' }, empty('This link does not work any more', 'It has expired or was withdrawn. Ask whoever sent it for a new one.'))
      : trouble(failure, () => show(page, route, signal)));
  }
}
