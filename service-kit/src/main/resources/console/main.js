// A console: a shell around one page at a time. See core/router.js for how an address becomes a page.
// Each service that serves one brings its shell/pages.js and the pages that it lists.
import { fill, h } from './core/dom.js';
import { key, takeKeyFromAddress } from './core/credential.js';
import { Router } from './core/router.js';
import { gate } from './shell/gate.js';
import { shell } from './shell/shell.js';
import { BRAND, PAGES } from './shell/pages.js';

const app = document.getElementById('app');
let frame = null;

const router = new Router(PAGES, async (page, route, signal) => {
  if (!key() && !page.open) return ask();
  if (!frame) fill(app, (frame = shell(ask)).elements);
  frame.mark(page);
  document.title = page.title + ' · ' + BRAND.name;
  const place = frame.renew();
  try {
    const { show } = await page.load();
    if (!signal.aborted) await show(place, route, signal, address => router.go(address));
  } catch (failure) {
    if (signal.aborted) return;
    console.error(failure);
    fill(place, h('div', { class: 'state bad', role: 'alert' }, h('strong', {}, 'This page could not be shown'), h('p', {}, failure.message)));
  }
});

function ask(why) {
  frame = null;
  document.title = BRAND.name;
  fill(app, gate(why, () => router.show()));
  app.querySelector('input').focus();
}

addEventListener('keyrefused', event => ask(event.detail));
addEventListener('hashchange', () => { takeKeyFromAddress(); router.show(); });
takeKeyFromAddress();
router.show();
