import { tell } from '../../core/api.js';
import { fill, h } from '../../core/dom.js';
import { exact } from '../../core/format.js';
import { dialog, field, select, toast } from '../../parts/layout.js';
import { trouble } from '../../parts/states.js';

const KINDS = [['count', 'how many events'], ['sum', 'the sum of'], ['avg', 'the average of'], ['min', 'the smallest'], ['max', 'the largest'], ['distinct', 'how many different'], ['percentile', 'percentiles of']];

export const measured = measure => (measure.kind === 'funnel' ? `funnel of ${measure.steps.length} steps`
  : (KINDS.find(([kind]) => kind === measure.kind)?.[1] || measure.kind) + (measure.field ? ' ' + measure.field : ''));

/** Makes or changes a metric, with a preview over the events of the last day before anything is saved. */
export function editDefinition(known, done) {
  const name = h('input', { class: 'input mono', value: known?.name || '', required: true, pattern: '[a-z][a-z0-9_]*', maxlength: '100', disabled: Boolean(known), placeholder: 'big_payments' });
  const about = h('input', { class: 'input', value: known?.description || '' });
  const filter = h('input', { class: 'input mono', value: known?.filter || '', spellcheck: 'false', placeholder: "type = 'PAYMENT_COMPLETED' and properties.amount >= 100" });
  const path = h('input', { class: 'input mono', value: known?.measure.field || '', spellcheck: 'false', placeholder: 'properties.amount' });
  const pathField = field('Field', path);
  const kind = select(KINDS, known?.measure.kind || 'count', value => { pathField.hidden = value === 'count'; });
  pathField.hidden = kind.value === 'count';
  const dimensions = h('input', { class: 'input mono', value: (known?.dimensions || []).join(', '), spellcheck: 'false', placeholder: 'properties.currency, properties.plan' });
  const enabled = h('input', { type: 'checkbox' });
  enabled.checked = known ? known.enabled !== false : true;
  const said = h('div', { role: 'status' });

  const body = () => ({
    description: about.value || undefined,
    filter: filter.value.trim() || undefined,
    measure: known?.measure.kind === 'funnel' ? known.measure : { kind: kind.value, ...(kind.value === 'count' ? {} : { field: path.value.trim() }) },
    dimensions: dimensions.value.split(',').map(one => one.trim()).filter(Boolean),
    enabled: enabled.checked,
  });
  const preview = async () => {
    try {
      fill(said, previewed(await tell('POST', 'metric-definitions/preview', { name: name.value || 'preview', ...body() })));
    } catch (failure) {
      fill(said, trouble(failure));
    }
  };
  const save = async event => {
    event.preventDefault();
    try {
      await tell('PUT', 'metric-definitions/' + encodeURIComponent(name.value), { ...body(), revision: known?.revision || 0 });
      box.close();
      toast(name.value + ' is saved and counts from now on.');
      done();
    } catch (failure) {
      fill(said, trouble(failure));
    }
  };
  const form = h('form', { class: 'form', onsubmit: save },
    field('Name', name, 'Small letters, digits and underscores.'), field('What it means', about),
    field('Of events where', filter, 'Empty: of all events.'),
    known?.measure.kind === 'funnel' ? h('p', { class: 'soft' }, measured(known.measure)) : h('div', { class: 'form-row' }, field('Measure', kind), pathField),
    field('Broken down by', dimensions, 'Up to three fields with commas between.'),
    h('label', { class: 'check' }, enabled, 'It counts'), said,
    h('div', { class: 'form-end' },
      h('button', { class: 'button bare', type: 'button', onclick: () => box.close() }, 'Cancel'),
      h('button', { class: 'button', type: 'button', onclick: preview }, 'Preview'),
      h('button', { class: 'button main-action', type: 'submit' }, 'Save')));
  const box = dialog(known ? known.name : 'New metric', form);
}

function previewed(answer) {
  if (!answer.sound) {
    return h('ul', { class: 'notice bad' }, answer.faults.map(fault =>
      h('li', {}, `${fault.field}: ${fault.sentence}${fault.offset === undefined ? '' : ', at character ' + (fault.offset + 1)}`)));
  }
  return h('div', { class: 'notice good' }, h('p', {}, `${exact(answer.matched)} of ${exact(answer.of)} recent events match`,
    answer.value === undefined || answer.value === null ? '.' : `; the value would be ${exact(answer.value)}.`));
}
