// One dashboard: looked at, changed, saved, shared. Nobody's change is overwritten: the revision that was read goes with each save.
import { ask, tell } from '../../core/api.js';
import { fill, h } from '../../core/dom.js';
import { icon } from '../../core/icons.js';
import { note } from '../../core/router.js';
import { head, toast } from '../../parts/layout.js';
import { empty, loading, trouble } from '../../parts/states.js';
import { save as saveFile } from '../explore/download.js';
import { canvas } from './canvas.js';
import { added, compact } from './grid-layout.js';
import { share } from './share.js';
import { editWidget } from './widget-form.js';

export async function board(page, id, signal, go) {
  const path = 'dashboards/' + encodeURIComponent(id);
  fill(page, loading('30rem'));
  let known;
  try {
    known = await ask(path, {}, signal);
  } catch (failure) {
    if (!signal.aborted) fill(page, trouble(failure, () => board(page, id, signal, go)));
    return;
  }
  let draft = null;
  let drawing = new AbortController();
  const start = new URLSearchParams(location.search).has('edit');

  function draw() {
    drawing.abort();
    drawing = new AbortController();
    const its = AbortSignal.any([signal, drawing.signal]);
    const shown = draft || known;
    document.title = shown.title + ' · Analytics';
    const { widgets } = shown.layout;
    const on = draft && {
      change: changed => { draft.layout = { ...draft.layout, widgets: changed }; },
      edit: widget => editWidget(widget, made => { replace(widgets.map(one => (one.id === made.id ? { ...draft.layout.widgets.find(other => other.id === one.id), ...made } : draft.layout.widgets.find(other => other.id === one.id)))); }),
      remove: widget => replace(compact(draft.layout.widgets.filter(one => one.id !== widget.id))),
    };
    fill(page, draft ? editHead() : viewHead(),
      widgets.length ? canvas(widgets, its, { on: on || undefined })
        : empty('Nothing on it yet', 'Add a chart, a figure, a ranking, a funnel …', h('button', { class: 'button main-action', type: 'button', onclick: () => { edit(); add(); } }, icon('plus'), 'Add a widget')));
  }

  const replace = widgets => { draft.layout = { ...draft.layout, widgets }; draw(); };
  const edit = () => { if (!draft) { draft = structuredClone(known); note({ edit: 1 }); draw(); } };
  const leave = () => { draft = null; note({ edit: null }); draw(); };
  const add = () => editWidget(null, widget => replace(added(draft.layout.widgets, widget)));

  function viewHead() {
    return h('div', {}, h('a', { class: 'soft small back', href: '/dashboards' }, 'Dashboards'),
      head(known.title, known.description || '',
        h('button', { class: 'button bare', type: 'button', onclick: exported }, 'Export'),
        h('button', { class: 'button', type: 'button', onclick: () => share(known, path, fresh => { known = fresh; }) }, 'Share'),
        h('button', { class: 'button', type: 'button', onclick: edit }, 'Edit')));
  }

  function editHead() {
    const title = h('input', { class: 'input title-input', value: draft.title, 'aria-label': 'Title', maxlength: '200', oninput: event => { draft.title = event.target.value; } });
    const about = h('input', { class: 'input', value: draft.description || '', 'aria-label': 'Description', placeholder: 'What it is for', oninput: event => { draft.description = event.target.value; } });
    return h('header', { class: 'page-head' }, h('div', { class: 'title-edit' }, h('h1', { class: 'hidden-text' }, 'Edit ' + known.title), title, about),
      h('div', { class: 'page-tools' },
        h('button', { class: 'button bare danger', type: 'button', onclick: remove }, 'Delete'),
        h('button', { class: 'button', type: 'button', onclick: add }, icon('plus'), 'Add a widget'),
        h('button', { class: 'button bare', type: 'button', onclick: leave }, 'Cancel'),
        h('button', { class: 'button main-action', type: 'button', onclick: save }, 'Save')));
  }

  async function save() {
    const { title, description, layout, revision } = draft;
    try {
      known = await tell('PUT', path, { title, description: description || undefined, layout, revision }, signal);
      toast('Saved.');
      leave();
    } catch (failure) {
      if (signal.aborted) return;
      page.prepend(h('div', { class: 'notice bad', role: 'alert' }, failure.status === 409
        ? ['Somebody else has saved this dashboard meanwhile. ', h('button', { class: 'button', type: 'button', onclick: () => board(page, id, signal, go) }, 'Show theirs and drop mine')]
        : failure.message));
    }
  }

  async function remove() {
    if (!confirm(`Delete ${known.title}? Its links end, too.`)) return;
    try {
      await tell('DELETE', `${path}?revision=${known.revision}`, undefined, signal);
      go('/dashboards');
    } catch (failure) {
      if (!signal.aborted) page.prepend(h('div', { class: 'notice bad', role: 'alert' }, failure.message));
    }
  }

  function exported() {
    const { title, description, layout } = known;
    saveFile(new Blob([JSON.stringify({ title, description, layout }, null, 2)], { type: 'application/json' }), title.replace(/[^\p{L}\p{N}]+/gu, '-').toLowerCase() + '.json');
  }

  if (start) edit();
  else draw();
}
