'use strict';
// Asks for today's numbers every two seconds, with a key that is kept for as long as the tab is open.

const EVERY_MS = 2000;
const KEY = 'analytics.key';
const at = id => document.getElementById(id);
const number = new Intl.NumberFormat();
const rate = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 });
const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

let timer = 0;
let shown = false;

function takeKeyFromAddress() {
  const given = new URLSearchParams(location.hash.slice(1)).get('key');
  if (given) {
    sessionStorage.setItem(KEY, given);
    history.replaceState(null, '', location.pathname);
  }
}

function askForKey(why) {
  clearTimeout(timer);
  shown = false;
  at('numbers').hidden = true;
  at('forget').hidden = true;
  at('ask').hidden = false;
  at('refused').hidden = !why;
  at('refused').textContent = why || '';
  at('meta').textContent = '\u00a0';
  status('', 'Waiting for a key');
  at('key').focus();
}

function status(kind, text) {
  const line = at('status');
  if (line.textContent !== text) line.textContent = text;
  line.className = 'status ' + kind;
}

async function poll() {
  const key = sessionStorage.getItem(KEY);
  if (!key) return askForKey();
  at('ask').hidden = true;
  at('numbers').hidden = false;
  at('forget').hidden = false;
  try {
    const answer = await fetch('/api/v1/analytics/realtime', {
      headers: { Authorization: 'Bearer ' + key }, cache: 'no-store', signal: AbortSignal.timeout(8000),
    });
    if (key !== sessionStorage.getItem(KEY)) return;
    if (answer.status === 401 || answer.status === 403) {
      sessionStorage.removeItem(KEY);
      return askForKey((await answer.json()).detail);
    }
    const body = await answer.json();
    if (!answer.ok) throw new Error(body.detail || body.title);
    show(body);
  } catch (problem) {
    lost(problem);
  }
  clearTimeout(timer);
  timer = setTimeout(poll, EVERY_MS);
}

function lost(problem) {
  const away = problem instanceof TypeError || problem.name === 'TimeoutError';
  status('lost', shown ? 'Not current' : 'No answer');
  at('trouble').hidden = false;
  at('trouble').textContent = (away ? 'The server does not answer.' : problem.message)
      + (shown ? ' The numbers below are the last that came. ' : ' ') + 'Trying again every two seconds.';
}

function show(today) {
  shown = true;
  at('trouble').hidden = true;
  at('total').classList.remove('loading');
  at('total').textContent = number.format(today.events);
  at('rate').textContent = rate.format(today.eventsPerMinute) + ' a minute, over the last five';
  showTypes(today);
  showMinutes(today.minutes);
  showMeta(today.meta);
}

function showTypes(today) {
  const types = Object.entries(today.byType).sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  const most = types.length ? types[0][1] : 1;
  const sum = types.reduce((all, type) => all + type[1], 0) || 1;
  at('nothing').hidden = types.length > 0;
  at('types').replaceChildren(...types.map(([name, count]) => row(name, count, count / most, count / sum)));
}

function row(name, count, length, share) {
  const item = document.createElement('li');
  const bar = document.createElement('i');
  bar.style.width = (100 * length).toFixed(1) + '%';
  item.append(bar, ...[name, number.format(count), percent.format(share)].map(text => {
    const part = document.createElement('span');
    part.textContent = text;
    return part;
  }));
  return item;
}

function showMinutes(minutes) {
  const most = Math.max(1, ...minutes.map(minute => minute.count));
  const step = 600 / Math.max(1, minutes.length - 1);
  const line = minutes.map((minute, i) =>
    (i ? 'L' : 'M') + (i * step).toFixed(1) + ' ' + (116 - 110 * minute.count / most).toFixed(1)).join('');
  at('line').setAttribute('d', line);
  at('area').setAttribute('d', line ? line + 'L600 118L0 118Z' : '');
  if (!minutes.length) return;
  const sum = minutes.reduce((all, minute) => all + minute.count, 0);
  at('spark-from').textContent = clock.format(new Date(minutes[0].start));
  at('spark-to').textContent = clock.format(new Date(minutes[minutes.length - 1].start));
  at('spark-max').textContent = 'events per minute, at most ' + number.format(most);
  at('spark').setAttribute('aria-label',
    'Events per minute in the last hour: ' + number.format(sum) + ' in all, at most ' + number.format(most));
}

function showMeta(meta) {
  const lag = meta.lagMs;
  if (lag === undefined) status('late', 'Freshness unknown');
  else if (lag > 5000) status('late', 'Behind by ' + rate.format(lag / 1000) + ' s');
  else status('live', 'Live');
  at('meta').textContent = [
    'from ' + meta.source,
    lag === undefined ? null : lag === 0 ? 'nothing left to read' : number.format(lag) + ' ms behind',
    meta.copy === 'standby' ? 'from a standby copy' : null,
    meta.degraded ? meta.degraded.join(', ') + ' away' : null,
    'answered by ' + meta.instance,
    'days are UTC',
  ].filter(Boolean).join(' · ');
}

at('ask').addEventListener('submit', event => {
  event.preventDefault();
  sessionStorage.setItem(KEY, at('key').value.trim());
  at('key').value = '';
  poll();
});
at('forget').addEventListener('click', () => {
  sessionStorage.removeItem(KEY);
  askForKey();
});
addEventListener('hashchange', () => { takeKeyFromAddress(); poll(); });
document.addEventListener('visibilitychange', () => {
  clearTimeout(timer);
  if (!document.hidden) poll();
});

takeKeyFromAddress();
poll();
