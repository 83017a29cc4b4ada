import { settings } from '../../core/api.js';
import { h } from '../../core/dom.js';
import { card, flush } from '../../parts/layout.js';
import { table } from '../../parts/table.js';

const SCOPES = [
  ['ingest', 'send events to ingest-service'],
  ['backfill', 'with ingest: send events older than seven days'],
  ['read', 'ask query-service, and open this console'],
  ['edit', 'with read: change dashboards and reports'],
  ['moderate', 'work the review queue of moderation-service'],
  ['admin', 'all of that, and change what stands on this page'],
];

export async function keys(place, signal) {
  const { ingestUrl } = await settings();
  if (signal.aborted) return;
  place.append(
    card('Your keys', '',
      h('p', {}, 'Keys are made and withdrawn on the command line, by whoever may write to the topic api-keys. They are kept as hashes, so a key is shown once and never again.'),
      h('pre', { tabindex: '0' }, 'java -cp \'query-service/lib/*\' com.nexusai.kit.auth.ApiKeyTool create \\\n  --tenant TENANT --name "web site" --key ingest'),
      h('p', { class: 'soft' }, h('code', {}, './fleet keys'), ' prints those of a development fleet.')),
    flush(card('What a key may do', '', table('Scopes', [
      { title: 'Scope', cell: row => h('code', {}, row[0]) }, { title: 'Allows to', cell: row => row[1] }], SCOPES))),
    card('Where events go', '', h('p', {}, ingestUrl ? h('code', { class: 'break' }, ingestUrl + '/api/v1/analytics/track') : 'This console was not told where ingest-service is; CONSOLE_INGEST_URL of query-service says it.')));
}
