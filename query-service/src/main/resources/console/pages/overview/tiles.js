import { question } from '../../core/data.js';
import { fill, h } from '../../core/dom.js';
import { count, duration, money, percent } from '../../core/format.js';
import { empty, loading, trouble } from '../../parts/states.js';
import { spark } from '../../parts/spark.js';

// Days are UTC here: distinct people are counted ahead by UTC day, and cannot be cut anew for another zone.
const TILES = [
  { metric: 'active_users', title: 'Active people', note: 'a day', write: count },
  { metric: 'messages_sent', title: 'Messages sent', note: 'today', write: count },
  { metric: 'sessions', title: 'Sessions', note: 'today', write: count },
  { metric: 'session_duration', title: 'Average session', note: 'today', write: value => duration(value * 1000) },
];
const DAYS = 14;

export async function tiles(place, signal) {
  if (!place.childElementCount) fill(place, TILES.map(() => loading('7.5rem')));
  const midnight = new Date().setUTCHours(0, 0, 0, 0);
  try {
    const answer = await question({
      metrics: TILES.map(tile => tile.metric), granularity: 'day', timeZone: 'UTC',
      from: new Date(midnight - (DAYS - 1) * 86_400_000).toISOString(), to: new Date(midnight + 86_400_000).toISOString(),
    }, signal);
    fill(place, answer.results.map((result, i) => tile(TILES[i], result.groups[0]?.points || [])));
  } catch (failure) {
    if (!signal.aborted) fill(place, h('div', { class: 'card tile-trouble' }, trouble(failure)));
  }
}

function tile(what, points) {
  const values = points.map(point => point.value ?? 0);
  const today = values.at(-1) ?? 0;
  const usual = values.slice(-8, -1).filter(Boolean);
  const mean = usual.reduce((sum, value) => sum + value, 0) / (usual.length || 1);
  return h('a', { class: 'card tile', href: '/explore?' + new URLSearchParams({ metric: what.metric, range: '30d', granularity: 'day' }) },
    h('h2', {}, what.title),
    h('p', { class: 'tile-value number' }, what.write(today)),
    h('p', { class: 'soft small' }, usual.length ? `${what.note} · ${what.write(Math.round(mean * 10) / 10)} on a usual day` : what.note),
    spark(values));
}

export function revenue(platform) {
  const sums = platform.revenue || [];
  if (!sums.length) return empty('No payments this month', 'PAYMENT_COMPLETED events with an amount and a currency add up here.');
  const { conversion, payments } = platform;
  return h('div', { class: 'money' },
    h('ul', { class: 'money-sums' }, sums.map(one => h('li', {},
      h('span', { class: 'tile-value number' }, money(Number(one.month), one.currency)),
      h('span', { class: 'soft small' }, `${money(Number(one.today), one.currency)} today · ${count(one.payments)} payments`)))),
    h('dl', { class: 'facts' },
      conversion && fact('People who pay', `${count(conversion.payingUsers)} of ${count(conversion.activeUsers)} (${percent(conversion.rate)})`),
      payments && fact('Failed payments today', `${count(payments.failed)} of ${count(payments.completed + payments.failed)}`)));
}

const fact = (title, value) => h('div', {}, h('dt', {}, title), h('dd', { class: 'number' }, value));
