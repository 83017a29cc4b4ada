// One case by its address: what it is, what happened to it, and what this moderator may do with it now.
import { UNDO_SECONDS, act, ask, one as read } from '../../core/api.js';
import { fill, h } from '../../core/dom.js';
import { time } from '../../core/format.js';
import { caseView } from '../../parts/case-view.js';
import { dialog, field, head, toast } from '../../parts/layout.js';
import { rejectForm } from '../../parts/reject-form.js';
import { say } from '../../parts/say.js';
import { key, shortcuts } from '../../parts/shortcuts.js';
import { empty, load } from '../../parts/states.js';
import { undo, undoable } from '../../parts/undo-bar.js';

const DONE = { claim: 'It is yours.', approve: 'Approved', reject: 'Rejected', escalate: 'Escalated to a lead.', skip: 'Given back.', uphold: 'The rejection stands', overturn: 'The rejection is undone', reassign: 'Given to somebody else.' };

export function show(page, route, signal, go) {
  const id = route.query.get('id') || '';
  const place = h('div', { class: 'desk' });
  const bar = h('div', { class: 'decide', role: 'toolbar', 'aria-label': 'Decide', hidden: true });
  let view = null;
  let steps = [];
  let busy = false;
  let me = null;
  fill(page, head('Case', h('a', { href: '/queue' }, 'Back to the queue')), place, bar);
  shortcuts(signal, () => [...steps.map(step => ({ key: step.sign.toLowerCase(), label: step.text, run: step.run })),
    { key: 'v', label: 'Show or veil what is blurred', run: () => view?.unveil() }, { key: 'z', label: 'Undo the last decision', run: undo }]);
  if (!id) return fill(place, empty('No case was named', 'Choose one from the queue.', h('a', { class: 'button', href: '/queue' }, 'To the queue')));
  return renew();

  function renew() {
    return load(place, signal, async () => {
      me ||= await ask('me', {}, signal);
      return read(id, signal);
    }, found => {
      view = caseView(found, signal);
      steps = possible(found);
      bar.hidden = steps.length === 0;
      fill(bar, steps.map(step => h('button', { class: 'button ' + (step.kind || ''), type: 'button', onclick: step.run }, step.text, key(step.sign))), h('span', { class: 'small soft claim-until' }, whose(found)));
      return view.element;
    }, '24rem');
  }

  function whose(found) {
    const claim = found.handling.claim;
    if (!claim) return '';
    return claim.by === me.moderator ? 'yours until ' + time(claim.until, 'minute') : `${claim.by} reviews it until ${time(claim.until, 'minute')}`;
  }

  function possible(found) {
    const { claim, appeal, held } = found.handling;
    const leads = me.role !== 'MODERATOR';
    const own = claim?.by === me.moderator;
    const from = claim ? claim.from : found.state;
    const step = (name, sign, text, kind, run = () => decide(found, name)) => ({ sign, text, kind, run });
    if (held) return [];
    const reassign = step('reassign', 'G', 'Give to …', '', () => giveTo(found));
    if (claim && !own) return leads ? [reassign] : [];
    if (from === 'APPEALED') {
      if (appeal?.decidedBy === me.moderator) return [];
      return [step('overturn', 'O', 'Overturn', 'approve'), step('uphold', 'U', 'Uphold', 'reject'), !own && step('claim', 'C', 'Claim'), leads && reassign].filter(Boolean);
    }
    if (from === 'PENDING' || (from === 'ESCALATED' && (leads || own))) {
      return [step('approve', 'A', 'Approve', 'approve'), step('reject', 'R', 'Reject', 'reject'),
        step('reject', 'F', 'More', '', () => rejectForm('', body => decide(found, 'reject', body))),
        from === 'PENDING' && step('escalate', 'E', 'Escalate'), own ? step('skip', 'S', 'Give back', 'bare') : step('claim', 'C', 'Claim'), leads && reassign].filter(Boolean);
    }
    return from === 'APPROVED' || from === 'OVERTURNED' || from === 'EXPIRED' ? [step('escalate', 'E', 'Escalate')] : [];
  }

  async function decide(found, name, body = {}) {
    if (busy) return;
    busy = true;
    try {
      const holds = ['approve', 'reject', 'uphold', 'overturn'].includes(name);
      await act(id, name, { ...body, ...(holds ? { seen: found.decisionId, undoSeconds: UNDO_SECONDS } : {}) });
      const text = DONE[name];
      if (holds) undoable([id], text + ': ' + id, () => (signal.aborted ? go('/case?' + new URLSearchParams({ id })) : renew()));
      else toast(text);
      say(text);
    } catch (failure) {
      toast(failure.message);
      say(failure.message);
    } finally { busy = false; }
    if (!signal.aborted) await renew();
  }

  function giveTo(found) {
    const to = h('input', { class: 'input', required: true, autocomplete: 'off', spellcheck: 'false' });
    const box = dialog('Give the case to somebody else', h('form', { class: 'form', onsubmit: event => { event.preventDefault(); box.close(); decide(found, 'reassign', { to: to.value.trim() }); } },
      field('Moderator', to, 'The id of their key, or the subject of their token.'),
      h('div', { class: 'form-end' }, h('button', { class: 'button bare', type: 'button', onclick: () => box.close() }, 'Cancel'), h('button', { class: 'button main-action', type: 'submit' }, 'Give'))));
  }
}
