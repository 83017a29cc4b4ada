// Everything that waits, the most urgent first: to look ahead, to pick one, or to decide many that are alike.
import { UNDO_SECONDS, act, ask, tell } from '../../core/api.js';
import { fill, h } from '../../core/dom.js';
import { every } from '../../core/poll.js';
import { note } from '../../core/router.js';
import { queue } from '../../core/words.js';
import { card, flush, head, pill, segments, toast } from '../../parts/layout.js';
import { say } from '../../parts/say.js';
import { shortcuts } from '../../parts/shortcuts.js';
import { empty, load, trouble } from '../../parts/states.js';
import { undo, undoable } from '../../parts/undo-bar.js';
import { caseTable } from './case-table.js';

const PAGE = 50;
const FRESH_MS = 15_000;

export function show(page, route, signal) {
  let line = route.query.get('queue') || '';
  let rows = [];
  let cursor = null;
  const chosen = new Set();
  const lines = h('div', { class: 'lines-choice' });
  const list = h('div', {});
  const more = h('div', { class: 'card-end form-end' });
  const bulk = h('div', { class: 'bulk', role: 'toolbar', 'aria-label': 'Decide all that are chosen', hidden: true });
  fill(page, head('Queue', 'What waits, the most urgent first: severe, seen by many, reported, or waiting for long.', lines), bulk, flush(card('Waiting', '', list, more)));
  shortcuts(signal, [
    { key: 'j', label: 'Next line', run: () => move(1) },
    { key: 'k', label: 'Line before', run: () => move(-1) },
    { key: 'x', label: 'Choose the line, or not', run: () => focused()?.querySelector('input')?.click() ?? false },
    { key: 'o', label: 'Open it', run: () => focused()?.querySelector('a')?.click() ?? false },
    { key: 'z', label: 'Undo the last decision', run: undo },
  ]);
  renew();
  every(FRESH_MS, signal, async () => { if (!chosen.size && !list.contains(document.activeElement)) { await drawLines(); } });

  function renew() {
    chosen.clear();
    drawBulk();
    fill(more);
    return load(list, signal, () => ask('pending', parameters(), signal), answer => {
      rows = answer.cases;
      next(answer);
      return rows.length ? table() : empty(line ? 'Nothing waits in ' + queue(line) : 'Nothing waits', 'What the scorer cannot decide, what users report and what is appealed comes here.');
    }, '20rem');
  }

  function parameters() {
    return { order: 'urgent', queue: line, limit: PAGE, cursor };
  }

  function table() {
    return caseTable(rows, chosen, drawBulk);
  }

  function next(answer) {
    cursor = answer.next || null;
    fill(more, !answer.meta.complete && pill('warn', 'Not all instances answered; some cases may be missing'),
      cursor && h('button', { class: 'button', type: 'button', onclick: further }, 'Show more'));
  }

  async function further() {
    try {
      const answer = await ask('pending', parameters(), signal);
      rows = [...rows, ...answer.cases];
      next(answer);
      fill(list, table());
    } catch (failure) { if (!signal.aborted) fill(more, trouble(failure, further)); }
  }

  async function drawLines() {
    try {
      const { waiting, overdue } = await ask('stats', {}, signal);
      const names = Object.keys(waiting).filter(name => name !== 'second-looks' && (waiting[name] > 0 || name === line || name === 'default'));
      const all = names.reduce((sum, name) => sum + waiting[name], 0);
      fill(lines, overdue > 0 && pill('bad', overdue + ' overdue'),
        segments('Queue', [['', `All ${all}`], ...names.map(name => [name, `${queue(name)} ${waiting[name]}`])], line, value => {
          line = value;
          cursor = null;
          note({ queue: value });
          renew();
        }));
    } catch (failure) { if (!signal.aborted) fill(lines, pill('warn', failure.message)); }
  }

  function drawBulk() {
    bulk.hidden = chosen.size === 0;
    if (!chosen.size) return;
    const button = (text, step, kind = '') => h('button', { class: 'button ' + kind, type: 'button', onclick: () => decideAll(step) }, text);
    fill(bulk, h('strong', {}, `${chosen.size} chosen`), button('Approve all', 'approve', 'approve'), button('Reject all', 'reject', 'reject'), button('Escalate all', 'escalate'), button('Skip all', 'skip', 'bare'));
  }

  async function decideAll(step) {
    const contentIds = [...chosen];
    const holds = step === 'approve' || step === 'reject';
    bulk.setAttribute('aria-busy', 'true');
    try {
      const { results } = await tell('POST', 'bulk', { step, contentIds, ...(holds ? { undoSeconds: UNDO_SECONDS } : {}) });
      const done = results.filter(one => one.status === 200).map(one => one.contentId);
      const not = results.filter(one => one.status >= 400);
      const text = `${{ approve: 'Approved', reject: 'Rejected', escalate: 'Escalated', skip: 'Skipped' }[step]}: ${done.length} of ${contentIds.length}`;
      if (holds && done.length) undoable(done, text, ids => giveBack(ids));
      else toast(text);
      say(text);
      if (not.length) toast(`${not.length} not done. ${not[0].contentId}: ${not[0].detail}`);
      cursor = null;
      if (!signal.aborted) { await renew(); await drawLines(); }
    } catch (failure) {
      if (!signal.aborted) toast(failure.message);
    } finally { bulk.removeAttribute('aria-busy'); }
  }

  /** What was taken back is still claimed, and nobody here wants to keep it from the others. */
  async function giveBack(ids) {
    await Promise.allSettled(ids.map(id => act(id, 'skip')));
    toast(ids.length === 1 ? 'It waits again.' : `${ids.length} wait again.`);
    cursor = null;
    if (!signal.aborted) { await renew(); await drawLines(); }
  }

  function focused() {
    return document.activeElement?.closest?.('tr[data-id]');
  }

  function move(step) {
    const all = [...list.querySelectorAll('tr[data-id]')];
    const at = all.indexOf(focused());
    all[Math.min(all.length - 1, Math.max(0, at + step))]?.querySelector('a').focus();
  }
}
