// Today at a glance: what happens now, how it compares, what it consists of.
import { ask } from '../../core/api.js';
import { aligned, question } from '../../core/data.js';
import { fill, h } from '../../core/dom.js';
import { count, words, zone } from '../../core/format.js';
import { every } from '../../core/poll.js';
import { bars } from '../../parts/bars.js';
import { chart } from '../../parts/chart.js';
import { freshness } from '../../parts/freshness.js';
import { card, head, span } from '../../parts/layout.js';
import { empty, load } from '../../parts/states.js';
import { revenue, tiles } from './tiles.js';

const LIVE_MS = 2000;
const SLOW_MS = 30_000;

export function show(page, route, signal) {
  const fresh = h('span', { 'aria-live': 'off' });
  const alarm = h('div', { role: 'alert', hidden: true, class: 'notice bad' });
  const now = h('section', { class: 'now-strip', 'aria-label': 'Right now' });
  const kpis = h('section', { class: 'tiles', 'aria-label': 'Key figures' });
  const day = h('div', {});
  const types = h('div', {});
  const money = h('div', {});
  const people = h('div', {});
  fill(page,
    head('Overview', 'What happens in your product, to the second. Times are those of ' + zone + '.', fresh),
    alarm, now, kpis,
    h('div', { class: 'grid' },
      span(8, card('Events in the last 24 hours', 'by hour, against the 24 hours before', day)),
      span(4, card('Today by type', 'the day is UTC', types)),
      span(6, card('People per day', 'new, returning and back after a pause', people)),
      span(6, card('Revenue this month', 'by currency', money))));

  every(LIVE_MS, signal, async () => {
    try {
      const today = await ask('realtime', {}, signal);
      alarm.hidden = true;
      fill(fresh, freshness(today.meta));
      fill(now, strip(today));
      drawTypes(types, today);
    } catch (failure) {
      if (signal.aborted) return;
      alarm.hidden = false;
      fill(alarm, failure.message + ' The figures below are the last that came. Trying again.');
    }
  });
  every(SLOW_MS, signal, () => tiles(kpis, signal));
  load(day, signal, () => question({ metrics: ['events'], granularity: 'hour', compare: 'previous' }, signal), answer => drawDay(answer, signal), '18rem');
  load(people, signal, () => question({ metrics: ['new_users', 'returning_users', 'resurrected_users'], granularity: 'day', timeZone: 'UTC' }, signal), answer => drawPeople(answer, signal), '14rem');
  load(money, signal, () => ask('platform/metrics', {}, signal), revenue, '14rem');
}

function strip(today) {
  const figure = (title, value, note) => h('div', { class: 'now-figure' }, h('h2', {}, title), h('p', { class: 'now-value number' }, value), h('p', { class: 'soft small' }, note));
  const minutes = today.minutes.map(minute => minute.count);
  const most = Math.max(1, ...minutes);
  return [
    figure('Active now', today.activeNow === undefined ? '–' : count(today.activeNow), 'people in the last five minutes'),
    figure('Events a second', today.eventsPerSecond === undefined ? count(today.eventsPerMinute / 60) : count(today.eventsPerSecond), 'over the last minute'),
    figure('Events today', count(today.events), count(today.eventsPerMinute) + ' a minute'),
    h('figure', { class: 'pulse' },
      h('div', { class: 'pulse-bars', role: 'img', 'aria-label': `Events per minute in the last hour: at most ${most}` },
        minutes.map(value => h('i', { style: { height: Math.max(2, 100 * value / most) + '%' } }))),
      h('figcaption', { class: 'soft small' }, h('span', {}, 'Events per minute, last hour'), h('span', {}, 'peak ' + count(most)))),
  ];
}

function drawTypes(place, today) {
  const all = Object.entries(today.byType).sort((a, b) => b[1] - a[1]);
  const sum = all.reduce((total, [, value]) => total + value, 0) || 1;
  if (!all.length) return fill(place, empty('No event today yet', 'As soon as one arrives it is counted here.'));
  const rows = all.slice(0, 9).map(([name, value]) => ({
    name: words(name), count: value, share: value / sum,
    href: '/explore?' + new URLSearchParams({ metric: 'events', filter: `type = '${name}'` }),
  }));
  const rest = all.slice(9).reduce((total, [, value]) => total + value, 0);
  if (rest) rows.push({ name: `${all.length - 9} more`, count: rest, share: rest / sum });
  if (!place.contains(document.activeElement)) fill(place, bars('Events today by type', rows));
}

function drawDay(answer, signal) {
  const group = answer.results[0].groups[0];
  if (!group || !group.points.some(point => point.value)) {
    return empty('No events in the last 24 hours', 'Send one: ./fleet send MESSAGE_SENT --user ada --text Hello');
  }
  const { times, series } = aligned([group], () => 'This day');
  const before = group.previous?.points?.map(point => point.value);
  if (before) series.push({ name: 'The day before', values: times.map((_, i) => before[i] ?? null), dashed: true, colour: 1 });
  return chart({ label: 'Events', granularity: 'hour', times, series, kind: 'area', height: 260 }, signal);
}

function drawPeople(answer, signal) {
  const groups = answer.results.flatMap(result => result.groups.slice(0, 1));
  if (!groups.some(group => group.points.some(point => point.value))) return empty('Nobody yet');
  const names = ['New', 'Returning', 'Back after a pause'];
  const { times, series } = aligned(groups);
  series.forEach((one, i) => { one.name = names[i]; });
  return chart({ label: 'People per day', granularity: 'day', times, series, kind: 'stacked', height: 220 }, signal);
}

