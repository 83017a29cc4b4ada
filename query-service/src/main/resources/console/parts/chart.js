// A chart over time, drawn by uPlot: a legend of buttons, a tip beside the pointer, arrow keys instead of a pointer, and
// the same figures as a table for whoever cannot see it.
import { h } from '../core/dom.js';
import { exact, time, count } from '../core/format.js';
import { table } from './table.js';

const COLOURS = 8;
const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const colour = (i, alpha = 1) => {
  const hex = css('--line-' + (i % COLOURS + 1));
  return alpha === 1 ? hex : hex + Math.round(alpha * 255).toString(16).padStart(2, '0');
};

/**
 * @param what {label, granularity, times: [millis], series: [{name, values, dashed}], kind: line | area | bars | stacked,
 *   height, write and onaxis: value => text, onzoom: (from, to)}
 */
export function chart(what, signal) {
  const { series, times, height = 280, granularity = 'hour' } = what;
  const write = what.write || exact;
  const shown = series.map(() => true);
  const plotPlace = h('div', { class: 'chart-plot', tabindex: '0', role: 'img', 'aria-label': summary(what, write) });
  const tip = h('div', { class: 'tip', hidden: true });
  const spoken = h('p', { class: 'hidden-text', role: 'status' });
  plotPlace.append(tip);
  const legend = series.length > 1 ? h('div', { class: 'legend', role: 'group', 'aria-label': 'Series' }, series.map((one, i) =>
    h('button', {
      type: 'button', 'aria-pressed': 'true',
      onclick: event => { shown[i] = !shown[i]; event.currentTarget.setAttribute('aria-pressed', shown[i]); draw(); },
    }, swatch(one, i), h('span', {}, one.name)))) : null;
  const box = h('div', { class: 'chart' }, legend, plotPlace, spoken, asTable(what, write));
  let plot = null;

  function draw() {
    plot?.destroy();
    const width = plotPlace.clientWidth;
    if (!width || signal?.aborted) return;
    plot = new uPlot(options(what, shown, width, height, write, showTip), data(what, shown), plotPlace);
  }

  function showTip(u) {
    const at = u.cursor.idx;
    if (at === null || at === undefined || u.cursor.left < 0) { tip.hidden = true; return; }
    tip.replaceChildren(h('time', {}, time(times[at], granularity === 'minute' || granularity === 'hour' ? 'full' : granularity)),
      h('ul', {}, series.map((one, i) => (shown[i] && one.values[at] !== null && one.values[at] !== undefined
        ? h('li', {}, swatch(one, i), h('span', {}, one.name), h('b', {}, write(one.values[at]))) : null))));
    tip.hidden = false;
    const left = u.bbox.left / devicePixelRatio + u.cursor.left;
    const right = left + tip.offsetWidth + 24 < plotPlace.clientWidth;
    tip.style.left = Math.max(0, right ? left + 14 : left - tip.offsetWidth - 14) + 'px';
    tip.style.top = '10px';
  }

  plotPlace.addEventListener('keydown', event => {
    const step = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity }[event.key];
    if (step === undefined || !plot || !times.length) return;
    event.preventDefault();
    const at = Math.min(times.length - 1, Math.max(0, (plot.cursor.idx ?? (step > 0 ? -1 : times.length)) + step));
    plot.setCursor({ left: plot.valToPos(times[at] / 1000, 'x'), top: 20 });
    spoken.textContent = time(times[at], 'full') + ': ' + series.filter((_, i) => shown[i])
      .map(one => `${one.name} ${write(one.values[at] ?? 0)}`).join(', ');
  });
  plotPlace.addEventListener('blur', () => { tip.hidden = true; });
  const sized = new ResizeObserver(() => {
    if (!plot) draw();
    else if (plot.width !== plotPlace.clientWidth) plot.setSize({ width: plotPlace.clientWidth, height });
  });
  sized.observe(plotPlace);
  addEventListener('themechange', draw);
  signal?.addEventListener('abort', () => { sized.disconnect(); removeEventListener('themechange', draw); plot?.destroy(); });
  return box;
}

const swatch = (one, i) => h('span', { class: `swatch c${(one.colour ?? i) % COLOURS + 1}${one.dashed ? ' dashed' : ''}`, 'aria-hidden': 'true' });

function data({ times, series, kind }, shown) {
  const x = times.map(instant => instant / 1000);
  if (kind !== 'stacked') return [x, ...series.map((one, i) => (shown[i] ? one.values : one.values.map(() => null)))];
  const sums = x.map(() => 0);
  const stacked = series.map((one, i) => one.values.map((value, at) => (shown[i] ? (sums[at] += value || 0) : null)));
  return [x, ...stacked];
}

