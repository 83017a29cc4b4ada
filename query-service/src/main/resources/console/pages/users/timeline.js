// The events of one person, a page at a time, under the day on which they happened where the viewer is.
import { ask } from '../../core/api.js';
import { fill, h } from '../../core/dom.js';
import { time } from '../../core/format.js';
import { card } from '../../parts/layout.js';
import { empty, load, loading, trouble } from '../../parts/states.js';
import { eventLine } from '../live/event-line.js';

const PAGE = 50;
const DAYS_BACK = 30;

export function timeline(place, id, type, signal) {
  const list = h('div', { class: 'timeline' });
  const more = h('div', { class: 'form-end' });
  fill(place, card('Timeline', `the last ${DAYS_BACK} days`, list, more));
  let day = '';
  const from = new Date(Date.now() - DAYS_BACK * 86_400_000).toISOString();
  const page = cursor => ask('events', { userId: id, type, limit: PAGE, ...(cursor ? { cursor } : { from, to: new Date(Date.now() + 60_000).toISOString() }) }, signal);

  load(list, signal, () => page(), answer => {
    next(answer.nextCursor);
    return answer.events.length ? [h('ol', { class: 'events' }, lines(answer.events))]
      : empty('No events of this person', 'Single events are stored a few seconds after they arrive.');
  }, '20rem');

  function lines(events) {
    return events.flatMap(event => {
      const its = new Date(event.timestamp).toLocaleDateString(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
      const title = its === day ? [] : [h('li', { class: 'day' }, h('h3', {}, its))];
      day = its;
      return [...title, eventLine(event, { clock: () => time(event.timestamp, 'second'), person: false })];
    });
  }

  function next(cursor) {
    if (!cursor) return fill(more);
    const button = h('button', { class: 'button', type: 'button' }, 'Show earlier events');
    button.addEventListener('click', async () => {
      fill(more, loading('2rem'));
      try {
        const answer = await page(cursor);
        list.querySelector('ol').append(...lines(answer.events));
        next(answer.nextCursor);
      } catch (failure) {
        if (!signal.aborted) fill(more, trouble(failure, () => next(cursor)));
      }
    });
    fill(more, button);
  }
}
