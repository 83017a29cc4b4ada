import { ask, tell } from '../../core/api.js';
import { fill, h } from '../../core/dom.js';
import { time } from '../../core/format.js';
import { dialog, field, select, toast } from '../../parts/layout.js';
import { trouble } from '../../parts/states.js';

const TIMES = [['P1D', 'a day'], ['P7D', '7 days'], ['P30D', '30 days'], ['P365D', 'a year']];

/** Makes links that need no key, show this dashboard and nothing else, and expire. */
export function share(dashboard, path, renewed) {
  const expiresIn = select(TIMES, 'P7D');
  const said = h('div', { role: 'status' });
  const list = h('div', {});
  const make = async event => {
    event.preventDefault();
    try {
      const made = await tell('POST', path + '/shares', { expiresIn: expiresIn.value });
      const address = new URL(made.path, location.origin).href;
      const shown = h('input', { class: 'input mono', value: address, readonly: true, onfocus: () => shown.select() });
      fill(said, field('The link; it is shown once', shown, 'It ends ' + time(made.expiresAt, 'exact') + '.'));
      shown.focus();
      await navigator.clipboard?.writeText(address).then(() => toast('The link is on the clipboard.'), () => {});
      await renew();
    } catch (failure) {
      fill(said, trouble(failure));
    }
  };
  const renew = async () => {
    const fresh = await ask(path);
    renewed(fresh);
    draw(fresh.shares || []);
  };
  const draw = shares => fill(list, shares.length ? h('ul', { class: 'form' }, shares.map(one => h('li', { class: 'share-line' },
    h('span', {}, 'Ends ' + time(one.expiresAt, 'exact')),
    h('button', { class: 'button bare danger', type: 'button', onclick: () => end(one) }, 'End it now')))) : null);
  const end = async one => {
    try {
      await tell('DELETE', `${path}/shares/${encodeURIComponent(one.id)}`);
      await renew();
    } catch (failure) {
      fill(said, trouble(failure));
    }
  };
  const box = dialog('Share ' + dashboard.title, h('p', { class: 'soft' }, 'Whoever has the link sees this dashboard as it is at that moment, without a key, and can change nothing.'),
    h('form', { class: 'form-row', onsubmit: make }, field('It works for', expiresIn), h('button', { class: 'button main-action', type: 'submit' }, 'Make a link')),
    said, list, h('div', { class: 'form-end' }, h('button', { class: 'button bare', type: 'button', onclick: () => box.close() }, 'Close')));
  draw(dashboard.shares || []);
}
