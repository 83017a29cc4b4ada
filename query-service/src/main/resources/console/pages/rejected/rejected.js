// Events that the door did not let in: why, the bytes as they came, and a way to mend them and send them on.
import { door, query as parameters } from '../../core/api.js';
import { fill, h } from '../../core/dom.js';
import { ago, exact, time } from '../../core/format.js';
import { note } from '../../core/router.js';
import { card, flush, head, pill, segments } from '../../parts/layout.js';
import { empty, load } from '../../parts/states.js';
import { table } from '../../parts/table.js';
import { mendGroup } from './group.js';
import { openEvent } from './one.js';

const PAGE = 50;
const PATH = '/api/v1/rejected-events';

export function show(page, route, signal) {
  const query = route.query;
  const groups = h('div', {});
  const list = h('div', { class: 'stack' });
  const groupsCard = flush(card('Reasons', 'of the last 30 days', groups));
  fill(page, head('Rejected events', 'Nothing is silently dropped: each lies here with its reason, byte for byte, until it is mended or 30 days old.',
    segments('Which', [['false', 'Waiting'], ['', 'All']], query.get('all') ? '' : 'false', value => { set({ all: value ? null : 'yes' }); renew(); })),
    groupsCard, list);

  const set = values => {
    for (const [name, value] of Object.entries(values)) {
      if (value) query.set(name, value);
      else query.delete(name);
    }
    note(values);
  };
  const filter = () => ({ code: query.get('code'), source: query.get('source'), producer: query.get('producer'), resubmitted: query.get('all') ? null : 'false' });

  function renew() {
    load(groups, signal, () => door('GET', PATH + '/groups' + parameters({ resubmitted: query.get('all') ? null : 'false' }), undefined, signal), drawGroups, '8rem');
    renewList();
  }

  function drawGroups(answer) {
    if (!answer.groups.length) return empty('Nothing is waiting', 'Every event that came was understood, or was mended since.');
    return table('Reasons for which events were rejected', [
      { title: 'Reason', cell: group => h('span', {}, pill('bad', group.code)) },
      { title: 'Came by', cell: group => h('span', {}, group.source, group.producer && h('span', { class: 'soft break' }, ' · key ' + group.producer)) },
      { title: 'Events', right: true, cell: group => exact(group.count) },
      { title: 'Sent on', right: true, cell: group => exact(group.resubmitted) },
      { title: 'Last', cell: group => h('time', { datetime: group.last, title: time(group.last, 'exact') }, ago(group.last)) },
      { title: '', right: true, cell: group => h('span', { class: 'page-tools' },
        h('button', { class: 'button', type: 'button', onclick: () => { set({ code: group.code, source: group.source, producer: group.producer }); renewList(); } }, 'Show'),
        h('button', { class: 'button', type: 'button', onclick: () => mendGroup(group, renew) }, 'Mend all')) },
    ], answer.groups);
  }

  function renewList() {
    const { code } = filter();
    const body = h('div', {});
    const title = code ? 'Events rejected as ' + code : 'Newest rejected events';
    const all = code ? h('button', { class: 'button bare', type: 'button', onclick: () => { set({ code: null, source: null, producer: null }); renewList(); } }, 'Show those of every reason') : '';
    fill(list, flush(card(title, all, body)));
    const ask = after => door('GET', PATH + parameters({ ...filter(), limit: PAGE, after }), undefined, signal);
    load(body, signal, () => ask(), answer => rows(answer, ask), '14rem');
  }

  function rows(answer, ask) {
    if (!answer.events.length) return empty('None', 'There is no rejected event like that.');
    const place = h('div', {}, events(answer.events));
    const more = h('div', { class: 'form-end card-end' });
    const next = after => fill(more, after && h('button', { class: 'button', type: 'button', onclick: async () => {
      const later = await ask(after);
      place.append(events(later.events));
      next(later.next);
    } }, 'Show older ones'));
    next(answer.next);
    return [place, more];
  }

  const events = some => table('Rejected events', [
    { title: 'When', cell: event => h('time', { datetime: event.rejectedAt, title: time(event.rejectedAt, 'exact') }, ago(event.rejectedAt)) },
    { title: 'Reason', cell: event => pill('bad', event.code) },
    { title: 'What to mend', cell: event => h('span', { class: 'break' }, event.field && h('code', {}, event.field), ' ', event.detail) },
    { title: 'Event', cell: event => h('button', { class: 'link mono', type: 'button', onclick: () => openEvent(event.id, renew, signal) }, event.eventId.slice(0, 20)) },
    { title: '', right: true, cell: event => (event.resubmitted ? pill('good', 'sent on') : '') },
  ], some);

  renew();
}
