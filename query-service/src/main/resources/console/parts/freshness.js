import { h } from '../core/dom.js';
import { ago, duration, exact } from '../core/format.js';

const SOURCES = { store: 'state store', redis: 'Redis', clickhouse: 'ClickHouse' };

/** How fresh an answer is, as it says of itself. */
export function freshness(meta) {
  const lag = meta.lagMs;
  const history = meta.source === 'clickhouse';
  const [kind, text] = lag === undefined ? ['', 'Freshness unknown']
    : history ? ['', meta.asOf ? 'Newest event ' + ago(meta.asOf) : 'Stored events']
      : lag > 5000 ? ['warn', 'Behind by ' + duration(lag)] : ['good live', 'Live'];
  const more = [
    'from ' + (SOURCES[meta.source] || meta.source),
    lag === undefined ? null : exact(lag) + ' ms behind',
    meta.copy === 'standby' ? 'a standby copy' : null,
    meta.degraded?.length ? meta.degraded.join(', ') + ' away' : null,
    'answered by ' + meta.instance,
  ].filter(Boolean).join(' · ');
  return h('span', { class: 'pill ' + kind, title: more }, text, h('span', { class: 'hidden-text' }, ' ' + more));
}
