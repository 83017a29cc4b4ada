// A rejection with all that may go with it: what for, what follows, and a word about it.
import { h } from '../core/dom.js';
import { ACTION_CHOICES, FAULTS, category } from '../core/words.js';
import { dialog, field, select } from './layout.js';

/** @param done called with the body of the step */
export function rejectForm(suggested, done) {
  const fault = select([['', 'As the scorer found'], ...FAULTS.map(name => [name, category(name)])], suggested || '');
  const follows = select([['', 'What the rules say for this author'], ...ACTION_CHOICES], '');
  const until = h('input', { class: 'input', type: 'datetime-local' });
  const end = field('Suspended until', until, 'Left empty, for as long as the rules say.');
  const note = h('textarea', { class: 'input', rows: '3', maxlength: '4000' });
  const draw = () => { end.hidden = follows.value !== 'USER_SUSPENDED'; };
  follows.addEventListener('change', draw);
  draw();
  const submit = event => {
    event.preventDefault();
    box.close();
    done({
      category: fault.value || undefined, action: follows.value || undefined, note: note.value.trim() || undefined,
      until: !end.hidden && until.value ? new Date(until.value).toISOString() : undefined,
    });
  };
  const box = dialog('Reject', h('form', { class: 'form', onsubmit: submit },
    field('At fault for', fault), field('What follows', follows), end,
    field('Note', note, 'For the history, and for the author to read.'),
    h('div', { class: 'form-end' },
      h('button', { class: 'button bare', type: 'button', onclick: () => box.close() }, 'Cancel'),
      h('button', { class: 'button main-action', type: 'submit' }, 'Reject'))));
}
