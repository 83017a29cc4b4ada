// A picture, a recording or a film, where the content or its text says at which address it is.
import { h } from '../core/dom.js';
import { veil } from './veil.js';

const ADDRESS = /https?:\/\/[^\s"'<>]+/;
const KINDS = { image: 'picture', audio: 'recording', video: 'film' };

/** @return {element, toggle}, or null for what is text */
export function media(one) {
  const what = KINDS[one.kind];
  if (!what) return null;
  const address = one.media?.url || one.text.match(ADDRESS)?.[0];
  const missing = text => h('p', { class: 'media-missing soft' }, text);
  if (!address) return { element: missing(`Nobody has said at which address it is, so the ${what} itself cannot be shown here.`), toggle: () => false };
  const place = h('div', { class: 'media' });
  const failed = () => place.replaceChildren(missing(`The ${what} could not be loaded. Whoever runs moderation-service names the origins of media in CONSOLE_MEDIA_ORIGINS.`));
  const shared = { src: address, onerror: failed, referrerpolicy: 'no-referrer' };
  place.append(one.kind === 'image' ? h('img', { ...shared, alt: 'The picture that is to be judged' })
    : h(one.kind, { ...shared, controls: true, preload: 'metadata' }));
  return veil(place, 'the ' + what);
}
