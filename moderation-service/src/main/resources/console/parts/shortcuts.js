// Keys that do something, as long as nobody types and no dialog is open. "?" lists those of the page.
import { h } from '../core/dom.js';
import { dialog } from './layout.js';

const TYPING = 'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable]';

/** @param keys [{key, label, run}], or with `keys` for a group that is listed once; run may return false for "not now" */
export function shortcuts(signal, keys) {
  const all = () => [...(typeof keys === 'function' ? keys() : keys), { key: '?', label: 'These shortcuts', run: () => list(all()) }];
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target.closest?.(TYPING) || document.querySelector('dialog[open]')) return;
    const pressed = event.key.length === 1 && !event.shiftKey ? event.key.toLowerCase() : event.key;
    const found = all().find(one => (one.keys || [one.key]).includes(pressed));
    // Enter belongs to whatever has the focus
    if (!found || (pressed === 'Enter' && event.target.closest?.('a, button, [tabindex="0"]'))) return;
    if (found.run(pressed) !== false) event.preventDefault();
  }, { signal });
  return () => list(all());
}

export const key = text => h('kbd', { 'aria-hidden': 'true' }, text);

function list(keys) {
  const box = dialog('Keyboard shortcuts',
    h('dl', { class: 'keys' }, keys.map(one => h('div', {}, h('dt', {}, (one.shown || one.key).split(' ').map(part => h('kbd', {}, part))), h('dd', {}, one.label)))),
    h('div', { class: 'form-end' }, h('button', { class: 'button main-action', type: 'button', onclick: () => box.close() }, 'Close')));
}
