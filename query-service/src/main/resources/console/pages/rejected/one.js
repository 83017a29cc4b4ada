import { door } from '../../core/api.js';
import { fill, h } from '../../core/dom.js';
import { exact, time } from '../../core/format.js';
import { dialog, field, pill, toast } from '../../parts/layout.js';
import { load, trouble } from '../../parts/states.js';
import { readJson, suggestion, verdict } from './mending.js';

const PATH = '/api/v1/rejected-events/';

/** Opens one: its reason, its bytes, and a patch to try and to send on. */
export function openEvent(id, done, signal) {
  const body = h('div', { class: 'form' });
  const box = dialog('Rejected event', body);
  box.classList.add('wide');
  load(body, signal, () => door('GET', PATH + id, undefined, signal), answer => drawn(answer, id, box, done));
}

function drawn(answer, id, box, done) {
  const { event } = answer;
  const patch = h('textarea', { class: 'input mono', rows: '5', spellcheck: 'false' });
  patch.value = suggestion(event);
  const backfill = h('input', { type: 'checkbox' });
  backfill.checked = event.code === 'too_old';
  const said = h('div', { role: 'status' });

  const send = async (what, after) => {
    const read = readJson(patch.value);
    if (read.wrong) return fill(said, h('p', { class: 'notice bad' }, read.wrong));
    try {
      const body = { backfill: backfill.checked, ...(read.value ? { patch: read.value } : {}) };
      after(await door('POST', PATH + id + what, body));
    } catch (failure) {
      fill(said, failure.status === 422 ? verdict({ status: 'rejected', ...failure.body, detail: failure.message }) : trouble(failure));
    }
  };
  return [
    h('p', {}, pill('bad', event.code), ' ', event.field && h('code', {}, event.field), ' ', event.detail),
    h('p', { class: 'soft small' }, `${time(event.rejectedAt, 'exact')} · came by ${event.source} · ${exact(event.bytes)} bytes`, answer.cut ? ' (cut)' : '', event.resubmitted ? ' · was sent on' : ''),
    h('pre', { class: 'raw', tabindex: '0', 'aria-label': 'The event as it came' }, pretty(answer.text ?? answer.base64 ?? '')),
    field('Patch', patch, 'A JSON merge patch: what is named is set, null takes a field away. Leave it empty if a rule has changed since.'),
    h('label', { class: 'check' }, backfill, 'It may be of any age'),
    said,
    h('div', { class: 'form-end' },
      h('button', { class: 'button bare', type: 'button', onclick: () => box.close() }, 'Close'),
      h('button', { class: 'button', type: 'button', onclick: () => send('/try', result => fill(said, verdict(result))) }, 'Try'),
      h('button', { class: 'button main-action', type: 'button', onclick: () => send('/resubmit', result => {
        box.close();
        toast(result.status === 'already-resubmitted' ? 'It was sent on before; nothing was sent twice.' : 'It is on its way under its own id.');
        done();
      }) }, 'Send on')),
  ];
}

function pretty(text) {
  try { return JSON.stringify(JSON.parse(text), null, 2); } catch { return text; }
}
