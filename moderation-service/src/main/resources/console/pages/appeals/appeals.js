// Rejections that their authors do not accept. Another moderator than the one who rejected has the last word.
import { ask } from '../../core/api.js';
import { fill, h } from '../../core/dom.js';
import { card, flush, head } from '../../parts/layout.js';
import { shortcuts } from '../../parts/shortcuts.js';
import { empty, load } from '../../parts/states.js';
import { undo } from '../../parts/undo-bar.js';
import { caseTable } from '../queue/case-table.js';

export function show(page, route, signal) {
  const list = h('div', {});
  fill(page, head('Appeals', 'Open one to read what the author says. You cannot decide about your own rejection.'), flush(card('Waiting', 'the most urgent first', list)));
  shortcuts(signal, [{ key: 'z', label: 'Undo the last decision', run: undo }]);
  return load(list, signal, () => Promise.all([ask('pending', { queue: 'appeals', limit: 100 }, signal), ask('me', {}, signal)]), ([answer, me]) => {
    const mine = answer.cases.filter(one => one.handling.appeal?.decidedBy === me.moderator);
    const others = answer.cases.filter(one => !mine.includes(one));
    return [
      others.length ? caseTable(others, null) : empty('No appeals for you to decide', 'An author may appeal a rejection for half a year.'),
      mine.length > 0 && h('p', { class: 'small soft card-end' }, `${mine.length} against your own rejections wait for somebody else.`),
    ];
  }, '16rem');
}
