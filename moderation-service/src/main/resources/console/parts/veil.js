// What is hard to look at is blurred and grey until somebody wants to see it, and again with the next case.
import { h } from '../core/dom.js';
import { icon } from '../core/icons.js';

/** @return {element, toggle} */
export function veil(content, label) {
  const inner = h('div', { class: 'veiled', inert: true }, content);
  const button = h('button', { class: 'button veil-button', type: 'button', 'aria-expanded': 'false' });
  const draw = shown => {
    inner.classList.toggle('shown', shown);
    inner.toggleAttribute('inert', !shown);
    button.setAttribute('aria-expanded', String(shown));
    button.replaceChildren(icon(shown ? 'hide' : 'show'), (shown ? 'Veil ' : 'Show ') + label);
  };
  const toggle = () => draw(!inner.classList.contains('shown'));
  button.addEventListener('click', toggle);
  draw(false);
  return { element: h('div', { class: 'veil' }, inner, button), toggle };
}
