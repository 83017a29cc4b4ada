// What a tenant defines for itself: metrics, tracking plans, what is taken out of events; and what keys are for.
import { fill, h } from '../../core/dom.js';
import { note } from '../../core/router.js';
import { head } from '../../parts/layout.js';
import { keys } from './keys.js';
import { definitions } from './definitions.js';
import { plans } from './plans.js';
import { privacy } from './privacy.js';

const TABS = [['metrics', 'Metrics', definitions], ['plans', 'Tracking plans', plans], ['privacy', 'Privacy', privacy], ['keys', 'Keys', keys]];

export function show(page, route, signal) {
  const place = h('div', { class: 'stack', role: 'tabpanel', id: 'settings-panel' });
  const tabs = h('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Settings' });
  let leaving = new AbortController();

  function open(name, focus) {
    const chosen = TABS.find(tab => tab[0] === name) || TABS[0];
    leaving.abort();
    leaving = new AbortController();
    fill(tabs, TABS.map(([id, title]) => h('button', {
      type: 'button', role: 'tab', id: 'tab-' + id, 'aria-selected': String(id === chosen[0]), 'aria-controls': 'settings-panel', tabindex: id === chosen[0] ? '0' : '-1',
      onclick: () => { note({ tab: id }); open(id, true); },
    }, title)));
    place.setAttribute('aria-labelledby', 'tab-' + chosen[0]);
    if (focus) tabs.querySelector('[aria-selected="true"]').focus();
    fill(place);
    chosen[2](place, AbortSignal.any([signal, leaving.signal]));
  }

  tabs.addEventListener('keydown', event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const at = [...tabs.children].findIndex(tab => tab.getAttribute('aria-selected') === 'true');
    tabs.children[(at + step + tabs.children.length) % tabs.children.length].click();
  });
  fill(page, head('Settings', 'What holds for all of your tenant.'), tabs, place);
  open(route.query.get('tab'));
}
