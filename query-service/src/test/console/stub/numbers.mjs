// Figures that look like life and are the same at each run: waves over the day, falling retention.
export const STEP = { minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 7 * 86_400_000, month: 30 * 86_400_000 };
const USUAL = { minute: 60 * STEP.minute, hour: 24 * STEP.hour, day: 30 * STEP.day, week: 26 * STEP.week, month: 12 * STEP.month };
export const TYPES = ['MESSAGE_SENT', 'MESSAGE_RECEIVED', 'CONVERSATION_STARTED', 'FEATURE_USED', 'USER_LOGIN', 'PAYMENT_COMPLETED'];
export const meta = source => ({ asOf: new Date().toISOString(), source, lagMs: source === 'clickhouse' ? 1200 : 0, instance: 'query-0', ...(source === 'store' ? { copy: 'active' } : {}) });

const period = text => {
  const [, days = 0, hours = 0] = /^P(?:(\d+)D)?(?:T(\d+)H)?$/.exec(text);
  return days * STEP.day + hours * STEP.hour;
};

/** POST query, as the contract says it. */
export function query(body) {
  const step = STEP[body.granularity] || STEP.hour;
  const to = body.to ? Date.parse(body.to) : Date.now();
  const from = body.from ? Date.parse(body.from) : to - (body.last ? period(body.last) : USUAL[body.granularity] || STEP.day);
  return {
    from: new Date(from).toISOString(), to: new Date(to).toISOString(), granularity: body.granularity, timeZone: body.timeZone,
    results: body.metrics.map((metric, i) => result(metric.metric || metric, metric.as, i, body, from, to, step)),
    meta: meta('store'),
  };
}

function result(metric, as, nth, body, from, to, step) {
  const names = body.breakdown ? TYPES.slice(0, body.limit || 10) : [/^type = '(\w+)'$/.exec(body.filter || '')?.[1] || '*'];
  const groups = names.map((name, i) => group(name, 100 / (1 + i + nth), body, from, to, step));
  const sum = groups.reduce((all, one) => all + one.value, 0);
  if (body.breakdown) groups.forEach(one => { one.share = one.value / sum; });
  return { metric, as: as || 'count', additive: metric !== 'active_users', source: 'store', groups, groupsLeftOut: 0 };
}

function group(name, size, body, from, to, step) {
  const points = [];
  for (let start = Math.floor(from / step) * step; start < to; start += step) {
    const value = Math.round(size * (1.2 + Math.sin(start / STEP.day * 2 * Math.PI)));
    points.push({ start: new Date(start).toISOString(), value, count: value });
  }
  const value = points.reduce((sum, point) => sum + point.value, 0);
  const previous = body.compare ? { from: new Date(2 * from - to).toISOString(), to: new Date(from).toISOString(), value: Math.round(value * .8), change: .25, points: points.map(point => ({ ...point, value: Math.round(point.value * .8) })) } : undefined;
  return { dimension: name, values: [name], value, count: value, previous, ...(body.granularity ? { points } : {}) };
}

export function retention(granularity, periods) {
  const step = STEP[granularity];
  const today = Math.floor(Date.now() / step) * step;
  return {
    granularity, periods, meta: meta('store'),
    cohorts: Array.from({ length: periods }, (_, i) => {
      const size = 40 + (i * 37) % 60;
      return { start: new Date(today - (periods - 1 - i) * step).toISOString(), size, returned: Array.from({ length: periods - i }, (_, k) => Math.round(size * (k ? .55 / Math.sqrt(k + .6) : 1))) };
    }),
  };
}

const SHARES = [1, .8, .72, .25, .15];
export function funnel(filters) {
  return {
    funnel: 'onboarding', from: new Date(Date.now() - 30 * STEP.day).toISOString(), to: new Date().toISOString(), meta: meta('store'),
    steps: filters.map((filter, i) => ({ step: i + 1, filter, users: Math.round(300 * SHARES[i]), ofFirst: SHARES[i], ofPrevious: i ? SHARES[i] / SHARES[i - 1] : 1, ...(i ? { medianSeconds: 900 * i * i } : {}) })),
    byDay: Array.from({ length: 14 }, (_, i) => ({ start: new Date(Math.floor(Date.now() / STEP.day) * STEP.day - (13 - i) * STEP.day).toISOString(), users: SHARES.map(share => Math.round(share * (30 + i))) })),
  };
}

export const STEPS = ['first_seen', "type = 'CONVERSATION_STARTED'", "type = 'MESSAGE_SENT'", "type = 'SUBSCRIPTION_CREATED'", "type = 'PAYMENT_COMPLETED'"];
