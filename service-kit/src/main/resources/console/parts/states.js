// What is shown while there is nothing to show: it loads, there is nothing, or something is wrong, and what to do then.
import { h } from '../core/dom.js';

export const loading = (height = '8rem') =>
  h('div', { class: 'skeleton', style: { height }, role: 'status' }, h('span', { class: 'hidden-text' }, 'Loading'));

export const empty = (title, ...more) =>
  h('div', { class: 'state' }, h('strong', {}, title), more.map(one => (typeof one === 'string' ? h('p', {}, one) : one)));

const TITLES = {
  away: 'No answer',
  forbidden: 'This key may not see that',
  refused: 'This key is not known',
  missing: 'Not found',
  wrong: 'That was not understood',
  busy: 'Not now',
  conflict: 'Somebody else was faster',
};

const ADVICE = {
  forbidden: 'Use a key with the scope that is named. ./fleet keys prints those of a development fleet; ADMIN_KEY may do everything.',
  busy: 'Try again in a moment.',
};

export function trouble(failure, again) {
  return h('div', { class: 'state bad', role: 'alert' },
    h('strong', {}, TITLES[failure.kind] || 'Something went wrong'),
    h('p', {}, failure.message),
    ADVICE[failure.kind] && h('p', {}, ADVICE[failure.kind]),
    again && h('button', { class: 'button', type: 'button', onclick: again }, 'Try again'));
}

/** Fills a place: a skeleton, then what is drawn from the answer, or the trouble with a way to try again. */
export async function load(place, signal, ask, draw, height) {
  place.replaceChildren(loading(height));
  place.setAttribute('aria-busy', 'true');
  try {
    const answer = await ask();
    if (signal.aborted) return;
    place.replaceChildren(...[draw(answer)].flat().filter(Boolean));
  } catch (failure) {
    if (signal.aborted) return;
    if (!failure.kind) console.error(failure);
    place.replaceChildren(trouble(failure, () => load(place, signal, ask, draw, height)));
  } finally {
    place.removeAttribute('aria-busy');
  }
}
