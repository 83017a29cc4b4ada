import { ask, tell } from '../../core/api.js';
import { fill, h } from '../../core/dom.js';
import { ago } from '../../core/format.js';
import { icon } from '../../core/icons.js';
import { head, pill, toast } from '../../parts/layout.js';
import { empty, load, trouble } from '../../parts/states.js';
import { board } from './board.js';
import { added } from './grid-layout.js';
import { starter } from './starter.js';

export function show(page, route, signal, go) {
  if (route.id) return board(page, route.id, signal, go);
  const adding = route.query.get('add');
  const list = h('div', {});
  const file = h('input', { type: 'file', accept: 'application/json,.json', hidden: true, 'aria-label': 'A dashboard as a file', onchange: () => file.files[0] && bring(file.files[0]) });
  fill(page,
    head('Dashboards', adding ? 'Choose where the chart goes.' : 'What your team looks at every day.', file,
      h('button', { class: 'button', type: 'button', onclick: () => file.click() }, 'Import'),
      h('button', { class: 'button main-action', type: 'button', onclick: () => create({ title: 'New dashboard', layout: { columns: 12, widgets: widgets() } }, true) }, icon('plus'), 'New dashboard')),
    list);

  const widgets = () => (adding ? added([], made(adding)) : []);

  const listed = () => ask('dashboards', {}, signal).catch(failure => {
    if (failure.status === 404) return null;
    throw failure;
  });

  async function create(body, edit) {
    try {
      const dashboard = await tell('POST', 'dashboards', body, signal);
      go('/dashboards/' + encodeURIComponent(dashboard.id) + (edit && !adding ? '?edit=1' : ''));
    } catch (failure) {
      if (!signal.aborted) fill(list, trouble(failure, () => show(page, route, signal, go)));
    }
  }

  async function bring(chosen) {
    try {
      await create(JSON.parse(await chosen.text()));
    } catch {
      toast('That file is no dashboard.');
    }
  }

  async function addTo(id) {
    try {
      const dashboard = await ask('dashboards/' + encodeURIComponent(id), {}, signal);
      const { title, description, layout, revision } = dashboard;
      await tell('PUT', 'dashboards/' + encodeURIComponent(id), { title, description, revision, layout: { ...layout, widgets: added(layout.widgets, made(adding)) } }, signal);
      go('/dashboards/' + encodeURIComponent(id));
    } catch (failure) {
      if (!signal.aborted) fill(list, trouble(failure, () => show(page, route, signal, go)));
    }
  }

  load(list, signal, listed, answer => (!answer ? empty('This query-service keeps no dashboards', 'It is older than the console; the pages above work with it.') : answer.dashboards.length
    ? h('ul', { class: 'boards' }, answer.dashboards.map(one => tile(one, adding && addTo)))
    : empty('No dashboard yet', 'Put together the charts that matter to you, and share them by a link.',
      h('button', { class: 'button', type: 'button', onclick: () => create(starter()) }, 'Start with an example'))), '10rem');
}

function made(text) {
  const { title, question, kind } = JSON.parse(text);
  return { id: 'w' + Math.random().toString(36).slice(2, 8), type: 'chart', title, question, options: { kind } };
}

function tile(one, addTo) {
  const link = addTo
    ? h('button', { class: 'link', type: 'button', onclick: () => addTo(one.id) }, one.title)
    : h('a', { href: '/dashboards/' + encodeURIComponent(one.id) }, one.title);
  return h('li', { class: 'card board-tile' }, h('h2', {}, link),
    one.description && h('p', { class: 'soft' }, one.description),
    h('p', { class: 'soft small' }, `${one.widgets} ${one.widgets === 1 ? 'widget' : 'widgets'} · changed ${ago(one.updatedAt)}`), one.shared && pill('accent', 'shared'));
}