function options({ series, kind, onzoom, granularity, onaxis = count }, shown, width, height, write, showTip) {
  const bars = kind === 'bars' ? uPlot.paths.bars({ size: [0.72, 48], radius: 0.15 }) : undefined;
  const axis = { stroke: css('--soft'), font: '12px ' + css('--sans'), grid: { stroke: css('--edge'), width: 1 }, ticks: { show: false } };
  const utc = ['day', 'week', 'month'].includes(granularity);
  return {
    width, height,
    tzDate: seconds => (utc ? uPlot.tzDate(new Date(seconds * 1000), 'UTC') : new Date(seconds * 1000)),
    padding: [12, 24, 0, 0],
    legend: { show: false },
    cursor: { y: false, points: { size: 7 }, drag: { x: Boolean(onzoom), y: false, setScale: false } },
    scales: { x: { time: true }, y: { range: (u, low, high) => [Math.min(0, low || 0), high > 0 ? high * 1.08 : 1] } },
    axes: [
      { ...axis, grid: { show: false }, space: 70, gap: 6, values: axisTimes(granularity) },
      { ...axis, size: 56, gap: 8, values: (u, ticks) => ticks.map(tick => (onaxis === count && tick % 1 && tick < 1 ? '' : onaxis(tick))), space: 42 },
    ],
    series: [{}, ...series.map((one, i) => ({
      stroke: colour(one.colour ?? i),
      width: kind === 'bars' ? 0 : 2,
      dash: one.dashed ? [5, 4] : undefined,
      fill: kind === 'bars' ? colour(one.colour ?? i, .85)
        : kind === 'area' && !one.dashed ? colour(one.colour ?? i, .1)
          : kind === 'stacked' ? colour(one.colour ?? i, .12) : undefined,
      paths: bars,
      points: { show: one.values.length < 3 },
      show: shown[i],
    }))],
    bands: kind === 'stacked' ? series.slice(1).map((_, i) => ({ series: [i + 2, i + 1] })) : undefined,
    hooks: {
      setCursor: [showTip],
      setSelect: [u => {
        if (u.select.width > 8) onzoom(new Date(u.posToVal(u.select.left, 'x') * 1000), new Date(u.posToVal(u.select.left + u.select.width, 'x') * 1000));
        u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
      }],
    },
  };
}

function axisTimes(granularity) {
  if (['day', 'week', 'month'].includes(granularity)) return (u, ticks) => ticks.map(tick => time(tick * 1000, granularity));
  return (u, ticks) => ticks.map((tick, i) => {
    const at = new Date(tick * 1000);
    const newDay = i === 0 || new Date(ticks[i - 1] * 1000).getDate() !== at.getDate();
    const clock = time(at, 'minute');
    if (!at.getHours() && !at.getMinutes()) return at.toLocaleDateString(undefined, { day: 'numeric', month: 'short' });
    return newDay && i ? at.toLocaleDateString(undefined, { day: 'numeric', month: 'short' }) + ' ' + clock : clock;
  });
}

function summary({ label, series, times, granularity }, write) {
  if (!times.length) return label + ': nothing to draw';
  const parts = series.slice(0, 8).map(one => {
    const values = one.values.filter(value => value !== null);
    return `${one.name}: at most ${write(Math.max(0, ...slice(values)))}, at the end ${write(values.at(-1) ?? 0)}`;
  });
  return `${label}, by ${granularity}, ${time(times[0], 'full')} to ${time(times.at(-1), 'full')}. ${parts.join('; ')}. Arrow keys read single values.`;
}

// Math.max takes no more arguments than the stack has room for.
function slice(values) {
  const size = 10_000;
  const tops = [];
  for (let i = 0; i < values.length; i += size) tops.push(Math.max(...values.slice(i, i + size)));
  return tops;
}

function asTable({ label, times, series, granularity = 'hour' }, write) {
  const most = 500;
  const place = h('div', { class: 'chart-table' });
  const details = h('details', { class: 'small' }, h('summary', { class: 'soft' }, 'As a table'), place);
  details.addEventListener('toggle', () => {
    if (!details.open || place.childElementCount) return;
    const rows = times.map((_, i) => times.length - 1 - i).slice(0, most);
    place.append(table(label, [
      { title: 'Start', cell: i => time(times[i], ['day', 'week', 'month'].includes(granularity) ? granularity : 'full') },
      ...series.map(one => ({ title: one.name, right: true, cell: i => write(one.values[i] ?? 0) })),
    ], rows));
    if (times.length > most) place.append(h('p', { class: 'soft' }, `The newest ${most} of ${exact(times.length)}.`));
  });
  return details;
}
