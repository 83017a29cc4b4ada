// The work itself: one case after the other, each decided with one key. A decision has no effect for ten seconds.
import { UNDO_SECONDS, act, ask, claimNext, one } from '../../core/api.js';
import { fill, h } from '../../core/dom.js';
import { time } from '../../core/format.js';
import { note } from '../../core/router.js';
import { FAULTS, category, gravest, queue } from '../../core/words.js';
import { caseView, kindOf } from '../../parts/case-view.js';
import { head, pill, select, toast } from '../../parts/layout.js';
import { rejectForm } from '../../parts/reject-form.js';
import { say } from '../../parts/say.js';
import { key, shortcuts } from '../../parts/shortcuts.js';
import { empty, loading, trouble } from '../../parts/states.js';
import { undo, undoable } from '../../parts/undo-bar.js';
import { burden } from './burden.js';

export async function show(page, route, signal) {
  let line = route.query.get('queue') || '';
  let current = null;
  let view = null;
  let busy = false;
  const waiting = []; // cases that are this moderator's already, after something was taken back
  const place = h('div', { class: 'desk' });
  const bar = h('div', { class: 'decide', role: 'toolbar', 'aria-label': 'Decide', hidden: true });
  const load = burden(signal);
  const lines = h('div', { class: 'line-choice' });
  const listKeys = shortcuts(signal, keys);
  fill(page, head('Review', 'One case after the other. What you decide has no effect for ten seconds.', lines,
    h('button', { class: 'button bare', type: 'button', onclick: listKeys }, 'Shortcuts', key('?'))), load.element, place, bar);
  chooseLine();
  const asked = route.query.get('id');
  if (asked) await open(asked);
  else start();

  function keys() {
    const deciding = current ? [
      { key: 'a', label: 'Approve', run: () => decide('approve') },
      { key: 'r', label: 'Reject, for what the scorer found', run: () => decide('reject') },
      { key: '1', keys: FAULTS.map((_, i) => String(i + 1)), shown: '1 … 9', label: 'Reject for: ' + FAULTS.map((name, i) => `${i + 1} ${category(name).toLowerCase()}`).join(', '), run: pressed => decide('reject', { category: FAULTS[pressed - 1] }) },
      { key: 'f', label: 'Reject, with an action and a note', run: () => withForm() },
      { key: 'e', label: 'Escalate to a lead', run: () => decide('escalate') },
      { key: 's', label: 'Skip: give it to somebody else', run: () => decide('skip') },
      { key: 'v', label: 'Show or veil what is blurred', run: () => view.unveil() },
    ] : [{ key: 'n', keys: ['n', 'Enter'], shown: 'N', label: 'Begin: claim the next case', run: () => next() }];
    return [...deciding, { key: 'z', label: 'Undo the last decision', run: undo }];
  }

  function start() {
    current = null;
    bar.hidden = true;
    fill(place, empty('Ready when you are', 'The most urgent case that you may take comes first, and is yours for a while.',
      h('button', { class: 'button main-action', type: 'button', onclick: next }, 'Claim the next case', key('N'))));
  }

  async function next() {
    if (busy) return;
    const own = waiting.shift();
    if (own) return open(own);
    await working(async () => {
      const claimed = await claimNext(line);
      if (signal.aborted) return undefined;
      if (!claimed) return nothingLeft();
      return draw(await one(claimed.contentId, signal));
    }, next);
  }

  function open(id) {
    return working(async () => draw(await one(id, signal)), () => open(id));
  }

  function draw(found) {
    current = found;
    note({ id: found.contentId });
    view = caseView(found, signal);
    fill(place, view.element);
    const claim = found.handling.claim;
    fill(bar, buttons(found), claim && h('span', { class: 'small soft claim-until' }, 'yours until ' + time(claim.until, 'minute')));
    bar.hidden = false;
    view.title.focus({ preventScroll: true });
    scrollTo(0, 0);
    const worst = gravest(found);
    say(`${kindOf(found)}. ${worst ? category(worst.name) : 'Nothing found'}. ${found.severe ? 'Veiled.' : found.text.slice(0, 300)}`);
    load.renew();
  }

  function buttons(found) {
    const worst = gravest(found);
    const button = (text, sign, run, kind = '') => h('button', { class: 'button ' + kind, type: 'button', onclick: run }, text, key(sign));
    return [
      button('Approve', 'A', () => decide('approve'), 'approve'),
      button(worst && FAULTS.includes(worst.name) ? 'Reject: ' + category(worst.name).toLowerCase() : 'Reject', 'R', () => decide('reject'), 'reject'),
      button('More', 'F', withForm),
      button('Escalate', 'E', () => decide('escalate')),
      button('Skip', 'S', () => decide('skip'), 'bare'),
    ];
  }

  function withForm() {
    rejectForm(gravest(current)?.name, body => decide('reject', body));
  }

  async function decide(step, body = {}) {
    if (busy || !current) return;
    const decided = current;
    await working(async () => {
      const holds = step === 'approve' || step === 'reject';
      await act(decided.contentId, step, { ...body, seen: decided.decisionId, ...(holds ? { undoSeconds: UNDO_SECONDS } : {}) });
      const text = said(step, body, decided);
      if (holds) undoable([decided.contentId], text, ids => { if (signal.aborted) return; putBack(ids); });
      else toast(text);
      say(text);
      current = null;
      if (!signal.aborted) note({ id: null });
      busy = false;
      await next();
    }, null);
  }

  function putBack(ids) {
    if (current) waiting.unshift(current.contentId);
    open(ids[0]);
  }

  /** One thing at a time; what goes wrong is said, and leaves the moderator with something to do. */
  async function working(work, again) {
    busy = true;
    bar.setAttribute('aria-busy', 'true');
    if (!current) fill(place, loading('18rem'));
    try {
      await work();
    } catch (failure) {
      if (signal.aborted) return;
      if (failure.kind === 'conflict' && current) {
        toast(failure.message);
        say(failure.message);
        current = null;
        busy = false;
        await next();
        return;
      }
      if (current) { toast(failure.message); say(failure.message); } else { bar.hidden = true; fill(place, trouble(failure, again || next)); }
    } finally {
      busy = false;
      bar.removeAttribute('aria-busy');
    }
  }

  async function nothingLeft() {
    await load.renew();
    if (signal.aborted) return;
    current = null;
    bar.hidden = true;
    note({ id: null });
    const more = load.spared() ? 'Severe cases go to others for the rest of the day: you have seen enough of them.' : 'New ones appear as they come.';
    fill(place, empty(line ? 'Nothing waits in ' + queue(line) : 'Nothing waits', more,
      h('button', { class: 'button', type: 'button', onclick: next }, 'Look again', key('N'))));
    say('Nothing waits.');
  }

  async function chooseLine() {
    try {
      const stats = await ask('stats', {}, signal);
      const names = Object.keys(stats.waiting).filter(name => name !== 'second-looks' && (stats.waiting[name] > 0 || name === line));
      const choice = select([['', 'All queues'], ...names.map(name => [name, `${queue(name)} (${stats.waiting[name]})`])], line, value => {
        line = value;
        note({ queue: value });
      });
      choice.setAttribute('aria-label', 'Queue');
      fill(lines, choice, stats.overdue > 0 && pill('bad', stats.overdue + ' overdue'));
    } catch { /* the work goes on without the choice of a queue */ }
  }
}

function said(step, body, decided) {
  const fault = body.category || gravest(decided)?.name;
  const what = { approve: 'Approved', reject: 'Rejected' + (fault && FAULTS.includes(fault) ? ' for ' + category(fault).toLowerCase() : ''), escalate: 'Escalated to a lead', skip: 'Skipped' }[step];
  return what + ': ' + decided.contentId;
}
