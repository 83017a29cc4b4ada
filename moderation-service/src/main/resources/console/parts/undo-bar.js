// The last decision, for as long as it may be taken back. It stays over a change of page.
import { UNDO_SECONDS, act } from '../core/api.js';
import { fill, h } from '../core/dom.js';
import { toast } from './layout.js';
import { say } from './say.js';
import { key } from './shortcuts.js';

let last = null;

/** @param back called with the ids of the cases that are the moderator's again */
export function undoable(contentIds, text, back) {
  clear();
  const place = h('div', { class: 'undo-bar', role: 'group', 'aria-label': 'The last decision' });
  const left = h('span', { class: 'undo-left number', 'aria-hidden': 'true' });
  const clock = h('div', { class: 'undo-clock', 'aria-hidden': 'true' });
  fill(place, h('span', { class: 'undo-text break' }, text), left,
    h('button', { class: 'button', type: 'button', onclick: undo }, 'Undo', key('Z')), clock);
  document.body.append(place);
  const ends = Date.now() + UNDO_SECONDS * 1000;
  const tick = () => {
    const seconds = Math.ceil((ends - Date.now()) / 1000);
    if (seconds <= 0) return clear();
    left.textContent = seconds + ' s';
  };
  last = { contentIds, back, place, timer: setInterval(tick, 250) };
  tick();
}

/** Takes the last decision back. @return false when there is none any more */
export function undo() {
  if (!last) return false;
  const { contentIds, back } = last;
  clear();
  Promise.allSettled(contentIds.map(id => act(id, 'undo'))).then(answers => {
    const done = contentIds.filter((_, i) => answers[i].status === 'fulfilled');
    if (!done.length) return toast('Too late: it is in effect. ' + (answers[0].reason?.message || ''));
    say('Taken back.');
    back(done);
    return undefined;
  });
  return true;
}

function clear() {
  if (!last) return;
  clearInterval(last.timer);
  last.place.remove();
  last = null;
}
