// How long something has waited and how long it may.
import { h } from '../core/dom.js';
import { ago, time } from '../core/format.js';
import { pill } from './layout.js';

const SOON_MS = 60 * 60_000;

export const when = (instant, form = ago(instant)) => h('time', { datetime: instant, title: time(instant, 'exact') }, form);

/** What the SLA says: overdue, due soon, or when. */
export function due(waiting, now = Date.now()) {
  if (!waiting) return null;
  const left = Date.parse(waiting.dueAt) - now;
  const text = left <= 0 ? 'overdue since ' + short(-left) : 'due in ' + short(left);
  const made = pill(left <= 0 || waiting.overdue ? 'bad' : left < SOON_MS ? 'warn' : '', text);
  made.title = 'Should be decided by ' + time(waiting.dueAt, 'full');
  return made;
}

export function short(millis) {
  const minutes = Math.max(0, Math.round(millis / 60_000));
  if (minutes < 60) return minutes + ' min';
  const hours = Math.round(minutes / 60);
  return hours < 48 ? hours + ' h' : Math.round(hours / 24) + ' days';
}
