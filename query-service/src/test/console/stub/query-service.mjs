// The API as the console sees it, without a fleet behind it: what a page sends is checked, what it keeps is remembered.
import { METRICS } from './catalogue.mjs';
import { funnel, meta, query, retention, STEPS, TYPES } from './numbers.mjs';

const problem = (status, detail, more) => ({ status, body: { type: 'about:blank', title: 'Problem', status, detail, ...more } });
const ok = (body, status = 200) => ({ status, body });

export class QueryService {
  dashboards = new Map();
  shares = new Map();
  definitions = new Map();
  questions = [];
  events = 1000;
  #serial = 0;

  answer(method, url, body) {
    const path = url.pathname.replace('/api/v1/', '').replace(/^analytics\//, '');
    const [first, id, more, last] = path.split('/').map(decodeURIComponent);
    const handler = this[method.toLowerCase() + '_' + first.replace(/-/g, '_')];
    return handler ? handler.call(this, { url, body, id, more, last }) : problem(404, 'There is no such path: ' + path);
  }

  get_realtime() {
    this.events += 7;
    const minute = Math.floor(Date.now() / 60_000) * 60_000;
    return ok({
      date: new Date().toISOString().slice(0, 10), events: this.events, eventsPerMinute: 61.4, eventsPerSecond: 1.1, activeNow: 17, activeUsers: 212,
      byType: Object.fromEntries(TYPES.map((type, i) => [type, Math.round(this.events / (2 + i))])),
      minutes: Array.from({ length: 60 }, (_, i) => ({ start: new Date(minute - (60 - i) * 60_000).toISOString(), count: 40 + (i * 13) % 30 })), meta: meta('redis'),
    });
  }
  get_metrics() { return ok({ metrics: METRICS, meta: meta('store') }); }
  post_query({ body }) {
    this.questions.push(body);
    if (/bad/.test(body.filter || '')) return problem(400, 'filter: expected a comparison', { field: 'filter' });
    return ok(query(body));
  }
  get_platform() {
    return ok({ revenue: [{ currency: 'EUR', today: '119.90', month: '2430.55', payments: 131 }, { currency: 'USD', today: '402.11', month: '8210.10', payments: 620 }], conversion: { payingUsers: 88, activeUsers: 291, rate: .302 }, payments: { completed: 30, failed: 4, failureRate: .12 }, meta: meta('store') });
  }
  get_top_users() { return ok({ users: Array.from({ length: 8 }, (_, i) => ({ userId: 'u-' + (i + 1), count: 400 - i * 31 })), meta: meta('store') }); }
  get_user({ id }) {
    if (id === 'nobody') return problem(404, "Nothing is known of the user 'nobody'.");
    return ok({ userId: id, identified: true, firstSeen: '2026-02-03T08:12:44Z', lastSeen: new Date().toISOString(), events: 128, eventsByType: { MESSAGE_SENT: 100, USER_LOGIN: 28 }, messagesSent: 100, tokensUsed: '4211.5', activeDays: 8, messagesPerActiveDay: 12.5, sessions: 11, sessionMillis: 5_400_000, revenue: { EUR: '9.99' }, meta: meta('store') });
  }
  get_events({ url }) {
    const page = url.searchParams.get('cursor') ? 1 : 0;
    const events = Array.from({ length: 12 }, (_, i) => ({
      eventId: `e-${page}-${i}`, type: url.searchParams.get('type') || TYPES[i % TYPES.length], userId: url.searchParams.get('userId') || 'u-' + i, sessionId: 's-1',
      timestamp: new Date(Date.now() - (page * 12 + i) * 7_000_000).toISOString(), receivedAt: new Date().toISOString(), properties: { plan: 'plus', nested: { a: 1 } }, context: { locale: 'en-GB' },
      ...(i % 3 ? {} : { content: { kind: 'message', text: '<img src=x onerror=alert(1)> hello' } }),
    }));
    return ok({ from: '', to: '', events, ...(page ? {} : { nextCursor: 'next' }), meta: meta('clickhouse') });
  }
  get_funnels({ id }) { return id ? ok(funnel(STEPS)) : ok({ funnels: [{ name: 'onboarding', steps: STEPS, window: 'P7D', builtIn: true }], meta: meta('store') }); }
  post_funnels({ body }) { this.questions.push(body); return ok({ ...funnel(body.steps), byDay: undefined }); }
  get_retention({ url }) { return ok(retention(url.searchParams.get('granularity') || 'day', Number(url.searchParams.get('periods')) || 14)); }
  post_retention({ body }) { this.questions.push(body); return ok(retention(body.granularity, body.periods)); }

  get_metric_definitions() { return ok({ definitions: [...this.definitions.values()], meta: meta('store') }); }
  put_metric_definitions({ id, body }) {
    const known = this.definitions.get(id);
    if (body.revision !== (known?.revision || 0)) return problem(409, 'It was changed meanwhile.', { revision: known?.revision });
    const made = { name: id, enabled: true, dimensions: [], ...body, revision: body.revision + 1, createdAt: new Date().toISOString() };
    this.definitions.set(id, made);
    return ok(made, known ? 200 : 201);
  }
  delete_metric_definitions({ id }) { this.definitions.delete(id); return { status: 204 }; }
  post_metric_definitions({ body }) {
    return ok(/bad/.test(body.filter || '') ? { sound: false, faults: [{ field: 'filter', sentence: 'expected a comparison', offset: 4 }] }
      : { sound: true, faults: [], matched: 120, of: 5000, value: 1234.5, groups: [], examples: [], meta: meta('clickhouse') });
  }

  get_dashboards({ id }) {
    if (id) return this.dashboards.has(id) ? ok(this.dashboards.get(id)) : problem(404, 'There is no such dashboard.');
    return ok({ dashboards: [...this.dashboards.values()].map(one => ({ id: one.id, title: one.title, description: one.description, revision: one.revision, updatedAt: one.updatedAt, updatedBy: 'k', widgets: one.layout.widgets.length, shared: one.shares.length > 0 })), meta: meta('store') });
  }
  post_dashboards({ id, body }) {
    if (id) return this.#share(id, body);
    const made = { ...body, id: 'd' + ++this.#serial, revision: 1, shares: [], createdAt: new Date().toISOString(), updatedAt: new Date().toISOString(), updatedBy: 'k' };
    this.dashboards.set(made.id, made);
    return ok(made, 201);
  }
  put_dashboards({ id, body }) {
    const known = this.dashboards.get(id);
    if (body.revision !== known.revision) return problem(409, 'It was changed meanwhile.', { revision: known.revision });
    const made = { ...known, ...body, revision: known.revision + 1, updatedAt: new Date().toISOString() };
    this.dashboards.set(id, made);
    return ok(made);
  }
  delete_dashboards({ id, more, last }) {
    if (more === 'shares') {
      const board = this.dashboards.get(id);
      board.shares = board.shares.filter(one => one.id !== last);
      for (const [token, share] of this.shares) if (share.id === last) this.shares.delete(token);
    } else {
      this.dashboards.delete(id);
    }
    return { status: 204 };
  }
  #share(id, body) {
    const token = 'token' + ++this.#serial;
    const share = { id: 's' + this.#serial, expiresAt: new Date(Date.now() + 7 * 86_400_000).toISOString(), createdAt: new Date().toISOString() };
    this.dashboards.get(id).shares.push(share);
    this.shares.set(token, { id: share.id, board: id, asked: body });
    return ok({ ...share, token, path: '/shared/' + token }, 201);
  }
  get_shared({ id, more, last }) {
    const board = this.dashboards.get(this.shares.get(id)?.board);
    if (!board) return problem(404, 'This link is not valid.');
    if (more !== 'widgets') return ok({ title: board.title, description: board.description, layout: board.layout });
    const widget = board.layout.widgets.find(one => one.id === last);
    return ok(widget.type === 'funnel' ? funnel(STEPS) : widget.type === 'retention' ? retention('day', 8) : query(widget.question));
  }
}
