// Pieces that every page is made of.
import { h, newId } from '../core/dom.js';

export const head = (title, about, ...tools) =>
  h('header', { class: 'page-head' },
    h('div', {}, h('h1', {}, title), about && h('p', {}, about)),
    tools.length ? h('div', { class: 'page-tools' }, tools) : null);

export function card(title, about, ...content) {
  const id = newId();
  return h('section', { class: 'card', 'aria-labelledby': id },
    h('div', { class: 'card-head' }, h('h2', { id }, title), typeof about === 'string' ? h('p', {}, about) : about),
    content);
}

export const flush = section => (section.classList.add('flush'), section);
export const span = (width, element) => (element.classList.add('span-' + width), element);

export function field(label, input, hint) {
  const id = input.id || newId();
  input.id = id;
  if (hint) input.setAttribute('aria-describedby', id + 'h');
  return h('div', { class: 'field' }, h('label', { for: id }, label), input, hint && h('span', { class: 'hint', id: id + 'h' }, hint));
}

/** A choice of a few: [[value, label]…]. */
export function segments(label, choices, chosen, onchoose) {
  const group = h('div', { class: 'segments', role: 'group', 'aria-label': label });
  for (const [value, text] of choices) {
    group.append(h('button', {
      type: 'button',
      'aria-pressed': String(value === chosen),
      onclick: event => {
        group.querySelectorAll('button').forEach(one => one.setAttribute('aria-pressed', String(one === event.target)));
        onchoose(value);
      },
    }, text));
  }
  return group;
}

/** @param choices [[value, label]…], or groups {label, choices} of them */
export function select(choices, chosen, onchange) {
  const option = ([value, text]) => {
    const made = h('option', { value }, text);
    made.selected = value === chosen;
    return made;
  };
  return h('select', { class: 'input', onchange: event => onchange?.(event.target.value) },
    choices.map(one => (Array.isArray(one) ? option(one) : h('optgroup', { label: one.label }, one.choices.map(option)))));
}

export const pill = (kind, text) => h('span', { class: 'pill ' + kind }, text);

export function toast(text) {
  let place = document.querySelector('.toasts');
  if (!place) document.body.append(place = h('div', { class: 'toasts', role: 'status' }));
  const one = h('div', { class: 'toast' }, text);
  place.append(one);
  setTimeout(() => one.remove(), 6000);
}

/** A dialog that closes with Escape and gives the focus back. */
export function dialog(title, ...content) {
  const id = newId();
  const box = h('dialog', { 'aria-labelledby': id }, h('div', { class: 'form' }, h('h2', { id }, title), content));
  const opener = document.activeElement;
  box.addEventListener('close', () => { box.remove(); opener?.focus?.(); });
  document.body.append(box);
  box.showModal();
  return box;
}
