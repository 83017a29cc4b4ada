// What stands around every page: the navigation, the theme, the key.
import { fill, h } from '../core/dom.js';
import { forget } from '../core/credential.js';
import { icon } from '../core/icons.js';
import { BRAND, PAGES } from './pages.js';

const THEMES = { auto: 'light', light: 'dark', dark: 'auto' };
const THEME_NAMES = { auto: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' };

export function shell(ask) {
  const place = h('main', { class: 'main', id: 'page', tabindex: '-1' });
  const scrim = h('button', { class: 'scrim', type: 'button', 'aria-label': 'Close the menu', hidden: true, onclick: () => menu(false) });
  const opener = h('button', { class: 'button bare square', type: 'button', 'aria-label': 'Menu', 'aria-expanded': 'false', 'aria-controls': 'side', onclick: () => menu(true) }, icon('menu'));
  const links = PAGES.filter(page => !page.open && !page.hidden);
  const nav = h('nav', { class: 'nav', 'aria-label': 'Pages' }, links.map(page => [
    page.group && h('h3', {}, page.group),
    h('a', { href: page === PAGES[0] ? '/' : '/' + page.name, 'data-page': page.name }, icon(page.name), page.title),
  ]));
  const brand = () => h('a', { class: 'brand', href: '/' }, h('img', { src: '/console/icon.svg', alt: '' }), BRAND.name);
  const side = h('div', { class: 'side', id: 'side' }, brand(), nav, h('div', { class: 'side-foot' },
    themeButton(),
    h('a', { href: '/docs', target: '_blank', rel: 'noopener' }, icon('docs'), 'API'),
    h('button', { type: 'button', onclick: () => { forget(); ask(); } }, icon('key'), 'Forget the key')));

  function menu(open) {
    side.classList.toggle('open', open);
    scrim.hidden = !open;
    opener.setAttribute('aria-expanded', String(open));
    (open ? side.querySelector('a') : opener).focus();
  }
  side.addEventListener('keydown', event => { if (event.key === 'Escape' && side.classList.contains('open')) menu(false); });

  let first = true;
  return {
    elements: [side, scrim, h('div', { class: 'phone-bar' }, brand(), opener), place],
    mark(page) {
      side.hidden = page.open === true;
      opener.hidden = page.open === true;
      side.classList.remove('open');
      scrim.hidden = true;
      nav.querySelectorAll('a').forEach(link => {
        if (link.dataset.page === (page.below || page.name)) link.setAttribute('aria-current', 'page');
        else link.removeAttribute('aria-current');
      });
    },
    renew() {
      const page = h('div', { class: 'page' });
      fill(place, page);
      // after a change of page, reading goes on at the new one
      if (!first) place.focus({ preventScroll: true });
      first = false;
      return page;
    },
  };
}

function themeButton() {
  const button = h('button', { type: 'button', onclick: () => { theme.choose(THEMES[theme.choice()]); draw(); } });
  const draw = () => fill(button, icon('theme'), THEME_NAMES[theme.choice()]);
  draw();
  return button;
}
