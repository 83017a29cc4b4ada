// The workbench for rejected events, tracking plans and tenant settings, as ingest-service answers them.
const problem = (status, detail, more) => ({ status, body: { title: 'Problem', status, detail, ...more } });
const ok = (body, status = 200) => ({ status, body });

export class IngestService {
  rejected = new Map(Array.from({ length: 5 }, (_, i) => ['0-' + i, {
    id: '0-' + i, eventId: 'broken-' + i, code: i < 3 ? 'missing_field' : 'in_the_future', field: i < 3 ? 'type' : 'timestamp',
    detail: i < 3 ? 'is missing; say what happened, such as MESSAGE_SENT' : 'is more than 5 minutes after it was received', source: 'http', producer: 'k1', rejectedAt: new Date(Date.now() - i * 60_000).toISOString(), bytes: 80, resubmitted: false,
  }]));
  plans = new Map();
  settings = { version: 0, enrichmentsOff: [], privacy: {} };

  answer(method, url, body) {
    const [what, id, more] = url.pathname.replace('/api/v1/', '').split('/').map(decodeURIComponent);
    if (what === 'tracking-plans') return this.#plan(method, id, more, body);
    if (what === 'tenant-settings') return method === 'PUT' ? ok(this.settings = { ...body, version: body.version + 1, updatedAt: new Date().toISOString(), updatedBy: 'k' }) : ok(this.settings);
    if (what !== 'rejected-events') return problem(404, 'There is no such path.');
    if (id === 'groups') return ok({ groups: this.#groups(url) });
    if (id === 'resubmit') return this.#resubmitAll(body);
    if (id && more) return this.#mend(this.rejected.get(id), more, body);
    if (id) return ok({ event: this.rejected.get(id), text: JSON.stringify({ eventId: this.rejected.get(id).eventId, userId: 'ada' }), cut: false, headers: {} });
    return ok({ events: [...this.rejected.values()].filter(one => this.#asked(one, url)) });
  }

  #asked(one, url) {
    const [code, resubmitted] = [url.searchParams.get('code'), url.searchParams.get('resubmitted')];
    return (!code || one.code === code) && (resubmitted === null || String(one.resubmitted) === resubmitted);
  }
  #groups(url) {
    return ['missing_field', 'in_the_future'].map(code => {
      const all = [...this.rejected.values()].filter(one => one.code === code && this.#asked(one, url));
      return { code, source: 'http', producer: 'k1', count: all.length, resubmitted: all.filter(one => one.resubmitted).length, first: all.at(-1)?.rejectedAt, last: all[0]?.rejectedAt };
    }).filter(group => group.count);
  }
  #good(one, body) { return one.code === 'in_the_future' ? Boolean(body.patch?.timestamp) : Boolean(body.patch?.type); }
  #mend(one, what, body) {
    if (!this.#good(one, body)) return what === 'try' ? ok({ id: one.id, status: 'rejected', code: one.code, field: one.field, detail: one.detail }) : problem(422, one.detail, { code: one.code, field: one.field });
    if (what === 'try') return ok({ id: one.id, status: 'accepted' });
    const status = one.resubmitted ? 'already-resubmitted' : 'resubmitted';
    one.resubmitted = true;
    return ok({ id: one.id, status }, 202);
  }
  #resubmitAll(body) {
    const some = [...this.rejected.values()].filter(one => one.code === body.code && !one.resubmitted);
    const good = some.filter(one => this.#good(one, body));
    if (!body.dryRun) good.forEach(one => { one.resubmitted = true; });
    return ok({ good: good.length, rejected: some.length - good.length, results: [] }, body.dryRun ? 200 : 202);
  }
  #plan(method, type, more, body) {
    if (more === 'check') return ok({ compatible: false, objections: ['amount is required now'], results: [] });
    if (!type) return ok({ plans: [...this.plans.values()] });
    if (method === 'DELETE') { this.plans.delete(type); return { status: 204 }; }
    const made = { type, ...body, version: body.version + 1, updatedAt: new Date().toISOString(), updatedBy: 'k' };
    this.plans.set(type, made);
    return ok(made, 201);
  }
}
