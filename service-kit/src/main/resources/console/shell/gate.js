import { h } from '../core/dom.js';
import { remember } from '../core/credential.js';
import { field } from '../parts/layout.js';
import { BRAND } from './pages.js';

/** Asks for a key. @param why what was wrong with the one before, if any */
export function gate(why, done) {
  const input = h('input', { id: 'key', class: 'input mono', type: 'password', autocomplete: 'off', spellcheck: 'false', required: true });
  const submit = event => {
    event.preventDefault();
    remember(input.value);
    done();
  };
  return h('main', { class: 'gate', id: 'page' }, h('form', { class: 'card', onsubmit: submit },
    h('img', { src: '/console/icon.svg', alt: '' }),
    h('div', {}, h('h1', {}, BRAND.name), h('p', { class: 'soft' }, BRAND.about)),
    typeof why === 'string' && h('p', { class: 'notice bad', role: 'alert' }, why),
    field('Key', input, BRAND.keyHint),
    h('button', { class: 'button main-action', type: 'submit' }, 'Open the console'),
    h('p', { class: 'soft small' }, h('code', {}, './fleet keys'), ' prints those of a development fleet.')));
}
