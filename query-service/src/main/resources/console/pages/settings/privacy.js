import { door } from '../../core/api.js';
import { fill, h } from '../../core/dom.js';
import { time } from '../../core/format.js';
import { card, field, select, toast } from '../../parts/layout.js';
import { load, trouble } from '../../parts/states.js';

const PATH = '/api/v1/tenant-settings';
const ENRICHMENTS = [['user-agent', 'Browser and device, from the user agent'], ['referrer', 'Where visitors come from'], ['campaign', 'Campaign parameters'], ['geo', 'Country and city, from the address']];

export function privacy(place, signal) {
  const body = h('div', {});
  place.append(card('What is added to events, and what is taken out', '', body));
  load(body, signal, () => door('GET', PATH, undefined, signal), answer => form(answer), '16rem');
}

function form(known) {
  const off = new Set(known.enrichmentsOff || []);
  const hide = known.privacy || {};
  const check = (text, checked) => {
    const input = h('input', { type: 'checkbox' });
    input.checked = checked;
    return { input, label: h('label', { class: 'check' }, input, text) };
  };
  const wanted = ENRICHMENTS.map(([name, text]) => ({ name, ...check(text, !off.has(name)) }));
  const emails = check('Mask e-mail addresses', Boolean(hide.maskEmails));
  const phones = check('Mask telephone numbers', Boolean(hide.maskPhones));
  const ip = select([['keep', 'Keep it'], ['truncate', 'Cut off its last part'], ['hash', 'Replace it by a hash']], hide.ip || 'keep');
  const hashed = h('input', { class: 'input mono', value: (hide.hashedProperties || []).join(', '), spellcheck: 'false', placeholder: 'customerNumber' });
  const said = h('div', { role: 'status' });
  let version = known.version || 0;
  const save = async event => {
    event.preventDefault();
    try {
      const saved = await door('PUT', PATH, {
        version,
        enrichmentsOff: wanted.filter(one => !one.input.checked).map(one => one.name),
        privacy: { ip: ip.value, maskEmails: emails.input.checked, maskPhones: phones.input.checked, hashedProperties: hashed.value.split(',').map(one => one.trim()).filter(Boolean) },
      });
      version = saved.version;
      fill(said);
      toast('Saved. It holds for events that come from now on.');
    } catch (failure) {
      fill(said, trouble(failure));
    }
  };
  return h('form', { class: 'form', onsubmit: save },
    h('fieldset', { class: 'plain' }, h('legend', {}, 'Added'), wanted.map(one => one.label)),
    h('fieldset', { class: 'plain' }, h('legend', {}, 'Taken out'), emails.label, phones.label),
    h('div', { class: 'form-row' }, field('The sender\'s address', ip), field('Properties that are hashed', hashed, 'Names with commas between.')),
    known.updatedAt && h('p', { class: 'soft small' }, `Changed ${time(known.updatedAt, 'exact')} by ${known.updatedBy}`), said,
    h('div', { class: 'form-end' }, h('button', { class: 'button main-action', type: 'submit' }, 'Save')));
}
