// Decisions of others, without saying what they were. Nothing changes by it, unless somebody let pass what should not have.
import { act, ask } from '../../core/api.js';
import { fill, h } from '../../core/dom.js';
import { caseView } from '../../parts/case-view.js';
import { head, toast } from '../../parts/layout.js';
import { say } from '../../parts/say.js';
import { key, shortcuts } from '../../parts/shortcuts.js';
import { empty, load } from '../../parts/states.js';
import { undo } from '../../parts/undo-bar.js';

export function show(page, route, signal) {
  const place = h('div', { class: 'desk' });
  const bar = h('div', { class: 'decide', role: 'toolbar', 'aria-label': 'Decide', hidden: true });
  const left = new Set();
  let current = null;
  let view = null;
  fill(page, head('Second looks', 'Somebody has decided these. What would you have decided? Leads see how often two people agree.'), place, bar);
  shortcuts(signal, () => [
    { key: 'a', label: 'I would approve it', run: () => answer('second-approve') },
    { key: 'r', label: 'I would reject it', run: () => answer('second-reject') },
    { key: 's', label: 'Pass over it', run: () => pass() },
    { key: 'v', label: 'Show or veil what is blurred', run: () => view?.unveil() },
    { key: 'z', label: 'Undo the last decision', run: undo },
  ]);
  return renew();

  function renew() {
    return load(place, signal, () => Promise.all([ask('pending', { queue: 'second-looks', limit: 50 }, signal), ask('me', {}, signal)]), ([drawn, me]) => {
      current = drawn.cases.find(one => one.handling.second?.decidedBy !== me.moderator && !left.has(one.contentId)) || null;
      bar.hidden = !current;
      if (!current) return empty('Nothing to look at again', 'A share of all decisions comes here, drawn by lot. The share is one of the rules.');
      view = caseView(current, signal, { blind: true });
      fill(bar, button('Would approve', 'A', () => answer('second-approve'), 'approve'), button('Would reject', 'R', () => answer('second-reject'), 'reject'), button('Pass over it', 'S', pass, 'bare'));
      say('Next one to look at again.');
      return view.element;
    }, '20rem');
  }

  function button(text, sign, run, kind) {
    return h('button', { class: 'button ' + kind, type: 'button', onclick: run }, text, key(sign));
  }

  function pass() {
    if (!current) return false;
    left.add(current.contentId);
    current = null;
    return renew();
  }

  async function answer(step) {
    if (!current) return;
    const { contentId } = current;
    current = null;
    try {
      await act(contentId, step);
      toast('Noted.');
      say('Noted.');
    } catch (failure) {
      left.add(contentId);
      toast(failure.message);
      say(failure.message);
    }
    if (!signal.aborted) await renew();
  }
}
