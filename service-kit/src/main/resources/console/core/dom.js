// Makes elements. Text is always text: nothing that came from an event is ever parsed as markup.

/** h('div', {class: 'card', onclick: f}, 'text', child, [more], null) */
export function h(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) set(element, key, value);
  element.append(...children.flat(Infinity).filter(present));
  return element;
}

function set(element, key, value) {
  if (value === undefined || value === null || value === false) return;
  if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
  else if (key === 'value') element.value = value;
  else if (key === 'style') Object.entries(value).forEach(([name, text]) => element.style.setProperty(name, text));
  else element.setAttribute(key, value === true ? '' : value);
}

const present = child => child !== null && child !== undefined && child !== false && child !== '';

/** Takes out what was there and puts in what is given. */
export function fill(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter(present));
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

export function svg(name, attributes, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes || {})) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

let last = 0;
/** An id that is used once, to tie a label to its field. */
export const newId = () => 'i' + ++last;
