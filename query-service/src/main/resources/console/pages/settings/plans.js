import { door } from '../../core/api.js';
import { fill, h } from '../../core/dom.js';
import { icon } from '../../core/icons.js';
import { time } from '../../core/format.js';
import { card, dialog, field, flush, pill, select, toast } from '../../parts/layout.js';
import { empty, load, trouble } from '../../parts/states.js';
import { table } from '../../parts/table.js';
import { readJson } from '../rejected/mending.js';

const PATH = '/api/v1/tracking-plans';
const MODES = { off: ['', 'off'], observe: ['warn', 'observed'], enforce: ['good', 'enforced'] };
const MODE_CHOICES = [['observe', 'Observe: the event passes and its context says what is wrong'], ['enforce', 'Enforce: it is rejected'], ['off', 'Off']];
const FIRST = { properties: { properties: { required: ['amount'], properties: { amount: { type: 'number', minimum: 0 } } } } };

export function plans(place, signal) {
  const list = h('div', {});
  const renew = () => load(list, signal, () => door('GET', PATH, undefined, signal), draw, '10rem');
  place.append(flush(card('Tracking plans',
    h('button', { class: 'button', type: 'button', onclick: () => edit(null, renew) }, icon('plus'), 'New plan'), list)));
  function draw(answer) {
    if (!answer.plans.length) return empty('None yet', 'A plan is a JSON Schema for one type of event. What does not keep to it is marked, or rejected.');
    return table('Tracking plans', [
      { title: 'Type', cell: plan => h('button', { class: 'link', type: 'button', onclick: () => edit(plan, renew) }, plan.type) },
      { title: 'Mode', cell: plan => pill(...MODES[plan.mode]) },
      { title: 'Changed', cell: plan => time(plan.updatedAt, 'exact') },
      { title: 'By', cell: plan => h('span', { class: 'break' }, plan.updatedBy) },
    ], answer.plans);
  }
  renew();
}

function edit(known, done) {
  const type = h('input', { class: 'input mono', value: known?.type || '', required: true, maxlength: '200', disabled: Boolean(known), placeholder: 'PAYMENT_COMPLETED' });
  const mode = select(MODE_CHOICES, known?.mode || 'observe');
  const schema = h('textarea', { class: 'input mono', rows: '12', spellcheck: 'false' });
  schema.value = JSON.stringify(known?.schema ?? FIRST, null, 2);
  const anyway = h('input', { type: 'checkbox' });
  const said = h('div', { role: 'status' });
  const path = () => PATH + '/' + encodeURIComponent(type.value);

  const withSchema = async work => {
    const read = readJson(schema.value);
    if (read.wrong || !read.value) return fill(said, h('p', { class: 'notice bad' }, read.wrong || 'A plan needs a schema.'));
    try { await work(read.value); } catch (failure) { fill(said, trouble(failure)); }
  };
  const check = () => withSchema(async value => {
    const answer = await door('POST', path() + '/check', { schema: value });
    fill(said, answer.compatible ? h('p', { class: 'notice good' }, 'Sound; every event that is accepted today still is.')
      : h('ul', { class: 'notice' }, answer.objections.map(one => h('li', {}, one))));
  });
  const save = event => {
    event.preventDefault();
    withSchema(async value => {
      await door('PUT', path(), { mode: mode.value, schema: value, version: known?.version || 0, allowIncompatible: anyway.checked });
      box.close();
      toast('The plan of ' + type.value + ' holds within seconds.');
      done();
    });
  };
  const remove = async () => {
    if (!confirm('Remove the plan of ' + known.type + '?')) return;
    try {
      await door('DELETE', path() + '?version=' + known.version);
      box.close();
      done();
    } catch (failure) { fill(said, trouble(failure)); }
  };
  const box = dialog(known ? 'Plan of ' + known.type : 'New plan', h('form', { class: 'form', onsubmit: save },
    field('Type of event', type), field('Mode', mode), field('JSON Schema of the whole event', schema),
    h('label', { class: 'check' }, anyway, 'Save even if events that are accepted today may be refused'), said,
    h('div', { class: 'form-end' },
      known && h('button', { class: 'button bare danger', type: 'button', onclick: remove }, 'Remove'),
      h('button', { class: 'button bare', type: 'button', onclick: () => box.close() }, 'Cancel'),
      h('button', { class: 'button', type: 'button', onclick: check }, 'Check'),
      h('button', { class: 'button main-action', type: 'submit' }, 'Save'))));
  box.classList.add('wide');
}
