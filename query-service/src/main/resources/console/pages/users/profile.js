import { h } from '../../core/dom.js';
import { ago, count, duration, exact, money, time, words } from '../../core/format.js';
import { bars } from '../../parts/bars.js';
import { freshness } from '../../parts/freshness.js';
import { card, pill, span } from '../../parts/layout.js';

export function profile(user) {
  const revenue = Object.entries(user.revenue).map(([currency, sum]) => money(Number(sum), currency)).join(', ');
  const facts = [
    ['First seen', time(user.firstSeen, 'exact')],
    ['Last seen', h('time', { datetime: user.lastSeen, title: time(user.lastSeen, 'exact') }, ago(user.lastSeen))],
    ['Events', exact(user.events)],
    ['Active days', exact(user.activeDays)],
    ['Messages sent', exact(user.messagesSent)],
    ['Messages per active day', count(user.messagesPerActiveDay)],
    ['Sessions', exact(user.sessions)],
    ['Average session', user.sessions ? duration(user.sessionMillis / user.sessions) : '–'],
    ['Tokens used', count(Number(user.tokensUsed))],
    ['Paid', revenue || 'nothing yet'],
  ];
  const types = Object.entries(user.eventsByType).sort((a, b) => b[1] - a[1]).slice(0, 8)
    .map(([name, value]) => ({ name: words(name), count: value, share: value / user.events }));
  return h('div', { class: 'grid' },
    span(8, card(user.userId, h('span', { class: 'page-tools' }, user.identified ? null : pill('warn', 'anonymous'), freshness(user.meta)),
      h('dl', { class: 'facts' }, facts.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', { class: 'number' }, value)))))),
    span(4, card('What they do', '', bars('Events by type', types))));
}
