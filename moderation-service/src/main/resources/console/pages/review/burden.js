// What the moderator has had to look at today, and when a pause would do good.
import { ask } from '../../core/api.js';
import { fill, h } from '../../core/dom.js';
import { exact } from '../../core/format.js';
import { pill } from '../../parts/layout.js';

export function burden(signal) {
  const element = h('div', { class: 'burden', 'aria-label': 'Your day', role: 'group' });
  let known = null;
  async function renew() {
    try {
      known = await ask('me', {}, signal);
    } catch { return; /* it is a kindness, not a need */ }
    const { today, limits } = known;
    fill(element,
      h('span', { class: 'small soft' }, `Today: ${exact(today.seen)} seen, ${exact(today.severe)} severe` + (limits.severePerDay ? ` of at most ${limits.severePerDay}` : '')),
      known.severeElsewhere && pill('good', 'severe cases go to others now'),
      known.pause && h('p', { class: 'notice' }, `That was a hard hour: ${known.thisHour.severe} severe cases. Take a break; what you have claimed goes back by itself.`));
  }
  renew();
  return { element, renew, spared: () => Boolean(known?.severeElsewhere) };
}
