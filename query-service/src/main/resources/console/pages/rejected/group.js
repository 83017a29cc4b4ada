import { door } from '../../core/api.js';
import { fill, h } from '../../core/dom.js';
import { exact } from '../../core/format.js';
import { dialog, field, toast } from '../../parts/layout.js';
import { trouble } from '../../parts/states.js';
import { readJson, suggestion } from './mending.js';

const AT_ONCE = 500;

/** Mends a whole group with one patch: first what would become of it, then in earnest, page by page. */
export function mendGroup(group, done) {
  const patch = h('textarea', { class: 'input mono', rows: '4', spellcheck: 'false' });
  patch.value = suggestion({ code: group.code, field: group.code === 'missing_field' ? 'type' : '' });
  const backfill = h('input', { type: 'checkbox' });
  backfill.checked = group.code === 'too_old';
  const said = h('div', { role: 'status' });
  const buttons = h('div', { class: 'form-end' });
  const box = dialog(`Mend ${exact(group.count - group.resubmitted)} events`,
    h('p', {}, `All that were rejected as ${group.code} and came by ${group.source}. Each is patched, judged by today's rules, and sent once under its own id; what is still bad stays here.`),
    field('Patch', patch, 'A JSON merge patch for every one of them; empty if a rule has changed since.'),
    h('label', { class: 'check' }, backfill, 'They may be of any age'), said, buttons);

  async function run(dryRun) {
    const read = readJson(patch.value);
    if (read.wrong) return fill(said, h('p', { class: 'notice bad' }, read.wrong));
    const sum = { good: 0, rejected: 0 };
    buttons.querySelectorAll('button').forEach(button => { button.disabled = true; });
    try {
      let after;
      do {
        const answer = await door('POST', '/api/v1/rejected-events/resubmit', {
          code: group.code, source: group.source, producer: group.producer, patch: read.value, backfill: backfill.checked, dryRun, limit: AT_ONCE, after,
        });
        sum.good += answer.good;
        sum.rejected += answer.rejected;
        after = answer.next;
        fill(said, h('p', { class: 'soft' }, `${exact(sum.good + sum.rejected)} judged …`));
      } while (after);
      if (!dryRun) {
        box.close();
        toast(`${exact(sum.good)} sent on, ${exact(sum.rejected)} still rejected.`);
        return done();
      }
      fill(said, h('p', { class: 'notice ' + (sum.rejected ? '' : 'good') }, `${exact(sum.good)} would be accepted, ${exact(sum.rejected)} rejected again.`));
    } catch (failure) {
      fill(said, trouble(failure));
    }
    buttons.querySelectorAll('button').forEach(button => { button.disabled = false; });
  }

  fill(buttons,
    h('button', { class: 'button bare', type: 'button', onclick: () => box.close() }, 'Close'),
    h('button', { class: 'button', type: 'button', onclick: () => run(true) }, 'Try on all'),
    h('button', { class: 'button main-action', type: 'button', onclick: () => run(false) }, 'Send all on'));
}
