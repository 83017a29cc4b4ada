import { fill, h } from '../../core/dom.js';
import { icon } from '../../core/icons.js';
import { field, select } from '../../parts/layout.js';

const WINDOWS = [['PT1H', 'an hour'], ['P1D', 'a day'], ['P7D', '7 days'], ['P30D', '30 days']];
const FIRST = ["type = 'CONVERSATION_STARTED'", "type = 'MESSAGE_SENT'"];
const MOST = 10;

/** Steps as filters, two to ten. */
export function builder(query, apply) {
  const steps = JSON.parse(query.get('steps') || 'null') || [...FIRST];
  const list = h('ol', { class: 'steps' });
  const window = select(WINDOWS, query.get('window') || 'P7D');

  function draw(focus) {
    fill(list, steps.map((step, i) => {
      const input = h('input', { class: 'input mono', value: step, required: true, spellcheck: 'false', 'aria-label': `Step ${i + 1}`, oninput: event => { steps[i] = event.target.value; } });
      if (i === focus) queueMicrotask(() => input.focus());
      return h('li', {}, h('span', { class: 'step-number', 'aria-hidden': 'true' }, i + 1), input,
        steps.length > 2 && h('button', { class: 'button bare square', type: 'button', 'aria-label': `Remove step ${i + 1}`, onclick: () => { steps.splice(i, 1); draw(); } }, icon('close')));
    }));
  }
  draw();
  return h('form', { class: 'form', onsubmit: event => { event.preventDefault(); apply({ steps: JSON.stringify(steps), window: window.value }); } },
    list,
    h('div', { class: 'form-row' },
      field('All of it within', window),
      h('button', { class: 'button', type: 'button', onclick: () => { if (steps.length < MOST) { steps.push("type = ''"); draw(steps.length - 1); } } }, icon('plus'), 'Another step'),
      h('button', { class: 'button main-action', type: 'submit' }, 'Show')));
}
