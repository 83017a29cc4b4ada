// The tenant's rules, in words; leads change them as they are written, and make cases whose answer is known.
import { ask, tell } from '../../core/api.js';
import { fill, h } from '../../core/dom.js';
import { time } from '../../core/format.js';
import { FAULTS, action, category, queue } from '../../core/words.js';
import { card, dialog, field, head, select, span, toast } from '../../parts/layout.js';
import { shortcuts } from '../../parts/shortcuts.js';
import { load, trouble } from '../../parts/states.js';
import { table } from '../../parts/table.js';
import { undo } from '../../parts/undo-bar.js';
import { short } from '../../parts/due.js';

const BY_ITSELF = { default: 'everything else', escalations: 'what a lead has to look at', appeals: 'what its author appeals' };
const NOT_WRITTEN = ['tenantId', 'updatedAt', 'updatedBy'];

export function show(page, route, signal) {
  const place = h('div', { class: 'stack' });
  const tools = h('div', { class: 'page-tools' });
  fill(page, head('Rules', 'By which content is judged, cases are handled, and moderators are cared for.', tools), place);
  shortcuts(signal, [{ key: 'z', label: 'Undo the last decision', run: undo }]);
  return renew();

  function renew() {
    return load(place, signal, () => Promise.all([ask('policies', {}, signal), ask('me', {}, signal)]), ([rules, me]) => {
      const leads = me.role !== 'MODERATOR';
      fill(tools, leads && h('button', { class: 'button', type: 'button', onclick: () => measure() }, 'New known answer'),
        leads && h('button', { class: 'button', type: 'button', onclick: () => edit(rules, renew) }, 'Change the rules'));
      return draw(rules);
    }, '24rem');
  }
}

function draw(rules) {
  const { care } = rules;
  return [
    h('p', { class: 'soft small' }, rules.version ? `Version ${rules.version}, since ${time(rules.updatedAt, 'full')}, by ${rules.updatedBy}.` : 'Nothing was changed: these rules hold for everybody.'),
    h('div', { class: 'grid' },
      span(6, card('How content is judged', '', table('Thresholds', [
        { title: 'Content', cell: row => row[0] },
        { title: 'Approved above', right: true, cell: row => row[1].approveAbove },
        { title: 'Rejected below', right: true, cell: row => row[1].rejectBelow },
      ], [['All', rules.thresholds], ...Object.entries(rules.kindThresholds), ...Object.entries(rules.categoryThresholds).map(([name, two]) => [category(name), two])]))),
      span(6, card('Queues', '', table('Queues', [
        { title: 'Queue', cell: row => queue(row[0]) },
        { title: 'Decided within', right: true, cell: row => short(row[1] * 60_000) },
        { title: 'What goes there', cell: row => rules.routes.filter(route => route.queue === row[0]).map(route => [route.kind, route.category && category(route.category)].filter(Boolean).join(', ') || 'everything').join('; ') || BY_ITSELF[row[0]] || '–' },
      ], lines(rules)))),
      span(6, card('What follows on strikes', `a strike counts for ${rules.strikeDays} days`, table('Ladder', [
        { title: 'Strikes', right: true, cell: rung => rung.strikes },
        { title: 'What follows', cell: rung => action(rung.action) + (rung.days ? ` for ${rung.days} days` : '') },
      ], rules.ladder))),
      span(6, card('Time and care', '', h('dl', { class: 'facts' }, [
        ['A claim lasts', rules.claimMinutes + ' min'],
        ['A case is given up after', rules.expireDays + ' days'],
        ['Appeals within', rules.appealDays + ' days'],
        ['Reports that escalate', rules.reportsToEscalate],
        ['Decisions looked at again', care.secondLookPercent + ' %'],
        ['Cases with a known answer', care.goldenPercent + ' %'],
        ['Severe cases a day', care.severePerDay || 'any number'],
        ['A pause after severe cases in an hour', care.severePerHour || 'never'],
      ].map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))))))),
  ];
}

function lines(rules) {
  const all = { ...rules.slaMinutes };
  rules.routes.forEach(route => { all[route.queue] ??= all.default; });
  return Object.entries(all);
}

function edit(rules, done) {
  const text = h('textarea', { class: 'input mono', rows: '20', spellcheck: 'false' });
  text.value = JSON.stringify(Object.fromEntries(Object.entries(rules).filter(([name]) => !NOT_WRITTEN.includes(name))), null, 2);
  const said = h('div', { role: 'status' });
  const save = async event => {
    event.preventDefault();
    let value;
    try { value = JSON.parse(text.value); } catch (failure) { return fill(said, h('p', { class: 'notice bad' }, 'That is no JSON: ' + failure.message)); }
    try {
      await tell('PUT', 'policies', { ...value, version: rules.version });
      box.close();
      toast('The rules hold for what comes from now on.');
      done();
    } catch (failure) { fill(said, trouble(failure)); }
    return undefined;
  };
  const box = dialog('Change the rules', h('form', { class: 'form', onsubmit: save },
    field('Rules', text, 'What is left out is as it is for everybody. /docs says what each means.'), said,
    h('div', { class: 'form-end' }, h('button', { class: 'button bare', type: 'button', onclick: () => box.close() }, 'Cancel'), h('button', { class: 'button main-action', type: 'submit' }, 'Save'))));
  box.classList.add('wide');
}

function measure() {
  const text = h('textarea', { class: 'input', rows: '4', required: true, maxlength: '20000' });
  const answer = select([['REJECTED', 'It must be rejected'], ['APPROVED', 'It must be approved']], 'REJECTED');
  const fault = select([['', 'Does not matter'], ...FAULTS.map(name => [name, category(name)])], '');
  const said = h('div', { role: 'status' });
  const save = async event => {
    event.preventDefault();
    try {
      await tell('POST', 'measures', { text: text.value, answer: answer.value, category: fault.value || undefined });
      box.close();
      toast('Moderators meet it among their other cases.');
    } catch (failure) { fill(said, trouble(failure)); }
  };
  const box = dialog('A case whose answer is known', h('form', { class: 'form', onsubmit: save },
    h('p', { class: 'soft' }, 'It looks like any other and has no effect. Leads see how many find the answer.'),
    field('Text', text), field('Answer', answer), field('At fault for', fault), said,
    h('div', { class: 'form-end' }, h('button', { class: 'button bare', type: 'button', onclick: () => box.close() }, 'Cancel'), h('button', { class: 'button main-action', type: 'submit' }, 'Make it'))));
}
